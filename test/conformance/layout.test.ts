/** The measuring instruments: silent on a notice that keeps the decree, and loud about each rule it breaks. */

import { describe, expect, test } from 'vitest'
import { typeFindings } from '../../scripts/conformance/against-table.ts'
import {
  marginFindings,
  pageFindings,
  pageNumberFindings,
  placeFindings,
} from '../../scripts/conformance/geometry.ts'
import { paragraphFindings } from '../../scripts/conformance/paragraphs.ts'
import { recognise } from '../../scripts/conformance/parts.ts'
import { strokeFindings } from '../../scripts/conformance/strokes.ts'
import { type Change, noticePages } from './notice.ts'

const all = {
  typeFindings,
  marginFindings,
  pageFindings,
  pageNumberFindings,
  placeFindings,
  paragraphFindings,
  strokeFindings,
}

const texts = (pages = noticePages()) =>
  Object.fromEntries(
    Object.entries(recognise(pages).lines).map(([part, lines]) => [
      part,
      (lines ?? []).map((line) => line.text),
    ]),
  )

test('every line of head, title and foot is known for what it is', () => {
  expect(texts()).toEqual({
    parentBody: ['UBND TỈNH'],
    issuingBody: ['SỞ GIÁO DỤC'],
    nationalName: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    motto: ['Độc lập - Tự do - Hạnh phúc'],
    number: ['Số: 05/TB-SGD'],
    placeDate: ['Hậu Giang, ngày 05'],
    kind: ['THÔNG BÁO'],
    subject: ['Ý kiến kết luận'],
    recipientsLabel: ['Nơi nhận:'],
    recipient: ['- Các phòng;', '- Lưu: VT.'],
    drafter: [],
    authority: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
    signerName: ['Nguyễn Văn A'],
    pageNumber: ['2'],
  })
})

test.each(Object.entries(all))('%s has nothing to say about a right notice', (_, look) => {
  expect(look(recognise(noticePages()))).toEqual([])
})

test('a date to be filled in is centred with the room it leaves', () => {
  const blank = '\u2002'.repeat(6)
  const pages = noticePages({ dateText: `Hậu Giang, ngày 05 năm${blank}` })
  expect(placeFindings(recognise(pages))).toEqual([])
  expect(placeFindings(recognise(noticePages({ dateText: 'Hậu Giang, ngày 05      ' })))).not.toEqual([])
})

describe('one rule broken', () => {
  const cases: readonly [string, Change, keyof typeof all, RegExp][] = [
    ['left margin of 25 mm', { leftBy: -14.2 }, 'marginFindings', /lề trái: 24\.99 mm, cần 30/],
    ['title in 16 pt', { title: { size: 16 } }, 'typeFindings', /Tên loại.*cỡ chữ 16\.00, cần 13–14/],
    ['title in regular weight', { title: { bold: false } }, 'typeFindings', /Tên loại.*đậm 0\/8/],
    [
      'title left of the middle',
      { title: { centre: 250 } },
      'placeFindings',
      /ô 5a, trục giữa của “THÔNG BÁO”/,
    ],
    ['upright date', { date: { italic: false } }, 'typeFindings', /Địa danh.*nghiêng 0/],
    ['date lower than the number', { date: { baseline: 110 } }, 'placeFindings', /giữa số và ngày/],
    ['recipient in 12 pt', { recipient: { size: 12 } }, 'typeFindings', /danh sách.*cỡ chữ 12\.00/],
    ['recipient indented', { recipient: { left: 100 } }, 'placeFindings', /ô 9b, mép trái/],
    [
      'signature lower than the recipients',
      { authority: { baseline: 158 } },
      'placeFindings',
      /“Nơi nhận:” và quyền hạn/,
    ],
    ['short stroke under the motto', { motto: { stroke: 80 } }, 'strokeFindings', /Tiêu ngữ, độ dài nét kẻ/],
    ['number on the first page', { firstPageNumber: true }, 'pageNumberFindings', /trang 1 không được/],
    ['first lines at 15 mm', { indent: 15 }, 'paragraphFindings', /thụt đầu dòng: 15\.00/],
    ['ragged right edge', { ragged: true }, 'paragraphFindings', /canh đều bên phải/],
  ]
  test.each(cases)('%s', (_, change, instrument, says) => {
    expect(all[instrument](recognise(noticePages(change))).join('\n')).toMatch(says)
  })
})
