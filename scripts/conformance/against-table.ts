/** The parts of a finished notice × the decree table -> what lies outside its ranges: type, weight, slope, letters, colour. */

import { decree30, type Part } from '../../src/layout/decree30.ts'
import type { PartRule } from '../../src/layout/rules.ts'
import type { Findings } from './ledger.ts'
import { isUrgency } from './marks.ts'
import type { Measured } from './parts.ts'
import type { TextLine } from './text-lines.ts'

/** What measuring may be off by: a file format rounds, a ruler does too. */
export const tolerance = { mm: 0.3, pt: 0.1 } as const

const rules: Readonly<Record<Part, PartRule>> = decree30.parts

/** Must be there in every notice, each on at least one line. */
const required: readonly Part[] = [
  'issuingBody',
  'nationalName',
  'motto',
  'number',
  'placeDate',
  'kind',
  'subject',
  'authority',
  'signerName',
  'recipientsLabel',
  'recipient',
]

/** The face itself, and the free faces cut to its widths that stand in for it. */
const faces = /^(TimesNewRoman|Tinos|LiberationSerif)/

export const typeFindings = (measured: Measured): Findings => [
  ...required
    .filter((part) => (measured.lines[part] ?? []).length === 0)
    .map((part) => `${label(part)}: không thấy`),
  ...Object.entries(measured.lines).flatMap(([part, lines]) =>
    (lines ?? []).flatMap((line) => against(part as Part, line)),
  ),
  ...measured.body.flatMap((line) => sizes('paragraph', line)),
  ...measured.cells.flatMap((line) => sizes('tableCell', line)),
  ...everyLine(measured).flatMap(faceAndColour),
]

const label = (part: Part): string => rules[part].label
const told = (part: Part, line: TextLine): string => `${label(part)} (trang ${line.page}, “${line.text}”)`

const against = (part: Part, line: TextLine): string[] => {
  const rule = rules[part]
  const bold = line.glyphs.filter((glyph) => glyph.bold).length
  const italic = line.glyphs.filter((glyph) => glyph.italic).length
  const all = line.glyphs.length
  return [
    ...sizes(part, line),
    ...(bold === (rule.weight === 'bold' ? all : 0)
      ? []
      : [`${told(part, line)}: đậm ${bold}/${all} chữ, cần ${rule.weight}`]),
    ...(italic === (rule.slope === 'italic' ? all : 0)
      ? []
      : [`${told(part, line)}: nghiêng ${italic}/${all} chữ, cần ${rule.slope}`]),
    ...(rule.letters === 'upper' && line.text !== line.text.toLocaleUpperCase('vi')
      ? [`${told(part, line)}: cần in hoa`]
      : []),
  ]
}

const sizes = (part: Part, line: TextLine): string[] => {
  const { from = 0, to = Number.POSITIVE_INFINITY } = rules[part].size
  const wrong = line.glyphs.find(
    (glyph) => glyph.size < from - tolerance.pt || glyph.size > to + tolerance.pt,
  )
  return wrong === undefined
    ? []
    : [`${told(part, line)}: cỡ chữ ${wrong.size.toFixed(2)}, cần ${from}–${to}`]
}

const everyLine = (measured: Measured): TextLine[] => [
  ...Object.values(measured.lines).flat(),
  ...measured.body,
  ...measured.cells,
]

const faceAndColour = (line: TextLine): string[] => {
  const strange = line.glyphs.find((glyph) => !faces.test(glyph.font))
  const mark = isUrgency(line) && line.page === 1
  const coloured = line.glyphs.find((glyph) => (mark ? glyph.red !== true : !glyph.black))
  return [
    ...(strange === undefined
      ? []
      : [`trang ${line.page}, “${line.text}”: phông ${strange.font}, cần Times New Roman`]),
    ...(coloured === undefined
      ? []
      : [`trang ${line.page}, “${line.text}”: chữ không ${mark ? 'đỏ tươi' : 'đen'}`]),
  ]
}
