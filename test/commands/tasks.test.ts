/** `tasks` on a real folder: lists in their formats, and progress that leaves the issued notice as it was. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { filesIn, problemsOf, project, thongbao } from '../fixtures/project.ts'
import { office } from '../register/office.ts'

const keys = async (root: string, ...argv: string[]): Promise<string[]> => {
  const { out } = await thongbao(root, ['tasks', ...argv, '--json'])
  return (JSON.parse(out) as { tasks: { record: string; id: string }[] }).tasks.map(
    ({ record, id }) => `${record}/${id}`,
  )
}

describe('tasks', () => {
  it('lists what was assigned, the nearest deadline first', async () => {
    const { code, out } = await thongbao(await project(office), ['tasks'], { today: '2026-03-22' })
    expect(code).toBe(0)
    const lines = out.trimEnd().split('\n')
    expect(lines).toHaveLength(9)
    expect(lines[2]).toMatch(
      /^20\/3\/2026 +quá hạn 2 ngày +Sửa nhà xe +Trường THPT Đồi Gió +01\/TB-SGDĐT +giao-ban-thang-3\/k2\.1$/,
    )
  })

  it('keeps to a unit, a state, a day, or what is late', async () => {
    const root = await project(office)
    expect(await keys(root, '--unit', 'khao-thi')).toEqual(['giao-ban-thang-4/k2', 'giao-ban-thang-3/k1.1'])
    expect(await keys(root, '--until', '2026-04-20')).toEqual([
      'giao-ban-thang-3/k2.1',
      'giao-ban-thang-4/k2',
    ])
    expect(await keys(root, '--overdue')).toHaveLength(4)
    expect(await keys(root, '--state', 'done')).toEqual([])
    expect(await keys(root, '--drafts')).toContain('giao-ban-thang-5/k1')
  })

  it('says when a unit is not there', async () => {
    const ran = await thongbao(await project(office), ['tasks', '--unit', 'khao-thj', '--json'])
    expect(ran.code).toBe(1)
    expect(problemsOf(ran)).toMatchObject([
      { rule: 'record/not-found', hint: 'có phải ý bạn là "khao-thi"?' },
    ])
  })

  it('writes a calendar of the deadlines that are days, and says what it leaves out', async () => {
    const { out, err } = await thongbao(await project(office), ['tasks', '--as', 'ics'])
    const events = new ICAL.Component(ICAL.parse(out))
      .getAllSubcomponents('vevent')
      .map((each) => new ICAL.Event(each))
    expect(events.map(({ startDate }) => startDate.toString())).toEqual([
      '2026-03-20',
      '2026-04-20',
      '2026-04-30',
      '2026-05-10',
    ])
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(4)
    expect(err).toContain('3 nhiệm vụ không có hạn là một ngày')
  })

  it('writes the same files whatever day it is, but for what is late', async () => {
    const root = await project(office)
    for (const name of ['a', 'b'])
      await thongbao(root, ['tasks', '--as', 'ics', '-o', `${name}.ics`], {
        today: name === 'a' ? '2026-01-01' : '2027-01-01',
      })
    expect(readFileSync(join(root, 'a.ics'))).toEqual(readFileSync(join(root, 'b.ics')))
    for (const name of ['a', 'b']) await thongbao(root, ['tasks', '--as', 'xlsx', '-o', `${name}.xlsx`])
    expect(readFileSync(join(root, 'a.xlsx'))).toEqual(readFileSync(join(root, 'b.xlsx')))
  })
})

describe('progress', () => {
  it('goes into the record, and nothing that was issued changes', async () => {
    const root = await project(office)
    expect((await thongbao(root, ['build'])).code).toBe(0)
    const before = filesIn(join(root, 'out'))
    const marked = await thongbao(root, [
      'tasks',
      '--done',
      'giao-ban-thang-3/k2.1',
      'giao-ban-thang-4/k2.2',
      '--on',
      '2026-03-19',
      '--note',
      'Xong',
    ])
    expect(marked).toMatchObject({ code: 0, err: '' })
    expect(marked.out).toBe(
      'giao-ban-thang-3/k2.1: hoàn thành (content/meetings/2026/giao-ban-thang-3.yaml)\ngiao-ban-thang-4/k2.2: hoàn thành (content/meetings/2026/giao-ban-thang-4.md)\n',
    )
    expect(await keys(root, '--state', 'done')).toEqual(['giao-ban-thang-3/k2.1', 'giao-ban-thang-4/k2.2'])
    expect((await thongbao(root, ['build'])).out).not.toMatch(/^(?!.*không đổi).+$/m)
    expect(filesIn(join(root, 'out'))).toEqual(before)
  })

  it('is no change of an issued record', async () => {
    const root = await project(office)
    const today = { today: '2026-05-20' }
    expect(await thongbao(root, ['issue', 'giao-ban-thang-5'], today)).toMatchObject({ code: 0 })
    const before = filesIn(join(root, 'content/register'))
    expect((await thongbao(root, ['tasks', '--done', 'giao-ban-thang-5/k1'], today)).code).toBe(0)
    expect((await thongbao(root, ['build', 'giao-ban-thang-5'], today)).err).toBe('')
    expect(filesIn(join(root, 'content/register'))).toEqual(before)
  })

  it('is one step after another, today unless told', async () => {
    const root = await project(office)
    await thongbao(root, ['tasks', '--doing', 'k1.1'], { today: '2026-03-15' })
    await thongbao(root, ['tasks', '--dropped', 'k1.1'], { today: '2026-03-16' })
    const { out } = await thongbao(root, ['tasks', '--state', 'dropped', '--json'])
    expect(JSON.parse(out).tasks).toMatchObject([
      {
        id: 'k1.1',
        progress: [
          { state: 'doing', on: '2026-03-15' },
          { state: 'dropped', on: '2026-03-16' },
        ],
      },
    ])
  })

  it('touches no file when one of the tasks is not there, or not clear', async () => {
    const root = await project(office)
    const before = filesIn(join(root, 'content'))
    const unknown = await thongbao(root, ['tasks', '--done', 'k1.1', 'giao-ban-thang-3/k9', '--json'])
    expect([unknown.code, problemsOf(unknown).map(({ rule }) => rule)]).toEqual([1, ['record/not-found']])
    const unclear = await thongbao(root, ['tasks', '--done', 'k1'])
    expect(unclear.err).toContain('giao-ban-thang-4/k1, giao-ban-thang-5/k1')
    expect(filesIn(join(root, 'content'))).toEqual(before)
  })
})
