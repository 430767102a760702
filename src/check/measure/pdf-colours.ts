/** Colours as pdf.js hands them out → RRGGBB, and whether they are seen on white paper. */

/** White or transparent lines are not seen; letters in white are words all the same. */
export const visible = (colour: string | undefined, alpha: number): boolean =>
  colour !== 'FFFFFF' && alpha > 0

/** Ink that printers mix for black comes out as a very dark grey: all parts this low are black. */
const darkest = 0x30

/** '#rrggbb' or three numbers → RRGGBB. */
export const rgb = (colour: unknown): string | undefined => {
  const hex = /^#([0-9a-f]{6})/i.exec(String(colour))?.[1]
  if (hex === undefined) return undefined
  const parts = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  const grey = Math.max(...parts) - Math.min(...parts) < 12
  return grey && Math.max(...parts) < darkest ? '000000' : hex.toUpperCase()
}
