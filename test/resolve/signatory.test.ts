/** Who signs, and on whose behalf, on which day (NĐ 30/2020, Điều 13). */

import { describe, expect, test } from 'vitest'
import type { Problem } from '../../src/problem.ts'
import { signatory } from '../../src/resolve/signatory.ts'
import { recordsOf } from '../fixtures/memory.ts'

const { records } = recordsOf({
  'content/directory/x.yaml': `
bodies:
  so: {name: Sở A, abbreviation: SA, place: A, head: Giám đốc}
  xa: {name: UBND xã B, abbreviation: UBND, place: B, head: Chủ tịch, collective: Ủy ban nhân dân}
units:
  vp: {name: Văn phòng, body: so, head: Chánh Văn phòng, byOrder: "Quy chế, Điều 9"}
  cu: {name: Phòng cũ, body: so, head: Trưởng phòng, byOrder: "Quy chế, Điều 9", to: 2025-12-31}
  khac: {name: Phòng khác, body: so, head: Trưởng phòng}
people:
  truong: {name: Trưởng, posts: [{at: so, title: Giám đốc, as: head}]}
  quyen: {name: Quyền, posts: [{at: so, title: Quyền Giám đốc, as: acting}]}
  pho: {name: Phó, posts: [{at: so, title: Phó Giám đốc, as: deputy}]}
  chanh: {name: Chánh, posts: [{at: vp, title: Chánh Văn phòng, as: head}]}
  quyen-chanh: {name: Quyền Chánh, posts: [{at: vp, title: Quyền Chánh Văn phòng, as: acting}]}
  pho-chanh: {name: Phó Chánh, posts: [{at: vp, title: Phó Chánh Văn phòng, as: deputy}]}
  vien: {name: Viên, posts: [{at: vp, title: Chuyên viên, as: staff}]}
  truong-cu: {name: Trưởng cũ, posts: [{at: cu, title: Trưởng phòng, as: head}]}
  truong-khac: {name: Trưởng khác, posts: [{at: khac, title: Trưởng phòng, as: head}]}
  duoc-uy: {name: Được ủy, posts: [{at: khac, title: Trưởng phòng, as: head}], authorisations: [{document: GUQ 5, body: so, from: 2026-03-01, to: 2026-03-31}]}
  hai-quyen: {name: Hai quyền, posts: [{at: vp, title: Chánh Văn phòng, as: head}], authorisations: [{document: GUQ 6, body: so}]}
  chu-tich: {name: Chủ tịch, posts: [{at: xa, title: Chủ tịch, as: head}]}
  quyen-chu-tich: {name: Quyền Chủ tịch, posts: [{at: xa, title: Quyền Chủ tịch, as: acting}]}
  pho-chu-tich: {name: Phó Chủ tịch, posts: [{at: xa, title: Phó Chủ tịch, as: deputy}]}
  thang-chuc: {name: Thăng chức, posts: [{at: so, title: Phó Giám đốc, as: deputy, to: 2026-03-31}, {at: so, title: Giám đốc, as: head, from: 2026-04-01}]}
`,
})

const sign = (who: string, day = '2026-03-15', body = 'so', wish?: 'TL' | 'TUQ') => {
  const problems: Problem[] = []
  const person = records.people.get(who)
  const issuing = records.bodies.get(body)
  if (!person || !issuing) throw new Error(`not in the directory: ${who}, ${body}`)
  const signing = signatory(
    person.value,
    body,
    issuing.value,
    day,
    wish,
    records,
    { entry: person, path: [] },
    (problem) => problems.push(problem),
  )
  return { lines: signing?.authority, name: signing?.name, problems }
}

describe('the ladders', () => {
  test.each<[string, string, string[]]>([
    ['truong', 'so', ['Giám đốc']],
    ['quyen', 'so', ['Q. Giám đốc']],
    ['pho', 'so', ['KT. Giám đốc', 'Phó Giám đốc']],
    ['chanh', 'so', ['TL. Giám đốc', 'Chánh Văn phòng']],
    ['quyen-chanh', 'so', ['TL. Giám đốc', 'Q. Chánh Văn phòng']],
    ['pho-chanh', 'so', ['TL. Giám đốc', 'KT. Chánh Văn phòng', 'Phó Chánh Văn phòng']],
    ['duoc-uy', 'so', ['TUQ. Giám đốc', 'Trưởng phòng']],
    ['chu-tich', 'xa', ['TM. Ủy ban nhân dân', 'Chủ tịch']],
    ['quyen-chu-tich', 'xa', ['TM. Ủy ban nhân dân', 'Q. Chủ tịch']],
    ['pho-chu-tich', 'xa', ['TM. Ủy ban nhân dân', 'KT. Chủ tịch', 'Phó Chủ tịch']],
  ])('%s of %s', (who, body, lines) => {
    const signed = sign(who, '2026-03-15', body)
    expect([signed.lines, signed.problems]).toEqual([lines, []])
    expect(signed.name).toBe(records.people.get(who)?.value.name)
  })

  test('the post is that of the day', () => {
    expect(sign('thang-chuc', '2026-03-31').lines).toEqual(['KT. Giám đốc', 'Phó Giám đốc'])
    expect(sign('thang-chuc', '2026-04-01').lines).toEqual(['Giám đốc'])
  })

  test('who has two rights signs by order unless the record says otherwise', () => {
    expect(sign('hai-quyen').lines?.[0]).toBe('TL. Giám đốc')
    expect(sign('hai-quyen', undefined, undefined, 'TUQ').lines?.[0]).toBe('TUQ. Giám đốc')
  })

  test('an authorisation holds on its first and last day', () => {
    for (const day of ['2026-03-01', '2026-03-31']) expect(sign('duoc-uy', day).lines).toBeDefined()
  })
})

describe('refused, with the reason and the clause', () => {
  test.each<[string, string, string, RegExp]>([
    ['duoc-uy', '2026-02-28', 'so', /"GUQ 5" chỉ có hiệu lực từ 2026-03-01 đến 2026-03-31/],
    ['duoc-uy', '2026-04-01', 'so', /"GUQ 5" chỉ có hiệu lực/],
    ['truong-khac', '2026-03-15', 'so', /Phòng khác chưa được giao ký thừa lệnh/],
    ['truong-cu', '2026-03-15', 'so', /không phải chức vụ có quyền ký/],
    ['vien', '2026-03-15', 'so', /Chuyên viên, không phải chức vụ có quyền ký/],
    ['chu-tich', '2026-03-15', 'so', /Chủ tịch, không phải chức vụ có quyền ký/],
    ['truong', '2026-03-15', 'xa', /Giám đốc, không phải chức vụ có quyền ký/],
  ])('%s on %s for %s', (who, day, body, reason) => {
    const { lines, problems } = sign(who, day, body)
    expect(lines).toBeUndefined()
    expect(problems).toMatchObject([
      { rule: 'resolve/authority', level: 'error', cite: expect.stringContaining('Điều 13') },
    ])
    expect(problems[0]?.message).toMatch(reason)
  })

  test('a right asked for that is not there', () => {
    expect(sign('chanh', undefined, undefined, 'TUQ').problems[0]?.message).toMatch(/thẩm quyền ký TUQ\./)
  })
})
