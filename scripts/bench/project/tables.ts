/** Chance -> tables in Markdown, narrow ones for the content and wide ones for annexes that lie on their side. */

import type { Chance } from '../chance.ts'
import { manners, places, things, topics } from './phrases.ts'
import type { Speech } from './sentences.ts'

type Column = { readonly head: string; readonly rule: string; readonly cell: (row: number) => string }

/** The first `columns` of: number, place, work, amount, remark, and then figures. */
export const table = (chance: Chance, speech: Speech, rows: number, columns: number): string => {
  const all: readonly Column[] = [
    { head: 'TT', rule: ':---:', cell: (row) => String(row) },
    { head: 'Địa bàn', rule: '---', cell: () => `${chance.one(places)} ${chance.between(1, 40)}` },
    { head: 'Nội dung', rule: '---', cell: () => `${chance.one(things)} ${chance.one(topics)}` },
    { head: 'Số lượng', rule: '---:', cell: () => String(chance.between(2, 980)) },
    { head: 'Ghi chú', rule: '---', cell: () => (chance.in100(50) ? chance.one(manners) : '') },
    { head: 'Phòng học', rule: '---:', cell: () => String(chance.between(1, 30)) },
    { head: 'Giáo viên', rule: '---:', cell: () => String(chance.between(3, 90)) },
    { head: 'Kinh phí (triệu đồng)', rule: '---:', cell: () => String(chance.between(15, 900)) },
    { head: 'Việc đã làm', rule: '---', cell: () => speech.phrase() },
  ]
  const used = all.slice(0, columns)
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    line(used.map(({ head }) => head)),
    line(used.map(({ rule }) => rule)),
    ...Array.from({ length: rows }, (_, row) => line(used.map(({ cell }) => cell(row + 1)))),
  ].join('\n')
}
