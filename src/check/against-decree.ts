/** A measured file × the decree table → findings, each with what was found, what may be, where, and the clause. */

import type { Fonts } from '../fonts/fonts.ts'
import { decree30 } from '../layout/decree30.ts'
import { checkClosing, checkGrounds } from './against-decree-closing.ts'
import { checkContent } from './against-decree-content.ts'
import { checkCopy } from './against-decree-copy.ts'
import { checkDate } from './against-decree-date.ts'
import { checkColours, checkFaces } from './against-decree-faces.ts'
import { type Check, type Context, type Fault, type Finding, findings } from './against-decree-fault.ts'
import { checkHead } from './against-decree-head.ts'
import { checkNumber } from './against-decree-number.ts'
import { checkNumbering } from './against-decree-numbering.ts'
import { checkAddressee, checkAnnexes, checkFrames, checkMissing } from './against-decree-others.ts'
import { checkPages } from './against-decree-page.ts'
import { checkRecipients } from './against-decree-recipients.ts'
import { checkSigner } from './against-decree-signer.ts'
import { checkStrokes } from './against-decree-strokes.ts'
import { checkType } from './against-decree-type.ts'
import { stylePartsOf } from './identified-parts.ts'
import { type Identified, identify } from './identify.ts'
import type { Measured } from './measure/measured.ts'
import type { Ruler } from './measure/text-lines.ts'

export type { Finding } from './against-decree-fault.ts'

/** For whoever reads a Word file, which has no lines of its own. */
/** What our files call the parts. */
export const decreeStyles = stylePartsOf(decree30)

export const rulerOf = (fonts: Fonts): Ruler => ({ fonts, singleLine: decree30.singleLine })

const always: readonly Check[] = [checkFaces, checkColours]
const ofDocuments: readonly Check[] = [
  checkPages,
  checkMissing,
  checkHead,
  checkNumber,
  checkDate,
  checkType,
  checkStrokes,
  checkAddressee,
  checkGrounds,
  checkContent,
  checkNumbering,
  checkClosing,
  checkRecipients,
  checkSigner,
  checkAnnexes,
  checkFrames,
  checkCopy,
]
const particular: Readonly<Record<Identified['form'], readonly Check[]>> = {
  document: ofDocuments,
  annex: [checkPages, checkType, checkAnnexes],
  party: [checkPages],
  book: [],
  unknown: [checkPages, checkMissing],
}

/** In the order of the page. What could not be measured comes last, as 'info' under 'file/gap'. */
export const againstDecree = (measured: Measured, fonts: Fonts): Finding[] => {
  const identified = identify(measured, stylePartsOf(decree30))
  const faults: Fault[] = []
  const gaps = new Set<string>(measured.gaps)
  const context: Context = {
    identified,
    rules: decree30,
    ruler: rulerOf(fonts),
    say: (fault) => void faults.push(fault),
    cannot: (gap) => void gaps.add(gap),
  }
  const { form } = identified
  if (form === 'party')
    gaps.add('văn bản của Đảng: thể thức theo quy định của Đảng, chỉ đo khổ giấy, phông và màu chữ')
  if (form === 'book')
    gaps.add(
      'đây là sổ đăng ký văn bản (Phụ lục IV), không phải văn bản: thể thức của văn bản không áp dụng, chỉ đo phông và màu chữ',
    )
  if (form === 'unknown') gaps.add('không nhận ra đây là văn bản hành chính')
  for (const check of [...always, ...particular[form]]) check(context)
  const told = findings(faults, measured)
  const place = ({ paragraphs }: Finding): number => paragraphs[0] ?? 0
  return [
    ...told.sort((a, b) => (a.page ?? 0) - (b.page ?? 0) || place(a) - place(b)),
    ...[...gaps].map((gap) => ({
      problem: {
        rule: 'file/gap' as const,
        level: 'info' as const,
        message: `chưa đo được: ${gap}`,
        file: measured.file,
      },
      paragraphs: [],
    })),
  ]
}
