/** Templates: what they may say, what is refused with its place, and that a value always comes out as itself. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toBlocks } from '../../src/compose/blocks.ts'
import { openTemplates } from '../../src/compose/template.ts'
import { readFrontMatter } from '../../src/load/front-matter.ts'
import { plain } from '../../src/notice/notice.ts'
import type { Problem } from '../../src/problem.ts'
import type { Facts } from '../../src/resolve/facts.ts'
import type { Source } from '../../src/source.ts'
import { edition } from '../fixtures/memory.ts'
import { goodMeeting } from '../fixtures/project.ts'

const { facts } = edition({ 'content/meetings/2026/hop.yaml': goodMeeting })

const source = (file: string, text: string): Source => {
  const read = readFrontMatter(file, text, () => {}, { required: false })
  if (!read) throw new Error(text)
  return read
}

const fill = (text: string, partials: Record<string, string> = {}, given: Facts = facts) => {
  const problems: Problem[] = []
  const report = (problem: Problem) => problems.push(problem)
  const templates = openTemplates(
    [source('templates/x.md', text)],
    Object.entries(partials).map(([name, body]) => source(`templates/partials/${name}.md`, body)),
  )
  const out = templates.fill('x', given, report)
  // A loop tells of every turn; the command line tells each mistake once.
  const told = [...templates.problems, ...problems].map(
    ({ rule, file, at, hint }) =>
      `${rule} ${file.replace(/.*\//, '')}:${at?.line}:${at?.column}${hint?.startsWith('có phải') ? ` ${hint}` : ''}`,
  )
  return { out, said: [...new Set(told)] }
}

/** The Markdown read back: what a reader of the notice would see. */
const seen = (markdown: string): string =>
  toBlocks(markdown, { report: () => {}, file: 'x', line: () => undefined })
    .map((block) => (block.is === 'paragraph' ? plain(block.text) : JSON.stringify(block)))
    .join('\n')

describe('helpers', () => {
  test.each<[string, string]>([
    ['{{subject}}', 'Kết luận tại cuộc họp giao ban tháng 3 năm 2026'],
    ['{{meeting.chair.name}}, {{meeting.chair.post}}', 'Phạm Văn Long, Giám đốc Sở Giáo dục và Đào tạo'],
    ['{{upperFirst (when meeting.sessions)}}', 'Ngày 02 tháng 3 năm 2026'],
    ['{{lower kind.name}}', 'thông báo'],
    ['{{longDate asOf}}', 'ngày 02 tháng 3 năm 2026'],
    ['{{shortDate asOf}}', '2/3/2026'],
    ['{{join body.lines " – "}}', 'Sở Giáo dục và Đào tạo'],
    ['{{and attendees.list}}', 'Lãnh đạo Văn phòng, Phòng Khảo thí'],
    [
      '{{#each recipients}}{{@index}}{{#if @first}} đầu{{/if}}{{#if @last}} cuối{{/if}} {{/each}}',
      '0 đầu 1 2 cuối',
    ],
    ['{{#with meeting.chair}}{{name}} {{title}}{{/with}}', 'Phạm Văn Long Giám đốc'],
    ['{{#is attendees.form "paragraph"}}đoạn{{else}}khác{{/is}}', 'đoạn'],
    ['{{#unless meeting.heard}}không nghe{{/unless}}', 'không nghe'],
    ['{{#if meeting.remarks}}có{{else if closing}}kết{{else}}không{{/if}}', 'kết'],
    ['{{#if basis}}có{{else}}danh sách trống là không{{/if}}', 'danh sách trống là không'],
    ['{{#each tasks}}{{#each lead}}{{name}} của {{../what}}{{/each}}{{/each}}', 'Phòng Khảo thí của Ra đề'],
    ['{{#with (and attendees.list)}}{{this}}{{/with}}', 'Lãnh đạo Văn phòng, Phòng Khảo thí'],
    ['{{! ghi chú }}x{{!-- ghi chú --}}', 'x'],
  ])('%s', (template, expected) => {
    const { out = '', said } = fill(template)
    expect(said).toEqual([])
    expect(seen(out).trim()).toBe(expected)
  })

  test('a date of which the day is not known has room for it', () => {
    const { out = '' } = fill('{{longDate date}}', {}, { ...facts, date: '2026-11' })
    expect(seen(out)).toMatch(/^ngày\s{3,}tháng 11 năm 2026$/)
  })

  test('a partial stands for its text, also with a context of its own', () => {
    const { out, said } = fill('{{> mot}} {{#with meeting.chair}}{{> hai}}{{/with}}', {
      mot: '{{subject}}',
      hai: '{{name}}',
    })
    expect([said, seen(out ?? '').replaceAll('\n', ' ')]).toEqual([[], `${facts.subject} Phạm Văn Long`])
  })
})

describe('mistakes, each at its place in the file', () => {
  test.each<[string, string, string]>([
    ['a fact that no record has', 'a\n\n  {{meeting.tpoic}}', 'template/unknown-fact x.md:3:5'],
    ['in a condition', 'a\n{{#if meeting.tpoic}}b{{/if}}', 'template/unknown-fact x.md:2:7'],
    ['in the list of a loop', '{{#each nobody}}b{{/each}}', 'template/unknown-fact x.md:1:9'],
    ['inside a loop', '{{#each recipients}}\n{{name}}\n{{/each}}', 'template/unknown-fact x.md:2:3'],
    ['in an argument', '{{upperFirst (lower titel)}}', 'template/unknown-fact x.md:1:21'],
    ['below a text', '{{subject.length}}', 'template/unknown-fact x.md:1:3'],
    ['of every object', '{{constructor}}', 'template/unknown-fact x.md:1:3'],
    ['a fact that this record leaves out', 'x\n{{number}}', 'template/missing-fact x.md:2:1'],
    ['below one that is left out', '{{closing.text}}', 'template/missing-fact x.md:1:1'],
    ['what is no text', '{{meeting.chair}}', 'template/missing-fact x.md:1:1'],
    ['a list as a text', '{{recipients}}', 'template/missing-fact x.md:1:1'],
    [
      'a word that is left out, through a helper',
      '{{upperFirst meeting.heard}}',
      'template/missing-fact x.md:1:1',
    ],
    ['a list of more than words', '{{join tasks ", "}}', 'template/missing-fact x.md:1:1'],
    ['a date that is none', '{{longDate subject}}', 'template/missing-fact x.md:1:1'],
    ['a block used as a word', '{{if subject}}', 'template/unknown-helper x.md:1:3 có phải ý bạn là "#if"?'],
    [
      'a block used inside a call',
      '{{lower (each recipients)}}',
      'template/unknown-helper x.md:1:10 có phải ý bạn là "#each"?',
    ],
    ['a word used as a block', '{{#lower subject}}x{{/lower}}', 'template/unknown-helper x.md:1:4'],
    ['a block that is given nothing', '{{#if}}x{{/if}}', 'template/syntax x.md:1:4'],
    ['a helper that is given too much', '{{lower subject subject}}', 'template/syntax x.md:1:3'],
    ['a helper that is given too little', '{{join recipients}}', 'template/syntax x.md:1:3'],
    ['a helper that is given nothing', '{{lower}}', 'template/syntax x.md:1:3'],
    ['our own insides', '{{fact this "x" "y" 1 1}}', 'template/unknown-helper x.md:1:3'],
    ['a date that is left out', '{{longDate date}}', 'template/missing-fact x.md:1:1'],
    [
      'an unknown helper',
      '\n{{longdate date}}',
      'template/unknown-helper x.md:2:3 có phải ý bạn là "longDate"?',
    ],
    [
      'an unknown block',
      '{{#eahc recipients}}{{/eahc}}',
      'template/unknown-helper x.md:1:4 có phải ý bạn là "each"?',
    ],
    [
      'an unknown helper inside',
      '{{lower (lowr subject)}}',
      'template/unknown-helper x.md:1:10 có phải ý bạn là "lower"?',
    ],
    ['an unknown partial', 'x\n{{> mo-dua}}', 'template/unknown-partial x.md:2:5 có phải ý bạn là "mo-dau"?'],
    ['a block that is not closed', 'x\n{{#if subject}}', 'template/syntax x.md'],
    ['a block closed by another', '{{#if subject}}\n{{/each}}', 'template/syntax x.md:1'],
    ['one brace too few', 'x {{subject}\n', 'template/syntax x.md'],
    ['a partial called by a fact', '{{> (lookup . "subject")}}', 'template/'],
  ])('%s', (_, template, expected) => {
    const { out, said } = fill(template, { 'mo-dau': 'x' })
    expect(out).toBeUndefined()
    expect(said).toHaveLength(1)
    expect(said[0]?.slice(0, expected.length)).toBe(expected)
  })

  test('in a partial: the place in the partial, once, however often it is used', () => {
    const { said } = fill('{{> mot}}{{> mot}}', { mot: 'a\n{{longDat date}}' })
    expect(said).toEqual(['template/unknown-helper mot.md:2:3 có phải ý bạn là "longDate"?'])
  })

  test('under front matter lines are counted from the top of the file', () => {
    expect(fill('---\nkind: thong-bao\n---\n\n{{x}}').said).toEqual(['template/unknown-fact x.md:5:3'])
  })
})

test('any text comes out of a template as itself, wherever it stands', () => {
  const places = [
    '{{subject}}',
    'a {{subject}} b',
    '**{{subject}}**',
    '- {{subject}}',
    '1. {{subject}}',
    'x\n{{subject}}',
  ]
  const text = fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc
        .array(fc.constantFrom(...'*_`#>-+.()[]{}<>|~&!\\:;"\'= 0123456789ab{{}}'), { maxLength: 12 })
        .map((all) => all.join('')),
    )
    // Line ends and controls are refused in a record.
    .map((value) => value.replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, '').trim())
    .filter((value) => value !== '')
  fc.assert(
    fc.property(text, fc.constantFrom(...places), (subject, place) => {
      const { out = '', said } = fill(place, {}, { ...facts, subject })
      expect(said).toEqual([])
      const [block] = toBlocks(out, { report: () => {}, file: 'x', line: () => undefined })
      const inner = block?.is === 'clause' ? block.blocks[0] : block
      const words = inner?.is === 'paragraph' || inner?.is === 'item' ? plain(inner.text) : undefined
      expect(words).toBe(
        place
          .replace(/\*\*|^- |^1\. /g, '')
          .replace('\n', ' ')
          .replace('{{subject}}', () => subject),
      )
    }),
    { numRuns: 300 },
  )
})
