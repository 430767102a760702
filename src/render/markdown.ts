/**
 * A notice as Markdown: its facts as front matter, then the words that the printed notice has, in their order.
 * Imports: notice, text, the type of the layout rules (for what is printed in capitals), and `yaml` for the front matter.
 */

import type { RootContent } from 'mdast'
import { stringify } from 'yaml'
import type { LayoutRules } from '../layout/rules.ts'
import type { Inline, Notice } from '../notice/notice.ts'
import { motto, nationalName, numberLine, placeDateLine, recipientsWord } from '../notice/terms.ts'
import { writeMarkdown } from '../text/markdown.ts'
import { upper } from '../text/names.ts'
import { contentOf, type Letters } from './markdown-content.ts'
import { paragraphs } from './markdown-inlines.ts'
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
})

const body = (notice: Notice, rules: LayoutRules): RootContent[] => {
  const letters: Letters = (part, text) => (rules.parts[part]?.letters === 'upper' ? upper(text) : text)
  const { signature } = notice
  return [
    ...lines(notice.parentBody.map((name) => letters('parentBody', name))),
    ...lines(
      notice.issuingBody.map((name) => letters('issuingBody', name)),
      'strong',
    ),
    ...lines([letters('nationalName', nationalName), letters('motto', motto)], 'strong'),
    ...lines([numberLine(notice.number, notice.symbol)]),
    ...lines([placeDateLine(notice.place, notice.date)]),
    { type: 'heading', depth: 1, children: [{ type: 'text', value: letters('kind', notice.kind) }] },
    ...lines([notice.subject], 'strong'),
    ...notice.basis.flatMap(paragraphs),
    ...contentOf(notice.content, letters),
    ...lines([recipientsWord], 'strong'),
    ...(notice.recipients.length > 0
      ? [listOf(notice.recipients.map((entry) => paragraphs([{ is: 'text', value: entry }])))]
      : []),
    ...lines(
      signature.authority.map((line) => letters('authority', line)),
      'strong',
    ),
    ...lines([signature.name], 'strong'),
    ...(notice.drafter === undefined ? [] : lines([letters('drafter', notice.drafter)])),
  ]
}

/** Lines that belong together, with breaks between them; nothing where there are none. */
const lines = (texts: readonly string[], as?: 'strong'): RootContent[] => {
  const inlines = texts.flatMap((value, index): Inline[] => [
    ...(index > 0 ? [{ is: 'break' } as const] : []),
    as ? { is: as, text: [{ is: 'text', value }] } : { is: 'text', value },
  ])
  return paragraphs(inlines)
}
