/**
 * A PDF that comes back signed → what can be said of its signatures without trusting anybody: that there are some, what
 * they cover, and that the file grew out of ours. Whether a certificate is good is for the signing service's own tool.
 */

export type SignatureFlaw =
  /** No signature in the file. */
  | { readonly is: 'none' }
  /** Byte ranges of a signature that lie outside the file, overlap, or leave out more than the signature itself. */
  | { readonly is: 'range' }
  /** Bytes behind the last signature that no signature covers. `harmless`: nothing but data for checking signatures. */
  | { readonly is: 'uncovered'; readonly bytes: number; readonly harmless: boolean }
  /** The file does not begin with a PDF of ours. */
  | { readonly is: 'rewritten' }

export type Signatures = {
  readonly count: number
  readonly flaws: readonly SignatureFlaw[]
  /** Which of ours the file was signed on. */
  readonly grownFrom?: Uint8Array
}

/** `ours`: the PDFs that it may have grown out of, the issued one first; one of them is what the file must begin with. */
export const inspectSigned = (signed: Uint8Array, ours: readonly Uint8Array[]): Signatures => {
  const text = new TextDecoder('latin1').decode(signed)
  const ranges = [...text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)].map(
    ([, ...numbers]) => numbers.map(Number) as [number, number, number, number],
  )
  if (ranges.length === 0 || !/\/Type\s*\/(Sig|DocTimeStamp)\b/.test(text))
    return { count: 0, flaws: [{ is: 'none' }] }
  const flaws: SignatureFlaw[] = []
  if (!ranges.every((range) => isSound(text, range))) flaws.push({ is: 'range' })
  const end = Math.max(...ranges.map(([, , start, length]) => start + length))
  const rest = text.slice(end)
  if (end < signed.length && rest.trim() !== '')
    flaws.push({ is: 'uncovered', bytes: signed.length - end, harmless: isValidationData(rest) })
  const grownFrom = ours.find(
    (pdf) => Buffer.compare(signed.subarray(0, pdf.length), pdf) === 0 && pdf.length < signed.length,
  )
  if (!grownFrom) flaws.push({ is: 'rewritten' })
  return { count: ranges.length, flaws, ...(grownFrom ? { grownFrom } : {}) }
}

/** From the start of the file, with one hole that holds a hex string and nothing else, to an end inside the file. */
const isSound = (
  text: string,
  [from, first, second, length]: readonly [number, number, number, number],
): boolean =>
  from === 0 &&
  first > 0 &&
  second > first &&
  second + length <= text.length &&
  /^<[0-9A-Fa-f\s]*>$/.test(text.slice(first, second)) &&
  /\/Contents\s*$/.test(text.slice(Math.max(0, first - 40), first))

/** A PAdES file for the long term ends with certificates and revocation lists (/DSS), added after the signature. */
const isValidationData = (text: string): boolean =>
  /\/DSS\b/.test(text) && !/\/Type\s*\/Page\b|\/Contents\s+\d|\/Annots\b/.test(text)

/** Where each revision of a PDF ends: behind its "%%EOF" and the line feed after it. */
export const revisionsOf = (pdf: Uint8Array): Uint8Array[] =>
  [...new TextDecoder('latin1').decode(pdf).matchAll(/%%EOF(\r\n|\r|\n)?/g)].map(({ index, 0: mark }) =>
    pdf.subarray(0, index + mark.length),
  )
