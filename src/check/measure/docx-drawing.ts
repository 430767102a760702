/** A DrawingML or VML drawing → the lines and the text boxes in it, with their place in the file's own terms. */

import { drawingShapes } from './docx-drawingml.ts'
import type { Shape } from './docx-shape.ts'
import { vmlShapes } from './docx-vml.ts'
import { child, type Xml } from './xml.ts'

/** `w:drawing`, `w:pict` or `w:object`. */
export const shapesOf = (drawing: Xml): Shape[] =>
  drawing.name === 'w:drawing' ? drawingShapes(drawing) : vmlShapes(drawing)

/** What a reader of today chooses in `mc:AlternateContent`. */
export const chosen = (alternate: Xml): Xml | undefined =>
  alternate.children.find(
    ({ name, attributes }) =>
      name === 'mc:Choice' && (attributes.Requires ?? '').split(/\s+/).every((word) => understood.has(word)),
  ) ?? child(alternate, 'mc:Fallback')

const understood = new Set(['wps', 'wpg', 'wpc', 'w14', 'w15', 'wp14', 'w16se'])
