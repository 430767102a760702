/**
 * Kỹ thuật trình bày: the notice set on paper, before page breaks (Nghị định 30/2020, Điều 9).
 * Plain JSON. A line names its part; the table says how the part looks. A renderer adds nothing.
 */

import type { Part } from './decree30.ts'
import type { LayoutRules } from './rules.ts'
import type { Mm } from './units.ts'

export type { Part }

export type Sheet = {
  readonly rules: LayoutRules & { readonly parts: Readonly<Record<Part, LayoutRules['parts'][string]>> }
  readonly properties: Properties
  /** The notice, then its annexes; page numbers start again in each. */
  readonly sections: readonly SheetSection[]
}

/** What file formats store about the document itself. */
export type Properties = {
  readonly title: string
  readonly subject: string
  /** The issuing body. */
  readonly author: string
  /** BCP 47: 'vi-VN'. */
  readonly language: string
  /** Date of issue, or for a draft the day of the (last) meeting: the time stamp of the file. 'YYYY-MM-DD' */
  readonly date: string
}

export type SheetSection = {
  readonly landscape?: true
  readonly rows: readonly Row[]
  /** A framed mark in the top margin of the first page, in the right half (ô 11). */
  readonly topMark?: Line
  /** The address lines at the foot of the first page's text area, under a stroke across it (ô 13). */
  readonly address?: readonly Line[]
  /** In a redline: the whole section came or went. */
  readonly change?: Change
}

/** In a redline, a sheet that shows two versions at once: what came or went between them. */
export type Change = 'inserted' | 'deleted'

export type Row = Line | Columns | Grid | PageBreak

/** One paragraph. */
export type Line = {
  readonly is: 'line'
  readonly part: Part
  readonly runs: readonly Run[]
  /** Never the last thing on a page: stays with the first lines of the next row. */
  readonly keepNext?: true
  /** Never torn over two pages. */
  readonly keepLines?: true
  /** Narrowed by this much on both sides, so that its lines come out about equally long. */
  readonly inset?: Mm
  /** Length of the stroke under the last line; its distance and weight are the part's. */
  readonly rule?: Mm
  /** Width of the frame around the line; its height, weight and colour are the part's. */
  readonly frame?: Mm
  /** In a redline: the whole paragraph came or went, and all its runs with it. */
  readonly change?: Change
  /** In a redline: how a paragraph that stayed looked before, where that was otherwise. */
  readonly was?: Look
}

/** What a line says of its paragraph as a whole. */
export type Look = Pick<Line, 'part' | 'keepNext' | 'keepLines' | 'inset' | 'rule'>

/** A borderless table with fixed column widths, without padding: head and foot. Its rows are never torn. */
export type Columns = {
  readonly is: 'columns'
  readonly widths: readonly Mm[]
  /** rows → cells → rows inside a cell (lines only) */
  readonly rows: readonly (readonly (readonly Line[])[])[]
  /** The part of the table that names its role, for the space above it. */
  readonly role: 'head' | 'foot'
  /** Stays with the next row on one page. */
  readonly keepNext?: true
  /** In a redline: which rows came or went, in step with `rows`. */
  readonly changes?: readonly (Change | undefined)[]
}

/** A table of the content: ruled, head repeated on every page, rows never torn. */
export type Grid = {
  readonly is: 'grid'
  readonly widths: readonly Mm[]
  readonly head: readonly Line[]
  /** A second row of the head: the numbers of the columns. */
  readonly numbers?: readonly Line[]
  /** Alignment of each column's cells. */
  readonly align: readonly ('left' | 'centre' | 'right' | 'justify')[]
  readonly rows: readonly (readonly Line[])[]
  /** In a redline: which rows came or went, in step with `rows`. */
  readonly changes?: readonly (Change | undefined)[]
  /** In a redline: the whole table came or went, its head too. */
  readonly change?: Change
}

export type PageBreak = { readonly is: 'page-break' }

/** A line feed in `text` is a line break. */
export type Run = {
  readonly text: string
  readonly strong?: true
  readonly emphasis?: true
  /** In a redline. */
  readonly change?: Change
}

/** Width of a text in one line, in mm, in the face, size, weight and slope of a part. Given to `arrange` from outside. */
export type Measure = (text: string, part: Part) => Mm
