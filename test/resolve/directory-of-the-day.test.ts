/** References are followed on a day: what was not there on that day is not there. */

import { describe, expect, test } from 'vitest'
import { build, edition } from '../fixtures/memory.ts'
import { base, goodMeeting } from '../fixtures/project.ts'

const at = (day: string, units: string, number?: string) => ({
  'content/meetings/2026/hop.yaml': goodMeeting
    .replaceAll('2026-03-02', day)
    .replaceAll('pham-van-long', 'do-thi-may')
    .replace('[van-phong, khao-thi]', `[${units}]`),
  ...(number
    ? {
        [`content/register/${number.slice(0, 4)}/TB/5.yaml`]: `number: 5\nsymbol: TB-SGDĐT\ndate: ${number}\nrecord: hop\n`,
      }
    : {}),
})

test('a group holds on its first and last day, and on no other', () => {
  expect(build(at('2025-06-30', 'huyen')).problems).toEqual([])
  expect(build(at('2025-07-01', 'xa')).problems).toEqual([])
  for (const [day, group] of [
    ['2025-07-01', 'huyen'],
    ['2025-06-30', 'xa'],
  ] as const) {
    const { problems, editions } = build(at(day, group))
    expect(problems).toMatchObject([{ rule: 'resolve/not-in-force', at: { line: 11 } }])
    expect(problems[0]?.message).toContain(day)
    expect(editions).toEqual([])
  }
})

test('an issued notice reads the directory of its day of issue, a draft that of the last meeting', () => {
  expect(build(at('2025-06-30', 'huyen', '2025-06-30')).problems).toEqual([])
  expect(build(at('2025-06-30', 'huyen', '2025-07-01')).problems).toMatchObject([
    { rule: 'resolve/not-in-force' },
  ])
})

test('who met is called by the post of the meeting, who signs by that of the day of issue', () => {
  const { facts } = edition(at('2026-01-31', 'van-phong', '2026-02-01'))
  expect(facts.meeting.chair.title).toBe('Quyền Giám đốc')
  expect(facts.signatory.authority).toEqual(['KT. Giám đốc', 'Phó Giám đốc'])
})

test('what the directory gains later does not change an old notice', () => {
  const files = at('2024-05-06', 'huyen, van-phong', '2024-05-10')
  const office = String(base()['content/directory/so.yaml'])
  const later = office
    .replace('groups:', 'groups:\n  moi: {name: Nhóm mới, body: so-gddt, from: 2026-01-01}')
    .replace('units:', 'units:\n  phong-moi: {name: Phòng Mới, body: so-gddt, group: moi, from: 2026-01-01}')
    .replace(
      'people:',
      'people:\n  moi-den: {name: Mới Đến, posts: [{at: so-gddt, title: Giám đốc, as: head, from: 2026-06-01}]}',
    )
  expect(edition({ ...files, 'content/directory/so.yaml': later }).notice).toEqual(edition(files).notice)
})

describe('a person with several posts', () => {
  const files = (day: string) => ({
    ...at(day, 'van-phong'),
    'content/directory/hai-chuc.yaml':
      'people:\n  hai-chuc:\n    name: Hai Chức\n    posts:\n      - {at: ubnd-xa, title: Phó Chủ tịch, as: deputy}\n      - {at: so-gddt, title: Phó Giám đốc, as: deputy, from: 2026-01-01}\n',
  })
  test('is called by the one at the issuing body', () => {
    const text = (day: string) => {
      const all = files(day)
      return {
        ...all,
        'content/meetings/2026/hop.yaml': all['content/meetings/2026/hop.yaml'].replace(
          'chair: do-thi-may',
          'chair: hai-chuc',
        ),
      }
    }
    expect(edition(text('2026-05-05')).facts.meeting.chair.post).toBe('Phó Giám đốc Sở Giáo dục và Đào tạo')
    expect(edition(text('2025-05-05')).facts.meeting.chair.post).toBe(
      'Phó Chủ tịch Ủy ban nhân dân xã Đồi Gió',
    )
  })
})
