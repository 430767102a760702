import fc from 'fast-check'
import type { BlockContent, Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import { expect, test } from 'vitest'
import { parseLine, parseMarkdown, theLongWay, writeMarkdown } from '../../src/text/markdown.ts'
import { plainBlocks } from '../../src/text/plain-blocks.ts'
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

/** What stands in a line, mostly what needs no parser. */
const inLine = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom('chữ', 'một hai', ' ', ' ba ', '2026', ', ', ': ', '.') },
      {
        weight: 4,
        arbitrary: fc.constantFrom('**', ' **', '** ', '**đậm**', '\\,', '\\*', '\\_', '(', ')', '“'),
      },
      { weight: 1, arbitrary: words },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '*',
          '_',
          '_a_',
          '&amp;',
          '&',
          '`',
          '|',
          '#',
          '\\',
          '~',
          '🏫',
          '\u00a0',
          '\u2028',
          '\t',
          '=',
          '[x](y)',
          '<b>',
          '{-}',
        ),
      },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(''))
const cellLine = fc
  .array(fc.oneof(inLine, fc.constantFrom('', ' ', '-', ' :-: ', '---', ' --- ', '-:')), {
    minLength: 1,
    maxLength: 3,
  })
  .map((cells) => `|${cells.join('|')}|`)
const rows = fc
  .tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.array(cellLine, { minLength: 1, maxLength: 3 }),
    fc.array(inLine, { minLength: 9, maxLength: 9 }),
    fc.constantFrom(' --- ', '-', ':-:', '-: ', ' :- '),
  )
  .map(([columns, odd, said, dashes]) => {
    const row = (from: number): string =>
      `|${said
        .slice(from, from + columns)
        .map((cell) => ` ${cell} `)
        .join('|')}|`
    return [
      row(0),
      `|${Array.from({ length: columns }, () => dashes).join('|')}|`,
      row(columns),
      ...odd.slice(1),
    ].join('\n')
  })
/** Lines one below another, most of them where a careful hand would put them. */
const page = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom('\n', '\n\n') },
        fc.constantFrom('\n\n\n', '\n   \n', '\n\n  ', '\r\n', ' \n', '  \n'),
      ),
      fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom('', '', '  ', '   ', '     ', '      ') },
        fc.constantFrom(' ', '    ', '\t'),
      ),
      fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom('', '- ', '- ', '1. ', '2. ', '3. ', '10. ', '# ', '## ') },
        fc.constantFrom(
          '* ',
          '+ ',
          '-  ',
          '1) ',
          '> ',
          '-',
          '1.',
          '#',
          '- - ',
          '1. - ',
          '- # ',
          '---',
          '0. ',
          '```',
          '    - ',
        ),
      ),
      fc.oneof(
        { weight: 7, arbitrary: inLine },
        { weight: 1, arbitrary: fc.constant('') },
        { weight: 1, arbitrary: rows },
        { weight: 1, arbitrary: cellLine },
      ),
    ),
    { maxLength: 7 },
  )
  .map((lines) =>
    lines
      .flat()
      .join('')
      .replace(/^\n+(?=.)/, ''),
  )
/** Lines as a tidy hand has them: lists within lists, words below their words, seldom anything odd. */
const neat = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .array(
        fc.constantFrom(
          'chữ',
          'một hai.',
          'ngày 05',
          'b\\,',
          '**đậm**',
          '**Việc này:**',
          '(**x**)',
          '\\*',
          '“a**',
        ),
        { minLength: 1, maxLength: 4 },
      )
      .map((parts) => parts.join(' ')),
  },
  { weight: 1, arbitrary: inLine },
)
const cell = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.constantFrom(
      'chữ',
      '12',
      ' ',
      '',
      'a **b** c',
      '**đậm**',
      'a - b',
      '- a',
      '# b',
      '1. c',
      '🏫',
    ),
  },
  { weight: 1, arbitrary: inLine },
)
const table = fc
  .tuple(cell, cell, cell, cell, fc.constantFrom(' --- ', '-', ':-:', '-: ', ' :- ', '  :---'))
  .map(([a, b, c, d, dashes]) => `| ${a} | ${b}|\n|${dashes}|-|\n| ${c}  | ${d} |\n|${a}||\n\n`)
const tidy = fc
  .array(
    fc.tuple(
      fc.constantFrom('- ', '- ', '1. ', '2. ', '', '', 'up', 'top', '# '),
      neat,
      fc.constantFrom('\n', '\n\n', '\n\n', '\n \n'),
      fc.oneof({ weight: 9, arbitrary: fc.constant('') }, table),
    ),
    { minLength: 1, maxLength: 9 },
  )
  .map((lines) => {
    const columns = [0]
    return lines
      .map(([mark, said, end, after]) => {
        if (mark === 'up' && columns.length > 1) columns.pop()
        if (mark === 'top' || mark === '# ') columns.length = 1
        const column = columns.at(-1) ?? 0
        if (mark === 'up') return ''
        if (/^[-\d]/.test(mark)) columns.push(column + mark.length)
        if (after !== '') columns.length = 1
        return `${' '.repeat(column)}${mark === 'top' ? '' : mark}${said}${end}${after}`
      })
      .join('')
  })

test('what is read the short way is what the parser gives, places included', () => {
  const { parse } = theLongWay()
  const read = { short: 0, lists: 0, tables: 0, bold: 0 }
  fc.assert(
    fc.property(fc.oneof({ weight: 2, arbitrary: tidy }, page, flow), (source) => {
      const whole = parse(source)
      expect(parseMarkdown(source)).toEqual(whole)
      const short = plainBlocks(source, parse)
      if (!short) return
      const kinds = JSON.stringify(short)
      read.short += 1
      if (/"list".*"list"/.test(kinds)) read.lists += 1
      if (kinds.includes('"table"')) read.tables += 1
      if (kinds.includes('"strong"')) read.bold += 1
    }),
    { numRuns: 2000 },
  )
  expect(read.short).toBeGreaterThan(400)
  expect(read.lists).toBeGreaterThan(100)
  expect(read.tables).toBeGreaterThan(30)
  expect(read.bold).toBeGreaterThan(200)
})

test('a line that is read the short way is what the parser gives', () => {
  const long = theLongWay().parseLine
  fc.assert(
    fc.property(fc.oneof(inLine, words, flow), (value) => {
      expect(parseLine(value)).toEqual(long(value))
    }),
    { numRuns: 2000 },
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
    { weight: 4, arbitrary: fc.constantFrom('chữ ', ' a', 'b', ' – ', '.', '(', '1. ').map(text) },
    {
      weight: 4,
      arbitrary: fc
        .constantFrom('đậm', 'Việc này:', '“c', ' d', '- e', '🏫')
        .map((value): PhrasingContent => ({ type: 'strong', children: [text(value)] })),
    },
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
  { maxLength: 4 },
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
    { numRuns: 2000 },
  )
})
