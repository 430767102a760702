import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { toBlocks } from '../../src/compose/blocks.ts'
import { arrange } from '../../src/layout/arrange.ts'
import { decree30 } from '../../src/layout/decree30.ts'
import type { Row } from '../../src/layout/sheet.ts'
import { labels } from '../../src/notice/labels.ts'
import { type Block, type Inline, isDivision, type Notice, plain } from '../../src/notice/notice.ts'
import { renderMarkdown } from '../../src/render/markdown.ts'
import { parseMarkdown, writeMarkdown } from '../../src/text/markdown.ts'
import { upper } from '../../src/text/names.ts'
import { notices } from '../fixtures/notices.ts'

const parts = (markdown: string): { front: string; body: string } => {
  const [, front = '', body = ''] = /^---\n(.*?\n)---\n\n(.*)$/s.exec(markdown) ?? []
  return { front, body }
}

const render = (notice: Notice): { front: string; body: string } => parts(renderMarkdown(notice, decree30))

/** What a reader of the Markdown reads: its text nodes, and the markers of lists as they stand in the file. */
const read = (body: string): string[] => {
  const found = (node: Nodes): string => {
    if (node.type === 'text') return node.value
    if (node.type === 'break') return ' '
    const inner = 'children' in node ? node.children.map(found).join(inLine(node) ? '' : ' ') : ''
    if (node.type !== 'listItem') return inner
    return `${/^\S+/.exec(body.slice(node.position?.start.offset))?.[0]} ${inner}`
  }
  return split(found(parseMarkdown(body)))
}

const inLine = (node: Nodes): boolean =>
  ['paragraph', 'heading', 'tableCell', 'strong', 'emphasis'].includes(node.type)

const split = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')

/** The words of a notice in the order in which they are printed. */
const said = (notice: Notice): string[] =>
  split(
    [
      ...notice.parentBody.map(upper),
      ...notice.issuingBody.map(upper),
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      `Số: ${notice.number === undefined ? ' ' : String(notice.number).padStart(2, '0')}/${notice.symbol}`,
      `${notice.place}, ${notice.date === undefined ? 'ngày tháng năm' : notice.date.length === 7 ? 'ngày tháng 3 năm 2020' : 'ngày 10 tháng 3 năm 2020'}`,
      upper(notice.urgency ?? ''),
      upper(notice.kind),
      notice.subject,
      ...notice.basis.map(plain),
      saidBlocks(notice.content, '-'),
      'Nơi nhận:',
      ...notice.recipients.map((entry) => `- ${entry}`),
      upper(notice.drafter ?? ''),
      ...notice.signature.authority.map(upper),
      notice.signature.name,
      ...(notice.annexes ?? []).flatMap((annex, index, all) => [
        all.length > 1 ? `Phụ lục ${['I', 'II', 'III'][index]}` : 'Phụ lục',
        upper(annex.title),
        annex.reference,
        saidBlocks(annex.content, '-'),
      ]),
    ].join(' '),
  )

const saidBlocks = (blocks: readonly Block[], dash: string): string => {
  const marks = labels(blocks)
  return blocks
    .map((block, index) => {
      if (block.is === 'paragraph') return plain(block.text)
      if (block.is === 'table') return [block.head, ...block.rows].flat().map(plain).join(' ')
      if (block.is === 'item') return `${dash} ${plain(block.text)} ${saidBlocks(block.blocks, '+')}`
      const title = plain(block.title ?? [])
      const capitals = block.is === 'section' && block.mark === 'number' && !block.runIn
      const own = capitals ? upper(title) : title
      return `${marks[index] ?? ''} ${own} ${saidBlocks(block.blocks, '-')}`
    })
    .join(' ')
}

test('the Markdown of a notice has its words in its order', () => {
  fc.assert(
    fc.property(notices, (notice) => {
      expect(read(render(notice).body)).toEqual(said(notice))
    }),
    { numRuns: 200 },
  )
})

test('the Markdown has the words of the printed sheet in their order', () => {
  fc.assert(
    fc.property(notices, (notice) => {
      const sheet = arrange(notice, decree30, (text) => text.length, '2020-03-10')
      expect(read(render(notice).body)).toEqual(
        split(sheet.sections.flatMap(({ rows }) => rows.map(printed)).join(' ')),
      )
    }),
    { numRuns: 100 },
  )
})

const printed = (row: Row): string => {
  if (row.is === 'line') return row.runs.map((run) => run.text).join('')
  if (row.is === 'columns') return row.rows.flat(2).map(printed).join(' ')
  return row.is === 'grid' ? [...row.head, ...row.rows.flat()].map(printed).join(' ') : ''
}

test('reading and writing the Markdown again changes nothing', () => {
  fc.assert(
    fc.property(notices, (notice) => {
      const { front, body } = render(notice)
      expect(writeMarkdown(parseMarkdown(body))).toBe(body)
      expect(stringify(parse(front), { lineWidth: 0 })).toBe(front)
    }),
    { numRuns: 200 },
  )
})

test('the front matter gives back every fact', () => {
  fc.assert(
    fc.property(notices, (notice) => {
      const facts = parse(render(notice).front)
      expect({ parentBody: [], ...facts }).toEqual(
        JSON.parse(
          JSON.stringify({
            ...notice,
            language: undefined,
            basis: undefined,
            content: undefined,
            annexes: notice.annexes?.map(({ title }) => title),
          }),
        ),
      )
    }),
  )
})

const text = (value: string): Inline[] => [{ is: 'text', value }]
const paragraph = (value: string): Block => ({ is: 'paragraph', text: text(value) })

const sample: Notice = {
  schema: 1,
  id: '2020-03-10-truong-chuan',
  language: 'vi',
  parentBody: ['Ủy ban nhân dân', 'tỉnh Hậu Giang'],
  issuingBody: ['Sở Giáo dục và Đào tạo'],
  number: 7,
  symbol: 'TB-SGDĐT',
  place: 'Hậu Giang',
  date: '2020-03-10',
  kind: 'Thông báo',
  subject: 'Ý kiến kết luận về trường chuẩn',
  basis: [text('Căn cứ Kế hoạch số 193/BCĐ-UBND;')],
  content: [
    paragraph('Mở đầu.'),
    {
      is: 'section',
      id: 's1',
      mark: 'number',
      title: text('Kết quả'),
      blocks: [
        { is: 'clause', id: 'c1', mark: 'number', title: text('Tuyển sinh'), blocks: [paragraph('Đủ.')] },
        {
          is: 'clause',
          id: 'c2',
          mark: 'number',
          blocks: [
            paragraph('Đội ngũ:'),
            { is: 'point', id: 'p1', mark: 'number', blocks: [paragraph('tuyển thêm;')] },
            { is: 'point', id: 'p2', mark: 'number', blocks: [paragraph('bồi dưỡng.')] },
          ],
        },
        {
          is: 'clause',
          id: 'c3',
          mark: 'number',
          title: text('Tài chính:'),
          runIn: true,
          blocks: [paragraph('Đủ.')],
        },
      ],
    },
    {
      is: 'clause',
      id: 'c4',
      mark: 'star',
      title: text('Đối với các trường'),
      blocks: [
        {
          is: 'item',
          text: text('Rà soát;'),
          blocks: [{ is: 'item', text: text('đợt 1'), blocks: [] }],
        },
        { is: 'item', text: text('Báo cáo.'), blocks: [] },
        {
          is: 'table',
          head: [text('Trường'), text('Hạn')],
          align: ['left', 'centre'],
          rows: [[text('THPT Hòa An'), text('24/3/2020')]],
        },
      ],
    },
    paragraph('Trên đây là kết luận./.'),
  ],
  signature: { authority: ['KT. Giám đốc', 'Phó Giám đốc'], name: 'Nguyễn Văn Hiền' },
  recipients: ['Ban Giám đốc Sở;', 'Lưu: VT.'],
}

test('a notice in Markdown', () => {
  expect(renderMarkdown(sample, decree30)).toBe(`---
schema: 1
id: 2020-03-10-truong-chuan
number: 7
symbol: TB-SGDĐT
date: 2020-03-10
kind: Thông báo
subject: Ý kiến kết luận về trường chuẩn
place: Hậu Giang
parentBody:
  - Ủy ban nhân dân
  - tỉnh Hậu Giang
issuingBody:
  - Sở Giáo dục và Đào tạo
signature:
  authority:
    - KT. Giám đốc
    - Phó Giám đốc
  name: Nguyễn Văn Hiền
recipients:
  - Ban Giám đốc Sở;
  - "Lưu: VT."
---

ỦY BAN NHÂN DÂN\\
TỈNH HẬU GIANG

**SỞ GIÁO DỤC VÀ ĐÀO TẠO**

**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**\\
**Độc lập - Tự do - Hạnh phúc**

Số: 07/TB-SGDĐT

Hậu Giang, ngày 10 tháng 3 năm 2020

# THÔNG BÁO

**Ý kiến kết luận về trường chuẩn**

_Căn cứ Kế hoạch số 193/BCĐ-UBND;_

Mở đầu.

## I. KẾT QUẢ

### 1. Tuyển sinh

Đủ.

2. Đội ngũ:

   a) tuyển thêm;

   b) bồi dưỡng.

3. **Tài chính:** Đủ.

**\\* Đối với các trường**

- Rà soát;
  + đợt 1
- Báo cáo.

| Trường | Hạn |
| - | :-: |
| THPT Hòa An | 24/3/2020 |

Trên đây là kết luận./.

**Nơi nhận:**

- Ban Giám đốc Sở;
- Lưu: VT.

**KT. GIÁM ĐỐC**\\
**PHÓ GIÁM ĐỐC**

**Nguyễn Văn Hiền**
`)
})

test('a draft keeps room for its number and day', () => {
  const { number: _, ...draft } = { ...sample, date: '2020-03' }
  const { body, front } = render(draft)
  expect(body).toContain('Số: \u2007\u2007\u2007\u2007/TB-SGDĐT\n')
  expect(body).toContain('\nHậu Giang, ngày\u2007\u2007\u2007tháng 3 năm 2020\n')
  expect(front).not.toContain('number')
})

/** Lines of `b` that are not in `a`, by count. */
const newLines = (a: string, b: string): number => {
  const before = new Set(a.split('\n'))
  return b.split('\n').filter((line) => !before.has(line)).length
}

test('one change is one line, and one more when the fact is in the front matter too', () => {
  const before = renderMarkdown(sample, decree30)
  const long = { ...sample, content: [...sample.content, paragraph('Một đoạn rất dài. '.repeat(40).trim())] }
  expect(newLines(before, renderMarkdown(long, decree30))).toBe(1)
  const subject = { ...sample, subject: 'Trích yếu khác' }
  expect(newLines(before, renderMarkdown(subject, decree30))).toBe(2)
  const recipients = { ...sample, recipients: ['Ban Giám đốc Sở;', 'Các phòng thuộc Sở;', 'Lưu: VT.'] }
  expect(newLines(before, renderMarkdown(recipients, decree30))).toBe(2)
})

test('what the rules do not print in capitals stays as it is', () => {
  const rules = {
    ...decree30,
    parts: { ...decree30.parts, kind: { ...decree30.parts.kind, letters: 'as-is' } },
  } as const
  expect(renderMarkdown(sample, rules)).toContain('\n# Thông báo\n')
})

test('numbers of clauses are the printed ones, also around headings and unnumbered groups', () => {
  const content = toBlocks('1. một\n\n### hai\n\n### ba {-}\n\n1. trong ba', {
    report: (problem) => expect.unreachable(problem.message),
    file: 'x.md',
    line: () => undefined,
  })
  const again: Block = { is: 'clause', id: 'x', mark: 'none', blocks: content.filter(isDivision).slice(0, 1) }
  const { body } = render({ ...sample, content: [...content, again, again] })
  expect(body).toContain(
    '1. một\n\n### 2. hai\n\n**ba**\n\n1. trong ba\n\n1\\. một\n\n1. một\n\n**Nơi nhận:**',
  )
})
