/** How far a measured figure may be off before it is called wrong. The only place that says so. */

export const tolerances = {
  /** pt: sizes of type are whole or half points, and files round them. */
  size: 0.1,
  /** mm: lengths in a DOCX are twentieths of a point; a PDF rounds to hundredths. */
  length: 0.3,
  /** pt: space above and below paragraphs. */
  gap: 0.1,
  /** Lines: Word stores line spacing in 240ths; heights given in points never come out at a whole number of lines. */
  leading: 0.05,
  /** The lines of the head, "cách nhau dòng đơn": what exact heights and rounded gaps may add. */
  head: { leading: 0.1, gap: 3 },
  /** Share of the text line: a stroke is drawn by eye, and the width of the line is that of Times New Roman. */
  stroke: 0.05,
  /** mm: "đặt cân đối": how far the middle of a stroke may be from the middle of its line. */
  balance: 3,
  /** Share of a line's height: what still reads as one line. */
  sameLine: 0.6,
  /** mm: sides of a frame (urgency marks). */
  frame: 1,
  /** The brightest that any of red, green and blue may be in a colour that prints as black. */
  black: 0x26,
  /** Share of a line that a paragraph must fill before its alignment shows. */
  oneLine: 1.02,
} as const
