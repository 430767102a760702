/** Runs of a line as WordprocessingML runs: every character comes out as itself. */

import { type IRunOptions, type ParagraphChild, Tab, TextRun } from 'docx'
import type { Run } from '../../layout/sheet.ts'
import { type Form, type Forms, formFor, formOf, place } from './forms.ts'
import { escaped } from './library.ts'
import { changedRun } from './revisions.ts'

/** A line feed is a line break, a tab a tab stop; all other characters, spaces included, stay as they are. */
export const textRuns = (runs: readonly Run[], colour?: string): ParagraphChild[] =>
  runs.flatMap((run) =>
    pieces(run.text).map(
      (piece) =>
        changedRun(
          { ...optionsOf(run, piece), ...(colour && { color: colour }) },
          run.change,
        ) as ParagraphChild,
    ),
  )

/** The XML of the same runs, none of which came or went in a redline. */
export const runsXml = (runs: readonly Run[], forms: Forms): string => {
  let xml = ''
  for (const run of runs) {
    if (run.text === '') continue
    if (!special.test(run.text)) xml += formOfRun(run, place, forms)(run.text)
    else
      for (const piece of pieces(run.text))
        xml +=
          piece === '\n' || piece === '\t'
            ? formOfRun(run, piece, forms)('')
            : formOfRun(run, place, forms)(escaped(piece))
  }
  return xml
}

/** A text without any of these is one piece, is written as it is, and can stand in a Word file. */
const special = /[^ !#-%(-;=?-\ud7ff\ue000-\ufffd]/

const formOfRun = (run: Run, piece: string, forms: Forms): Form => {
  const weight = run.strong ? 'strong ' : ''
  const slope = run.emphasis ? 'emphasis ' : ''
  return formFor(forms, `run ${weight}${slope}${piece}`, () => formOf(new TextRun(optionsOf(run, piece))))
}

const pieces = (text: string): string[] =>
  assertText(text)
    .split(/([\n\t])/)
    .filter((piece) => piece !== '')

const optionsOf = ({ strong, emphasis }: Run, piece: string): IRunOptions => ({
  ...(strong && { bold: true }),
  ...(emphasis && { italics: true }),
  // Never as a child: docx takes the words "CURRENT" and "SECTION" among children for page numbers.
  ...(piece === '\n' ? { break: 1 } : piece === '\t' ? { children: [new Tab()] } : { text: piece }),
})

/** Throws on a character that an XML file cannot hold: Word would call the whole file damaged. */
export const assertText = (text: string): string => {
  const bad = notXml.exec(text)
  if (bad) throw new Error(`character U+${hex(bad[0])} cannot stand in a Word file: ${JSON.stringify(text)}`)
  return text
}

/** XML 1.0, section 2.2, production Char — and no carriage return, which every XML reader turns into a line feed. */
const notXml = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

const hex = (char: string): string => (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
