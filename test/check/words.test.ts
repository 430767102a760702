/** Sentences that offices write: what is right stays untold, what is wrong is told by its rule. */

import { expect, test } from 'vitest'
import { checkText } from '../../src/check/check.ts'
import { readMeeting } from '../../src/load/body.ts'
import { readYaml } from '../../src/load/yaml.ts'
import type { Problem } from '../../src/problem.ts'
import type { Source } from '../../src/source.ts'

const empty = { directory: [], meetings: [], register: [], templates: [], partials: [] }

const told = (source: Source | undefined): Problem[] => {
  const problems: Problem[] = []
  if (!source) throw new Error('not read')
  checkText({ project: { ...empty, meetings: [source] }, notices: [] }, (problem) => problems.push(problem))
  return problems
}

const rulesFor = (sentence: string): string[] => {
  const text = `meeting: {sessions: 2026-03-10}\nconclusions:\n  - |-\n    ${sentence.replaceAll('\n', '\n    ')}\n`
  return told(readYaml('content/meetings/2026/a.yaml', text, () => {})).map(({ rule }) => rule)
}

test.each([
  'Xây dựng kế hoạch số hóa hồ sơ, báo cáo số liệu, ban hành quyết định, thông báo tuyển sinh.',
  'Đổi mới giáo dục và đào tạo; 5 điều Bác Hồ dạy; những điều giáo viên không được làm.',
  'Chương trình 2 buổi/ngày, học phần I và II, thành phần III, hạng mục 3, phần mềm 2, mục tiêu 1.',
  'Đạt từ điểm 5 trở lên, điểm a và điểm b có giá trị như nhau.',
  'Điều 5 Quy chế này; theo điểm a, b khoản 2 Điều 7 Điều lệ trường trung học.',
  'Tỉnh ủy, Tỉnh đoàn phối hợp. Tỉnh Hậu Giang có 75 xã. Tại tỉnh Hậu Giang, Thành phố Hồ Chí Minh, Phường 5.',
  'Năm học 2026 - 2027 có 3,5% học sinh, lúc 14:30, tỉ lệ 1:2, lớp 10/1, khoảng 24/24 giờ.',
  'Gửi về so.gddt@vi.du.vn hoặc https://vi.du.vn/a,b;c:d trước 17 giờ; tệp Bieu.Mau.docx.',
  'GS.TS. Trần Văn A, TP.HCM, TP. Cần Thơ, Q.1, v.v… tham dự.',
  'Các văn bản ban hành trước ngày 01/7/2025 vẫn có hiệu lực; nhân viên tuyển dụng trước ngày 01/01/2020.',
  'Trước ngày 16/3/2026 gửi báo cáo; họp ngày 15/3/2026; ngày 03/02/1930, 02/9/1945; ngày 29/02/2024.',
  'Thực hiện Quyết định số 01/QĐ-UBND ngày 02/01/2026 của Chủ tịch UBND tỉnh phê duyệt Đề án; Luật số 43/2019/QH14.',
  'Gồm: (a) hồ sơ; (b) đơn; (d) ảnh; (e) biên lai. Lớp a) và b) học chung.',
  '| STT  | Tên   |\n| :--- | ---: |\n| 1    | Trường A |',
  'Dòng một  \nDòng hai\n\n-   mục gạch đầu dòng\n-   mục khác, theo Phụ lục I Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.',
  'Trường **A** và _B_, "trong ngoặc", “ngoặc kép”: (để p/h). Nhiều… rồi ... hết!',
  'UBND các xã; ỦY BAN NHÂN DÂN TỈNH; Uỷ ban nhân dân xã; hội đồng trường; ban đại diện cha mẹ học sinh.',
])('right: %s', (sentence) => {
  expect(rulesFor(sentence)).toEqual([])
})

test.each([
  ['thực hiện kế\nhoạch số 15/KH-SGDĐT ngày 02/3/2026 của Sở về thi đua', 'text/kind-capital'],
  ['báo cáo Sở Giáo dục\nvà đào tạo', 'text/body-capitals'],
  ['theo hội đồng Nhân dân xã', 'text/body-capitals'],
  ['ngày 24/13/2026', 'text/date-exists'],
  ['ngày 29 tháng 02 năm 2025', 'text/date-exists'],
  ['ngày 00 tháng 5', 'text/date-exists'],
  ['báo cáo; theo Khoản 3 Điều lệ', 'text/part-capital'],
  ['Công văn số 5/SGDĐT-VP của Sở về thi đua', 'text/citation-first'],
  ['hạn cuối: ngày 01/3/2026', 'text/deadline-past'],
  ['xong trước **ngày 21/3/2026**', 'text/deadline-weekend'],
  ['đăng tải trên trang,báo', 'text/space-after-mark'],
  ['theo dõi.Các trường', 'text/space-after-mark'],
  ['kết quả .', 'text/space-before-mark'],
  ['số 5/ QĐ-UBND', 'text/symbol-spaces'],
])('wrong: %s', (sentence, rule) => {
  expect(rulesFor(sentence)).toEqual([rule])
})

test('a document cited in the basis may be cited shortly in a conclusion, and only there', () => {
  const record = (basis: string): string =>
    `basis: [${basis}]\nconclusions: [Thực hiện Kế hoạch số 5/KH-UBND.]\nannexes: [{title: A, text: Theo Kế hoạch số 5/KH-UBND.}]\n`
  const full = 'Căn cứ Kế hoạch số 5/KH-UBND ngày 02/3/2026 của UBND tỉnh về thi đua'
  const rules = (basis: string): string[] =>
    told(readYaml('content/meetings/2026/a.yaml', record(basis), () => {})).map(({ rule }) => rule)
  expect(rules(full)).toEqual([])
  expect(rules('Căn cứ Luật Giáo dục')).toEqual(['text/citation-first'])
})

test('in a Markdown body a typed number is the business of the reader of the body', () => {
  const text = '---\nnotice: {subject: Kết luận}\n---\n# I. Chung\n\na) Các trường báo cáo.\n'
  expect(told(readMeeting('content/meetings/2026/a.md', text, () => {}))).toEqual([])
})

test('a record of any shape is looked at without a fault', () => {
  for (const text of [
    '[]',
    'conclusions: 5',
    'notice: [a]\nbasis: {a: b}\nannexes: x',
    'meeting: {sessions: [1, {date: 2}]}',
  ])
    expect(told(readYaml('content/meetings/2026/a.yaml', text, () => {}))).toEqual([])
})
