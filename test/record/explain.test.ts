/** Mistakes of shape in words for clerks: what is wrong, what was expected, what to do. */

import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { explain } from '../../src/record/explain.ts'
import { meeting } from '../../src/record/meeting.ts'
import { goodMeeting } from '../fixtures/project.ts'

const found = (edit: (text: string) => string) => explain(meeting, parse(edit(goodMeeting)))
const messages = (from: string | RegExp, to: string) =>
  found((text) => text.replace(from, to)).map(({ message, hint }) => [message, hint])

test('a good record has nothing to explain', () => {
  expect(found((text) => text)).toEqual([])
})

describe('words', () => {
  test.each<[string | RegExp, string, string, RegExp | undefined]>([
    [
      'signatory',
      'ký',
      'không có mục nào tên là "ký" trong "notice", cần một trong các mục: body, template,',
      undefined,
    ],
    [
      /subject: .*/,
      'subject: true',
      '"notice.subject" đang là giá trị true, cần một dòng chữ',
      /dấu nháy.*"true"/,
    ],
    [/subject: .*/, 'subject: 12', '"notice.subject" đang là số 12, cần một dòng chữ', /"12"/],
    [
      /subject: .*/,
      'subject: {a: b}',
      '"notice.subject" đang là một nhóm mục, cần một dòng chữ',
      /Ví dụ: Ý kiến/,
    ],
    [/subject: .*/, 'subject: ""', '"notice.subject" đang để trống, cần có chữ', /bỏ hẳn/],
    [
      /chair: .*/,
      'chair: Ông Long',
      '"meeting.chair": "Ông Long" không phải một mã, cần chữ thường không dấu, số và gạch nối',
      /ví dụ: nguyen-van-an/,
    ],
    [
      '2026-03-02',
      '02-03-2026',
      '"meeting.sessions": "02-03-2026" không phải một ngày, cần dạng năm-tháng-ngày',
      /2026-03-02/,
    ],
    [
      '2026-03-02',
      '2026-06-31',
      '"meeting.sessions": không có ngày 2026-06-31 trong lịch, cần một ngày có thật',
      undefined,
    ],
    [
      '2026-03-02',
      '20260302',
      '"meeting.sessions" đang là số 20260302, cần một dòng chữ hoặc một nhóm mục',
      /Ví dụ: 2026-03-10/,
    ],
    [/\[van-phong, khao-thi\]/, '[]', '"attendees.list[1].units" đang trống, cần ít nhất 1 mục', /bỏ hẳn/],
    [
      /\[van-phong, khao-thi\]/,
      'van-phong',
      '"attendees.list[1].units" đang là một dòng chữ, cần một danh sách',
      undefined,
    ],
    [
      'copies: 2',
      'copies: 1000',
      '"notice.drafting.copies" quá lớn hoặc quá nhiều, cần không quá 999',
      undefined,
    ],
    [
      'attendees:',
      'attendees:\n  end: "!"',
      '"attendees.end": không dùng được "!", cần một trong: ., ;',
      undefined,
    ],
    [
      / {2}- text: Phòng.*/,
      '  - txt: Phòng',
      'không có mục nào tên là "txt" trong "conclusions[1]"',
      /"text"/,
    ],
  ])('%s → %s', (from, to, message, hint) => {
    const [first] = messages(from, to).filter(([said]) => !said?.startsWith('thiếu'))
    expect(first?.[0]).toContain(message)
    if (hint) expect(first?.[1]).toMatch(hint)
  })
})

test('of a union only the branch that was meant is talked about', () => {
  const said = messages('2026-03-02', '{from: 2026-03-02, till: 2026-03-04}')
  expect(said.map(([message]) => message)).toEqual([
    expect.stringContaining('thiếu "meeting.sessions.to" (Ngày)'),
    expect.stringContaining('không có mục nào tên là "till" trong "meeting.sessions"'),
  ])
})

test('all mistakes at once', () => {
  const said = found((text) =>
    text.replace('subject', 'subjcet').replace('2026-04-30', '30/4').replace('van-phong,', 'Văn phòng,'),
  )
  expect(said.map(({ rule }) => rule).sort()).toEqual([
    'record/date',
    'record/missing',
    'record/unknown-key',
    'record/value',
  ])
})

test('no message is in English or shows our insides', () => {
  const odd = [
    null,
    5,
    'x',
    [],
    {},
    { notice: [] },
    { notice: { subject: [] }, meeting: 1, conclusions: [[1], { items: 5 }, { tasks: [{ due: [] }] }] },
  ]
  const all = odd.flatMap((value) => explain(meeting, value))
  expect(all.length).toBeGreaterThan(12)
  for (const { message, hint } of all)
    expect(`${message} ${hint ?? ''}`).not.toMatch(/undefined|\[object|expected|received|invalid|Zod|NaN/i)
})
