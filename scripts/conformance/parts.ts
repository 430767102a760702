/**
 * Pages of a finished notice -> which line is which part of the decree, told from place and wording alone,
 * the way a person holding the sheet would.
 */

import type { Part } from '../../src/layout/decree30.ts'
import { annexPages, openingOf } from './annexes.ts'
import { addressLines, isCirculation, isUrgency } from './marks.ts'
import type { Page, Stroke } from './page-trace.ts'
import { centreOf, linesOf, type TextLine, unjustifiedGap, widthOf } from './text-lines.ts'

export type Measured = {
  readonly pages: readonly Page[]
  /** First pages of the notice and of its annexes. */
  readonly firsts: readonly number[]
  readonly lines: Readonly<Partial<Record<Part, readonly TextLine[]>>>
  /** The content of notice and annexes, without tables. */
  readonly body: readonly TextLine[]
  readonly cells: readonly TextLine[]
  /** The stroke nearest below a part's last line. */
  readonly strokes: Readonly<Partial<Record<Part, Stroke>>>
  /** Lines above the head of a page: page numbers, from page 2. */
  readonly above: readonly TextLine[]
}

/** Rows of the page number end here at the latest, in points; the text begins lower (the top margin is 20 mm). */
const headerBottom = 51

export const nationalName = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
export const motto = 'Độc lập - Tự do - Hạnh phúc'
const isBold = (line: TextLine): boolean => line.glyphs.every((glyph) => glyph.bold)

export const recognise = (pages: readonly Page[]): Measured => {
  const all = pages.flatMap((page) => linesOf(page))
  const circulation = all.filter(
    (line) => line.page === 1 && line.bottom < headerBottom && isCirculation(line),
  )
  const above = all.filter((line) => line.bottom < headerBottom && !circulation.includes(line))
  const address = addressLines(pages[0], all)
  const text = all.filter((line) => line.bottom >= headerBottom && !address.includes(line))
  const annexes = annexPages(text)
  const end = annexes[0] ?? Number.POSITIVE_INFINITY
  const own = text.filter((line) => line.page < end)
  const head = headOf(pages[0])
  const foot = footOf(
    pages.filter((page) => page.number < end),
    own,
  )
  const inHead = (line: TextLine): boolean => line.page === 1 && line.baseline <= head.bottom
  const inFoot = (line: TextLine): boolean =>
    line.page > foot.page || (line.page === foot.page && line.top >= foot.top)
  const below = own.filter((line) => !inHead(line) && !inFoot(line))
  const urgency = below.slice(0, 1).filter(isUrgency)
  const middle = below.filter((line) => !urgency.includes(line))
  const title = titleOf(middle, pages[0]?.strokes ?? [], head.bottom)
  const openings = annexes.map((page) => openingOf(text, page))
  const [labels, titles, references] = (['annexLabel', 'annexTitle', 'annexReference'] as const).map((part) =>
    openings.flatMap((opening) => opening[part]),
  ) as [TextLine[], TextLine[], TextLine[]]
  const opened = new Set([...labels, ...titles, ...references])
  const rest = [
    ...middle.filter((line) => !title.taken.has(line)),
    ...text.filter((line) => line.page >= end && !opened.has(line)),
  ]
  const inGrid = (line: TextLine): boolean =>
    (pages[line.page - 1]?.uprights ?? []).some(
      (edge) => edge.top < line.baseline && line.baseline < edge.bottom,
    )
  return {
    pages,
    firsts: [1, ...annexes],
    lines: {
      ...head.lines,
      ...title.lines,
      ...foot.lines,
      pageNumber: above,
      ...given({ urgency, circulation, address }),
      ...given({ annexLabel: labels, annexTitle: titles, annexReference: references }),
    },
    body: rest.filter((line) => !inGrid(line)),
    cells: rest.filter(inGrid),
    strokes: { ...head.strokes, ...(title.stroke === undefined ? {} : { subject: title.stroke }) },
    above,
  }
}

/** Parts that most notices do not have. */
const given = (lines: Partial<Record<Part, readonly TextLine[]>>): typeof lines =>
  Object.fromEntries(Object.entries(lines).filter(([, found]) => found.length > 0))

/** Ô 1-4: the line "Số: …" ends the head; left of the middle is ô 2 and 3, right of it ô 1 and 4. */
const headOf = (page: Page | undefined) => {
  const all = page === undefined ? [] : linesOf(page, unjustifiedGap)
  const lines = all.filter((line) => line.bottom >= headerBottom)
  const number = lines.find((line) => /^Số:/.test(line.text))
  const name = lines.find((line) => line.text === nationalName)
  if (page === undefined || number === undefined || name === undefined)
    return { bottom: 0, lines: {}, strokes: {} }
  const row = lines.filter((line) => Math.abs(line.baseline - number.baseline) < number.bottom - number.top)
  const upper = lines.filter((line) => line.baseline < number.baseline && !row.includes(line))
  const left = upper.filter(
    (line) => Math.abs(centreOf(line) - centreOf(number)) < Math.abs(centreOf(line) - centreOf(name)),
  )
  const right = upper.filter((line) => !left.includes(line))
  const issuingBody = left.filter(isBold)
  const mottoLines = right.filter((line) => line !== name)
  return {
    bottom: Math.max(...row.map((line) => line.baseline)),
    lines: {
      parentBody: left.filter((line) => !isBold(line)),
      issuingBody,
      nationalName: [name],
      motto: mottoLines,
      number: [number],
      placeDate: row.filter((line) => line !== number),
    },
    strokes: {
      ...strokeBelow('issuingBody', issuingBody.at(-1), page.strokes),
      ...strokeBelow('motto', mottoLines.at(-1), page.strokes),
    },
  }
}

/** Ô 5a: below the head, down to the short stroke. Without the stroke: as long as lines are bold and centred. */
const titleOf = (middle: readonly TextLine[], strokes: readonly Stroke[], from: number) => {
  const first = middle.filter((line) => line.page === 1)
  const widest = Math.max(0, ...first.map(widthOf))
  const stroke = strokes
    .filter((candidate) => candidate.y > from && widthOf(candidate) < 0.75 * widest)
    .sort((a, b) => a.y - b.y)[0]
  const end = first.findIndex((line) => (stroke === undefined ? !isBold(line) : line.baseline > stroke.y))
  const [kind, ...subject] = first.slice(0, end === -1 ? first.length : end)
  const kindLines = kind === undefined ? [] : [kind]
  return { taken: new Set([...kindLines, ...subject]), lines: { kind: kindLines, subject }, stroke }
}

/** Ô 7 and 9b: from "Nơi nhận:" to the end; what is centred like the first line beside it belongs to the signature. */
const footOf = (pages: readonly Page[], text: readonly TextLine[]) => {
  const label = text.filter((line) => /^Nơi nhận:/.test(line.text)).at(-1)
  const page = pages[(label?.page ?? 0) - 1]
  if (label === undefined || page === undefined) return { page: Number.POSITIVE_INFINITY, top: 0, lines: {} }
  const top = label.top - (label.bottom - label.top) / 2
  const lines = [page, ...pages.slice(page.number)]
    .flatMap((each) => linesOf(each, unjustifiedGap))
    .filter((line) => line.bottom >= headerBottom && (line.page > label.page || line.top >= top))
  const beside = lines.find(
    (line) => line.left > label.right && line.top - top < 2 * (label.bottom - label.top),
  )
  const near = (line: TextLine): boolean =>
    beside !== undefined && Math.abs(centreOf(line) - centreOf(beside)) < label.bottom - label.top
  const signature = lines.filter(near)
  const named = signature.length > 1
  const others = lines.filter((line) => line.text !== label.text && !near(line))
  return {
    page: label.page,
    top,
    lines: {
      recipientsLabel: lines.filter((line) => line.text === label.text),
      recipient: others.filter((line) => line.left < centreOf(label) + widthOf(label)),
      drafter: others.filter((line) => line.left >= centreOf(label) + widthOf(label)),
      authority: named ? signature.slice(0, -1) : signature,
      signerName: named ? signature.slice(-1) : [],
    },
  }
}

const strokeBelow = (part: Part, line: TextLine | undefined, strokes: readonly Stroke[]) => {
  if (line === undefined) return {}
  const reach = line.bottom - line.top
  const stroke = strokes
    .filter((each) => each.y > line.baseline && each.y < line.baseline + reach)
    .filter((each) => each.left < centreOf(line) && centreOf(line) < each.right)
    .sort((a, b) => a.y - b.y)[0]
  return stroke === undefined ? {} : { [part]: stroke }
}
