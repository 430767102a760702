/** The outgoing register as the decree wants it read, and what is told of a register that does not add up. */

import { describe, expect, it } from 'vitest'
import type { Problem } from '../../src/problem.ts'
import type { Registered } from '../../src/record/validate.ts'
import { audit } from '../../src/register/audit.ts'
import { booksOf } from '../../src/register/books.ts'
import { outgoing, registerListing } from '../../src/register/outgoing.ts'
import { ofSignatory, ofUnit } from '../../src/register/outgoing-filter.ts'
import { recordsOf } from '../fixtures/memory.ts'
import { base, type Files } from '../fixtures/project.ts'
import { register } from './office.ts'

const { records } = recordsOf({ ...base(), ...register })
const all = new Map(records.register.map((entry) => [entry.id, entry]))
const rows = outgoing(records.register, all, () => ({ kind: 'Thông báo', subject: 'Từ bản ghi' }))
const [first, , third, fourth, fifth] = rows

describe('the ten columns', () => {
  const { columns, rows: cells } = registerListing(rows)

  it('are those of Phụ lục IV, in their order', () => {
    expect(columns.map(({ title }) => title)).toEqual([
      'Số, ký hiệu văn bản',
      'Ngày tháng văn bản',
      'Tên loại và trích yếu nội dung văn bản',
      'Người ký',
      'Nơi nhận văn bản',
      'Đơn vị, người nhận bản lưu',
      'Số lượng bản',
      'Ngày chuyển',
      'Ký nhận',
      'Ghi chú',
    ])
  })

  it('hold what the entry says, dates as dates and counts as numbers', () => {
    expect(cells[1]?.map(({ value }) => value)).toEqual([
      '02/TB-SGDĐT',
      '2026-04-08',
      'Thông báo: =Kết luận cuộc họp giao ban tháng 4',
      'Phạm Văn Long',
      'Ban Giám đốc Sở; UBND các xã, phường (để ph/h)',
      'VT, VP',
      12,
      '2026-04-09',
      'Lý Thu Sương',
      'Phiên bản 2; Gửi qua trục liên thông',
    ])
    expect(cells[1]?.map(({ is }) => is)).toEqual(
      'text date text text text text number date text text'.split(' '),
    )
  })

  it('take from the notice what an old entry does not say', () => {
    expect(first).toMatchObject({ document: '01/TB-SGDĐT', subject: 'Từ bản ghi', note: '' })
  })

  it('say in Ghi chú what became of a number', () => {
    expect(third?.note).toBe('Bị thu hồi bởi Thông báo số 05/TB-SGDĐT ngày 2/5/2026 (ghi sai thời hạn)')
    expect(fourth).toMatchObject({ document: '04', note: 'Giữ số: dành cho Ban Chỉ đạo' })
    expect(fifth?.note).toBe('Thu hồi Thông báo số 03/TB-SGDĐT ngày 20/4/2026 (ghi sai thời hạn)')
  })

  it('come by number, not by the order of files', () => {
    const shuffled = outgoing([...records.register].reverse(), all, () => undefined)
    expect(shuffled.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
  })
})

it('makes one book a year and series, with its span', () => {
  const books = booksOf(
    [...rows, ...rows.map((row) => ({ ...row, series: 'QD', number: row.number + 10 }))],
    () => ({
      parentBody: [],
      issuingBody: ['Sở'],
    }),
  )
  expect(books.map(({ span }) => span)).toEqual([
    ['Năm: 2026 (sổ TB)', 'Từ ngày 5/3/2026 đến ngày 2/5/2026', 'Từ số 01 đến số 05'],
    ['Năm: 2026 (sổ QD)', 'Từ ngày 5/3/2026 đến ngày 2/5/2026', 'Từ số 11 đến số 15'],
  ])
})

describe('filters', () => {
  const numbers = (keep: (row: (typeof rows)[number]) => boolean): number[] =>
    rows.filter(keep).map(({ number }) => number)

  it('know a signatory by id and by a part of the name', () => {
    expect(numbers((row) => ofSignatory(row, 'pham-van-long', records))).toEqual([2, 5])
    expect(numbers((row) => ofSignatory(row, 'thị mây', records))).toEqual([3])
    expect(numbers((row) => ofSignatory(row, 'THI MAY', records))).toEqual([3])
  })

  it('know a unit as the one who keeps the copy, or receives it alone or within its group', () => {
    expect(numbers((row) => ofUnit(row, 'van-phong', records))).toEqual([2])
    expect(numbers((row) => ofUnit(row, 'thpt-suoi-bac', records))).toEqual([3, 5])
    expect(numbers((row) => ofUnit(row, 'truong', records))).toEqual([3, 5])
    expect(numbers((row) => ofUnit(row, 'xa', records))).toEqual([2])
    expect(numbers((row) => ofUnit(row, 'Ban Giám đốc Sở', records))).toEqual([2])
  })
})

describe('the audit', () => {
  const audited = (files: Files): Problem[] => {
    const problems: Problem[] = []
    const all: readonly Registered[] = recordsOf({ ...base(), ...files }).records.register
    const taken = Object.keys(files).map((file) => file.replace(/^content\/register\/|\.yaml$/g, ''))
    audit({ entries: all, all, taken, bodyOf: ({ value }) => value.body ?? 'so-gddt' }, (problem) =>
      problems.push(problem),
    )
    return problems
  }
  const numbered = (...numbers: number[]): Files =>
    Object.fromEntries(
      numbers.map((number) => [
        `content/register/2026/TB/${number}.yaml`,
        `number: ${number}\nsymbol: TB-SGDĐT\ndate: 2026-03-05\nsubject: A\n`,
      ]),
    )

  it('has nothing to say of a whole register, reserved numbers included', () => {
    expect(audited(register)).toEqual([])
  })

  it('names the numbers that are missing, as spans', () => {
    const [gap, ...others] = audited(numbered(1, 2, 4, 9, 10))
    expect(others).toEqual([])
    expect(gap).toMatchObject({ rule: 'register/gap', level: 'warning', file: 'content/register/2026/TB' })
    expect(gap?.message).toContain('thiếu 5 số: 03, 05–08;')
  })

  it('takes the number of an entry with mistakes for taken', () => {
    const broken = { 'content/register/2026/TB/2.yaml': 'number: hai\n' }
    expect(audited({ ...numbered(1, 3), ...broken })).toEqual([])
  })

  it('only mentions that a register begins late: the office may have had another one', () => {
    expect(audited(numbered(392, 393)).map(({ rule, level }) => [rule, level])).toEqual([
      ['register/gap', 'info'],
    ])
  })

  it('warns of a day before that of an earlier number, unless there is a reason', () => {
    const later = (more: string): Files => ({
      'content/register/2026/TB/1.yaml': 'number: 1\nsymbol: TB-SGDĐT\ndate: 2026-03-05\nsubject: A\n',
      'content/register/2026/TB/2.yaml': `number: 2\nsymbol: TB-SGDĐT\ndate: 2026-03-04\nsubject: A\n${more}`,
    })
    expect(audited(later(''))).toMatchObject([{ rule: 'register/order', level: 'warning', at: { line: 3 } }])
    expect(audited(later('reason: ký ngày 04/3, vào sổ muộn\n'))).toEqual([])
  })

  const twin = (more: string): Files => ({
    ...numbered(1),
    'content/register/2026/CHUNG/1.yaml': `number: 1\ndate: 2026-03-06\nsubject: A\n${more}`,
  })

  it('calls it an error when number, symbol and body name two documents, in whatever series', () => {
    const double = audited(twin('symbol: TB-SGDĐT\n'))
    expect(double).toMatchObject([{ rule: 'register/double', level: 'error' }])
    expect(double[0]?.cite).toContain('Phụ lục VI, Phần I, mục III.1h')
  })

  it.each(['symbol: QĐ-SGDĐT\n', 'symbol: TB-SGDĐT\nbody: ubnd-xa\n'])(
    'takes %j for another document',
    (more) => {
      expect(audited(twin(more))).toEqual([])
    },
  )
})
