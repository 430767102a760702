/** The table of the decree holds together: what we print is allowed, every number has its clause, every box its part. */

import { describe, expect, test } from 'vitest'
import { decree30 } from '../src/layout/decree30.ts'
import type { Limit, PartRule } from '../src/layout/rules.ts'
import { toPoints, toTwips } from '../src/layout/units.ts'

const parts = Object.entries(decree30.parts) as [string, PartRule][]

/** Every {use, from, to} of the table with the keys that lead to it. */
const limits = (value: unknown, path = ''): [string, Limit][] => {
  if (typeof value !== 'object' || value === null) return []
  if ('use' in value) return [[path, value as Limit]]
  return Object.entries(value).flatMap(([key, each]) => limits(each, path ? `${path}.${key}` : key))
}

test('what we print lies in the permitted range', () => {
  expect(limits(decree30).length).toBeGreaterThan(60)
  for (const [path, { use, from = -Infinity, to = Infinity }] of limits(decree30)) {
    expect(from, path).toBeLessThanOrEqual(to)
    expect(use, path).toBeGreaterThanOrEqual(from)
    expect(use, path).toBeLessThanOrEqual(to)
  }
})

test('every part has a clause, a name and a size with both ends', () => {
  for (const [name, part] of parts) {
    expect(part.cite, name).toMatch(/^Phụ lục [IVX]+, (Phần I{1,2}, )?mục [IVX]+\.\d/)
    expect(part.label.trim(), name).not.toBe('')
    expect([part.size.from, part.size.to], name).not.toContain(undefined)
  }
  expect(new Set(parts.map(([, { label }]) => label)).size).toBe(parts.length)
})

describe('the figures of the decree, once more', () => {
  /** Size in points from … to, weight, slope: Phụ lục I, Phần I, mục II and V. */
  test.each<[string, number, number, PartRule['weight'], PartRule['slope']]>([
    ['nationalName', 12, 13, 'bold', 'upright'],
    ['motto', 13, 14, 'bold', 'upright'],
    ['parentBody', 12, 13, 'regular', 'upright'],
    ['issuingBody', 12, 13, 'bold', 'upright'],
    ['number', 13, 13, 'regular', 'upright'],
    ['placeDate', 13, 14, 'regular', 'italic'],
    ['kind', 13, 14, 'bold', 'upright'],
    ['subject', 13, 14, 'bold', 'upright'],
    ['basis', 13, 14, 'regular', 'italic'],
    ['paragraph', 13, 14, 'regular', 'upright'],
    ['section', 13, 14, 'bold', 'upright'],
    ['authority', 13, 14, 'bold', 'upright'],
    ['signerName', 13, 14, 'bold', 'upright'],
    ['recipientsLabel', 12, 12, 'bold', 'italic'],
    ['recipient', 11, 11, 'regular', 'upright'],
    ['pageNumber', 13, 14, 'regular', 'upright'],
  ])('%s', (name, from, to, weight, slope) => {
    expect(decree30.parts[name as keyof typeof decree30.parts]).toMatchObject({
      size: { from, to },
      weight,
      slope,
    })
  })

  test('A4; margins of 20–25, 20–25, 30–35, 15–20 mm', () => {
    expect(decree30.page).toMatchObject({
      width: 210,
      height: 297,
      margins: {
        top: { from: 20, to: 25 },
        bottom: { from: 20, to: 25 },
        left: { from: 30, to: 35 },
        right: { from: 15, to: 20 },
      },
    })
    expect(decree30.face).toBe('Times New Roman')
  })

  test('the stroke under the motto is as long as its line, the others a third to a half', () => {
    const share = (name: 'motto' | 'issuingBody' | 'subject') => decree30.parts[name].rule.share
    expect(share('motto')).toEqual({ use: 1, from: 1, to: 1 })
    for (const name of ['issuingBody', 'subject'] as const)
      expect(share(name)).toMatchObject({ from: 1 / 3, to: 1 / 2 })
  })

  test('body text: justified, first line 10–12.7 mm, 6 pt or more between paragraphs, 1 to 1.5 lines', () => {
    for (const name of ['paragraph', 'clause', 'point', 'item', 'basis'] as const)
      expect(decree30.parts[name], name).toMatchObject({
        align: 'justify',
        indent: { from: 10, to: 12.7 },
        before: { from: 6 },
        leading: { from: 1, to: 1.5 },
      })
  })

  test('every box of a notice has its part', () => {
    const boxes = new Set(parts.map(([, { box }]) => box))
    for (const box of ['1', '2', '3', '4', '5a', '6', '7a', '7b', '9b', '12']) expect(boxes).toContain(box)
  })

  test('the columns of head and foot take the whole width', () => {
    for (const { shares } of [decree30.head, decree30.foot]) expect(shares[0] + shares[1]).toBeCloseTo(1, 10)
  })
})

test('units', () => {
  expect(toPoints(25.4)).toBeCloseTo(72, 10)
  expect(toTwips(25.4)).toBe(1440)
  // The official file of Mẫu 1.4 measures 1985 twips for 35 mm.
  expect(Math.abs(toTwips(35) - 1985)).toBeLessThanOrEqual(1)
})
