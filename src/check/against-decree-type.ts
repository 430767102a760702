/** Size, weight, slope, letters and alignment of each part, as the decree table has them; face and colour of all there is. */

import type { PartRule } from '../layout/rules.ts'
import { upper } from '../text/names.ts'
import {
  type Check,
  type Context,
  figure,
  isWithin,
  labelOf,
  rangeOf,
  ruleOf,
} from './against-decree-fault.ts'
import { aligned } from './against-decree-page.ts'
import type { KnownPart } from './identified-parts.ts'
import type { MeasuredRun } from './measure/measured.ts'
import type { Piece } from './pieces.ts'
import { tolerances } from './tolerances.ts'

/** Runs with letters or digits that are not raised marks. */
export const lettered = (runs: readonly MeasuredRun[]): MeasuredRun[] =>
  runs.filter(({ raised, text }) => !raised && /[\p{L}\p{N}]/u.test(text))

/** Whose text is set in one way throughout. Running text is looked at elsewhere. */
const uniform: readonly KnownPart[] = [
  'nationalName',
  'motto',
  'parentBody',
  'issuingBody',
  'number',
  'placeDate',
  'letterSubject',
  'kind',
  'subject',
  'addressee',
  'authority',
  'signerName',
  'recipientsLabel',
  'recipient',
  'drafter',
  'urgency',
  'circulation',
  'address',
  'annexLabel',
  'annexTitle',
  'annexReference',
  'copyForm',
]

/** The decree names no alignment for these, or leaves it to the diagram of boxes. */
const freelySet: ReadonlySet<KnownPart> = new Set([
  'drafter',
  'address',
  'addressee',
  'urgency',
  'circulation',
])

/** In capitals throughout they would not be "in thường". */
const small: ReadonlySet<KnownPart> = new Set([
  'subject',
  'signerName',
  'motto',
  'placeDate',
  'letterSubject',
  'annexLabel',
  'annexReference',
  'recipientsLabel',
])

export const checkType: Check = (context) => {
  for (const part of uniform)
    for (const piece of context.identified.parts.get(part) ?? []) {
      size(piece, part, context)
      weight(piece, part, context)
      slope(piece, part, context)
      letters(piece, part, context)
      if (!freelySet.has(part)) alignment(piece, part, context)
    }
}

type Look = (piece: Piece, part: KnownPart, context: Context) => void

const say = (
  { say: tell, rules }: Context,
  rule: 'decree/size' | 'decree/weight' | 'decree/slope' | 'decree/letters' | 'decree/align',
  part: KnownPart,
  piece: Piece,
  found: string,
  allowed: string,
  more = '',
): void => {
  const { cite } = ruleOf(part, { rules })
  tell({
    rule,
    level: 'error',
    message: `${labelOf(part, { rules })}: ${found}${more}, cần ${allowed}`,
    found,
    allowed,
    ...(cite !== undefined && { cite }),
    pieces: [piece],
  })
}

export const size: Look = (piece, part, context) => {
  const limit = ruleOf(part, context).size
  if (!limit) return
  const sizes = lettered(piece.runs).map((run) => run.size)
  if (sizes.includes(undefined)) context.cannot('có chữ không đo được cỡ')
  const wrong = [
    ...new Set(sizes.filter((each) => each !== undefined && !isWithin(each, limit, tolerances.size))),
  ] as number[]
  if (wrong.length > 0)
    say(
      context,
      'decree/size',
      part,
      piece,
      `cỡ chữ ${wrong.map((each) => figure(each)).join(', ')}`,
      rangeOf(limit),
    )
}

const weight: Look = (piece, part, context) => {
  const wanted = ruleOf(part, context).weight
  const runs = lettered(piece.runs)
  const off = runs.filter((run) => run.bold !== undefined && run.bold !== (wanted === 'bold'))
  if (wanted === undefined || off.length === 0) return
  const whole = off.length === runs.length
  const found = wanted === 'bold' ? 'không đậm' : 'đậm'
  say(
    context,
    'decree/weight',
    part,
    piece,
    found,
    wanted === 'bold' ? 'đậm' : 'không đậm',
    whole ? '' : ' ở một phần',
  )
}

export const slope: Look = (piece, part, context) => {
  const wanted = ruleOf(part, context).slope
  const runs = lettered(piece.runs)
  const off = runs.filter((run) => run.italic !== undefined && run.italic !== (wanted === 'italic'))
  if (wanted === undefined || off.length === 0) return
  const whole = off.length === runs.length
  const found = wanted === 'italic' ? 'chữ đứng' : 'chữ nghiêng'
  say(
    context,
    'decree/slope',
    part,
    piece,
    found,
    wanted === 'italic' ? 'chữ nghiêng' : 'chữ đứng',
    whole ? '' : ' ở một phần',
  )
}

export const letters: Look = (piece, part, context) => {
  const { letters: wanted } = ruleOf(part, context)
  if (!/\p{L}/u.test(piece.text)) return
  const isUpper = piece.text === upper(piece.text)
  if (wanted === 'upper' && !isUpper)
    say(context, 'decree/letters', part, piece, 'có chữ thường', 'chữ in hoa')
  if (small.has(part) && isUpper && piece.text.replace(/\P{L}/gu, '').length > 3)
    say(context, 'decree/letters', part, piece, 'chữ in hoa', 'chữ in thường')
}

const alignment: Look = (piece, part, context) => {
  const wanted: PartRule['align'] | undefined = ruleOf(part, context).align
  const { align } = piece.paragraph
  if (wanted === undefined || wanted === 'justify') return
  if (piece.tabbed) {
    if (wanted === 'centre')
      context.cannot(`${labelOf(part, context)}: gõ bằng phím Tab, không đo được canh giữa`)
    return
  }
  // Blanks to be filled in at the end of a line are not seen on a page, yet they have their width.
  if (piece.paragraph.page !== undefined && /năm$/u.test(piece.text)) return
  if (align === undefined) {
    context.cannot(`${labelOf(part, context)}: không đo được canh lề`)
    return
  }
  // On a line of its own that does not reach the right edge, both look the same.
  const same = wanted === 'left' ? align === 'left' || align === 'justify' : align === wanted
  if (!same) say(context, 'decree/align', part, piece, aligned[align], aligned[wanted])
}
