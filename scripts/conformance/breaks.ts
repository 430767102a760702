/**
 * Where the pages of a finished notice break: no heading at a page's foot, no single line alone, the signature whole
 * under at least two lines of text, and room for signature and seal.
 */

import { areaOn, mm } from './geometry.ts'
import type { Findings } from './ledger.ts'
import type { Measured } from './parts.ts'
import { centreOf, type TextLine } from './text-lines.ts'

/** A line further in than this, in mm, opens a paragraph. */
const indented = 1
/** Lines that must stand together, on either side of a break and above the foot. */
const together = 2
/** Mục II.7, II.8: the signature, and the seal over it; in mm. */
const room = 30
/** Half of what a signature with a seal is wide, in mm. */
const reach = 30

export const breakFindings = (measured: Measured): Findings => {
  const paragraphs = paragraphsOf(measured)
  return [
    ...paragraphs.flatMap((lines, index) => torn(lines, paragraphs[index + 1], measured)),
    ...footFindings(measured),
  ]
}

const paragraphsOf = (measured: Measured): TextLine[][] => {
  const out: TextLine[][] = []
  for (const line of measured.body) {
    const opens = mm(line.left - areaOn(measured, line.page).left) > indented
    if (opens || out.length === 0) out.push([line])
    else out.at(-1)?.push(line)
  }
  return out
}

const torn = (
  lines: readonly TextLine[],
  next: readonly TextLine[] | undefined,
  measured: Measured,
): string[] => {
  const pages = [...new Set(lines.map(({ page }) => page))]
  const counts = pages.map((page) => lines.filter((line) => line.page === page).length)
  const [first, last] = [lines[0], lines.at(-1)]
  if (first === undefined || last === undefined) return []
  const heading = lines.every((line) => line.glyphs.every(({ bold }) => bold))
  const follows = [...(next ?? []), ...measured.cells].some(
    (line) => line.page === last.page && line.baseline > last.baseline,
  )
  return [
    ...(pages.length > 1 && counts.some((count) => count < together)
      ? [
          `trang ${pages.join(', ')}, “${first.text}”: số dòng mỗi bên chỗ sang trang là ${counts.join(' và ')}`,
        ]
      : []),
    ...(heading && !follows ? [`trang ${last.page}: tiêu đề “${first.text}” đứng cuối trang`] : []),
  ]
}

const footFindings = ({ lines, body, cells }: Measured): string[] => {
  const foot = [
    ...(lines.recipientsLabel ?? []),
    ...(lines.recipient ?? []),
    ...(lines.authority ?? []),
    ...(lines.signerName ?? []),
  ]
  const pages = [...new Set(foot.map(({ page }) => page))]
  const [page] = pages
  const above = [...body, ...cells].filter((line) => line.page === page)
  const rows = new Set(above.map((line) => Math.round(line.baseline)))
  const [last, name] = [lines.authority?.at(-1), lines.signerName?.[0]]
  if (page === undefined || last === undefined || name === undefined) return ['không thấy phần cuối']
  const height = mm(name.top - last.bottom)
  const intruders = [...body, ...cells, ...foot].filter(
    (line) =>
      line.page === page &&
      line.baseline > last.baseline &&
      line.baseline < name.baseline &&
      mm(line.right - centreOf(name)) > -reach,
  )
  return [
    ...(pages.length > 1 ? [`phần cuối nằm trên trang ${pages.join(', ')}`] : []),
    ...(rows.size < together ? [`trên phần cuối ở trang ${page} chỉ có ${rows.size} dòng`] : []),
    ...(height < room - rounding
      ? [`chỗ để ký và đóng dấu cao ${height.toFixed(1)} mm, cần ít nhất ${room}`]
      : []),
    ...intruders.map((line) => `“${line.text}” nằm trong chỗ để ký và đóng dấu`),
  ]
}

/** A file format rounds; in mm. */
const rounding = 0.1
