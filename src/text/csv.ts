/** Rows ↔ CSV (RFC 4180) that Excel opens as UTF-8: byte order mark, CRLF, quotes only where they are needed. */

export const csv = (rows: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(`\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`)

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** The rows of such a file; undefined when its quotes do not match. */
export const readCsv = (bytes: Uint8Array): string[][] | undefined => {
  // The decoder drops the byte order mark.
  const text = new TextDecoder().decode(bytes)
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const match = /"((?:[^"]|"")*)"|[^",\r\n]*/y
    match.lastIndex = at
    const [all = '', quoted] = match.exec(text) ?? []
    row.push(quoted === undefined ? all : quoted.replaceAll('""', '"'))
    at += all.length
    const end = /,|\r?\n|$/y
    end.lastIndex = at
    const [mark] = end.exec(text) ?? []
    if (mark === undefined) return undefined
    at += mark.length
    if (mark === ',' && at < text.length) continue
    if (mark === ',') row.push('')
    rows.push(row)
    row = []
  }
  return rows
}
