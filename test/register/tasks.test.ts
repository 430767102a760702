/** What notices assign: from records to a list that says who, until when, and whether it is late. */

import { describe, expect, it } from 'vitest'
import { concerned } from '../../src/register/concerned.ts'
import { taskEvents } from '../../src/register/task-events.ts'
import { chosenTasks, inOrder, taskKey, taskListing } from '../../src/register/task-listing.ts'
import { assignedTasks, assigning } from '../../src/register/tasks.ts'
import { recordsOf } from '../fixtures/memory.ts'
import { base, type Files } from '../fixtures/project.ts'
import { meetings, office } from './office.ts'

const recordsWith = (files: Files = {}) => recordsOf({ ...base(), ...office, ...files }).records
const listed = (today: string, drafts = false, files: Files = {}) => {
  const records = recordsWith(files)
  return { records, tasks: assignedTasks(assigning(records, drafts), records, today) }
}
const march = meetings['content/meetings/2026/giao-ban-thang-3.yaml']
const done = (more: string): Files => ({
  'content/meetings/2026/giao-ban-thang-3.yaml': String(march).replace(
    'due: 2026-03-20}',
    `due: 2026-03-20, progress: ${more}}`,
  ),
})

describe('assigned tasks', () => {
  it('are those of issued notices, from YAML and from Markdown records', () => {
    const { tasks } = listed('2026-03-10')
    expect(tasks.map((task) => [taskKey(task), task.document, task.what])).toEqual([
      ['giao-ban-thang-3/k1.1', '01/TB-SGDĐT', 'Ra đề'],
      ['giao-ban-thang-3/k1.2', '01/TB-SGDĐT', 'Các trường báo cáo hằng quý.'],
      ['giao-ban-thang-3/k2.1', '01/TB-SGDĐT', 'Sửa nhà xe'],
      ['giao-ban-thang-3/k2.2', '01/TB-SGDĐT', 'Sơ kết'],
      ['giao-ban-thang-4/k1', '02/TB-SGDĐT', 'Rà soát tài sản'],
      ['giao-ban-thang-4/k2', '02/TB-SGDĐT', 'Gửi báo cáo'],
      ['giao-ban-thang-4/k2.2', '02/TB-SGDĐT', 'Tổng hợp'],
    ])
    expect(tasks[0]).toMatchObject({
      lead: [{ id: 'khao-thi', name: 'Phòng Khảo thí' }],
      with: [{ name: 'Văn phòng' }],
      due: { is: 'day', date: '2026-04-30' },
      date: '2026-03-05',
    })
    expect(tasks.map(({ due }) => due?.is)).toEqual(['day', 'every', 'day', 'by', 'day', 'day', undefined])
  })

  it('go with their drafts only when asked for', () => {
    const draft = listed('2026-03-10', true).tasks.filter(({ record }) => record === 'giao-ban-thang-5')
    expect(draft).toMatchObject([{ what: 'Kế hoạch hè', date: '2026-05-04' }])
    expect(draft[0]).not.toHaveProperty('document')
  })

  it.each(['recalled', 'replaced'])('are nobody’s any more when the notice is %s', (state) => {
    const { tasks } = listed('2026-03-10', true, {
      'content/register/2026/TB/1.yaml': `number: 1\nsymbol: TB-SGDĐT\nstate: ${state}\ndate: 2026-03-05\nrecord: giao-ban-thang-3\n`,
    })
    expect(tasks.map(({ record }) => record)).not.toContain('giao-ban-thang-3')
  })

  it('have the state of the last step that was recorded', () => {
    const steps = '[{state: doing, on: 2026-03-10}, {state: done, on: 2026-03-19, note: Xong}]'
    const find = (files: Files) => listed('2026-03-25', false, files).tasks.find(({ id }) => id === 'k2.1')
    expect(find({})).toMatchObject({ state: 'open', late: 5, progress: [] })
    expect(find(done('[{state: doing, on: 2026-03-10}]'))).toMatchObject({ state: 'doing', late: 5 })
    expect(find(done(steps))).toMatchObject({ state: 'done' })
    expect(find(done(steps))).not.toHaveProperty('late')
  })

  it('are late from the day after the deadline', () => {
    const late = (today: string) => listed(today).tasks.find(({ id }) => id === 'k2.1')?.late
    expect([late('2026-03-20'), late('2026-03-21'), late('2027-03-20')]).toEqual([undefined, 1, 365])
  })
})

describe('a unit and its groups', () => {
  const { records, tasks } = listed('2026-03-10')
  const of = (unit: string) =>
    chosenTasks(tasks, { unit }, records).map(({ record, id }) => `${record.slice(-1)}/${id}`)

  it('a group has its units, and a unit what its group is told', () => {
    expect(of('truong')).toEqual(['3/k1.2', '3/k2.1'])
    expect(of('thpt-doi-gio')).toEqual(['3/k1.2', '3/k2.1'])
    expect(of('thpt-suoi-bac')).toEqual(['3/k1.2'])
    expect(of('ptdtnt-ban-moi')).toEqual(['3/k1.2'])
    expect(of('khao-thi')).toEqual(['3/k1.1', '4/k2'])
  })

  it('whoever helps, watches or gets the report is concerned too', () => {
    expect(of('van-phong')).toEqual(['3/k1.1', '3/k1.2', '3/k2.1', '3/k2.2', '4/k1', '4/k2', '4/k2.2'])
  })

  it('a unit belongs to its group only while it is there', () => {
    expect([...concerned('huyen', records, '2025-01-01')]).toContain('phong-gddt-thac-da')
    expect([...concerned('huyen', records, '2026-01-01')]).not.toContain('phong-gddt-thac-da')
  })
})

describe('choice and order', () => {
  const { records, tasks } = listed('2026-04-25')
  const ids = (chosen: typeof tasks) => chosen.map(({ what }) => what)

  it('chooses by state, deadline and what is late', () => {
    expect(ids(chosenTasks(tasks, { overdue: true }, records))).toEqual(['Sửa nhà xe', 'Gửi báo cáo'])
    expect(ids(chosenTasks(tasks, { until: '2026-04-30' }, records))).toEqual([
      'Ra đề',
      'Sửa nhà xe',
      'Gửi báo cáo',
    ])
    expect(chosenTasks(tasks, { state: 'done' }, records)).toEqual([])
  })

  it('puts days first and in order, or goes by unit in the directory’s order', () => {
    expect(ids(inOrder(tasks, 'date', records)).slice(0, 4)).toEqual([
      'Sửa nhà xe',
      'Gửi báo cáo',
      'Ra đề',
      'Rà soát tài sản',
    ])
    expect(inOrder(tasks, 'unit', records).map(({ lead }) => lead[0]?.id)).toEqual([
      'phong',
      'truong',
      'van-phong',
      'van-phong',
      'van-phong',
      'khao-thi',
      'thpt-doi-gio',
    ])
  })

  it('keeps dates as dates in the list', () => {
    const [row] = taskListing(inOrder(tasks, 'date', records)).rows
    expect(row?.[0]).toEqual({ is: 'date', value: '2026-03-20' })
    expect(row?.[3]).toEqual({ is: 'number', value: 36 })
  })
})

describe('events', () => {
  const eventsOf = (files: Files = {}) => taskEvents(listed('2026-03-10', false, files).tasks)

  it('are the deadlines that are days', () => {
    expect(eventsOf().map(({ day, summary }) => `${day} ${summary}`)).toEqual([
      '2026-04-30 Ra đề',
      '2026-03-20 Sửa nhà xe',
      '2026-05-10 Rà soát tài sản',
      '2026-04-20 Gửi báo cáo',
    ])
  })

  it('keep their id when something is recorded, and count up', () => {
    const find = (files: Files) => eventsOf(files).find(({ summary }) => summary.includes('Sửa nhà xe'))
    const [before, after] = [find({}), find(done('[{state: done, on: 2026-03-19, note: Xong}]'))]
    expect(after?.uid).toBe(before?.uid)
    expect(before).toMatchObject({ sequence: 0, stamp: '2026-03-05', pending: true })
    expect(after).toMatchObject({
      sequence: 1,
      stamp: '2026-03-19',
      pending: false,
      summary: '[hoàn thành] Sửa nhà xe',
    })
  })
})
