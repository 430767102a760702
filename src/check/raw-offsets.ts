/** Offsets in the text of a source → offsets in the file as it stands: byte order mark, CRLF, loose marks. */

/** Undefined when the two texts cannot be matched; its answer undefined within a letter that the file writes as several. */
export const rawOffsets = (
  raw: string,
  text: string,
): ((offset: number) => number | undefined) | undefined => {
  if (raw === text) return (offset) => offset
  const starts = new Map<number, number>()
  let length = 0
  let same = ''
  for (const { index, 0: piece } of raw.replace(/^\uFEFF/, '').matchAll(/\r\n?|\n|\P{M}\p{M}*|\p{M}+/gu)) {
    starts.set(length, index)
    const read = piece.startsWith('\r') ? '\n' : piece.normalize('NFC')
    same += read
    length += read.length
  }
  if (same !== text) return undefined
  const mark = raw.startsWith('\uFEFF') ? 1 : 0
  starts.set(length, raw.length - mark)
  return (offset) => {
    const found = starts.get(offset)
    return found === undefined ? undefined : found + mark
  }
}
