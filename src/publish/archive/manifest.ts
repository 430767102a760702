/** The plain list of checksums beside a package, as `sha256sum` writes it and `sha256sum -c` reads it; and back. */

import { sha256 } from './identifiers.ts'

export const manifestName = 'manifest-sha256.txt'

/** One line a file, sorted by path (code units). */
export const manifestOf = (files: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  new TextEncoder().encode(
    [...files]
      .map(([path, bytes]) => ({ path, line: `${sha256(bytes)}  ${path}\n` }))
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ line }) => line)
      .join(''),
  )

export type Listed = {
  /** Path → checksum. */
  readonly sums: ReadonlyMap<string, string>
  /** Numbers of lines that are not "checksum, two spaces, path", or that name a path again. */
  readonly wrongLines: readonly number[]
}

export const readManifest = (bytes: Uint8Array): Listed => {
  const sums = new Map<string, string>()
  const wrongLines: number[] = []
  const text = new TextDecoder().decode(bytes)
  const lines = text.split('\n')
  // The text ends with a line feed; what stands behind it is no line.
  if (lines.at(-1) === '') lines.pop()
  else wrongLines.push(lines.length)
  for (const [index, line] of lines.entries()) {
    const [, sum, path] = /^([0-9a-f]{64}) {2}(\S.*)$/.exec(line) ?? []
    if (sum === undefined || path === undefined || sums.has(path)) wrongLines.push(index + 1)
    else sums.set(path, sum)
  }
  return { sums, wrongLines: [...new Set(wrongLines)].sort((a, b) => a - b) }
}
