/** Parts that not every document has: Kính gửi, annexes (mục III.1), marks in frames (mục III.2); and parts that are missing. */

import { roman } from '../text/numerals.ts'
import { type Check, figure, labelOf, ruleOf } from './against-decree-fault.ts'
import type { KnownPart } from './identified-parts.ts'
import { tidy } from './pieces.ts'
import { tolerances } from './tolerances.ts'

/** Kinds that are addressed to somebody (mục II.9b); an invitation has its own place for that. */
const addressed = new Set(['TỜ TRÌNH', 'BÁO CÁO'])

export const checkAddressee: Check = ({ identified, say }) => {
  const piece = identified.parts.get('addressee')?.[0]
  if (!piece || identified.kind === undefined || addressed.has(identified.kind)) return
  say({
    rule: 'decree/recipients',
    level: 'warning',
    message: `${identified.kind.toLocaleLowerCase('vi')} có "Kính gửi", cần bỏ: chỉ tờ trình, báo cáo lên cấp trên và công văn mới có`,
    found: 'có "Kính gửi"',
    allowed: 'không có',
    cite: 'Phụ lục I, Phần I, mục II.9b, 9c',
    pieces: [piece],
  })
}

export const checkAnnexes: Check = (context) => {
  const { annexes, content, measured, form } = context.identified
  const cite = (point: string): string => `Phụ lục I, Phần I, mục III.1${point}`
  annexes.forEach(([label], index) => {
    if (!label) return
    const number = /^phụ\s*lục\s+(?:số\s*)?([\p{L}\d]+)/iu.exec(label.text)?.[1]
    const wanted = `Phụ lục ${roman(index + 1)}`
    if (annexes.length > 1 && number !== roman(index + 1))
      context.say({
        rule: 'decree/numbering',
        level: 'error',
        message: `phụ lục thứ ${index + 1} ghi “${label.text}”, cần “${wanted}” (từ hai phụ lục trở lên đánh số La Mã)`,
        found: label.text,
        allowed: wanted,
        cite: cite('a'),
        pieces: [label],
      })
    else if (annexes.length === 1 && number !== undefined && /^\d+$/.test(number))
      context.say({
        rule: 'decree/numbering',
        level: 'error',
        message: `số thứ tự phụ lục “${number}” là chữ số Ả Rập, cần chữ số La Mã`,
        found: number,
        allowed: 'chữ số La Mã',
        cite: cite('a'),
        pieces: [label],
      })
    const page = measured.pages.find((each) => each.number === label.paragraph.section)
    const counted =
      measured.format !== 'docx' || form === 'annex' || (page?.firstNumber === 1 && page.number > 1)
    if (!counted)
      context.say({
        rule: 'decree/page-number',
        level: 'warning',
        message: 'số trang của phụ lục đếm tiếp theo văn bản, cần đánh số riêng từng phụ lục',
        found: 'đếm tiếp',
        allowed: 'đếm lại từ 1',
        cite: cite('đ'),
        pieces: [label],
      })
  })
  const [first] = annexes
  if (form === 'document' && first?.[0] && !content.some(({ text }) => /phụ\s*lục/iu.test(text)))
    context.say({
      rule: 'decree/missing-part',
      level: 'warning',
      message: 'nội dung không nhắc đến phụ lục kèm theo, cần có chỉ dẫn về phụ lục trong văn bản',
      found: 'không nhắc',
      allowed: 'có chỉ dẫn',
      cite: cite('a'),
      pieces: [first[0]],
    })
}

/** Frames of the marks: there, and of the decree's size. */
export const checkFrames: Check = (context) => {
  for (const part of ['urgency', 'circulation'] as const)
    for (const piece of context.identified.parts.get(part) ?? []) {
      const { frame: rule, label, cite } = context.rules.parts[part]
      const { frame, cell, page } = piece.paragraph
      // A frame on a page is a matter of four strokes, which are not put together here.
      if (page !== undefined) continue
      const say = (message: string, found: string, allowed: string): void =>
        context.say({
          rule: 'decree/frame',
          level: 'warning',
          message: `${label}: ${message}, cần ${allowed}`,
          found,
          allowed,
          cite,
          pieces: [piece],
        })
      if (!frame && !cell?.bordered) {
        say('không có khung', 'không có khung', 'khung hình chữ nhật viền đơn')
        continue
      }
      const widths: Readonly<Record<string, number>> = part === 'urgency' ? rule.widths : {}
      const words = tidy(piece.text).toLocaleLowerCase('vi').replace('hoả', 'hỏa')
      const width = Object.entries(widths).find(([name]) => name.toLocaleLowerCase('vi') === words)?.[1]
      const off = (value: number | undefined, wanted: number | undefined): boolean =>
        value !== undefined && wanted !== undefined && Math.abs(value - wanted) > tolerances.frame
      if (part === 'urgency' && (off(frame?.width, width) || off(frame?.height, rule.height)))
        say(
          `khung ${figure(frame?.width ?? 0)} × ${figure(frame?.height ?? 0)} mm`,
          `${figure(frame?.width ?? 0)} × ${figure(frame?.height ?? 0)} mm`,
          `${width ?? '…'} × ${rule.height} mm`,
        )
    }
}

/** Nobody but the parties signs these the usual way. */
const ownWay = new Set([
  'BIÊN BẢN',
  'HỢP ĐỒNG',
  'BẢN GHI NHỚ',
  'BẢN THỎA THUẬN',
  'PHIẾU GỬI',
  'PHIẾU CHUYỂN',
  'PHIẾU BÁO',
])
/** Their templates have no trích yếu. */
const withoutSubject = new Set(['GIẤY GIỚI THIỆU', 'GIẤY NGHỈ PHÉP', ...ownWay])

export const checkMissing: Check = (context) => {
  const { identified } = context
  if (identified.form === 'annex' || identified.form === 'party') return
  const { kind, isLetter, parts, content } = identified
  const required: KnownPart[] = ['nationalName', 'motto', 'issuingBody', 'number', 'placeDate']
  if (isLetter) required.push('letterSubject')
  else required.push('kind')
  if (!isLetter && !(kind !== undefined && withoutSubject.has(kind))) required.push('subject')
  if (kind === undefined || !ownWay.has(kind)) required.push('authority', 'signerName')
  required.push('recipientsLabel', 'recipient')
  for (const part of required) {
    // Without the kind, which line would be the trích yếu is anybody's guess.
    if (parts.has(part) || (part === 'subject' && !parts.has('kind'))) continue
    const { cite } = ruleOf(part, context)
    context.say({
      rule: 'decree/missing-part',
      level: 'error',
      message: `không thấy ${labelOf(part, context)} (ô số ${ruleOf(part, context).box})`,
      found: 'không thấy',
      allowed: 'có',
      ...(cite !== undefined && { cite }),
    })
  }
  if (content.length === 0 && !parts.has('tableCell'))
    context.say({
      rule: 'decree/missing-part',
      level: 'error',
      message: 'không thấy nội dung văn bản (ô số 6)',
      found: 'không thấy',
      allowed: 'có',
      cite: context.rules.parts.paragraph.cite,
    })
}
