/** A notice of two made-up pages that keeps every rule of the decree, with room to break one rule at a time. */

import type { Page } from '../../scripts/conformance/page-trace.ts'
import { page, points, type Setting, set, stroke } from './paper.ts'

const left = points(30)
const right = points(210 - 20)
const middle = (left + right) / 2
const [body, office] = [left + points(34), right - points(46)]
const line = 17

export type Change = {
  readonly leftBy?: number
  readonly title?: Partial<Setting>
  readonly motto?: { readonly stroke: number }
  readonly date?: Partial<Setting>
  readonly dateText?: string
  readonly recipient?: Partial<Setting>
  readonly authority?: Partial<Setting>
  readonly firstPageNumber?: boolean
  readonly indent?: number
  readonly ragged?: boolean
}

/** Letters are wide on this paper: short wordings. */
export const noticePages = (change: Change = {}): Page[] => {
  const shift = change.leftBy ?? 0
  const full = { size: 14, left: left + shift, right } as const
  const opening = { ...full, left: left + points(change.indent ?? 10) }
  const words = 'Một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm sáu bảy'
  const paragraph = (baseline: number) => [
    ...set(words, { ...opening, baseline }),
    ...set(words, { ...full, baseline: baseline + line, right: right - (change.ragged === true ? 20 : 0) }),
    ...set('tám chín.', { size: 14, left: left + shift, baseline: baseline + 2 * line }),
  ]
  const name = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
  const motto = 'Độc lập - Tự do - Hạnh phúc'
  const mottoWidth = [...motto].reduce((sum, each) => sum + (each === ' ' ? 0.25 : 0.5) * 13, 0)
  const first = page(
    1,
    [
      ...(change.firstPageNumber === true ? set('1', { centre: middle, baseline: 40, size: 14 }) : []),
      ...set('UBND TỈNH', { centre: body, baseline: 68, size: 12 }),
      ...set('SỞ GIÁO DỤC', { centre: body, baseline: 82, size: 12, bold: true }),
      ...set(name, { centre: office, baseline: 68, size: 12, bold: true }),
      ...set(motto, { centre: office, baseline: 82, size: 13, bold: true }),
      ...set('Số: 05/TB-SGD', { centre: body, baseline: 106, size: 13 }),
      ...set(change.dateText ?? 'Hậu Giang, ngày 05', {
        centre: office,
        baseline: 106,
        size: 13,
        italic: true,
        ...change.date,
      }),
      ...set('THÔNG BÁO', { centre: middle, baseline: 140, size: 14, bold: true, ...change.title }),
      ...set('Ý kiến kết luận', { centre: middle, baseline: 156, size: 14, bold: true }),
      ...paragraph(190),
      ...paragraph(190 + 3 * line + 6),
    ],
    [
      stroke(body, 86, 0.4 * 64.5),
      stroke(office, 87, change.motto?.stroke ?? mottoWidth),
      stroke(middle, 162, 0.4 * 94.5),
    ],
  )
  const second = page(2, [
    ...set('2', { centre: middle, baseline: 40, size: 14 }),
    ...paragraph(70),
    ...set('Nơi nhận:', { left, baseline: 150, size: 12, bold: true, italic: true }),
    ...set('- Các phòng;', { left, baseline: 164, size: 11, ...change.recipient }),
    ...set('- Lưu: VT.', { left, baseline: 178, size: 11 }),
    ...set('KT. GIÁM ĐỐC', { centre: office, baseline: 151.8, size: 14, bold: true, ...change.authority }),
    ...set('PHÓ GIÁM ĐỐC', { centre: office, baseline: 168, size: 14, bold: true }),
    ...set('Nguyễn Văn A', { centre: office, baseline: 270, size: 14, bold: true }),
  ])
  return [first, second]
}
