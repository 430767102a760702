import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import { readMeeting } from '../../src/load/body.ts'
import { parseMarkdown } from '../../src/text/markdown.ts'
import { reading } from './reading.ts'

/** A body below three lines of front matter. */
const read = (...lines: string[]) => reading(readMeeting, ['---', 'subject: x', '---', ...lines].join('\n'))
const conclusions = (...lines: string[]): unknown => {
  const { source, problems } = read(...lines)
  expect(problems).toEqual([])
  return Object(source?.value).conclusions
}

describe('outline', () => {
  it('reads the shape of a real notice', () => {
    expect(
      conclusions(
        '# \\* Đối với Phòng GD&ĐT',
        '<!-- for: [phong-gddt] -->',
        '',
        '1. Cần quan tâm;',
        '2. Rà soát, đánh giá.',
        '   <!-- task: {lead: phong-gddt, due: 2020-03-24} -->',
        '',
        '# \\* Đối với các trường THPT',
        '',
        'Trường THPT Hòa An khẩn trương.',
      ),
    ).toEqual([
      {
        heading: 'Đối với Phòng GD&ĐT',
        mark: 'star',
        for: ['phong-gddt'],
        items: [
          { text: 'Cần quan tâm;' },
          { text: 'Rà soát, đánh giá.', tasks: [{ lead: 'phong-gddt', due: '2020-03-24' }] },
        ],
      },
      { heading: 'Đối với các trường THPT', mark: 'star', text: 'Trường THPT Hòa An khẩn trương.' },
    ])
  })

  it('puts headings below headings by depth, skipped levels too', () => {
    expect(conclusions('# A', '### B', 'b', '## C', '# D')).toEqual([
      { heading: 'A', items: [{ heading: 'B', text: 'b' }, { heading: 'C' }] },
      { heading: 'D' },
    ])
  })

  it('needs no headings: items and paragraphs are the conclusions', () => {
    expect(conclusions('Lời dẫn.', '', '1. Một', '2. Hai', '', 'Lời kết.')).toEqual([
      { mark: 'none', text: 'Lời dẫn.' },
      { text: 'Một' },
      { text: 'Hai' },
      { mark: 'none', text: 'Lời kết.' },
    ])
  })

  it('takes prose before the first item as text, after it as an unmarked item', () => {
    expect(
      conclusions(
        '# A',
        'p',
        '',
        'q',
        '',
        '- d',
        '',
        '1. i',
        '',
        '   j',
        '   - k',
        '     - l',
        '',
        '   1. m',
        '',
        '   n',
        '',
        'o',
      ),
    ).toEqual([
      {
        heading: 'A',
        text: 'p\n\nq\n\n- d',
        items: [
          { text: 'i\n\nj\n\n- k\n  - l', items: [{ text: 'm' }, { mark: 'none', text: 'n' }] },
          { mark: 'none', text: 'o' },
        ],
      },
    ])
  })

  it('keeps a table or dash list with the paragraph that introduces it', () => {
    const table = ['| a | b |', '|---|---|', '| 1 | 2 |']
    expect(conclusions('1. x', '', 'Gồm:', '', '- y', '', ...table, '', 'z')).toEqual([
      { text: 'x' },
      { mark: 'none', text: `Gồm:\n\n- y\n\n${table.join('\n')}` },
      { mark: 'none', text: 'z' },
    ])
  })

  it('takes the indentation of lists off continued lines, tabs and lazy lines included', () => {
    expect(conclusions('1.  một', '    hai', 'ba', '\t- d', '      e')).toEqual([
      { text: 'một\nhai\nba\n\n- d\n  e' },
    ])
  })

  it('leaves Markdown of the author as it was typed', () => {
    expect(conclusions('1. **Đậm** và *nghiêng*, 5 \\* 3, {{x}}, <b>, [a](b)  ', '   dòng hai')).toEqual([
      { text: '**Đậm** và *nghiêng*, 5 \\* 3, {{x}}, <b>, [a](b)  \ndòng hai' },
    ])
  })

  it('takes a bold line of its own above further items for their title', () => {
    expect(
      conclusions(
        '1. **Học bạ số** <!-- for: truong -->',
        '',
        '   1. Làm sạch dữ liệu.',
        '   2. **Ký số**',
        '      - học bạ;',
        '      - sổ điểm.',
        '2. **Kinh phí',
        '   và thiết bị**',
        '   <!-- task: {lead: tc} -->',
        '   1. Đường truyền.',
      ),
    ).toEqual([
      {
        heading: 'Học bạ số',
        for: ['truong'],
        items: [{ text: 'Làm sạch dữ liệu.' }, { heading: 'Ký số', text: '- học bạ;\n- sổ điểm.' }],
      },
      { heading: 'Kinh phí và thiết bị', tasks: [{ lead: 'tc' }], items: [{ text: 'Đường truyền.' }] },
    ])
  })

  it('leaves bold words that are no title of anything', () => {
    expect(
      conclusions(
        '1. **Khẩn trương.**',
        '2. **Về kinh phí:** tham mưu',
        '   1. đường truyền.',
        '3. **Đậm**',
        '',
        '   lời sau',
        '   1. mục con.',
        '',
        '- **Gạch**',
        '  - con',
      ),
    ).toEqual([
      { text: '**Khẩn trương.**' },
      { text: '**Về kinh phí:** tham mưu', items: [{ text: 'đường truyền.' }] },
      { text: '**Đậm**\n\nlời sau', items: [{ text: 'mục con.' }] },
      { mark: 'none', text: '- **Gạch**\n  - con' },
    ])
  })

  it('adds nothing for an empty body', () => {
    expect(conclusions('', ' ')).toBeUndefined()
  })

  it('loses no word and no structure of prose', () => {
    const word = fc.constantFrom(
      'một',
      'hai **ba**',
      'bốn\\*',
      '5.',
      '*sáu*',
      'a) bảy',
      '`',
      '| x',
      'năm <!--c--> rưỡi',
    )
    const paragraph = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => `Đoạn ${words.join(' ')}`)
    const broken = fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))
    const dashes = fc
      .array(paragraph, { minLength: 1, maxLength: 3 })
      .map((items) => items.map((item) => `- ${item}\n  - con`).join('\n'))
    const block = fc.oneof(broken, dashes, fc.constant('| a | b |\n|---|---|\n| 1 | 2 |'))
    const shape = (node: Nodes): unknown => ({
      type: node.type,
      ...('value' in node ? { value: node.value } : {}),
      ...('children' in node ? { children: node.children.map(shape) } : {}),
    })
    fc.assert(
      fc.property(
        fc.array(block, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 3 }),
        (blocks, spaces) => {
          const markdown = blocks.join('\n\n')
          const item = `1.${' '.repeat(spaces)}x\n\n${markdown.replace(/^(?=.)/gm, ' '.repeat(2 + spaces))}`
          const [first] = Object(read(item).source?.value).conclusions
          const plain = markdown.replace(/ <!--c-->/g, '')
          expect(shape(parseMarkdown(first?.text ?? ''))).toEqual(shape(parseMarkdown(`x\n\n${plain}`)))
        },
      ),
    )
  })
})

describe('comments', () => {
  it('belong to what stands directly before them, inside it or after it', () => {
    expect(
      conclusions(
        '1. một <!-- task: {lead: a} --> hai',
        '<!-- task:',
        '  lead: b',
        '  due: 2026-05-30',
        '-->',
        '2. ba',
        '   1. bốn',
        '   <!-- id: bon -->',
        '',
        'Gồm:',
        '- năm <!-- task: [{lead: c}, {lead: d}] -->',
        '<!-- for: van-phong -->',
        '<!-- nhớ hỏi lại: số liệu -->',
      ),
    ).toEqual([
      { text: 'một hai', tasks: [{ lead: 'a' }, { lead: 'b', due: '2026-05-30' }] },
      { text: 'ba', items: [{ text: 'bốn', id: 'bon' }] },
      { mark: 'none', text: 'Gồm:\n\n- năm', tasks: [{ lead: 'c' }, { lead: 'd' }], for: ['van-phong'] },
    ])
  })

  it('at the start of a line speak of the words after them', () => {
    expect(conclusions('# A', '<!-- id: b --> B', '', '1. <!-- id: c --> C')).toEqual([
      { heading: 'A', id: 'b', text: 'B', items: [{ id: 'c', text: 'C' }] },
    ])
  })

  it('do not break a list, and leave no gap', () => {
    expect(conclusions('1. A', '<!-- ghi chú -->', '2. B <!-- ghi', 'chú -->', '3. C')).toEqual([
      { text: 'A' },
      { text: 'B' },
      { text: 'C' },
    ])
  })

  it.each([
    ['broken YAML', ['x', '<!-- task: {lead: [} -->'], 'load/yaml 5:20'],
    [
      'a tab in YAML over several lines',
      ['x', '<!-- task:', '  lead: a', '\tdue: b', '-->'],
      'load/yaml 7:2',
    ],
    ['a key twice', ['x', '<!-- task: {lead: a, lead: b} -->'], 'load/duplicate-key 5:22'],
    ['nothing to say it about', ['<!-- task: {lead: a} -->', '', 'x'], 'load/body 4:1'],
    ['nothing said', ['x', '<!-- task: -->'], 'load/body 5:1'],
    ['an id twice', ['x', '<!-- id: a -->', '<!-- id: b -->'], 'load/body 6:10'],
    ['a word we do not know', ['x', '<!-- taks: {lead: a} -->'], 'load/body 5:1'],
    ['no end', ['x <!-- task: {lead: a}', '', 'y'], 'load/body 4:3'],
  ])('%s is told at its place', (_, lines, said) => {
    expect(read(...lines).said).toEqual([said])
  })
})

describe('habits of a word processor', () => {
  it.each([
    ['a typed number in a heading', ['# I. Tình hình'], 'load/body 4:1', 'warning'],
    ['a typed letter in a heading', ['## a) Việc'], 'load/body 4:1', 'warning'],
    ['a heading without words', ['#'], 'load/body 4:1', 'error'],
    ['a typed letter in a bold title', ['1. **a) Việc**', '   1. x'], 'load/body 4:6', 'warning'],
    ['points typed as text', ['Giao:', 'a) Việc'], 'load/body 5:1', 'warning'],
    ['a list from 5', ['5. x'], 'load/body 4:1', 'warning'],
    ['a year that looks like an item', ['1. x', '', '2026. Năm học'], 'load/body 6:1', 'warning'],
    ['an item without words', ['1. x', '2.'], 'load/body 5:1', 'error'],
    ['a quotation', ['> x'], 'load/body 4:1', 'error'],
    ['a ruled line', ['x', '', '---'], 'load/body 6:1', 'error'],
    ['a code block', ['```', 'x', '```'], 'load/body 4:1', 'error'],
  ])('%s', (_, lines, said, level) => {
    const found = read(...lines)
    expect(found.said).toEqual([said])
    expect(found.problems[0]?.level).toBe(level)
  })

  it.each([
    ['numbers that go on after a paragraph', ['1. a', '', 'b', '', '2. c']],
    ['the same number for all', ['1. a', '1. b', '1. c']],
    ['a heading that starts with a year', ['# 2026 và các năm sau']],
    ['words that only look like a label', ['# Về a) và b)', 'x (a) y']],
  ])('%s is fine', (_, lines) => {
    expect(read(...lines).said).toEqual([])
  })
})

describe('places', () => {
  const { source } = read(
    '# \\* Đối với',
    '<!-- for: [a, b] -->',
    'lời',
    '',
    '1. một',
    '2. hai',
    '   <!-- task: {lead: x, due: 2026-02-30} -->',
    '   <!-- task:',
    '     lead: y',
    '     with: [z]',
    '   -->',
  )
  it.each([
    [['conclusions'], 'value', '4:1'],
    [['conclusions', 0], 'value', '4:1'],
    [['conclusions', 0, 'heading'], 'value', '4:3'],
    [['conclusions', 0, 'for', 1], 'value', '5:15'],
    [['conclusions', 0, 'text'], 'value', '6:1'],
    [['conclusions', 0, 'items', 1], 'value', '9:1'],
    [['conclusions', 0, 'items', 1, 'text'], 'value', '9:4'],
    [['conclusions', 0, 'items', 1, 'tasks', 0, 'due'], 'value', '10:30'],
    [['conclusions', 0, 'items', 1, 'tasks', 0, 'due'], 'key', '10:25'],
    [['conclusions', 0, 'items', 1, 'tasks', 1, 'with', 0], 'value', '13:13'],
    // not there: the nearest that is
    [['conclusions', 0, 'items', 0, 'heading'], 'value', '8:1'],
    [['conclusions', 0, 'items', 1, 'tasks', 1, 'due'], 'value', '12:6'],
    [['conclusions', 5, 'text'], 'value', '4:1'],
    [['subject'], 'value', '2:10'],
  ] as const)('%j, its %s: %s', (path, aim, place) => {
    const at = source?.at(path, aim)
    expect(`${at?.line}:${at?.column}`).toBe(place)
  })
})

describe('front matter and body together', () => {
  it('does not take conclusions twice', () => {
    const { said, source } = reading(readMeeting, '---\nconclusions: [a]\n---\n1. b\n')
    expect(said).toEqual(['load/body 2:1'])
    expect(source?.value).toEqual({ conclusions: ['a'] })
  })

  it('takes conclusions from the front matter when there is no body', () => {
    expect(reading(readMeeting, '---\nconclusions: [a]\n---\n').said).toEqual([])
  })

  it('needs facts to add conclusions to', () => {
    expect(reading(readMeeting, '---\n- a\n---\nb').said).toEqual(['load/front-matter 2:1'])
  })

  it('outlives lists nested by the thousand', () => {
    for (const levels of [30, 1_000]) {
      expect(read(`${'1. '.repeat(levels)}x`).problems[0]?.message).toMatch(/quá sâu/)
    }
  })
})
