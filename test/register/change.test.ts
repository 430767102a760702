import { describe, expect, it } from 'vitest'
import type { EntryState, RegisterEntry, Relation } from '../../src/record/register-entry.ts'
import { cancel, isRefused, note, otherSide, recall, relate, relationTo } from '../../src/register/change.ts'
import { notToBeVersioned } from '../../src/register/versions.ts'

const today = '2026-03-20'
const entry = (more: Partial<RegisterEntry> = {}): RegisterEntry => ({
  number: 5,
  symbol: 'TB-SGDĐT',
  date: '2026-03-10',
  record: 'hop',
  ...more,
})
const states = ['reserved', 'issued', 'corrected', 'amended', 'replaced', 'recalled', 'cancelled'] as const
const all = states.map((state) => [state] as const)
const by = (is: Relation['is']): Relation => ({ is, entry: '2026/TB/9', reason: 'Sai' })

/** What a change makes of an entry in each state; '-' where it may not be. */
const made = (change: (given: RegisterEntry) => ReturnType<typeof cancel>): string =>
  states
    .map((state) => {
      const result = change(entry({ state }))
      return isRefused(result) ? '-' : (result.set.state ?? '=')
    })
    .join(' ')

describe('from state to state', () => {
  it('follows the table', () => {
    expect(states.join(' ')).toBe('reserved issued corrected amended replaced recalled cancelled')
    expect(made((each) => cancel(each, today, 'x'))).toBe('cancelled cancelled - - - - -')
    expect(made((each) => recall(each, today, 'x', undefined))).toBe(
      '- recalled recalled recalled recalled - -',
    )
    expect(made((each) => relate(each, by('corrected-by'), today))).toBe(
      '- corrected corrected amended replaced - -',
    )
    expect(made((each) => relate(each, by('amended-by'), today))).toBe(
      '- amended amended amended replaced - -',
    )
    expect(made((each) => relate(each, by('replaced-by'), today))).toBe(
      '- replaced replaced replaced replaced - -',
    )
    expect(made((each) => relate(each, by('recalled-by'), today))).toBe(
      '- recalled recalled recalled recalled - -',
    )
    expect(made((each) => relate(each, by('amends'), today))).toBe('- = = = = = -')
    expect(made((each) => note(each, { forwarded: today }, today))).toBe('- = = = = = -')
  })

  it.each(all)('from %s every change leaves an event with its reason', (state) => {
    const changes = [
      cancel(entry({ state }), today, 'Lý do'),
      recall(entry({ state }), today, 'Lý do', 'Công văn số 1'),
      relate(entry({ state }), { ...by('amended-by'), reason: 'Lý do' }, today),
    ]
    for (const change of changes) {
      if (isRefused(change)) expect(change.message + change.hint).not.toMatch(/undefined/)
      else expect(change.append.events).toMatchObject([{ on: today, reason: 'Lý do' }])
    }
  })

  it('does not cancel what others have, nor what touched others', () => {
    const refused = (more: Partial<RegisterEntry>) => isRefused(cancel(entry(more), today, 'x'))
    expect(refused({})).toBe(false)
    expect(refused({ forwarded: today })).toBe(true)
    expect(refused({ signed: [{ file: 'a.pdf', sha256: 'a'.repeat(64), taken: today }] })).toBe(true)
    expect(refused({ relations: [by('amends')] })).toBe(true)
  })

  it('gives a new version of what nobody has yet, and of nothing else', () => {
    const may = (more: Partial<RegisterEntry>) => notToBeVersioned(entry(more)) === undefined
    expect(states.filter((state: EntryState) => may({ state }))).toEqual(['issued'])
    expect(may({ forwarded: today })).toBe(false)
  })
})

describe('a relation', () => {
  it('names the other document in full, and has another side', () => {
    expect(relationTo('amends', '2026/TB/5', entry(), 'Sai')).toEqual({
      is: 'amends',
      entry: '2026/TB/5',
      number: 5,
      symbol: 'TB-SGDĐT',
      date: '2026-03-10',
      reason: 'Sai',
    })
    for (const is of ['amends', 'replaces', 'corrects', 'recalls'] as const) {
      expect(otherSide(is)).not.toBe(is)
      expect(otherSide(otherSide(is))).toBe(is)
    }
  })

  it('told twice is told once, so that half of a pair can be completed', () => {
    const told = entry({ state: 'amended', relations: [by('amended-by')] })
    expect(relate(told, by('amended-by'), today)).toEqual({ set: {}, append: {} })
  })
})
