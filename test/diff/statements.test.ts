import { expect, test } from 'vitest'
import { terminalStatement } from '../../src/diff/forms/terminal.ts'
import { compareSides, type ReadSide } from '../../src/diff/report.ts'
import type { Task } from '../../src/diff/tasks.ts'
import type { Block, Division, Notice } from '../../src/notice/notice.ts'

const clause = (value: string, ...inside: Block[]): Division => ({
  is: 'clause',
  id: 'k1',
  mark: 'number',
  blocks: [{ is: 'paragraph', text: [{ is: 'text', value }] }, ...inside],
})
const plan = 'Rà soát kế hoạch công nhận trường đạt chuẩn quốc gia.'
const officer = 'Cử một cán bộ đầu mối phụ trách công tác kiểm định.'
const file = 'Gửi hồ sơ đăng ký về Sở trước ngày 15/3/2026.'

const notice = (content: readonly Block[], other: Partial<Notice> = {}): Notice => ({
  schema: 1,
  id: 'a',
  language: 'vi',
  parentBody: ['UBND tỉnh Trường Giang'],
  issuingBody: ['Sở Giáo dục và Đào tạo'],
  symbol: 'TB-SGDĐT',
  place: 'Trường Giang',
  kind: 'Thông báo',
  subject: 'Kết luận cuộc họp về chuyển đổi số',
  basis: [],
  content: [
    { is: 'section', id: 'k1', mark: 'number', title: [{ is: 'text', value: 'Đánh giá' }], blocks: [] },
    { is: 'section', id: 'k2', mark: 'number', title: [{ is: 'text', value: 'Nhiệm vụ' }], blocks: content },
  ],
  signature: { authority: ['Giám đốc'], name: 'Trần Minh Khoa' },
  recipients: ['Các phòng thuộc Sở;', 'Lưu: VT, VP.'],
  ...other,
})

const side = (made: Notice, tasks?: readonly Task[], whole = true): ReadSide => ({
  notice: made,
  name: 'x',
  whole,
  gaps: [],
  ...(tasks ? { tasks } : {}),
})

const said = (before: ReadSide, after: ReadSide): string[] =>
  compareSides(before, after).statements.map((each) => terminalStatement(each, { colour: false }))

const ofContent = (before: readonly Block[], after: readonly Block[]): string[] =>
  said(side(notice(before)), side(notice(after)))

test('a word is said with its place, the words around it, and as a whole', () => {
  expect(
    ofContent([clause(plan), clause(file)], [clause(plan), clause(file.replace('15/3', '30/3'))]),
  ).toEqual(['Mục II khoản 2: Gửi hồ sơ đăng ký về Sở trước ngày [-15/3/2026-]{+30/3/2026+}.'])
})

test('a clause that moved is said to have moved, up or down, and nothing else', () => {
  const [a, b, c] = [clause(plan), clause(officer), clause(file)]
  expect(ofContent([a, b, c], [b, a, c])).toEqual([`Mục II khoản 2: chuyển lên trước khoản 1: ${officer}`])
  expect(ofContent([a, b, c], [b, c, a])).toEqual([`Mục II khoản 1: chuyển xuống sau khoản 3: ${plan}`])
})

test('a clause that moved to another section is said by its new place', () => {
  const before = notice([clause(plan), clause(officer)])
  const [first, second] = before.content as Division[]
  const after = notice([], {
    content: [
      { ...(first as Division), blocks: [clause(officer)] },
      { ...(second as Division), blocks: [clause(plan)] },
    ],
  })
  expect(said(side(before), side(after))).toEqual([`Mục II khoản 2: chuyển thành mục I khoản 1: ${officer}`])
})

test('what was added and removed is said with all its words', () => {
  expect(ofContent([clause(plan), clause(officer)], [clause(plan), clause(file)])).toEqual([
    `Mục II khoản 2: bỏ: [-${officer}-]`,
    `Mục II khoản 2: thêm: {+${file}+}`,
  ])
})

test('formal parts go by their names', () => {
  const before = side(notice([], { number: 7, date: '2026-03-10' }))
  const after = side(
    notice([], {
      number: 8,
      date: '2026-03-15',
      urgency: 'Hỏa tốc',
      subject: 'Kết luận cuộc họp về học bạ số',
      signature: { authority: ['KT. Giám đốc', 'Phó Giám đốc'], name: 'Lê Thu Hà' },
      recipients: ['Các phòng thuộc Sở, Thanh tra;', 'UBND các xã;', 'Lưu: VT, VP.'],
    }),
  )
  expect(said(before, after)).toEqual([
    'Số: 7 → 8',
    'Ngày ban hành: ngày 10 tháng 3 năm 2026 → ngày 15 tháng 3 năm 2026',
    'Trích yếu: Kết luận cuộc họp về [-chuyển đổi-]{+học bạ+} số',
    'Mức độ khẩn: thêm: Hỏa tốc',
    'Quyền hạn, chức vụ: Giám đốc → KT. Giám đốc / Phó Giám đốc',
    'Người ký: Trần Minh Khoa → Lê Thu Hà',
    'Nơi nhận: Các phòng thuộc Sở{+, Thanh tra+}',
    'Nơi nhận: thêm: UBND các xã',
  ])
})

test('the closing marks of recipients follow from the list and are no change', () => {
  const before = side(notice([], { recipients: ['A;', 'Lưu: VT.'] }))
  const after = side(notice([], { recipients: ['Lưu: VT;', 'A.'] }))
  expect(said(before, after)).toHaveLength(1)
  expect(said(before, after)[0]).toMatch(/^Nơi nhận: đổi thứ tự/)
})

const task = (due: string): Task => ({
  id: 'k2',
  what: 'Gửi hồ sơ',
  lead: 'Phòng Mầm non',
  with: '',
  watch: '',
  report: '',
  due,
})

test('a task says what of it changed', () => {
  const before = side(notice([]), [task('2026-03-15')])
  const after = side(notice([]), [{ ...task('2026-03-30'), with: 'Văn phòng' }])
  expect(said(before, after)).toEqual([
    'Nhiệm vụ "Gửi hồ sơ": phối hợp (không có) → Văn phòng',
    'Nhiệm vụ "Gửi hồ sơ": hạn 15/3/2026 → 30/3/2026',
  ])
})

test('a finished file has no tasks, no small letters in the head and other spaces: none of that is a change', () => {
  const whole = side(notice([clause(plan)]), [task('2026-03-15')])
  const read = side(
    notice([clause(plan.replaceAll(' ', '  '))], {
      parentBody: ['UBND TỈNH TRƯỜNG GIANG'],
      kind: 'THÔNG BÁO',
    }),
    undefined,
    false,
  )
  const { same, notCompared } = compareSides(whole, read)
  expect(same).toBe(true)
  expect(notCompared.join()).toMatch(/nhiệm vụ/)
})

test('a number that only follows from the place is no change', () => {
  const counted = { ...clause(plan), counted: 2 }
  expect(ofContent([clause(officer), clause(plan)], [clause(officer), counted])).toEqual([])
  expect(ofContent([clause(officer), clause(plan)], [clause(plan)])).toHaveLength(1)
})

test('a number that its place does not give it is one', () => {
  const counted = { ...clause(plan), counted: 4 }
  expect(ofContent([clause(plan)], [counted])).toEqual(['Mục II khoản 4: số thứ tự 1. → 4.'])
  expect(ofContent([clause(plan), clause(file)], [counted, { ...clause(file), counted: 2 }])).toHaveLength(1)
})
