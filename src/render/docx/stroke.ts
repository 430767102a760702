/** The stroke under the motto, the issuing body and the subject: a drawn line, anchored in the paragraph it belongs to. */

import { TextWrappingType } from 'docx'
import { ShapeRun } from 'docx/shapes'
import type { LayoutRules } from '../../layout/rules.ts'
import type { Part } from '../../layout/sheet.ts'
import { type Mm, pointsToEmu, toEmu, toPixels } from '../../layout/units.ts'
import { type Forms, formFor, formOf, numberPlace } from './forms.ts'
import { black } from './styles.ts'

/** Height of a single line of Times New Roman in em: ascender 0.891, descender 0.216, gap 0.042. */
const lineHeight = 1.149

/** The least height a shape can have (1 EMU): LibreOffice draws a line of no height at all a little aslant. */
const level = toPixels(1 / toEmu(1))

/**
 * A solid line of the given length, centred in its column. It hangs on the line of text its anchor stands in, so as the
 * last run of a paragraph it stays under the last line, however many lines a clerk's edit makes.
 */
export const stroke = (length: Mm, part: LayoutRules['parts'][string]): ShapeRun => {
  if (!part.rule) throw new Error(`a stroke under a part without one: ${part.label}`)
  const below = part.size.use * lineHeight * part.leading.use + part.rule.below + part.rule.stroke / 2
  return new ShapeRun({
    type: 'line',
    transformation: { width: toPixels(length), height: level },
    line: { color: black, width: part.rule.stroke },
    // Named, or a reader of the screen says "graphic".
    altText: { name: 'stroke' },
    floating: {
      horizontalPosition: { relative: 'column', align: 'center' },
      verticalPosition: { relative: 'line', offset: pointsToEmu(below) },
      wrap: { type: TextWrappingType.NONE },
      allowOverlap: true,
      layoutInCell: true,
      behindDocument: false,
    },
  })
}

/** The XML of the stroke under a line of this part. */
export const strokeXml = (length: Mm, part: Part, forms: Forms): string => {
  const form = formFor(forms, `stroke ${part}`, () =>
    formOf(stroke(numberPlace(0) / toEmu(1), forms.rules.parts[part])),
  )
  return form('', [Math.round(toPixels(length) * emuOfPixel)])
}

/** docx counts in pixels, and rounds when it writes. */
const emuOfPixel = 9525
