import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatProblem, formatSummary, problemJson } from '../../src/commands/print.ts'
import type { Problem } from '../../src/problem.ts'
import { widthOf } from '../../src/text/terminal.ts'

const problem = (more: Partial<Problem> = {}): Problem => ({
  rule: 'record/date',
  level: 'error',
  file: 'content/meetings/2020/hop.yaml',
  message: 'ngày này không có trong lịch, cần một ngày có thật',
  ...more,
})
const plain = { colour: false }
const format = (source: string | undefined, more: Partial<Problem> = {}) =>
  formatProblem(problem(more), source, plain).split('\n')
const at = (line: number, column: number) => ({ at: { line, column } })

describe('formatProblem', () => {
  it('shows the place, the line with a caret, the hint and the clause', () => {
    const source = `${'a: 1\n'.repeat(11)}  due: 2020-02-30\n`
    expect(
      formatProblem(
        problem({ ...at(12, 8), hint: 'có phải ý bạn là 2020-02-29?', cite: 'NĐ 30/2020, Phụ lục I, II.4b' }),
        source,
        plain,
      ),
    ).toBe(
      [
        'content/meetings/2020/hop.yaml:12:8  lỗi  ngày này không có trong lịch, cần một ngày có thật  [record/date]',
        ' 12 |   due: 2020-02-30',
        '    |        ^',
        '    = gợi ý: có phải ý bạn là 2020-02-29?',
        '    = căn cứ: NĐ 30/2020, Phụ lục I, II.4b',
      ].join('\n'),
    )
  })

  it('does without what is not known', () => {
    expect(format(undefined, { level: 'warning', ...at(3, 1) })).toEqual([
      'content/meetings/2020/hop.yaml:3:1  cảnh báo  ngày này không có trong lịch, cần một ngày có thật  [record/date]',
    ])
    expect(format('a\nb', { level: 'info' })).toEqual([
      'content/meetings/2020/hop.yaml  lưu ý  ngày này không có trong lịch, cần một ngày có thật  [record/date]',
    ])
    expect(format('a\nb', at(9, 1))).toHaveLength(1)
  })

  it.each([
    ['tabs', '\ta:\tb', 5, '→   a:→ b', '        ^'],
    ['marks on letters', 'e\u0301e\u0301x', 5, 'e\u0301e\u0301x', '  ^'],
    ['wide letters', '漢字x', 3, '漢字x', '    ^'],
    ['emoji of two units', '😀x', 3, '😀x', '  ^'],
    ['the end of the line', 'ab', 3, 'ab', '  ^'],
    ['far past the end', 'ab', 99, 'ab', '  ^'],
    ['an empty line', '', 1, '', '^'],
    ['a carriage return', 'ab\r', 2, 'ab', ' ^'],
  ])('puts the caret under the column: %s', (_, line, column, shown, caret) => {
    expect(format(`${line}\nz`, at(1, column)).slice(1)).toEqual([` 1 | ${shown}`, `   | ${caret}`])
  })

  it('cuts a line of ten thousand letters around the column', () => {
    const line = `${'x'.repeat(4_999)}!${'y'.repeat(5_000)}`
    const [, shown = '', caret = ''] = format(line, at(1, 5_000))
    expect(widthOf(shown)).toBeLessThan(120)
    expect(shown).toMatch(/^ 1 \| …x+!y+…$/)
    expect(shown[caret.indexOf('^')]).toBe('!')
    expect(format(line, at(1, 1))[1]).toMatch(/^ 1 \| x+…$/)
    expect(format(line, at(1, 10_000))[1]).toMatch(/^ 1 \| …y+$/)
  })

  it('keeps the caret under the letter wherever it stands in whatever line', () => {
    const letter = fc.constantFrom('a', 'đ', 'ế', 'e\u0301', '漢', '\t', '\u0007', '\u202e', '😀', ' ')
    fc.assert(
      fc.property(
        fc.array(letter, { maxLength: 300 }),
        fc.array(letter, { maxLength: 300 }),
        (before, after) => {
          const line = `${before.join('')}!${after.join('')}`
          const [, shown = '', caret = ''] = format(line, at(1, before.join('').length + 1))
          const column = caret.indexOf('^')
          const index = [...shown].findIndex(
            (_, count) => widthOf([...shown].slice(0, count + 1).join('')) > column,
          )
          expect([...shown][index]).toBe('!')
          expect(widthOf(shown)).toBeLessThan(120)
        },
      ),
    )
  })

  it('never lets input drive the terminal or break out of its line', () => {
    const evil = '\u001b[2J\u009b31m\r\b\u202e\u2066\u200b\ufeff\u2028\ud800\u0000'
    const lines = format(`${evil}\nb`, {
      ...at(1, 3),
      message: `x ${evil}\ny`,
      hint: evil,
      cite: evil,
      file: evil,
    })
    expect(lines).toHaveLength(5)
    expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u)
  })

  it('shortens a message that quotes a very long value', () => {
    expect(format(undefined, { message: 'x'.repeat(10_000) })[0]?.length).toBeLessThan(1_000)
  })

  it('uses colours only when told', () => {
    const coloured = formatProblem(problem({ ...at(1, 1), hint: 'h' }), 'a', { colour: true })
    expect(coloured).toContain('\u001b[')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes of colours
    expect(coloured.replace(/\u001b\[[\d;]*m/g, '')).toBe(
      formatProblem(problem({ ...at(1, 1), hint: 'h' }), 'a', plain),
    )
  })
})

describe('formatSummary', () => {
  it('counts by level', () => {
    const levels = (...each: Problem['level'][]) => formatSummary(each.map((level) => problem({ level })))
    expect(levels('error', 'warning', 'error')).toBe('2 lỗi, 1 cảnh báo')
    expect(levels('info')).toBe('1 lưu ý')
    expect(levels()).toBe('không có lỗi')
  })
})

describe('problemJson', () => {
  it('has the same keys in the same order whatever is known', () => {
    const keys = ['file', 'line', 'column', 'level', 'rule', 'message', 'hint', 'cite']
    expect(Object.keys(problemJson(problem()))).toEqual(keys)
    expect(Object.keys(problemJson({ cite: 'c', ...problem(at(2, 3)) }))).toEqual(keys)
    expect(problemJson(problem(at(2, 3)))).toMatchObject({ line: 2, column: 3, hint: null, cite: null })
  })
})
