/** Notice × notice → changes, part by part; and `apply(a, changes)` is `b` again. */

import { type FixedPart, fixedParts, fixedWords } from '../notice/fixed-words.ts'
import type { Annex, Notice } from '../notice/notice.ts'
import { applyBlocks, compareBlocks, longestRun } from './blocks.ts'
import {
  type AnnexChange,
  type Changes,
  type EntryChange,
  type FixedChange,
  type PartChange,
  type PartName,
  partNames,
} from './change.ts'
import { type Comparable, taskChanges } from './tasks.ts'
import { bagOf, likeness } from './words.ts'

export const compare = (before: Comparable, after: Comparable): Changes => {
  const [a, b] = [before.notice, after.notice]
  const paragraphs = (notice: Notice) => notice.basis.map((text) => ({ is: 'paragraph' as const, text }))
  return {
    parts: partNames.flatMap((part) => partChange(part, a, b)),
    fixed: fixedChanges(before, after),
    basis: compareBlocks(paragraphs(a), paragraphs(b)),
    content: compareBlocks(a.content, b.content),
    recipients: compareEntries(a.recipients, b.recipients),
    annexes: annexChanges(a.annexes ?? [], b.annexes ?? []),
    tasks: taskChanges(before.tasks, after.tasks),
  }
}

/** A part as one text; the lines of a name are parted by line feeds. */
export const partText = (part: PartName, notice: Notice): string | undefined => {
  switch (part) {
    case 'parentBody':
    case 'issuingBody':
      return notice[part].length > 0 ? notice[part].join('\n') : undefined
    case 'address':
      return notice.address?.join('\n')
    case 'number':
      return notice.number === undefined ? undefined : String(notice.number)
    case 'authority':
      return notice.signature.authority.join('\n')
    case 'signatory':
      return notice.signature.name
    default:
      return notice[part]
  }
}

const partChange = (part: PartName, a: Notice, b: Notice): PartChange[] => {
  const [before, after] = [partText(part, a), partText(part, b)]
  return before === after
    ? []
    : [{ part, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }]
}

/** Told by these already. */
const toldBy: Readonly<Partial<Record<FixedPart, readonly PartName[]>>> = {
  numberLine: ['number', 'symbol'],
  placeDateLine: ['place', 'date'],
}

const fixedChanges = (before: Comparable, after: Comparable): FixedChange[] => {
  if (!before.fixed && !after.fixed) return []
  const [was, is] = [before.fixed ?? fixedWords(before.notice), after.fixed ?? fixedWords(after.notice)]
  const sameCount = (before.notice.annexes?.length ?? 0) === (after.notice.annexes?.length ?? 0)
  return fixedParts.flatMap((part) => {
    const told =
      part === 'annexLabels'
        ? !sameCount
        : toldBy[part]?.some((each) => partText(each, before.notice) !== partText(each, after.notice))
    return was[part] === is[part] || told ? [] : [{ part, before: was[part], after: is[part] }]
  })
}

/** Closing marks follow from the place in the list and are no change of an entry. */
const bare = (entry: string): string => entry.replace(/[;.]$/, '')

const isClosed = (entries: readonly string[], index: number): boolean =>
  entries[index]?.endsWith(index === entries.length - 1 ? '.' : ';') === true

export const compareEntries = (before: readonly string[], after: readonly string[]): EntryChange[] => {
  const free = before.map((text, index) => ({ text, index }))
  const twins = after.map((text) => {
    const at = free.findIndex((each) => bare(each.text) === bare(text))
    return at < 0 ? undefined : free.splice(at, 1)[0]
  })
  const kept = after.flatMap((_, to) => (twins[to] ? [to] : []))
  const stayed = new Set(longestRun(kept, (to) => twins[to]?.index ?? 0))
  return [
    ...free.map(({ text, index }): EntryChange => ({ is: 'removed', from: index, text })),
    ...after.flatMap((text, to): EntryChange[] => {
      const twin = twins[to]
      if (!twin) return [{ is: 'added', to, text }]
      const closed = text === twin.text || (isClosed(before, twin.index) && isClosed(after, to))
      return [
        ...(stayed.has(to) ? [] : [{ is: 'moved' as const, from: twin.index, to, text }]),
        ...(closed ? [] : [{ is: 'closed' as const, from: twin.index, to, before: twin.text, text }]),
      ]
    }),
  ]
}

const annexChanges = (before: readonly Annex[], after: readonly Annex[]): AnnexChange[] => {
  const free = [...before]
  const twins = new Map<Annex, Annex>()
  // Ids read off a file are only counted, so a title that is there again says more.
  const alike: readonly ((a: Annex, b: Annex) => boolean)[] = [
    (a, b) => a.id === b.id && a.title === b.title,
    (a, b) => a.title === b.title,
    (a, b) => a.id === b.id && likeness(bagOf(a.title), bagOf(b.title)) > 0,
  ]
  for (const isAlike of alike)
    for (const annex of after) {
      const twin = twins.has(annex) ? undefined : free.find((each) => isAlike(each, annex))
      if (!twin) continue
      twins.set(annex, twin)
      free.splice(free.indexOf(twin), 1)
    }
  const changes = after.flatMap((annex, to): AnnexChange[] => {
    const twin = twins.get(annex)
    const from = twin ? before.indexOf(twin) : undefined
    const content = compareBlocks(twin?.content ?? [], annex.content)
    const title =
      twin?.title === annex.title
        ? undefined
        : { ...(twin ? { before: twin.title } : {}), after: annex.title }
    const rest = twin ? annexWords(twin, annex) : {}
    if (from === to && content.length === 0 && !title && Object.keys(rest).length === 0) return []
    return [{ ...(from === undefined ? {} : { from }), to, ...(title ? { title } : {}), ...rest, content }]
  })
  const gone = free.map(
    (annex): AnnexChange => ({
      from: before.indexOf(annex),
      title: { before: annex.title },
      content: compareBlocks(annex.content, []),
    }),
  )
  return [...gone, ...changes]
}

const annexWords = (a: Annex, b: Annex): Pick<AnnexChange, 'reference' | 'landscape'> => ({
  ...(a.reference === b.reference ? {} : { reference: { before: a.reference, after: b.reference } }),
  ...(a.landscape === b.landscape ? {} : { landscape: { before: a.landscape, after: b.landscape } }),
})

/** Shown to be complete: what `compare` tells of `a` and `b` makes `b`'s content, căn cứ and recipients of `a`'s. */
export const applyContent = (notice: Notice, changes: Changes): Pick<Notice, 'content' | 'basis'> => ({
  content: applyBlocks(notice.content, changes.content),
  basis: applyBlocks(
    notice.basis.map((text) => ({ is: 'paragraph', text })),
    changes.basis,
  ).flatMap((block) => (block.is === 'paragraph' ? [block.text] : [])),
})
