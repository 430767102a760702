/** The parts that the checker tells apart: those of the decree table, and what documents of other kinds have besides. */

import type { LayoutRules, PartRule } from '../layout/rules.ts'
import type { Part } from '../layout/sheet.ts'

export type ForeignPart =
  | 'letterSubject'
  | 'addressee'
  | 'heading'
  | 'article'
  | 'plain'
  | 'secrecy'
  | 'otherPost'
export type KnownPart = Part | ForeignPart

/** What the decree says of parts that a notice does not have. */
export const foreignParts: Readonly<Partial<Record<ForeignPart, Partial<PartRule>>>> = {
  letterSubject: {
    box: '5b',
    label: 'Trích yếu công văn',
    size: { use: 12, from: 12, to: 13 },
    weight: 'regular',
    slope: 'upright',
    align: 'centre',
    cite: 'Phụ lục I, Phần I, mục II.5b',
  },
  addressee: {
    box: '9a',
    label: 'Kính gửi',
    size: { use: 14, from: 13, to: 14 },
    weight: 'regular',
    slope: 'upright',
    cite: 'Phụ lục I, Phần I, mục II.9d',
  },
  heading: {
    box: '6',
    label: 'Phần, chương, mục',
    size: { use: 14, from: 13, to: 14 },
    weight: 'bold',
    slope: 'upright',
    align: 'centre',
    cite: 'Phụ lục I, Phần I, mục II.6đ',
  },
  article: {
    box: '6',
    label: 'Điều',
    size: { use: 14, from: 13, to: 14 },
    slope: 'upright',
    cite: 'Phụ lục I, Phần I, mục II.6đ',
  },
}

/** Style ids and names, small, that our files give to the parts: Word keeps names when it renumbers ids. */
export const stylePartsOf = (rules: LayoutRules): ReadonlyMap<string, KnownPart> =>
  new Map(
    Object.entries(rules.parts).flatMap(([part, { label }]) => [
      [part.toLowerCase(), part as KnownPart],
      // A comma parts a style's name from its aliases, so our files write a dash.
      [label.replaceAll(',', ' -').toLowerCase(), part as KnownPart],
    ]),
  )
