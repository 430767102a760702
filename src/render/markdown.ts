/**
 * A notice as Markdown: its facts as front matter, then the words that the printed notice has, in their order.
 * Imports: notice, text, the type of the layout rules (for what is printed in capitals), and `yaml` for the front matter.
 */

import type { RootContent } from 'mdast'
import { stringify } from 'yaml'
import type { LayoutRules } from '../layout/rules.ts'
import type { Annex, Copy, Inline, Notice, Signature } from '../notice/notice.ts'
import {
  annexLabel,
  motto,
  nationalName,
  numberLine,
  placeDateLine,
  recipientsWord,
} from '../notice/terms.ts'
import { writeMarkdown } from '../text/markdown.ts'
import { upper } from '../text/names.ts'
import { contentOf, type Letters } from './markdown-content.ts'
import { paragraphs, slanted } from './markdown-inlines.ts'
import { listOf } from './markdown-lists.ts'

/** One fact, one paragraph, one dash line each on one line: a change of one thing changes one line. */
export const renderMarkdown = (notice: Notice, rules: LayoutRules): string =>
  `---\n${stringify(facts(notice), { lineWidth: 0 })}---\n\n${writeMarkdown({ type: 'root', children: body(notice, rules) })}`

/** Always in this order. What is not known is left out. */
const facts = (notice: Notice): object => ({
  schema: notice.schema,
  id: notice.id,
  ...(notice.number === undefined ? {} : { number: notice.number }),
  symbol: notice.symbol,
  ...(notice.date === undefined ? {} : { date: notice.date }),
  kind: notice.kind,
  subject: notice.subject,
  place: notice.place,
  ...(notice.parentBody.length > 0 ? { parentBody: notice.parentBody } : {}),
  issuingBody: notice.issuingBody,
  signature: { authority: notice.signature.authority, name: notice.signature.name },
  recipients: notice.recipients,
  ...(notice.drafter === undefined ? {} : { drafter: notice.drafter }),
  ...(notice.urgency === undefined ? {} : { urgency: notice.urgency }),
  ...(notice.circulation === undefined ? {} : { circulation: notice.circulation }),
  ...(notice.address === undefined ? {} : { address: notice.address }),
  ...(notice.annexes === undefined ? {} : { annexes: notice.annexes.map(({ title }) => title) }),
  ...(notice.copy === undefined ? {} : { copy: copyFacts(notice.copy) }),
})

const copyFacts = ({ form, number, symbol, date, signature, recipients }: Copy): object => ({
  form,
  ...(number === undefined ? {} : { number }),
  symbol,
  ...(date === undefined ? {} : { date }),
  signature: { authority: signature.authority, name: signature.name },
  recipients,
})

const body = (notice: Notice, rules: LayoutRules): RootContent[] => {
  const letters: Letters = (part, text) => (rules.parts[part]?.letters === 'upper' ? upper(text) : text)
  const { signature } = notice
  return [
    ...(notice.circulation === undefined
      ? []
      : lines([letters('circulation', notice.circulation)], 'strong')),
    ...lines(notice.parentBody.map((name) => letters('parentBody', name))),
    ...lines(
      notice.issuingBody.map((name) => letters('issuingBody', name)),
      'strong',
    ),
    ...lines([letters('nationalName', nationalName), letters('motto', motto)], 'strong'),
    ...lines([numberLine(notice.number, notice.symbol)]),
    ...lines([placeDateLine(notice.place, notice.date)]),
    ...(notice.urgency === undefined ? [] : lines([letters('urgency', notice.urgency)], 'strong')),
    { type: 'heading', depth: 1, children: [{ type: 'text', value: letters('kind', notice.kind) }] },
    ...lines([notice.subject], 'strong'),
    ...notice.basis.flatMap(slanted),
    ...contentOf(notice.content, letters),
    ...recipientLines(notice.recipients),
    ...(notice.drafter === undefined ? [] : lines([letters('drafter', notice.drafter)])),
    ...signatureLines(signature, letters),
    ...lines(notice.address ?? []),
    ...(notice.copy === undefined ? [] : copyOf(notice.copy, letters)),
    ...(notice.annexes ?? []).flatMap((annex, index, all) =>
      annexOf(annex, annexLabel(index, all.length), letters),
    ),
  ]
}

const recipientLines = (recipients: readonly string[]): RootContent[] => [
  ...lines([recipientsWord], 'strong'),
  ...(recipients.length > 0
    ? [listOf(recipients.map((entry) => paragraphs([{ is: 'text', value: entry }])))]
    : []),
]

const signatureLines = ({ authority, name }: Signature, letters: Letters): RootContent[] => [
  ...lines(
    authority.map((line) => letters('authority', line)),
    'strong',
  ),
  ...lines([name], 'strong'),
]

const copyOf = (copy: Copy, letters: Letters): RootContent[] => [
  { type: 'thematicBreak' },
  ...lines(
    copy.issuingBody.map((name) => letters('issuingBody', name)),
    'strong',
  ),
  ...lines([letters('copyForm', copy.form)], 'strong'),
  ...lines([numberLine(copy.number, copy.symbol)]),
  ...lines([placeDateLine(copy.place, copy.date)]),
  ...recipientLines(copy.recipients),
  ...signatureLines(copy.signature, letters),
]

const annexOf = (annex: Annex, label: string, letters: Letters): RootContent[] => [
  { type: 'heading', depth: 1, children: [{ type: 'text', value: letters('annexLabel', label) }] },
  ...lines([letters('annexTitle', annex.title)], 'strong'),
  ...lines([letters('annexReference', annex.reference)]),
  ...contentOf(annex.content, letters),
]

/** Lines that belong together, with breaks between them; nothing where there are none. */
const lines = (texts: readonly string[], as?: 'strong'): RootContent[] => {
  const inlines = texts.flatMap((value, index): Inline[] => [
    ...(index > 0 ? [{ is: 'break' } as const] : []),
    as ? { is: as, text: [{ is: 'text', value }] } : { is: 'text', value },
  ])
  return paragraphs(inlines)
}
