/** Nơi nhận is worked out from who attended, who is addressed and who has a task. */

import { describe, expect, test } from 'vitest'
import { build, edition } from '../fixtures/memory.ts'
import { goodMeeting } from '../fixtures/project.ts'

type Parts = {
  readonly attendees?: string
  readonly conclusions?: string
  readonly notice?: string
  readonly drafting?: string
}

const meeting = ({
  attendees = '',
  conclusions = '[x]',
  notice = '',
  drafting = 'unit: van-phong',
}: Parts) => ({
  'content/meetings/2026/hop.yaml': goodMeeting
    .replace(/ {2}drafting: .*/, `  drafting: {${drafting}}\n${notice}`)
    .replace(
      /^attendees:[\s\S]*?(?=conclusions)/m,
      attendees && `attendees: {list: [{units: [${attendees}]}]}\n`,
    )
    .replace(/conclusions:[\s\S]*?(?=closing)/, `conclusions: ${conclusions}\n`),
})
const list = (parts: Parts): string[] =>
  edition(meeting(parts)).notice.recipients.filter((line) => !/^(Ban Giám đốc|Lưu:)/.test(line))
const kept = (drafting: string): string | undefined => edition(meeting({ drafting })).notice.recipients.at(-1)

describe('who is on the list', () => {
  test.each<[string, Parts, string[]]>([
    ['nobody but the leadership', {}, []],
    ['who attended', { attendees: 'van-phong' }, ['Các phòng thuộc Sở;']],
    ['who is addressed', { conclusions: '[{for: [phong], text: x}]' }, ['Các phòng thuộc Sở;']],
    [
      'who has a task, in any part of it',
      {
        conclusions:
          '[{text: x, tasks: [{lead: khao-thi, with: thpt-doi-gio, watch: trung-tam-tin-hoc, report: xa}]}]',
      },
      [
        'Các phòng thuộc Sở;',
        'Trường THPT Đồi Gió;',
        'UBND các xã, phường (để ph/h);',
        'Trung tâm Tin học tỉnh;',
      ],
    ],
    [
      'each once',
      { attendees: 'van-phong, khao-thi, phong', conclusions: '[{for: [phong], text: x}]' },
      ['Các phòng thuộc Sở;'],
    ],
    [
      'in the order of the directory',
      { attendees: 'xa, thpt-rung-thong, thpt-suoi-bac, van-phong' },
      [
        'Các phòng thuộc Sở;',
        'Trường THPT Suối Bạc;',
        'Trường THPT Rừng Thông;',
        'UBND các xã, phường (để ph/h);',
      ],
    ],
    [
      'a listed group by its name when all of it is meant',
      { attendees: 'truong, thpt-suoi-bac' },
      ['Các trường trực thuộc Sở;'],
    ],
    [
      'a smaller group of a listed one by its own name',
      { attendees: 'truong-noi-tru, ptdtnt-ban-moi' },
      ['Các trường nội trú;'],
    ],
    [
      'units without a group last',
      { attendees: 'trung-tam-tin-hoc, van-phong' },
      ['Các phòng thuộc Sở;', 'Trung tâm Tin học tỉnh;'],
    ],
    ['another body', { attendees: 'ubnd-xa' }, ['Ủy ban nhân dân xã Đồi Gió;']],
    ['not the body itself', { attendees: 'so-gddt' }, []],
  ])('%s', (_, parts, expected) => {
    expect(list(parts)).toEqual(expected)
  })
})

describe('what the record adds and takes away', () => {
  test('is added at the end, with its note or that of the group', () => {
    const notice =
      '  recipients: {add: [xa, {unit: van-phong, note: để biết}, {text: "Báo A", note: để đăng}, {text: Đài B}]}\n'
    expect(list({ notice })).toEqual([
      'UBND các xã, phường (để ph/h);',
      'Văn phòng (để biết);',
      'Báo A (để đăng);',
      'Đài B;',
    ])
  })

  test('is not said twice', () => {
    expect(list({ attendees: 'van-phong', notice: '  recipients: {add: [phong]}\n' })).toEqual([
      'Các phòng thuộc Sở;',
    ])
  })

  test('is taken away, the leadership too', () => {
    const { notice } = edition(
      meeting({ attendees: 'van-phong, xa', notice: '  recipients: {remove: [phong, so-gddt]}\n' }),
    )
    expect(notice.recipients).toEqual(['UBND các xã, phường (để ph/h);', 'Lưu: VT, VP.'])
  })

  test('cannot be taken away when it is not there: a warning that lists what can', () => {
    const { problems, editions } = build(
      meeting({ attendees: 'van-phong', notice: '  recipients: {remove: [xa]}\n' }),
    )
    expect(problems).toMatchObject([
      { rule: 'resolve/recipients', level: 'warning', hint: expect.stringContaining('so-gddt, phong') },
    ])
    expect(editions).toHaveLength(1)
  })

  test('"Như thành phần tham dự" stands for all who attended, and only for them', () => {
    const parts = {
      attendees: 'van-phong, khao-thi',
      conclusions: '[{for: [khao-thi, thpt-doi-gio], text: x}]',
      notice: '  recipients: {attendees: true}\n',
    }
    expect(edition(meeting(parts)).notice.recipients).toEqual([
      'Như thành phần tham dự;',
      'Ban Giám đốc Sở;',
      'Trường THPT Đồi Gió;',
      'Lưu: VT, VP.',
    ])
  })
})

describe('the last line', () => {
  test.each<[string, string]>([
    ['unit: van-phong', 'Lưu: VT, VP.'],
    ['unit: trung-tam-tin-hoc', 'Lưu: VT, Trung tâm Tin học tỉnh.'],
    ['unit: van-phong, initials: P, copies: 5', 'Lưu: VT, VP, P05.'],
    ['unit: van-phong, initials: P, copies: 12', 'Lưu: VT, VP, P12.'],
    ['unit: van-phong, initials: P', 'Lưu: VT, VP, P.'],
    ['unit: van-phong, copies: 2', 'Lưu: VT, VP (2).'],
    ['unit: van-phong, archive: "VT, CN (Khôi)"', 'Lưu: VT, CN (Khôi).'],
    ['unit: van-phong, archive: "VT, CN;"', 'Lưu: VT, CN.'],
    ['unit: so-gddt', 'Lưu: VT, SGDĐT.'],
    ['unit: phong', 'Lưu: VT, Các phòng thuộc Sở.'],
  ])('{%s}', (drafting, expected) => {
    expect(kept(drafting)).toBe(expected)
  })
})
