/** Millimetres and points, as the decree speaks, into the units of the formats. */

export type Mm = number
export type Pt = number

/** 1 in = 25.4 mm = 72 pt = 1440 twips (twentieths of a point) = 914400 EMU. */
export const toPoints = (mm: Mm): Pt => (mm * 72) / 25.4
export const toMm = (pt: Pt): Mm => (pt * 25.4) / 72
export const toTwips = (mm: Mm): number => Math.round((mm * 1440) / 25.4)
export const pointsToTwips = (pt: Pt): number => Math.round(pt * 20)
/** WordprocessingML type sizes are half points. */
export const toHalfPoints = (pt: Pt): number => Math.round(pt * 2)
export const toEmu = (mm: Mm): number => Math.round(mm * 36000)
export const pointsToEmu = (pt: Pt): number => Math.round(pt * 12700)
/** Pixels at 96 to the inch, not rounded: what libraries born in browsers ask for. */
export const toPixels = (mm: Mm): number => (mm * 96) / 25.4
