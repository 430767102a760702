/** Head, foot and grids → slices, one a table row; only a row that is taller than a page gives more than one. */

import type { Columns, Grid } from '../../layout/sheet.ts'
import { type Pt, toPoints } from '../../layout/units.ts'
import type { Cut } from './breaks.ts'
import {
  between,
  type Mark,
  moved,
  type Paragraph,
  paragraphOf,
  type SetLine,
  type Setting,
} from './paragraphs.ts'
import type { Block, Inked } from './rows.ts'

export const columnsBlock = (columns: Columns, setting: Setting): Block => {
  const above = columns.role === 'foot' ? setting.rules.foot.before : 0
  const rows = columns.rows.map((row) => row.map((cell) => cell.map((line) => paragraphOf(line, setting))))
  const widths = columns.widths.map(toPoints)
  return {
    paragraphs: rows.flat(2),
    slices: () =>
      rows.flatMap((cells, row) => {
        const set = cells.map((cell, column) =>
          stack(cell, edge(widths, column), widths[column] ?? 0, row === 0 ? above : 0),
        )
        return tear(set, setting.room).map((part, index) =>
          slice(part.marks, part.height, index > 0 ? 'good' : row > 0 ? 'poor' : 'good'),
        )
      }),
    keepNext: columns.keepNext ?? false,
    after: 0,
  }
}

export const gridBlock = (grid: Grid, setting: Setting): Block => {
  const { padding, stroke, before } = setting.rules.grid
  const widths = grid.widths.map(toPoints)
  const edges = [...widths.map((_, column) => edge(widths, column)), edge(widths, widths.length)]
  const heads = [grid.head, ...(grid.numbers ? [grid.numbers] : [])].map((cells) =>
    cells.map((line) => paragraphOf(line, setting)),
  )
  const rows = grid.rows.map((row) =>
    row.map((line, column) => paragraphOf(line, setting, grid.align[column])),
  )
  const cellsOf = (paragraphs: readonly Paragraph[]): Placed[][] =>
    paragraphs.map((cell, column) =>
      stack([cell], (edges[column] ?? 0) + padding, (widths[column] ?? 0) - 2 * padding, 0),
    )
  const box = (marks: readonly Mark[], content: Pt, top: Pt): { marks: Mark[]; height: Pt } => {
    const height = top + 2 * padding + content + stroke
    const [left, right] = [(edges[0] ?? 0) - stroke / 2, (edges.at(-1) ?? 0) + stroke / 2]
    const line = (y: Pt): Mark => ({ is: 'stroke', from: [left, y], to: [right, y], weight: stroke })
    return {
      height,
      marks: [
        ...marks.map((mark) => moved(mark, top + padding)),
        ...(top > 0 ? [line(top / 2)] : []),
        line(height - stroke / 2),
        ...edges.map((x): Mark => ({ is: 'stroke', from: [x, 0], to: [x, height], weight: stroke })),
      ],
    }
  }
  return {
    paragraphs: [...heads, ...rows].flat(),
    slices: () => {
      const top = heads.map(cellsOf).reduce((above: Inked | undefined, cells) => {
        const { marks, height } = box(marksOf(cells), heightOf(cells), above ? 0 : stroke)
        if (!above) return slice(marks, height, 'good')
        const lower = marks.map((mark) => moved(mark, above.height))
        return slice([...above.marks, ...lower], above.height + height, 'good')
      }, undefined) as Inked
      const limit = setting.room - top.height - 2 * padding - stroke
      const body = rows.flatMap((row, index) =>
        tear(cellsOf(row), limit).map((part, piece) => {
          const { marks, height } = box(part.marks, part.height, 0)
          return { ...slice(marks, height, index + piece > 0 ? 'good' : 'poor'), head: top }
        }),
      )
      return [top, ...body]
    },
    keepNext: false,
    apart: before,
    after: 0,
  }
}

type Placed = SetLine & { readonly y: Pt }

const slice = (marks: readonly Mark[], height: Pt, cut: Cut): Inked => ({
  marks,
  height,
  slack: 0,
  above: 0,
  cut,
})

/** Paragraphs of a cell one below the other; the space above the first stays, at the top of a page too. */
const stack = (cell: readonly Paragraph[], x: Pt, width: Pt, above: Pt): Placed[] => {
  const placed: Placed[] = []
  let y = above
  let after = 0
  for (const paragraph of cell) {
    y += between(after, paragraph.before)
    for (const line of paragraph.set(x, width)) {
      placed.push({ ...line, y })
      y += line.height
    }
    after = paragraph.after
  }
  return placed
}

/** A row as it is, or in parts no taller than `limit` when it is taller. */
const tear = (cells: readonly (readonly Placed[])[], limit: Pt): { marks: Mark[]; height: Pt }[] => {
  const parts = []
  let rest = cells
  do {
    const taken = rest.map((lines) => {
      const top = parts.length > 0 ? (lines[0]?.y ?? 0) : 0
      const fits = lines.findIndex((line) => line.y + line.height - top > limit)
      const count = fits === -1 ? lines.length : Math.max(1, fits)
      return lines.slice(0, count).map((line) => ({ ...line, y: line.y - top }))
    })
    parts.push({ marks: marksOf(taken), height: heightOf(taken) })
    rest = rest.map((lines, column) => lines.slice(taken[column]?.length))
  } while (rest.some((lines) => lines.length > 0))
  return parts
}

const marksOf = (cells: readonly (readonly Placed[])[]): Mark[] =>
  cells.flat().flatMap(({ marks, y }) => marks.map((mark) => moved(mark, y)))

const heightOf = (cells: readonly (readonly Placed[])[]): Pt =>
  Math.max(0, ...cells.flat().map(({ y, height }) => y + height))

/** Left edge of a column, or the right edge of the table. */
const edge = (widths: readonly Pt[], column: number): Pt =>
  widths.slice(0, column).reduce((total, width) => total + width, 0)
