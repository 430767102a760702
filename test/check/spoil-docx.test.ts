/** Faults put into a good Word file one at a time: each is found under its rule and clause, and nothing else is made up. */

import { describe, expect, test } from 'vitest'
import { openedFonts } from '../../src/load/opened-fonts.ts'
import { goodDocx, problemsIn, spoilFigures, spoilSummary, spoils } from './spoil-docx.ts'
import { spoilt } from './spoil-edits.ts'

const fonts = openedFonts()
const figures = await spoilFigures(fonts)

test('of a good file nothing is said', () => {
  expect(figures.falseAlarms).toEqual([])
})

describe('one fault', () => {
  test.each(spoils.map((spoil) => [spoil.name, spoil] as const))('%s', async (name, spoil) => {
    if (!figures.missed.includes(name)) return
    const said = problemsIn(spoilt(await goodDocx(), spoil), fonts)
    expect.fail(said.map(({ rule, message, cite }) => `${rule}: ${message} (${cite})`).join('\n'))
  })

  test('kinds are told apart by their names', () => {
    expect(new Set(spoils.map(({ name }) => name)).size).toBe(spoils.length)
  })
})

test('the figures for the conformance run', () => {
  expect(spoilSummary(figures)).toBe(`${spoils.length} of ${spoils.length} found, 0 false alarms`)
})
