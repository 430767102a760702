import { describe, expect, it } from 'vitest'
import { type DayOfIssue, dayFindings } from '../../src/register/days.ts'

const day = (more: Partial<DayOfIssue> = {}): DayOfIssue => ({
  date: '2026-03-10',
  today: '2026-03-10',
  met: '2026-03-02',
  theirs: false,
  reason: undefined,
  previous: { number: 4, date: '2026-03-09' },
  next: undefined,
  ...more,
})
const said = (more: Partial<DayOfIssue>) =>
  dayFindings(day(more)).map(({ level, rule }) => `${level} ${rule}`)

describe('the day of issue', () => {
  it('is well between the number before and today', () => {
    expect(dayFindings(day())).toEqual([])
    expect(said({ previous: { number: 4, date: '2026-03-10' } })).toEqual([])
    expect(said({ previous: undefined })).toEqual([])
  })

  it('never lies ahead, and never before the meeting, whatever the reason', () => {
    expect(said({ date: '2026-03-11', reason: 'x' })).toEqual(['error register/date'])
    expect(said({ date: '2026-03-01', previous: undefined, reason: 'x' })).toEqual(['error register/date'])
  })

  it('goes back only with a reason', () => {
    expect(said({ date: '2026-03-09' })).toEqual(['error register/reason'])
    expect(said({ date: '2026-03-09', reason: 'Ký ngày 9/3' })).toEqual([])
    expect(said({ date: '2026-03-05' })).toEqual(['error register/reason'])
    expect(said({ date: '2026-03-05', reason: 'Sót' })).toEqual([])
  })

  it('of a number from another system is its own, but must not undo the order in silence', () => {
    expect(said({ date: '2026-03-09', theirs: true })).toEqual([])
    expect(said({ date: '2026-03-08', theirs: true })).toEqual(['error register/reason'])
  })

  it('after that of a greater number is worth a warning', () => {
    expect(said({ next: { number: 6, date: '2026-03-09' } })).toEqual(['warning register/date'])
    expect(said({ next: { number: 6, date: '2026-03-10' } })).toEqual([])
  })
})
