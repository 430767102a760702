/** What is drawn beside the text of a Word file: lines, text boxes, pictures. */

import type { Xml } from './xml.ts'

/** mm; `y` and `x` count from what `verticalFrom` and `horizontalFrom` name, absent where the file says something else. */
export type Shape = {
  readonly y?: number
  readonly verticalFrom: 'paragraph' | 'page' | 'inline'
  readonly x?: number
  readonly horizontalFrom: 'column' | 'margin' | 'page' | 'other'
  readonly centred: boolean
  readonly width: number
  readonly height: number
} & (
  | { readonly is: 'line'; readonly solid: boolean; readonly whole?: true }
  | { readonly is: 'box'; readonly content: Xml; readonly framed: boolean }
  | { readonly is: 'picture' }
)

/** Thinner than this, mm, a filled shape is a line. */
export const thinnest = 1
/** A line may climb by this share of its length and still lie level. */
export const slope = 0.1
