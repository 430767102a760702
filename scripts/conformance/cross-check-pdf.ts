/**
 * What our reader of PDF measured × what poppler and MuPDF see in the same file: every line of ours must hold the
 * same letters, start and end at the same place, stand on the same baseline and be set in the same sizes.
 */

import { readFileSync } from 'node:fs'
import type { Measured, MeasuredLine, MeasuredParagraph } from '../../src/check/measure/measured.ts'
import { measurePdf } from '../../src/check/measure/pdf.ts'
import type { Check, Findings } from './ledger.ts'
import { type Letter, readLetters, readWords, type Word } from './other-readers.ts'
import { read } from './tools.ts'

/** mm and pt. */
const allowed = { place: 0.3, size: 0.1 } as const
/** Raised letters of a line stand this far above its baseline at most, in mm; lowered ones stay nearer. */
const raised = 3
const lowered = 0.8

/** `name`: how the file is told in the ledger. */
export const crossCheck = (name: string, pdf: () => string): Check => ({
  name: `${name}: bộ đo PDF khớp với poppler và MuPDF`,
  needs: ['mutool', 'pdftotext'],
  look: async () => {
    const file = pdf()
    return crossCheckPdf(file, await measurePdf(file, new Uint8Array(readFileSync(file))))
  },
})

/** Needs mutool and pdftotext. `measured`: of that very file. */
export const crossCheckPdf = (pdf: string, measured: Measured): Findings => {
  const letters = readLetters(read('mutool', ['draw', '-q', '-F', 'stext', '-o', '-', pdf]))
  const words = readWords(read('pdftotext', ['-bbox-layout', pdf, '-']))
  const found: string[] = []
  const seen = new Set<Letter>()
  for (const paragraph of measured.paragraphs) {
    const own: Letter[] = []
    for (const line of paragraph.lines ?? []) {
      const near = lettersOf(letters[line.page - 1] ?? [], line)
      for (const letter of near) seen.add(letter)
      own.push(...near)
      found.push(...lineFindings(line, near, words[line.page - 1] ?? []))
    }
    found.push(...lookFindings(paragraph, own))
  }
  return [...found, ...leftOver(letters, seen)]
}

const plain = (text: string): string => text.normalize('NFC').replace(/\s/gu, '')

const within = (line: MeasuredLine, left: number, right: number): boolean =>
  left > line.left - allowed.place && right < line.left + line.width + allowed.place

/** On the line's baseline, or a little off it between such letters. */
const lettersOf = (page: readonly Letter[], line: MeasuredLine): Letter[] => {
  const letters = page.filter(
    ({ text, left, right, baseline }) =>
      text.trim() !== '' &&
      line.baseline - baseline < raised &&
      baseline - line.baseline < lowered &&
      within(line, left, right),
  )
  const on = letters.filter(({ baseline }) => Math.abs(baseline - line.baseline) <= allowed.place)
  const usual = Math.max(...on.map(({ size }) => size))
  return letters
    .filter((letter) => on.includes(letter) || letter.size < 0.8 * usual)
    .sort((a, b) => a.left - b.left)
}

const lineFindings = (line: MeasuredLine, letters: readonly Letter[], page: readonly Word[]): string[] => {
  const told = `trang ${line.page}, “${line.text.slice(0, 40)}”`
  const text = plain(line.text)
  if (letters.length === 0) return [`${told}: MuPDF không thấy dòng này`]
  const others = plain(letters.map((letter) => letter.text).join(''))
  const right = Math.max(...letters.map((letter) => letter.right))
  const words = page.filter(
    (word) => Math.abs(word.middle - line.baseline) < 2 * raised && within(line, word.left, word.right),
  )
  const same = words.filter(({ text: word }) => text.includes(plain(word)))
  return [
    ...(sorted(others) === sorted(text) ? [] : [`${told}: MuPDF đọc thành “${others}”`]),
    ...off(`${told}, mép trái (MuPDF)`, line.left, Math.min(...letters.map((letter) => letter.left))),
    ...off(`${told}, mép phải (MuPDF)`, line.left + line.width, right),
    ...(same.length === 0
      ? [`${told}: poppler không thấy dòng này`]
      : [
          ...off(`${told}, mép trái (poppler)`, line.left, Math.min(...same.map(({ left }) => left))),
          ...off(
            `${told}, mép phải (poppler)`,
            line.left + line.width,
            Math.max(...same.map((word) => word.right)),
          ),
        ]),
  ]
}

/** Letters that overlap may come in another order. */
const sorted = (text: string): string => [...text].sort().join('')

const off = (what: string, ours: number, theirs: number): string[] =>
  Math.abs(ours - theirs) <= allowed.place
    ? []
    : [`${what}: ${ours.toFixed(2)} mm, họ đo ${theirs.toFixed(2)}`]

/** Sizes, weights, slopes and colours: what each run claims of its letters, as often as MuPDF has it. */
const lookFindings = (paragraph: MeasuredParagraph, letters: readonly Letter[]): string[] => {
  const told = `trang ${paragraph.page ?? 0}, “${paragraph.text.slice(0, 40)}”`
  const ours = new Map<string, number>()
  for (const run of paragraph.runs)
    if (run.size !== undefined && run.raised === undefined)
      add(
        ours,
        key(run.size, run.bold === true, run.italic === true, run.colour ?? ''),
        plain(run.text).length,
      )
  const theirs = new Map<string, number>()
  const small = new Set(paragraph.runs.filter(({ raised: up }) => up).flatMap(({ text }) => [...plain(text)]))
  for (const { text, size, face, colour } of letters) {
    const isMark = small.has(text) && ![...ours.keys()].some((each) => each.startsWith(`${whole(size)} `))
    if (!isMark)
      add(theirs, key(size, /bold/i.test(face), /ital|oblique/i.test(face), colour), plain(text).length)
  }
  return [...ours].flatMap(([look, count]) =>
    theirs.get(look) === count ? [] : [`${told}: ${count} chữ ${look}, MuPDF thấy ${theirs.get(look) ?? 0}`],
  )
}

const whole = (size: number): string => (Math.round(size / allowed.size) * allowed.size).toFixed(1)
const key = (size: number, bold: boolean, italic: boolean, colour: string): string =>
  `${whole(size)} ${bold ? 'đậm' : 'thường'} ${italic ? 'nghiêng' : 'đứng'} ${colour}`
const add = (counts: Map<string, number>, look: string, count: number): void => {
  counts.set(look, (counts.get(look) ?? 0) + count)
}

/** Typed rules are strokes for us; everything else that MuPDF reads must be in one of our lines. */
const leftOver = (letters: readonly (readonly Letter[])[], seen: ReadonlySet<Letter>): string[] =>
  letters.flatMap((page, index) => {
    const rest = page.filter((letter) => !seen.has(letter) && !/^[\s_\-–—=*.…]*$/u.test(letter.text))
    return rest.length === 0
      ? []
      : [
          `trang ${index + 1}: không đo “${rest
            .map(({ text }) => text)
            .join('')
            .slice(0, 60)}”`,
        ]
  })
