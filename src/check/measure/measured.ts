/**
 * What can be read off a finished file, whoever made it: pages, paragraphs with their type and place, strokes.
 * Plain JSON; lengths in mm, type and gaps in pt. A figure that the format does not tell is absent, never guessed.
 */

export type Measured = {
  readonly file: string
  readonly format: 'docx' | 'pdf'
  /** One for each section of a DOCX, one for each page of a PDF. */
  readonly pages: readonly MeasuredPage[]
  /** In reading order: head row by row, cells from left to right. */
  readonly paragraphs: readonly MeasuredParagraph[]
  readonly strokes: readonly MeasuredStroke[]
  /** What could not be measured, in Vietnamese, said plainly. */
  readonly gaps: readonly string[]
}

export type MeasuredPage = {
  /** 1-based page of a PDF; number of the section of a DOCX. */
  readonly number: number
  readonly width: number
  readonly height: number
  /** As set in a DOCX; as the text of the body shows them in a PDF. */
  readonly margins?: {
    readonly top?: number
    readonly bottom?: number
    readonly left?: number
    readonly right?: number
  }
  /** The number that the first page of a section starts with, where the section counts anew (DOCX). */
  readonly firstNumber?: number
  /** Where page numbers stand, if any: the text found, its place, and on which page. */
  readonly pageNumber?: {
    /** As it shows on page 2. */
    readonly text: string
    readonly place: 'top' | 'bottom'
    readonly align?: Align
    readonly size?: number
    readonly bold?: boolean
    readonly italic?: boolean
    readonly onFirstPage: boolean
    readonly face?: string
    readonly colour?: string
    /** Only every other page shows it. */
    readonly missingOnEven?: true
  }
}

type Align = 'left' | 'centre' | 'right' | 'justify'

/** A paragraph of a DOCX; in a PDF the lines that belong together. */
export type MeasuredParagraph = {
  /** 1-based, in `paragraphs`. */
  readonly index: number
  /** 1-based page, where known (PDF). */
  readonly page?: number
  /** 1-based section (DOCX). */
  readonly section?: number
  /** As it shows: in capitals where the type is set so, automatic numbers included. A line feed is a line break. */
  readonly text: string
  /** The text as it is broken into lines, where known (PDF). */
  readonly lines?: readonly MeasuredLine[]
  /** Runs of one look; the text of all is `text`. */
  readonly runs: readonly MeasuredRun[]
  readonly align?: Align
  /** mm, from `left`; negative when the first line hangs. */
  readonly firstIndent?: number
  /** mm, of the whole paragraph. */
  readonly left?: number
  /** mm from the left edge of the column to the first letter, tabs and leading spaces included (DOCX). */
  readonly start?: number
  /** What brings the first letter to `start` when it is not the indent alone (DOCX). */
  readonly startBy?: 'tab' | 'spaces'
  /** Where its lines may stand: mm from the paper's left edge, and their greatest width (DOCX). */
  readonly area?: { readonly left: number; readonly width: number }
  /** pt: the size of the paragraph mark, where there is no text (DOCX). */
  readonly emptySize?: number
  /** Begins a page, whatever stands before it (DOCX). */
  readonly newPage?: true
  /** The box around it, mm (DOCX: text boxes and paragraph borders). */
  readonly frame?: { readonly width?: number; readonly height?: number }
  /** pt */
  readonly before?: number
  readonly after?: number
  /** In lines, 1 = single. */
  readonly leading?: number
  /** Column of the head or foot, else the full width. */
  readonly column: 'left' | 'right' | 'full'
  /** Position inside a table of a DOCX. */
  readonly cell?: {
    readonly table: number
    readonly row: number
    readonly column: number
    readonly bordered: boolean
  }
  /** Style id and name of a DOCX. */
  readonly style?: { readonly id: string; readonly name: string }
  /** In which part of the package: the body, a header … */
  readonly within: 'body' | 'header' | 'footer' | 'text-box'
  /** mm from the page's top left corner, where known. */
  readonly box?: {
    readonly left: number
    readonly top: number
    readonly width: number
    readonly height: number
  }
}

export type MeasuredLine = {
  readonly page: number
  readonly text: string
  readonly left: number
  readonly width: number
  readonly baseline: number
}

export type MeasuredRun = {
  readonly text: string
  readonly face?: string
  readonly size?: number
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  /** A superscript or subscript, such as the mark of a footnote; its size is that of the text around it. */
  readonly raised?: true
  /** Put there by automatic numbering. */
  readonly label?: true
  /** RRGGBB, upper case; absent = automatic black. */
  readonly colour?: string
}

export type MeasuredStroke = {
  readonly page?: number
  /** Index of the paragraph that it stands under, where known. */
  readonly under?: number
  /** Which line of that paragraph, counted by its line breaks from 0; absent: the last (DOCX). */
  readonly line?: number
  /** mm */
  readonly length: number
  /** The file does not tell the length exactly: characters set as a superscript. */
  readonly approximate?: true
  readonly left?: number
  readonly top?: number
  readonly kind: 'drawn' | 'border' | 'characters' | 'underline'
  readonly solid: boolean
}
