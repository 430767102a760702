/** Facts + template → Notice: where the conclusions go, how the content ends, which ids stay the same. */

import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { type Block, isDivision, plain } from '../../src/notice/notice.ts'
import { build, edition } from '../fixtures/memory.ts'
import { goodMeeting } from '../fixtures/project.ts'

const template = (body: string) => ({ 'templates/ket-luan-hop.md': `---\nkind: thong-bao\n---\n\n${body}` })
const meeting = (conclusions: unknown) => ({
  'content/meetings/2026/hop.yaml': goodMeeting.replace(
    /conclusions:[\s\S]*?(?=closing)/,
    `${stringify({ conclusions })}`,
  ),
})
const content = (conclusions: unknown, body = '{{conclusions}}'): readonly Block[] =>
  edition({ ...meeting(conclusions), ...template(body) }).notice.content

/** The last words of the content. */
const end = (blocks: readonly Block[]): string => {
  const last = blocks.at(-1)
  if (!last) return ''
  if (last.is === 'table') return '|'
  if (last.is === 'paragraph') return plain(last.text)
  if (last.blocks.length > 0) return end(last.blocks)
  return last.is === 'item' ? plain(last.text) : plain(last.title ?? [])
}

describe('the content ends with "./." (Phụ lục III), whatever stands there', () => {
  test.each<[string, unknown, string]>([
    ['a full stop', ['Nộp báo cáo.'], 'Nộp báo cáo./.'],
    ['nothing', ['Nộp báo cáo'], 'Nộp báo cáo./.'],
    ['a semicolon and spaces', ['Nộp báo cáo ; '], 'Nộp báo cáo./.'],
    ['the mark itself', ['Nộp báo cáo./.'], 'Nộp báo cáo./.'],
    ['and so on', ['Nộp báo cáo, v.v...'], 'Nộp báo cáo, v.v./.'],
    ['a bracket', ['Nộp báo cáo (nếu có)'], 'Nộp báo cáo (nếu có)./.'],
    ['a question', ['Ai nộp?'], 'Ai nộp?./.'],
    ['bold words with their stop', ['Nộp **báo cáo.**'], 'Nộp báo cáo./.'],
    ['bold in italics', ['Nộp ***báo cáo;***'], 'Nộp báo cáo./.'],
    ['a stop after bold words', ['Nộp **báo cáo**.'], 'Nộp báo cáo./.'],
    ['a dash list', ['Nộp:\n\n- một;\n- hai.'], 'hai./.'],
    ['a dash list in a dash list', ['Nộp:\n\n- một;\n  - hai.'], 'hai./.'],
    ['a table', ['Nộp:\n\n| a |\n| - |\n| b. |'], './.'],
    ['a title alone', [{ heading: 'Về tuyển sinh' }], 'Về tuyển sinh./.'],
    ['an item below items', [{ heading: 'Về thi', items: [{ text: 'a', items: ['b.'] }] }], 'b./.'],
  ])('%s', (_, conclusions, expected) => {
    expect(end(content(conclusions))).toBe(expected)
  })

  test('the mark is printed once, and the words in bold stay bold', () => {
    const [clause] = content(['Nộp **báo cáo.**'])
    expect(clause).toMatchObject({
      blocks: [
        {
          text: [
            { value: 'Nộp ' },
            { is: 'strong', text: [{ value: 'báo cáo' }] },
            { is: 'text', value: './.' },
          ],
        },
      ],
    })
  })
})

describe('levels', () => {
  const levels = (blocks: readonly Block[]): unknown[] =>
    blocks.map((block) =>
      isDivision(block) ? [block.is, ...levels(block.blocks.filter(isDivision))] : block.is,
    )

  test.each<[string, unknown, unknown[]]>([
    ['bare items are clauses', ['a', 'b'], [['clause'], ['clause']]],
    [
      'titled groups are sections',
      [{ heading: 'A', items: ['a', { text: 'b', items: ['c'] }] }],
      [['section', ['clause'], ['clause', ['point']]]],
    ],
    [
      'titles in the line do not make sections',
      [{ heading: 'A:', runIn: true, text: 'a' }, 'b'],
      [['clause'], ['clause']],
    ],
    [
      'starred groups keep their clauses',
      [{ heading: 'A', mark: 'star', items: ['a'] }],
      [['section', ['clause']]],
    ],
    [
      'a level may be skipped',
      [{ heading: 'A', items: [{ level: 'point', text: 'a' }] }],
      [['section', ['point']]],
    ],
  ])('%s', (_, conclusions, expected) => {
    expect(levels(content(conclusions))).toEqual(expected)
  })

  test('under a section of the template conclusions start one level deeper', () => {
    const [section] = content([{ heading: 'A', items: ['a'] }], '## Kết luận\n\n{{conclusions}}\n')
    expect(levels(section ? [section] : [])).toEqual([['section', ['clause', ['point']]]])
  })
})

test('an id of the author stays with its conclusion when others are put before it', () => {
  const ids = (conclusions: unknown) =>
    content(conclusions).map((block) => (isDivision(block) ? block.id : ''))
  expect(ids([{ id: 'bao-cao', text: 'a' }])).toEqual(['bao-cao'])
  expect(ids(['mới', { id: 'bao-cao', text: 'a' }])).toContain('bao-cao')
})

test('ids are all different', () => {
  const all = (blocks: readonly Block[]): string[] =>
    blocks.flatMap((block) =>
      'blocks' in block ? [...(isDivision(block) ? [block.id] : []), ...all(block.blocks)] : [],
    )
  const ids = all(
    content([
      { heading: 'A', items: ['a', { text: 'b\n\n1. một\n2. hai', items: ['c', 'd'] }] },
      { heading: 'B', items: ['e'] },
    ]),
  )
  expect(ids.length).toBeGreaterThan(7)
  expect(new Set(ids).size).toBe(ids.length)
})

test('a template without content is told so, at the template', () => {
  const { editions, problems } = build({ ...meeting(['a']), ...template('') })
  expect([editions.length, problems.map(({ rule, file }) => [rule, file])]).toEqual([
    0,
    [['compose/missing-part', 'templates/ket-luan-hop.md']],
  ])
})

describe('the same content in YAML and in Markdown is the same notice', () => {
  const front = goodMeeting.replace(/conclusions:[\s\S]*/, '')
  const both = (yaml: unknown, markdown: string) => {
    const [a, b] = [
      edition({ 'content/meetings/2026/hop.yaml': `${front}${stringify({ conclusions: yaml })}` }),
      edition({ 'content/meetings/2026/hop.md': `---\n${front}---\n\n${markdown}` }),
    ]
    expect(b.notice).toEqual(a.notice)
    expect(b.facts.tasks).toEqual(a.facts.tasks)
  }

  test.each<[string, unknown, string]>([
    ['bare items', ['Một.', 'Hai.'], '1. Một.\n2. Hai.\n'],
    [
      'groups with titles',
      [
        { heading: 'Chung', text: 'Tốt.' },
        { heading: 'Việc', items: ['Một.', 'Hai.'] },
      ],
      '# Chung\n\nTốt.\n\n# Việc\n\n1. Một.\n2. Hai.\n',
    ],
    [
      'starred groups',
      [{ heading: 'Đối với Sở', mark: 'star', items: ['Một.'] }],
      '# * Đối với Sở\n\n1. Một.\n',
    ],
    ['points', [{ text: 'Một:', items: ['a.', 'b.'] }], '1. Một:\n\n   1. a.\n   2. b.\n'],
    [
      'several paragraphs and dashes',
      [{ text: 'Một:\n\n- a;\n- b.\n\nHết.' }],
      '1. Một:\n\n   - a;\n   - b.\n\n   Hết.\n',
    ],
    ['bold and units', ['Giao <unit:khao-thi> **ngay**.'], '1. Giao <unit:khao-thi> **ngay**.\n'],
    [
      'tasks',
      [
        {
          text: 'Một.',
          tasks: [{ lead: 'khao-thi', due: '2026-04-30' }, { lead: ['van-phong', 'khao-thi'] }],
        },
      ],
      '1. Một.\n   <!-- task: {lead: khao-thi, due: 2026-04-30} -->\n   <!-- task: {lead: [van-phong, khao-thi]} -->\n',
    ],
    [
      'whom it is for',
      [{ heading: 'Việc', for: ['phong'], items: ['Một.'] }],
      '# Việc <!-- for: phong -->\n\n1. Một.\n',
    ],
    ['a paragraph without a number', ['Một.', { mark: 'none', text: 'Thêm.' }], '1. Một.\n\nThêm.\n'],
  ])('%s', (_, yaml, markdown) => {
    both(yaml, markdown)
  })
})
