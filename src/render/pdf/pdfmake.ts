/**
 * The door to pdfmake: its inner classes, typed as far as we touch them.
 * The public `createPdf` keeps fonts and policies in one object for the whole process; the classes behind it do not.
 */

import { createRequire } from 'node:module'

// pdfmake is CommonJS with `exports.default`; `require` hands that over the same way in Node, bundles and tests.
// scripts/compile takes this line out, so that the bundler sees what is required.
const require = createRequire(import.meta.url)
const from = <T>(inside: unknown): T => (inside as { default: T }).default

/** What pdfmake calls a node: text to be measured, or nodes one below the other. */
export type Leaf = {
  readonly text: readonly Piece[]
  readonly style: string
  readonly margin?: readonly number[]
  /** Set by pdfmake when it has measured the node. */
  readonly _inlines?: readonly Inline[]
}
export type Piece = {
  readonly text: string
  readonly bold?: true
  readonly italics?: true
  readonly decoration?: 'underline' | 'lineThrough'
  readonly color?: string | undefined
}
export type Stack = {
  readonly stack: readonly Leaf[]
  /** Ours (see patches.ts): puts the measured leaves on pages in place of pdfmake. */
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

/** A word, or the part of a word that one run holds, with the spaces after it. */
export type Inline = {
  text: string
  width: number
  x: number
  leadingCut: number
  trailingCut: number
  readonly font: { readonly widthOfString: (text: string, size: number) => number }
  readonly fontSize: number
  readonly alignment: Alignment
  /** A line feed follows. */
  readonly lineEnd?: boolean
  /** The next inline belongs to the same word. */
  readonly noNewLine?: boolean
  readonly decoration?: string | null
}

/** A line of text as pdfmake's renderer wants it; `x`, `y` are its upper left corner on the page. */
export type PdfLine = {
  x: number
  y: number
  readonly inlines: readonly Inline[]
  readonly addInline: (inline: Inline) => void
  readonly getHeight: () => number
  readonly clone: () => PdfLine
}
export const PdfLine = from<new (width: number) => PdfLine>(require('pdfmake/js/Line'))

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

/** A pdfkit document: a stream of bytes once `end` was called. */
export type PdfDocument = AsyncIterable<Uint8Array> & {
  info: Readonly<Record<string, unknown>>
  _addInfo: () => void
  readonly end: () => void
}

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
