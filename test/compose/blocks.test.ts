import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toBlocks, toInlines } from '../../src/compose/blocks.ts'
import type { BlocksContext } from '../../src/compose/scope.ts'
import { labels } from '../../src/notice/labels.ts'
import { type Block, isDivision, plain } from '../../src/notice/notice.ts'
import type { Problem } from '../../src/problem.ts'
import { escapeMarkdown } from '../../src/text/escape.ts'
import { words } from '../fixtures/notices.ts'

const convert = (
  text: string,
  more: Partial<BlocksContext> = {},
): { blocks: Block[]; problems: Problem[] } => {
  const problems: Problem[] = []
  const blocks = toBlocks(text, {
    report: (problem) => problems.push(problem),
    file: 'templates/mau.md',
    line: (line) => ({ line: line + 10, column: 1 }),
    ...more,
  })
  return { blocks, problems }
}

/** Blocks that nothing is wrong with. */
const good = (text: string, more?: Partial<BlocksContext>): Block[] => {
  const { blocks, problems } = convert(text, more)
  expect(problems).toEqual([])
  return blocks
}

/** One line a block, as printed, indented by depth. */
const outline = (blocks: readonly Block[], indent = ''): string[] => {
  const marks = labels(blocks)
  return blocks.flatMap((block, index) => {
    if (block.is === 'table') return [`${indent}table ${block.align.join(' ')}`]
    if (block.is === 'paragraph') return [`${indent}${plain(block.text)}`]
    if (block.is === 'item')
      return [`${indent}- ${plain(block.text)}`, ...outline(block.blocks, `${indent}  `)]
    const head = `${indent}${block.is} ${block.id}: ${marks[index] ?? ''} ${plain(block.title ?? [])}`
    return [head.trimEnd(), ...outline(block.blocks, `${indent}  `)]
  })
}

const text = (value: string): { is: 'text'; value: string } => ({ is: 'text', value })

test('headings and lists become sections, clauses, points and dash lines', () => {
  const source = `
Mở đầu.

## Kết quả

Nhìn chung tốt.

1. Một.

   Đoạn hai của một.

   1. Điểm a.
   2. Điểm b.
      - gạch
        - cộng
2. Hai.

### Tuyển sinh

1. Điểm a.

#### Chỉ tiêu

- gạch

## Nhiệm vụ

Việc.
`
  expect(outline(good(source))).toEqual([
    'Mở đầu.',
    'section s1: I. Kết quả',
    '  Nhìn chung tốt.',
    '  clause s1.c1: 1.',
    '    Một.',
    '    Đoạn hai của một.',
    '    point s1.c1.p1: a)',
    '      Điểm a.',
    '    point s1.c1.p2: b)',
    '      Điểm b.',
    '      - gạch',
    '        - cộng',
    '  clause s1.c2: 2.',
    '    Hai.',
    '  clause s1.c3: 3. Tuyển sinh',
    '    point s1.c3.p1: a)',
    '      Điểm a.',
    '    point s1.c3.p2: b) Chỉ tiêu',
    '      - gạch',
    'section s2: II. Nhiệm vụ',
    '  Việc.',
  ])
})

test('starred and unnumbered headings group without using up a level', () => {
  const source =
    '### \\* Đối với Phòng GD&ĐT\n\n1. Một.\n2. Hai.\n\n### Khác {-}\n\n1. Một.\n\n### Số\n\n1. Điểm.'
  expect(outline(good(source))).toEqual([
    'clause c1: * Đối với Phòng GD&ĐT',
    '  clause c1.c1: 1.',
    '    Một.',
    '  clause c1.c2: 2.',
    '    Hai.',
    'clause c2:  Khác',
    '  clause c2.c1: 1.',
    '    Một.',
    'clause c3: 1. Số',
    '  point c3.p1: a)',
    '    Điểm.',
  ])
})

test('a filled-in title that ends with {-} keeps it', () => {
  expect(outline(good(`## ${escapeMarkdown('Khác {-}')}`))).toEqual(['section s1: I. Khác {-}'])
})

test('blocks of a division that stands elsewhere carry its id and its level', () => {
  const within = { is: 'clause', id: 'ra-soat', mark: 'number' } as const
  expect(outline(good('Mở:\n\n1. a', { within }))).toEqual(['Mở:', 'point ra-soat.p1: a)', '  a'])
  expect(outline(good('1. a', { within: { ...within, mark: 'star' } }))).toEqual([
    'clause ra-soat.c1: 1.',
    '  a',
  ])
})

test('ids are unique', () => {
  const source = '# a\n\n1. x\n2. y\n   1. z\n\n## b\n\n1. x\n\n### c\n\n1. d\n\n### e'
  const ids = (blocks: readonly Block[]): string[] =>
    blocks.flatMap((block) => (isDivision(block) ? [block.id, ...ids(block.blocks)] : []))
  const all = ids(good(source))
  expect(all).toHaveLength(9)
  expect(new Set(all).size).toBe(all.length)
})

test('a number out of step is text: no year becomes a clause', () => {
  const { blocks, problems } = convert('1. Một.\n\nĐoạn.\n\n2. Hai.\n\nĐoạn.\n\n2026. Năm học mới\nbắt đầu.')
  expect(outline(blocks)).toEqual([
    'clause c1: 1.',
    '  Một.',
    'Đoạn.',
    'clause c2: 2.',
    '  Hai.',
    'Đoạn.',
    '2026. Năm học mới bắt đầu.',
  ])
  expect(problems).toEqual([
    expect.objectContaining({
      level: 'warning',
      at: { line: 19, column: 1 },
      hint: expect.stringContaining('2026\\.'),
    }),
  ])
})

test.each([
  ['1) Một.', ['1) Một.']],
  ['1. Một.\n2. Hai.\n5. Năm.', ['clause c1: 1.', '  Một.', 'clause c2: 2.', '  Hai.', '5. Năm.']],
  ['- gạch\n  1. số', ['- gạch', '  1. số']],
  ['1. a\n\nb\n\n1. c', ['clause c1: 1.', '  a', 'b', 'clause c2: 2.', '  c']],
])('numbers that a reader may not expect are warned of: %j', (source, expected) => {
  const { blocks, problems } = convert(source)
  expect(outline(blocks)).toEqual(expected)
  expect(problems.map((problem) => problem.level)).toEqual(['warning'])
})

test('all "1." counts on', () => {
  expect(outline(good('1. a\n1. b'))).toEqual(['clause c1: 1.', '  a', 'clause c2: 2.', '  b'])
})

test('emphasis, breaks and line ends', () => {
  expect(good('Một **hai _ba_**  \nbốn\nnăm\\\nsáu')).toEqual([
    {
      is: 'paragraph',
      text: [
        text('Một '),
        { is: 'strong', text: [text('hai '), { is: 'emphasis', text: [text('ba')] }] },
        { is: 'break' },
        text('bốn năm'),
        { is: 'break' },
        text('sáu'),
      ],
    },
  ])
})

test('a table keeps its columns', () => {
  expect(good('| A | B | C |\n|:-:|--:|---|\n| 1 | **2** |\n')).toEqual([
    {
      is: 'table',
      head: [[text('A')], [text('B')], [text('C')]],
      align: ['centre', 'right', 'left'],
      rows: [[[text('1')], [{ is: 'strong', text: [text('2')] }], []]],
    },
  ])
})

test.each([
  ['> trích dẫn', '>'],
  ['```\nmã\n```', '```'],
  ['***', 'kẻ ngang'],
  ['##', 'trống'],
  ['##### sâu', 'sâu'],
  ['- a\n-', 'trống'],
  ['1.', 'trống'],
  ['1. a\n\n   ## b', 'danh sách'],
  ['| A |\n|---|\n| 1 | 2 |', 'ô'],
])('what a notice cannot hold is an error with its place: %j', (source, word) => {
  const { problems } = convert(`Đoạn.\n\n${source}`)
  expect(problems).toHaveLength(1)
  const line = 10 + 3 + source.split('\n').findIndex((_, at, all) => at === errorLine(all))
  expect(problems[0]).toMatchObject({
    rule: 'compose/block',
    level: 'error',
    file: 'templates/mau.md',
    at: { line, column: 1 },
    message: expect.stringContaining(word),
  })
})

/** The line at fault: the last one of a list or table, the first of anything else. */
const errorLine = (lines: readonly string[]): number => (lines[0]?.startsWith('```') ? 0 : lines.length - 1)

test('the caller says which rule speaks', () => {
  expect(convert('> x', { rule: 'template/block' }).problems[0]?.rule).toBe('template/block')
})

test('numbers typed by hand are warned of', () => {
  expect(convert('## I. Kết quả').problems).toMatchObject([{ level: 'warning' }])
})

test('a filled-in value never changes the structure', () => {
  fc.assert(
    fc.property(
      words.filter((value) => value !== ''),
      (value) => {
        const x = escapeMarkdown(value)
        expect(good(`${x}\n\n1. ${x}\n   - ${x}`)).toEqual([
          { is: 'paragraph', text: [text(value)] },
          {
            is: 'clause',
            id: 'c1',
            mark: 'number',
            blocks: [
              { is: 'paragraph', text: [text(value)] },
              { is: 'item', text: [text(value)], blocks: [] },
            ],
          },
        ])
        expect(toInlines(x)).toEqual([text(value)])
      },
    ),
    { numRuns: 200 },
  )
})

test('one line of prose', () => {
  expect(toInlines('2026. **Rà soát** [x](y)')).toEqual([
    text('2026. '),
    { is: 'strong', text: [text('Rà soát')] },
    text(' [x](y)'),
  ])
  expect(toInlines('')).toEqual([])
})
