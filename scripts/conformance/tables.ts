/** Tables of the Markdown edition × the words of each page: rows whole, heads again on every page they go on to. */

import type { Findings } from './ledger.ts'
import type { WrittenTable } from './read-markdown.ts'

const letters = (text: string): string => text.replace(/\s+/gu, '')

/** `pages`: words of each page. A row stands on one page, cell after cell. */
export const tableFindings = (tables: readonly WrittenTable[], pages: readonly string[]): Findings => {
  const said = pages.map(letters)
  return tables.flatMap(({ head, rows }) => {
    const on = rows.map((row) => said.flatMap((page, index) => (page.includes(letters(row)) ? [index] : [])))
    const first = Math.min(...(on[0] ?? [0]))
    const further = new Set(
      on.flat().filter((page) => page > first && startsIn(rows, said[page] ?? '', head)),
    )
    return [
      ...on.flatMap((found, index) =>
        found.length > 0 ? [] : [`hàng “${rows[index]}” không nằm trọn một trang`],
      ),
      ...[...further].flatMap((page) =>
        (said[page] ?? '').startsWith(letters(head))
          ? []
          : [`trang ${page + 1}: bảng “${head}” không lặp lại hàng tiêu đề`],
      ),
    ]
  })
}

/** Does the page begin inside the table: with one of its rows, or with its head again? */
const startsIn = (rows: readonly string[], page: string, head: string): boolean =>
  [head, ...rows].some((row) => page.startsWith(letters(row)))

/** The words of all pages without the heads that are printed again at the top of a page. */
export const withoutRepeatedHeads = (tables: readonly WrittenTable[], pages: readonly string[]): string => {
  let out = ''
  for (const page of pages) {
    const again = tables.find(
      ({ head }) => letters(page).startsWith(letters(head)) && letters(out).includes(letters(head)),
    )
    out += again === undefined ? page : page.slice(lengthOf(page, letters(again.head).length))
  }
  return out
}

/** How far into a text its first `count` letters reach. */
const lengthOf = (text: string, count: number): number => {
  let at = 0
  for (let seen = 0; seen < count; at += 1) if (/\S/u.test(text[at] ?? '')) seen += 1
  return at
}
