/**
 * Pages of an extract -> the notice on them, to be measured like any other, and the parts of the copy below the line
 * across the text area (NĐ 30/2020, Phụ lục I, Phần II, mục II.2), held against the table.
 */

import { decree30, type Part } from '../../src/layout/decree30.ts'
import { mm } from './geometry.ts'
import type { Findings } from './ledger.ts'
import type { Glyph, Page, Stroke } from './page-trace.ts'
import { linesOf, type TextLine, unjustifiedGap, widthOf } from './text-lines.ts'

export type Cut = {
  readonly notice: readonly Page[]
  /** The page that the copy stands on, with nothing else; undefined when no such line is drawn. */
  readonly copy: { readonly page: Page; readonly stroke: Stroke } | undefined
}

/** In mm: as exactly as LibreOffice draws. */
const slack = 0.6

export const cutAtCopy = (pages: readonly Page[]): Cut => {
  const { margins, width } = decree30.page
  const area = width - margins.left.use - margins.right.use
  const found = pages.flatMap((page) =>
    page.strokes
      .filter((stroke) => Math.abs(mm(widthOf(stroke)) - area) < slack)
      .map((stroke) => ({ page, stroke })),
  )
  const last = found.at(-1)
  if (!last) return { notice: pages, copy: undefined }
  const { page, stroke } = last
  const above = (each: { readonly baseline: number }): boolean => each.baseline < stroke.y
  const notice = pages
    .filter((each) => each.number <= page.number)
    .map((each) =>
      each.number === page.number
        ? {
            ...each,
            glyphs: each.glyphs.filter(above),
            strokes: each.strokes.filter(({ y }) => y < stroke.y),
          }
        : each,
    )
  return {
    notice: notice.filter(({ glyphs }) => glyphs.length > 0),
    copy: {
      stroke,
      page: {
        ...page,
        glyphs: page.glyphs.filter((glyph) => !above(glyph)),
        strokes: page.strokes.filter(({ y }) => y > stroke.y),
      },
    },
  }
}

/** Wording of each line of a copy -> its part. */
const wordings: readonly (readonly [Part, RegExp])[] = [
  ['copyForm', /^(TRÍCH SAO|SAO Y|SAO LỤC)$/],
  ['number', /^Số:.*\/TrS-/],
  ['placeDate', /, ngày/],
  ['recipientsLabel', /^Nơi nhận:$/],
  ['recipient', /^- /],
]

export const copyFindings = ({ copy }: Cut, pages: number): Findings => {
  if (!copy) return ['không có đường kẻ hết chiều ngang vùng trình bày phía trên các thành phần bản sao']
  const { page, stroke } = copy
  const lines = linesOf(page, unjustifiedGap)
  const parts = wordings.map(([part, words]) => [part, lines.filter(({ text }) => words.test(text))] as const)
  const named = new Set(parts.flatMap(([, found]) => found))
  const left = mm(stroke.left) - decree30.page.margins.left.use
  return [
    ...(page.number === pages ? [] : ['các thành phần bản sao không cùng ở trang cuối']),
    ...(Math.abs(left) < slack ? [] : [`đường kẻ bắt đầu cách lề trái ${left.toFixed(2)} mm`]),
    ...parts.flatMap(([part, found]) =>
      found.length === 0
        ? [`bản sao thiếu ${decree30.parts[part].label}`]
        : found.flatMap((line) => typeOf(part, line)),
    ),
    // What is left: the body on the left, authority and name on the right, all bold.
    ...lines
      .filter((line) => !named.has(line))
      .flatMap((line) => typeOf(line.right < mid(page) ? 'issuingBody' : 'authority', line)),
  ]
}

const mid = (page: Page): number => page.width / 2

const typeOf = (part: Part, { text, glyphs }: TextLine): Findings => {
  const rule = decree30.parts[part]
  const wrong = (glyph: Glyph): boolean =>
    glyph.size < rule.size.from - 0.05 ||
    glyph.size > rule.size.to + 0.05 ||
    glyph.bold !== (rule.weight === 'bold') ||
    glyph.italic !== (rule.slope === ('italic' as string)) ||
    !glyph.black
  const found = glyphs.find(wrong)
  return found
    ? [
        `“${text}” (${rule.label}): ${found.size.toFixed(2)} pt${found.bold ? ' đậm' : ''}${found.italic ? ' nghiêng' : ''}`,
      ]
    : []
}
