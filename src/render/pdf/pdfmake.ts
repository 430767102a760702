/**
 * The door to pdfmake: its inner classes, typed as far as we touch them.
 * The public `createPdf` keeps fonts and policies in one object for the whole process; the classes behind it do not.
 */

import { createRequire } from 'node:module'
import type { DocumentFace } from './face.ts'

// pdfmake is CommonJS with `exports.default`; `require` hands that over the same way in Node, bundles and tests.
// scripts/compile takes this line out, so that the bundler sees what is required.
const require = createRequire(import.meta.url)
const from = <T>(inside: unknown): T => (inside as { default: T }).default

/** What pdfmake calls a node: text that it measures and sets itself. */
export type Leaf = {
  readonly text: readonly Piece[]
  readonly style: string
  readonly margin?: readonly number[]
}
export type Piece = {
  readonly text: string
  readonly bold?: true
  readonly italics?: true
  readonly decoration?: 'underline' | 'lineThrough'
  readonly color?: string | undefined
}
/** Ours (see patches.ts): text that we measure, and put on pages, in place of pdfmake. */
export type Stack = {
  readonly stack: readonly Leaf[]
  readonly measure: (document: PdfDocument) => void
  readonly lay: (writer: Writer) => void
}
export type Section = {
  readonly section: Stack
  readonly pageSize: { readonly width: number; readonly height: number }
  readonly pageOrientation: 'portrait' | 'landscape'
  readonly background: (page: number) => Leaf | null
}
export type Alignment = 'left' | 'center' | 'right' | 'justify'
export type Style = {
  readonly fontSize: number
  readonly bold: boolean
  readonly italics: boolean
  readonly alignment: Alignment
  readonly color: string
  readonly lineHeight: number
}
export type Definition = {
  readonly content: readonly Section[]
  readonly styles: Readonly<Record<string, Style>>
  readonly defaultStyle: { readonly font: string }
  readonly pageMargins: readonly number[]
  readonly pageSize: { readonly width: number; readonly height: number }
  readonly info: Readonly<Record<string, string | Date>>
  readonly language: string
  readonly displayTitle: boolean
  readonly subset: string
  readonly version: string
}

/** pdfkit's EmbeddedFont around one of our faces. */
export type PdfFont = {
  readonly id: string
  readonly font: DocumentFace
  readonly subset: { readonly includeGlyph: (glyph: number) => number }
  /** By glyph of the subset. */
  readonly widths: number[]
  readonly unicode: (readonly number[])[]
  /** Thousandths of an em, as `ascender` is, to a unit of the face. */
  readonly scale: number
  readonly ascender: number
  readonly ref: () => unknown
  readonly lineHeight: (size: number) => number
  readonly widthOfString: (text: string, size: number) => number
}

/** What pdfmake's renderer asks a word, or a part of one; `x` counts from the left edge of its paragraph. */
export type PdfInline = {
  readonly text: string
  readonly width: number
  readonly x: number
  readonly height: number
  readonly font: PdfFont
  readonly fontSize: number
  readonly alignment: Alignment
  readonly color: string
  readonly decoration: Piece['decoration'] | null
}

/** A line of text as pdfmake's renderer wants it; `x`, `y` are its upper left corner on the page. */
export type PdfLine = {
  readonly x: number
  readonly y: number
  readonly inlines: readonly PdfInline[]
  readonly getHeight: () => number
  readonly getAscenderHeight: () => number
}

/** A word or a part of it, as pdfmake breaks text (Unicode's rules for line breaks). */
type BrokenPiece = Piece & { readonly lineEnd?: true; readonly noNewLine?: true }
export const TextBreaker = from<
  new () => { readonly getBreaks: (pieces: readonly Piece[], styles: null) => BrokenPiece[] }
>(require('pdfmake/js/TextBreaker'))

export type Vector = {
  readonly type: 'line'
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly lineWidth: number
  readonly lineColor: string
}
export type PageItem =
  | { readonly type: 'line'; readonly item: PdfLine }
  | { readonly type: 'vector'; readonly item: Vector }

/** pdfmake's PageElementWriter, as far as we use it. */
export type Writer = {
  readonly moveToNextPage: () => void
  readonly context: () => { readonly getCurrentPage: () => { readonly items: PageItem[] } }
}

export type LayoutBuilder = { readonly writer: Writer }
export const LayoutBuilder = from<{
  readonly prototype: { processVerticalContainer: (this: LayoutBuilder, node: Stack) => void }
}>(require('pdfmake/js/LayoutBuilder'))

export type DocMeasure = { readonly pdfDocument: PdfDocument }
export const DocMeasure = from<{
  readonly prototype: { measureVerticalContainer: (this: DocMeasure, node: Stack) => Stack }
}>(require('pdfmake/js/DocMeasure'))

export type Renderer = { readonly pdfDocument: PdfDocument }
export const Renderer = from<{
  readonly prototype: { renderLine: (this: Renderer, line: PdfLine, x: number, y: number) => void }
}>(require('pdfmake/js/Renderer'))

/** A pdfkit document, as pdfmake widens it. */
export type PdfDocument = {
  info: Readonly<Record<string, unknown>>
  /** Ours (see patches.ts): the file so far, and null at its end. */
  pieces?: (Uint8Array | null)[]
  _addInfo: () => void
  readonly provideFont: (family: string, bold: boolean, italics: boolean) => PdfFont
  readonly page: {
    readonly height: number
    readonly fonts: Record<string, unknown>
    readonly write: (bytes: Uint8Array) => void
  }
  readonly opacity: (value: number) => void
  readonly _opacityRegistry: Readonly<Record<string, readonly [reference: unknown, name: string]>>
  readonly _normalizeColor: (color: string) => readonly number[] | null
  readonly end: () => void
}
export const PdfMakeDocument = from<{
  /** `push` takes each piece of the file, and null at its end. */
  readonly prototype: { push: (this: PdfDocument, piece: Uint8Array | null) => boolean }
}>(require('pdfmake/js/PDFDocument'))

/** Where pdfmake looks for files: for us, faces by name and nothing else. */
export type VirtualFiles = {
  readonly existsSync: (name: string) => boolean
  readonly readFileSync: (name: string) => unknown
}
export type FaceNames = Readonly<Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>>

type UrlResolver = { readonly setUrlAccessPolicy: (policy: (url: string) => boolean) => void }
export const UrlResolver = from<new (files: VirtualFiles) => UrlResolver>(require('pdfmake/js/URLResolver'))

export const Printer = from<
  new (
    faces: Readonly<Record<string, FaceNames>>,
    files: VirtualFiles,
    resolver: UrlResolver,
    localAccessPolicy: (path: string) => boolean,
  ) => { readonly createPdfKitDocument: (definition: Definition) => Promise<PdfDocument> }
>(require('pdfmake/js/Printer'))
