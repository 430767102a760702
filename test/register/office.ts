/** A small office with two issued notices, one draft and a register in which things have happened. */

import type { Files } from '../fixtures/project.ts'

const meeting = (subject: string, day: string, conclusions: string): string => `notice:
  subject: ${subject}
  signatory: pham-van-long
  drafting: {unit: van-phong, initials: T, copies: 2}
meeting: {sessions: ${day}, chair: pham-van-long, topic: giao ban}
attendees:
  list: [{role: Lãnh đạo, units: [van-phong, khao-thi]}]
conclusions:
${conclusions}closing: {about: giao ban}
`

export const meetings: Files = {
  'content/meetings/2026/giao-ban-thang-3.yaml': meeting(
    'Kết luận cuộc họp giao ban tháng 3',
    '2026-03-02',
    `  - heading: Công tác thi
    items:
      - text: Phòng Khảo thí hoàn thành đề thi trước **ngày 30/4/2026**.
        tasks:
          - {what: Ra đề, lead: khao-thi, with: van-phong, due: 2026-04-30}
      - text: Các trường báo cáo hằng quý.
        tasks: [{lead: truong, report: van-phong, due: {every: hằng quý}}]
      - Giữ bí mật đề thi.
  - heading: Công tác khác
    items:
      - text: <unit:thpt-doi-gio> sửa nhà xe.
        tasks: [{what: Sửa nhà xe, lead: thpt-doi-gio, watch: van-phong, due: 2026-03-20}]
      - text: Văn phòng chuẩn bị sơ kết.
        tasks: [{what: Sơ kết, lead: van-phong, due: {by: tại cuộc họp tới}}]
`,
  ),
  'content/meetings/2026/giao-ban-thang-4.md': `---
notice:
  subject: Kết luận cuộc họp giao ban tháng 4
  signatory: pham-van-long
  drafting: {unit: van-phong}
meeting: {sessions: 2026-04-06, chair: pham-van-long, topic: giao ban}
attendees:
  list: [{role: Lãnh đạo, units: [van-phong]}]
closing: {about: giao ban}
---

1. Văn phòng rà soát tài sản. <!-- task: {what: Rà soát tài sản, lead: van-phong, due: 2026-05-10} -->
2. Các phòng gửi báo cáo.
   <!-- task: [{what: Gửi báo cáo, lead: phong, due: 2026-04-20}, {what: Tổng hợp, lead: van-phong}] -->
`,
  'content/meetings/2026/giao-ban-thang-5.yaml': meeting(
    'Kết luận cuộc họp giao ban tháng 5',
    '2026-05-04',
    '  - {text: Lập kế hoạch hè., tasks: [{what: Kế hoạch hè, lead: van-phong, due: 2026-05-29}]}\n',
  ),
}

const entry = (number: number, more: string): string => `number: ${number}\nsymbol: TB-SGDĐT\n${more}`

/** 01 is the four lines of an old entry, 02 has everything; 03 was recalled by 05; 04 is only reserved. */
export const register: Files = {
  'content/register/2026/TB/1.yaml': entry(1, 'date: 2026-03-05\nrecord: giao-ban-thang-3\n'),
  'content/register/2026/TB/2.yaml': entry(
    2,
    `date: 2026-04-08
record: giao-ban-thang-4
kind: Thông báo
subject: "=Kết luận cuộc họp giao ban tháng 4"
signatory: {authority: [Giám đốc], name: Phạm Văn Long}
recipients: [Ban Giám đốc Sở, "UBND các xã, phường (để ph/h)"]
keeper: VT, VP
copies: 12
forwarded: 2026-04-09
receipt: Lý Thu Sương
version: 2
note: Gửi qua trục liên thông
`,
  ),
  'content/register/2026/TB/3.yaml': entry(
    3,
    `state: recalled
date: 2026-04-20
kind: Thông báo
subject: Kết luận về tuyển sinh
signatory: {authority: [KT. Giám đốc, Phó Giám đốc], name: Đỗ Thị Mây}
recipients: [Trường THPT Suối Bạc]
keeper: VT, KT
relations: [{is: recalled-by, entry: 2026/TB/5, reason: ghi sai thời hạn}]
`,
  ),
  'content/register/2026/TB/4.yaml': 'number: 4\nstate: reserved\nreason: dành cho Ban Chỉ đạo\n',
  'content/register/2026/TB/5.yaml': entry(
    5,
    `date: 2026-05-02
kind: Thông báo
subject: Thu hồi Thông báo số 03/TB-SGDĐT
signatory: {authority: [Giám đốc], name: Phạm Văn Long}
recipients: [Trường THPT Suối Bạc]
keeper: VT, KT
relations: [{is: recalls, entry: 2026/TB/3, reason: ghi sai thời hạn}]
`,
  ),
}

export const office: Files = { ...meetings, ...register }
