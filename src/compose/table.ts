/** A pipe table into a table of a notice; short rows are filled up, what stands outside the columns is reported. */

import type { Table as MarkdownTable, TableRow } from 'mdast'
import type { Inline, Table } from '../notice/notice.ts'
import { inlinesOf } from './inlines.ts'
import { type Scope, tell } from './scope.ts'

const aligns = { left: 'left', center: 'centre', right: 'right' } as const

export const tableOf = (node: MarkdownTable, scope: Scope): Table => {
  const [head, ...rows] = node.children
  const columns = head?.children.length ?? 0
  return {
    is: 'table',
    head: head ? cellsOf(head, columns, scope) : [],
    align: Array.from({ length: columns }, (_, column) => aligns[node.align?.[column] ?? 'left']),
    rows: rows.map((row) => cellsOf(row, columns, scope)),
  }
}

const cellsOf = (row: TableRow, columns: number, scope: Scope): Inline[][] => {
  const found = row.children.length
  if (found > columns)
    tell(
      scope,
      row,
      'error',
      `Hàng này của bảng có ${found} ô; cần nhiều nhất ${columns} ô như hàng tiêu đề.`,
      'Nếu muốn in dấu "|" trong ô, viết "\\|".',
    )
  return Array.from({ length: columns }, (_, column) => {
    const cell = row.children[column]
    return cell ? inlinesOf(cell.children) : []
  })
}
