import fc from 'fast-check'
import type { BlockContent, Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import { expect, test } from 'vitest'
import { parseLine, parseMarkdown, theLongWay, writeMarkdown } from '../../src/text/markdown.ts'
import { bare } from '../fixtures/mdast.ts'
import { words } from '../fixtures/notices.ts'

const paragraph = (...children: PhrasingContent[]): RootContent => ({ type: 'paragraph', children })
const text = (value: string): PhrasingContent => ({ type: 'text', value })
const root = (...children: RootContent[]): Root => ({ type: 'root', children })

/** A text with something to say; what stands at the ends of a paragraph has no spaces there. */
const said = words.map((value) => `x${value}y`)
const phrasing: fc.Arbitrary<PhrasingContent[]> = fc
  .tuple(said, said, said, said)
  .map(([a, b, c, d]) => [
    text(a),
    { type: 'strong', children: [text(b), { type: 'emphasis', children: [text(c)] }] },
    { type: 'break' },
    { type: 'emphasis', children: [text(d)] },
    text(c),
  ])
const line: fc.Arbitrary<PhrasingContent[]> = said.map((value) => [text(value)])
const block: fc.Arbitrary<RootContent> = fc.oneof(
  phrasing.map((children): RootContent => ({ type: 'paragraph', children })),
  line.map((children): RootContent => ({ type: 'heading', depth: 2, children })),
  fc.tuple(line, line).map(
    ([one, two]): RootContent => ({
      type: 'table',
      align: [null, 'center'],
      children: [one, two].map((cells) => ({
        type: 'tableRow',
        children: [cells, one].map((children) => ({ type: 'tableCell', children })),
      })),
    }),
  ),
)

test('what is written is read back the same', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (children) => {
      expect(bare(parseMarkdown(writeMarkdown(root(...children))))).toEqual(bare(root(...children)))
    }),
    { numRuns: 300 },
  )
})

/** Anything a person may type. */
const typed = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\n',
        '\n\n',
        '- ',
        '1. ',
        '2) ',
        '+ ',
        '* ',
        '## ',
        '   ',
        '| ',
        '|-|\n',
        '**',
        '_',
        'chữ',
        '> ',
        '\\',
      ),
      words,
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

test('what was once written stays as it is when it is read and written again', () => {
  fc.assert(
    fc.property(typed, (source) => {
      const once = writeMarkdown(parseMarkdown(source))
      expect(writeMarkdown(parseMarkdown(once))).toBe(once)
    }),
    { numRuns: 300 },
  )
})

test('every paragraph is one line', () => {
  const long = 'Một đoạn rất dài, không ngắt dòng. '.repeat(50).trim()
  expect(writeMarkdown(root(paragraph(text(long))))).toBe(`${long}\n`)
})

test('fixed marks: dashes, plus signs inside, counted numbers, unpadded tables', () => {
  const source =
    '* a\n    * b\n      - c\n\n\n1) một\n1) hai\n\n__đậm__ *nghiêng*  \nxuống dòng\n\n| A | Dài hơn |\n|---|:--|\n| 1 | 2 |\n'
  expect(writeMarkdown(parseMarkdown(source))).toBe(
    '- a\n  + b\n    + c\n\n1. một\n2. hai\n\n**đậm** _nghiêng_\\\nxuống dòng\n\n| A | Dài hơn |\n| - | :- |\n| 1 | 2 |\n',
  )
})

test('lists side by side stay two lists', () => {
  const source = '- a\n\n* b\n\n1. c\n\n1) d\n'
  expect(parseMarkdown(writeMarkdown(parseMarkdown(source))).children).toHaveLength(4)
})

test.each([
  '<b>đậm</b> <!-- ghi chú -->',
  '<div>',
  '[tên](địa-chỉ) ![ảnh](x.png) [^1] [x]',
  '[x]: y',
  'www.haugiang.gov.vn https://x.vn a@b.vn <https://x.vn>',
  '~~bỏ~~ ~x~',
  '`mã` ``x``',
  '- [x] việc',
  'tiêu đề\n===',
  '    thụt vào',
])('what is no part of a notice is text: %j', (source) => {
  const found: string[] = []
  const visit = (node: Nodes): void => {
    expect(['root', 'paragraph', 'text', 'list', 'listItem']).toContain(node.type)
    if (node.type === 'text') found.push(node.value)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(parseMarkdown(source))
  expect(found).toEqual([source.replace(/^- | {4}/, '')])
})

test('nodes know where they stand', () => {
  const [, second] = parseMarkdown('một\n\n- hai\n').children
  expect(second?.position?.start).toMatchObject({ line: 3, column: 1, offset: 5 })
})

test('a line of prose has emphasis and nothing else', () => {
  const strong = { type: 'strong', children: [{ type: 'text', value: 'b' }] }
  expect(parseLine('2026. a **b**').map(bare)).toEqual([{ type: 'text', value: '2026. a ' }, strong])
  for (const source of ['# a', '- a', '> a', '```', '---', '1) a', '| a |', '<b>'])
    expect(parseLine(source).map(bare)).toEqual([{ type: 'text', value: source }])
  expect(parseLine('')).toEqual([])
})

/** Lines of words and of what may mean something at their beginning, in them or at their end. */
const flow = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: words },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          '\n',
          '\n\n',
          '\n\n\n',
          '  ',
          '\t',
          '\r\n',
          '\u00a0',
          '\ufeff',
          '2026. Năm',
        ),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '- ',
          '1. ',
          '2) ',
          '# ',
          '> ',
          '**',
          '|',
          '---',
          '```',
          '~~~',
          '===',
          '&amp;',
          '\\(',
          '\\*',
          '\\\n',
          '\\x',
        ),
      },
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))

test('text that is only paragraphs gives the same tree as beside a list, places included', () => {
  let plain = 0
  fc.assert(
    fc.property(flow, (value) => {
      const alone = parseMarkdown(value)
      if (!alone.children.every(({ type }) => type === 'paragraph')) return
      // The list keeps the whole text from the short way.
      const { children } = parseMarkdown(`${value}\n\n- x`)
      if (children.at(-1)?.type !== 'list') return
      plain += 1
      expect(children.slice(0, -1)).toEqual(alone.children)
    }),
    { numRuns: 2000 },
  )
  expect(plain).toBeGreaterThan(500)
})

test('a line that is only words gives the same as beside another paragraph', () => {
  fc.assert(
    fc.property(words, (value) => {
      const [only, ...more] = parseLine(value)
      if (only?.type !== 'text' || more.length > 0) return
      expect(parseLine(`${value}\n\nx`)).toEqual([only, text(' '), expect.objectContaining({ value: 'x' })])
    }),
    { numRuns: 1000 },
  )
})

/** Words beside letters that mean something, at their ends too. */
const nasty = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: words },
      { weight: 3, arbitrary: fc.constantFrom('chữ', ' ', '2026', '.', ')', '(', ':', '-', '+', 'a', '“') },
      { weight: 2, arbitrary: fc.constantFrom(...'!"#$%&\'*,/;<=>?@[\\]^_`{|}~') },
      {
        weight: 1,
        arbitrary: fc.constantFrom('\n', '\r', '\t', '\u007f', '\u00a0', '\ufeff', '🏫', '\ud83c', '&amp;'),
      },
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(''))
const inline: fc.Arbitrary<PhrasingContent[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: nasty.map(text) },
    { weight: 1, arbitrary: fc.constant<PhrasingContent>({ type: 'break' }) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.constantFrom('strong' as const, 'emphasis' as const),
          fc.array(nasty.map(text), { maxLength: 2 }),
        )
        .map(([type, children]): PhrasingContent => ({ type, children })),
    },
  ),
  { maxLength: 3 },
)
const leaf: fc.Arbitrary<BlockContent> = fc.oneof(
  { weight: 4, arbitrary: inline.map((children): BlockContent => ({ type: 'paragraph', children })) },
  { weight: 1, arbitrary: inline.map((children): BlockContent => ({ type: 'heading', depth: 3, children })) },
  {
    weight: 1,
    arbitrary: fc.array(fc.tuple(inline, inline), { minLength: 1, maxLength: 3 }).map(
      (rows): BlockContent => ({
        type: 'table',
        align: [null, 'right'],
        children: rows.map((cells) => ({
          type: 'tableRow',
          children: cells.map((children) => ({ type: 'tableCell', children })),
        })),
      }),
    ),
  },
)
const listOf = (entries: fc.Arbitrary<BlockContent>): fc.Arbitrary<BlockContent> =>
  fc
    .tuple(
      fc.boolean(),
      fc.boolean(),
      fc.array(fc.array(entries, { maxLength: 2 }), { minLength: 1, maxLength: 3 }),
    )
    .map(([ordered, spread, items]) => ({
      type: 'list',
      ordered,
      spread,
      start: ordered ? 3 : null,
      children: items.map((children) => ({ type: 'listItem', spread, children })),
    }))
const anything = fc.oneof(leaf, listOf(fc.oneof(leaf, listOf(leaf))))

test('what is written the short way is what the library writes', () => {
  const { write } = theLongWay()
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 4 }), (children) => {
      expect(writeMarkdown(root(...children))).toBe(write(root(...children)))
    }),
    { numRuns: 3000 },
  )
})
