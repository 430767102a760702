/** The three short strokes of a finished notice × the decree table: length against the text above, centred, under it. */

import { decree30 } from '../../src/layout/decree30.ts'
import { exactly, mm, outside } from './geometry.ts'
import type { Findings } from './ledger.ts'
import type { Measured } from './parts.ts'
import { centreOf, widthOf } from './text-lines.ts'

const ruled = ['motto', 'issuingBody', 'subject'] as const

/** The stroke under the motto is as long as its text, to within this; in mm. */
const asLong = 1

export const strokeFindings = (measured: Measured): Findings =>
  ruled.flatMap((part) => {
    const { label, rule } = decree30.parts[part]
    const line = measured.lines[part]?.at(-1)
    const stroke = measured.strokes[part]
    if (line === undefined || stroke === undefined) return [`${label}: không thấy nét kẻ bên dưới`]
    const { from, to } = rule.share
    const width = mm(widthOf(line))
    return [
      ...outside(
        `${label}, độ dài nét kẻ (chữ dài ${width.toFixed(1)} mm)`,
        mm(widthOf(stroke)),
        { from: from * width, to: to * width },
        ...(from === to ? [asLong] : []),
      ),
      ...exactly(`${label}, nét kẻ, trục giữa`, mm(centreOf(stroke)), mm(centreOf(line)), offCentre),
      ...outside(`${label}, nét kẻ dưới chân chữ`, mm(stroke.y - line.baseline), { from: 0, to: near }, 0),
    ]
  })

/** Half a trailing space of the line, in mm. */
const offCentre = 0.6
/** A stroke further down than this, in mm, no longer reads as belonging to the line. */
const near = 4
