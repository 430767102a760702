/** A measured file without our styles, its parts told by words and place → its paragraphs, each with its part. */

import type { Identified } from '../check/identify.ts'
import type { MeasuredParagraph } from '../check/measure/measured.ts'
import type { ReadDocument, ReadParagraph } from './paragraphs.ts'

/** In the head or foot of a page. */
export const isPageNumber = ({ text }: MeasuredParagraph): boolean => /^[\s\d]*$/.test(text)

/** Undefined when it is no document of its own. */
export const byPlace = (identified: Identified, id: string): ReadDocument | undefined => {
  const { form, parts, content, annexes, measured, pieces, copy } = identified
  if (form !== 'document') return undefined
  const inAnnexes = new Set(annexes.flat().map(({ paragraph }) => paragraph.index))
  const cells = measured.paragraphs.filter(({ cell, index }) => cell?.bordered && !inAnnexes.has(index))
  const words = content.map(({ part, runs, paragraph }) => ({ part, runs, index: paragraph.index }))
  const inText = [
    ...words,
    ...cells.map(({ runs, cell, index, page }) => ({
      part: 'tableCell',
      runs,
      index,
      ...(cell ? { cell } : {}),
      ...(page === undefined ? {} : { page }),
    })),
  ].sort((a, b) => a.index - b.index)
  const around = [...parts].flatMap(([part, pieces]) =>
    inside.has(part) ? [] : pieces.map(({ runs }) => ({ part, runs })),
  )
  // Pieces are handed on with their part, the runs in them as they are.
  const told = [[...parts.values()], content, annexes.flat(), [...(copy?.parts.values() ?? [])]].flat(2)
  const taken = new Set(told.map(({ runs }) => runs))
  const beside = pieces.filter(
    ({ runs, paragraph }) => !taken.has(runs) && !paragraph.cell?.bordered && !isPageNumber(paragraph),
  )
  return {
    id,
    main: [...around, ...inText],
    annexes: annexes.map(annexByPlace),
    beside: beside.map(({ runs }) => ({ part: 'beside', runs })),
  }
}

/** Told by `content` already. */
const inside: ReadonlySet<string> = new Set(['tableCell', 'annexLabel', 'annexTitle', 'annexReference'])

const annexByPlace = (pieces: Identified['annexes'][number]): ReadParagraph[] => {
  const [label] = pieces
  const rest = pieces.slice(1)
  const referred = rest.findIndex(({ text }) => /^\(?\s*(ban hành\s+)?kèm theo/iu.test(text))
  const centred = rest.findIndex(({ paragraph }) => paragraph.align !== 'centre')
  const end = referred >= 0 ? referred : centred === -1 ? rest.length : centred
  const lines = rest.map(({ runs, paragraph: { cell, page } }, index) => ({
    part: index < end ? 'annexTitle' : index === referred ? 'annexReference' : 'paragraph',
    runs,
    ...(cell?.bordered ? { cell } : {}),
    ...(page === undefined ? {} : { page }),
  }))
  return [...(label ? [{ part: 'annexLabel', runs: label.runs }] : []), ...lines]
}
