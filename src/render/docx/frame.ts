/**
 * What a document of our sheet holds besides its text: every part of the file but the words, and the places where they
 * come. Documents of the same page, styles, headers and footers share it, so it is made once for all of them.
 */

import { hash } from 'node:crypto'
import { Document, Paragraph } from 'docx'
import type { Sheet } from '../../layout/sheet.ts'
import { fromText, type Packed, packed } from '../../zip.ts'
import { type Forms, formsOf } from './forms.ts'
import { partsOf } from './library.ts'
import { framesOf } from './sections.ts'
import { asidesOf, documentStyles } from './styles.ts'

export type Frame = {
  /** All parts but the document, its properties and what is in `changing`; compressed once for all. */
  readonly parts: Packed
  /** Headers and footers with tracked changes, whose ids belong to the whole file. */
  readonly changing: ReadonlyMap<string, string>
  /** The text between the bodies of the sections. */
  readonly between: readonly string[]
  /** What the last paragraph of each section but the last says about its section. */
  readonly endings: readonly string[]
  /** How the paragraphs and tables of the bodies are written. */
  readonly forms: Forms
}

/** Stands for the body of a section. */
const hole = '\ue000'
const holes = new RegExp(
  `<w:p>(?:<w:pPr>(<w:sectPr\\b(?:(?!${hole}).)*</w:sectPr>)</w:pPr>)?<w:r><w:t xml:space="preserve">${hole}</w:t></w:r></w:p>`,
  'gs',
)

/** An office has few: upright, with an annex across, with its address. */
const mostFrames = 32
const frames = new Map<string, Frame>()

export const frameOf = (sheet: Sheet): Frame => {
  const key = keyOf(sheet)
  const known = frames.get(key)
  if (known) return known
  const frame = make(sheet)
  const [oldest] = frames.keys()
  if (frames.size >= mostFrames && oldest !== undefined) frames.delete(oldest)
  frames.set(key, frame)
  return frame
}

/** Everything of a sheet that is no row, title or day. */
const keyOf = (sheet: Sheet): string =>
  JSON.stringify([
    digestOf(sheet.rules),
    sheet.properties.language,
    [...asidesOf(sheet)].sort(),
    sheet.sections.map(({ rows: _, ...rest }) => rest),
  ])

/** Sheets of one thread share their rules, which never change; those sent from another thread bring equal ones. */
const digests = new WeakMap<Sheet['rules'], string>()

const digestOf = (rules: Sheet['rules']): string => {
  const known = digests.get(rules)
  if (known !== undefined) return known
  const digest = hash('sha256', JSON.stringify(rules), 'base64')
  digests.set(rules, digest)
  return digest
}

const make = (sheet: Sheet): Frame => {
  const document = new Document({
    styles: documentStyles(sheet),
    // Or a line that ends in a line break is stretched to the margin.
    compatibility: { doNotExpandShiftReturn: true },
    sections: framesOf(sheet).map((options) => ({ ...options, children: [new Paragraph(hole)] })),
  })
  const parts = new Map<string, Uint8Array>()
  const changing = new Map<string, string>()
  let between: string[] = []
  const endings: string[] = []
  for (const [path, data] of partsOf(document)) {
    if (typeof data !== 'string') parts.set(path, data)
    else if (path === 'word/document.xml') {
      let at = 0
      for (const match of data.matchAll(holes)) {
        between.push(data.slice(at, match.index))
        endings.push(match[1] ?? '')
        at = match.index + match[0].length
      }
      between = [...between, data.slice(at)]
    } else if (path === 'word/styles.xml')
      parts.set(path, fromText(ownStyles(data, new Set(Object.keys(sheet.rules.parts)))))
    else if (/^word\/(header|footer)\d+\.xml$/.test(path) && data.includes(' w:author="'))
      changing.set(path, data)
    else if (path !== 'docProps/core.xml') parts.set(path, fromText(data))
  }
  if (endings.length !== sheet.sections.length) throw new Error('docx has joined or split sections')
  return { parts: packed(parts), changing, between, endings, forms: formsOf(sheet.rules) }
}

/**
 * docx adds the headings, lists and captions of an English office document. A clerk's list of styles holds the parts of
 * a notice; besides them only what Word itself builds on stays.
 */
const ownStyles = (xml: string, parts: ReadonlySet<string>): string =>
  xml.replace(
    /<w:style\b([^>]*?\sw:styleId="([^"]*)"[^>]*)>.*?<\/w:style>/gs,
    (style, attributes: string, id: string) => {
      if (parts.has(id)) return style.replace(attributes, `${attributes} w:customStyle="1"`)
      return /^(Normal|TableNormal|Footnote.*|Endnote.*)$/.test(id) ? style : ''
    },
  )
