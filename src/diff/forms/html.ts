/** A comparison → one HTML page: what changed in words, then both versions beside each other. Needs nothing besides itself. */

import type { Block } from '../../notice/notice.ts'
import { beside, besideTexts, type Cell, type Pair } from '../beside.ts'
import type { Statement } from '../block-statements.ts'
import { type PartName, partNames } from '../change.ts'
import { partText } from '../compare.ts'
import type { Comparison, Side } from '../report.ts'
import { partLabels } from '../statements.ts'
import type { WordChange } from '../words.ts'
import { style } from './html-style.ts'

export const htmlForm = (comparison: Comparison): string => {
  const { before, after, same, statements, notCompared } = comparison
  const title = `So sánh: ${before.name} → ${after.name}`
  return `<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>So sánh hai bản</h1>
<p class="names"><span><b>Bản cũ:</b> ${escaped(before.name)}</span> <span><b>Bản mới:</b> ${escaped(after.name)}</span></p>
<section>
<h2>${same ? 'Không có gì khác' : `Những điều đã đổi (${statements.length})`}</h2>
${same ? '' : `<ol>\n${statements.map((each) => `<li>${statement(each)}</li>`).join('\n')}\n</ol>\n`}<p class="note">Không so được ở đây: ${[...notCompared, cannot].map(escaped).join('; ')}.</p>
<p class="note">Chữ <del>gạch ngang</del> là bỏ đi, chữ <ins>gạch chân</ins> là thêm vào; ⇄ là chuyển chỗ.</p>
</section>
<table>
<thead><tr><th scope="col">Bản cũ</th><th scope="col">Bản mới</th></tr></thead>
${groups(before, after)
  .map(([name, pairs], index) => group(name, pairs, index))
  .join('\n')}
</table>
</body>
</html>
`
}

const cannot = 'trang này xếp theo đoạn, không giữ bố cục, phông và cỡ chữ của bản in'

const statement = ({ where, what, words }: Statement): string =>
  `<b>${escaped(where)}</b>: ${[
    ...(what === undefined ? [] : [escaped(what)]),
    ...(words ? [words.map(worded).join('')] : []),
  ].join(': ')}`

/** Only parts that one of the two has. */
const groups = (before: Side, after: Side): (readonly [string, readonly Pair[]])[] => {
  const [a, b] = [before.notice, after.notice]
  const partPairs = (names: readonly PartName[]): Pair[] =>
    names.flatMap((name) => {
      const [was, is] = [partText(name, a), partText(name, b)]
      return was === undefined && is === undefined ? [] : [labelled(besideTexts(was, is), partLabels[name])]
    })
  const paragraphs = (texts: typeof a.basis): Block[] => texts.map((text) => ({ is: 'paragraph', text }))
  const annexes = Math.max(a.annexes?.length ?? 0, b.annexes?.length ?? 0)
  const all: (readonly [string, readonly Pair[]])[] = [
    ['Đầu văn bản', partPairs(head)],
    ['Căn cứ', beside(paragraphs(a.basis), paragraphs(b.basis))],
    ['Nội dung', beside(a.content, b.content)],
    ['Nơi nhận', beside(listed(a.recipients), listed(b.recipients))],
    ['Ký', partPairs(partNames.filter((name) => !head.includes(name)))],
    ...Array.from({ length: annexes }, (_, index): readonly [string, readonly Pair[]] => {
      const [was, is] = [a.annexes?.[index], b.annexes?.[index]]
      return [
        `Phụ lục ${index + 1}`,
        [besideTexts(was?.title, is?.title), ...beside(was?.content ?? [], is?.content ?? [])],
      ]
    }),
  ]
  return all.filter(([, pairs]) => pairs.length > 0)
}

const head: readonly PartName[] = [
  'parentBody',
  'issuingBody',
  'number',
  'symbol',
  'place',
  'date',
  'urgency',
  'circulation',
  'kind',
  'subject',
]

const listed = (texts: readonly string[]): Block[] =>
  texts.map((value) => ({
    is: 'item',
    text: [{ is: 'text', value: value.replace(/[;.]$/, '') }],
    blocks: [],
  }))

const labelled = (pair: Pair, label: string): Pair => ({
  ...pair,
  ...(pair.before ? { before: { ...pair.before, label: `${label}:` } } : {}),
  ...(pair.after ? { after: { ...pair.after, label: `${label}:` } } : {}),
})

const group = (name: string, pairs: readonly Pair[], index: number): string =>
  `<tbody>\n<tr class="group"><th colspan="2" scope="rowgroup">${escaped(name)}</th></tr>\n${pairs.map((pair) => row(pair, index)).join('\n')}\n</tbody>`

const row = (pair: Pair, group: number): string => {
  const { is, before, after, link } = pair
  const id = (side: 'cu' | 'moi'): string => `${side}-${group}-${link ?? 0}`
  const mark =
    is === 'gone'
      ? `<a class="move" href="#${id('moi')}">⇄ chuyển tới chỗ khác</a>`
      : is === 'come'
        ? `<a class="move" href="#${id('cu')}">⇄ từ chỗ khác chuyển tới</a>`
        : is === 'restyled'
          ? '<span class="move">chỉ đổi cách trình bày</span>'
          : ''
  const side = is === 'gone' ? ` id="${id('cu')}"` : is === 'come' ? ` id="${id('moi')}"` : ''
  return `<tr class="${is}"${side}><td>${before ? `${cell(before)}${is === 'gone' ? mark : ''}` : ''}</td><td>${
    after ? `${cell(after)}${is === 'gone' ? '' : mark}` : ''
  }</td></tr>`
}

const cell = ({ label, kind, words }: Cell): string =>
  `<p class="${kind}">${label === '' ? '' : `<span class="label">${escaped(label)}</span> `}${words.map(worded).join('')}</p>`

const worded = ({ is, text }: WordChange): string =>
  is === 'kept'
    ? escaped(text)
    : is === 'removed'
      ? `<del>${escaped(text)}</del>`
      : `<ins>${escaped(text)}</ins>`

/** Letters only, whatever was written; hidden marks that turn text around are shown as what they are. */
export const escaped = (text: string): string =>
  text
    .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
