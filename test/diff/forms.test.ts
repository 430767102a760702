import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beside } from '../../src/diff/beside.ts'
import { escaped, htmlForm } from '../../src/diff/forms/html.ts'
import { markdownForm } from '../../src/diff/forms/markdown.ts'
import { shortenedKept } from '../../src/diff/forms/shortened.ts'
import { terminalForm } from '../../src/diff/forms/terminal.ts'
import { comparisonOf } from '../../src/diff/report.ts'
import type { Notice } from '../../src/notice/notice.ts'
import { content, notices } from '../fixtures/notices.ts'

const compared = (a: Notice, b: Notice, name = 'a') =>
  comparisonOf({ notice: a, name }, { notice: b, name: 'b' }, ['điều này'])

const pair = fc.tuple(notices, notices)
const hostile = '</style><script>alert(1)</script><img src=x onerror="alert(1)">\u202e\u001b[2J'

const withWords = (notice: Notice): Notice => ({
  ...notice,
  subject: hostile,
  recipients: [hostile],
  content: [{ is: 'paragraph', text: [{ is: 'text', value: hostile }] }],
  annexes: [{ id: 'x', title: hostile, reference: '', content: [] }],
})

describe('the page', () => {
  test('has only its own tags, whatever is written in the notices and their names', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const page = htmlForm(compared(withWords(a), b, hostile))
        const tags = new Set(
          [...page.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, tag = '']) => tag.toLowerCase()),
        )
        const known =
          'html head meta title style body h1 h2 p span b section ol li table thead tbody tr th td del ins a'.split(
            ' ',
          )
        expect([...tags].filter((tag) => !known.includes(tag))).toEqual([])
        expect(page).not.toMatch(/<[^>]*\son\w+\s*=|\u202e/)
      }),
      { numRuns: 50 },
    )
  })

  test('asks for nothing outside of itself', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const page = htmlForm(compared(a, b))
        expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="vi">/)
        expect(page).toContain("default-src 'none'")
        expect(page).not.toMatch(/<(script|link|img|iframe)|\ssrc=|href="(?!#)|url\(|@import/)
      }),
      { numRuns: 20 },
    )
  })

  test('every link leads to a row of the page', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const page = htmlForm(compared(a, { ...b, content: [...a.content].reverse() }))
        const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const [, to] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(to)
      }),
      { numRuns: 100 },
    )
  })
})

test('both columns together hold every word of both contents, in order', () => {
  const wordsOf = (blocks: Parameters<typeof beside>[0], not: 'before' | 'after'): string =>
    beside(blocks, blocks)
      .flatMap((row) => row[not]?.words.map(({ text }) => text) ?? [])
      .join('')
  fc.assert(
    fc.property(content, content, (a, b) => {
      const rows = beside(a, b)
      const column = (side: 'before' | 'after'): string =>
        rows.flatMap((row) => row[side]?.words.map(({ text }) => text) ?? []).join('')
      expect(column('before')).toBe(wordsOf(a, 'before'))
      expect(column('after')).toBe(wordsOf(b, 'after'))
    }),
    { numRuns: 200 },
  )
})

test('equal contents stand beside each other without a mark', () => {
  fc.assert(
    fc.property(content, (a) => {
      for (const row of beside(a, structuredClone(a))) expect(row.is).toBe('same')
    }),
    { numRuns: 100 },
  )
})

test('a terminal gets no other escape codes than ours, and none without colours', () => {
  fc.assert(
    fc.property(pair, ([a, b]) => {
      const comparison = compared(withWords(a), b, hostile)
      expect(terminalForm(comparison, { colour: false })).not.toMatch(/(?!\n)\p{Cc}|\u202e/u)
      const codes = new Set(terminalForm(comparison, { colour: true }).match(/(?!\n)\p{Cc}(\[[\d;]*m|.)/gu))
      expect([...codes].filter((code) => !/^.\[(0|1|2|32|9;31)m$/u.test(code))).toEqual([])
    }),
    { numRuns: 50 },
  )
})

test('Markdown has one line a change and no HTML', () => {
  fc.assert(
    fc.property(pair, ([a, b]) => {
      const comparison = compared(withWords(a), b, hostile)
      const form = markdownForm(comparison)
      expect(form.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(
        comparison.statements.length,
      )
      expect(form).not.toMatch(/(?<!\\)[<>]/)
    }),
    { numRuns: 50 },
  )
})

test('every form says what it cannot show', () => {
  fc.assert(
    fc.property(pair, ([a, b]) => {
      const comparison = compared(a, b)
      for (const form of [
        htmlForm(comparison),
        markdownForm(comparison),
        terminalForm(comparison, { colour: false }),
      ])
        expect(form).toMatch(/[Kk]hông so được ở đây: .*điều này/)
    }),
    { numRuns: 5 },
  )
})

test('escaping is undone by any reader of HTML', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const back = escaped(text)
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&')
      expect(back).toBe(text.replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g, '\ufffd'))
      expect(escaped(text)).not.toMatch(/[<>"']/)
    }),
  )
})

test('long stretches without a change are shortened, never the changed words', () => {
  const long = Array.from({ length: 60 }, (_, index) => `chữ${index}`).join(' ')
  const cut = shortenedKept([
    { is: 'kept', text: long },
    { is: 'removed', text: long },
    { is: 'kept', text: long },
  ])
  expect(cut[1]).toEqual({ is: 'removed', text: long })
  expect(cut[0]?.text).toMatch(/^… .*chữ59$/)
  expect(cut[2]?.text).toMatch(/^chữ0 .*…$/)
})
