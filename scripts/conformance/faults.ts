/** Deliberate faults: how each is put into a finished file, where it must be seen, and what must be said about it. */

import type { layoutFindings } from './notice-checks.ts'

export type Edit = (text: string) => string

export type Fault = {
  readonly name: string
  readonly seen: keyof typeof layoutFindings
  readonly says: RegExp
  readonly edit: Edit
}

const number = String.raw`-?\d+(?:\.\d+)?`
const points = (mm: number): number => (mm * 72) / 25.4

/** The paper moves to the right under its text. */
const narrowLeftMargin: Edit = (text) =>
  text.replace(/\/MediaBox \[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g, (_, width: string, height: string) => {
    const moved = points(15)
    return `/MediaBox [ ${moved.toFixed(2)} 0 ${(Number(width) + moved).toFixed(2)} ${height} ]`
  })

/** The first line drawn in the file: one of the short strokes of the head. */
const longStroke: Edit = (text) =>
  text.replace(
    new RegExp(`(${number}) (${number}) l\n`),
    (_, x: string, y: string) => `${(Number(x) + points(25)).toFixed(2)} ${y} l\n`,
  )

export const pdfFaults: readonly Fault[] = [
  { name: 'lề trái 15 mm', seen: 'khổ giấy và lề', says: /lề trái: 15\./, edit: narrowLeftMargin },
  {
    name: 'chữ 14 thành 16',
    seen: 'cỡ chữ, kiểu chữ, phông, màu',
    says: /cỡ chữ 16\.00/,
    edit: (text) => text.replace(/(\/F\d+) 14 Tf/g, '$1 16 Tf'),
  },
  { name: 'nét kẻ dài thêm 25 mm', seen: 'nét kẻ', says: /độ dài nét kẻ/, edit: longStroke },
  {
    name: 'chữ màu đỏ',
    seen: 'cỡ chữ, kiểu chữ, phông, màu',
    says: /không đen/,
    edit: (text) => text.replace(/\bBT\n/g, 'BT\n1 0 0 rg\n'),
  },
]

/** `part`: the file inside the Word file. */
export type DocxFault = Fault & { readonly part: string }

export const largerType: DocxFault = {
  name: 'chữ 14 thành 16',
  seen: 'cỡ chữ, kiểu chữ, phông, màu',
  says: /cỡ chữ 16\.00/,
  part: 'word/styles.xml',
  edit: (text) => text.replaceAll('<w:sz w:val="28"/>', '<w:sz w:val="32"/>'),
}

export const docxFaults: readonly DocxFault[] = [
  largerType,
  {
    name: 'lề trái 15 mm',
    seen: 'khổ giấy và lề',
    says: /lề trái: 15\./,
    part: 'word/document.xml',
    edit: (text) => text.replace(/(<w:pgMar [^>]*w:left=")\d+"/g, '$1850"'),
  },
  {
    name: 'canh giữa thành canh trái',
    seen: 'vị trí phần đầu, tiêu đề, phần cuối',
    says: /trục giữa/,
    part: 'word/styles.xml',
    edit: (text) => text.replaceAll('<w:jc w:val="center"/>', '<w:jc w:val="left"/>'),
  },
]

export const loseWordInPdf: Edit = (text) => text.replace(/\[<[0-9a-f]+>[^\]]*\] TJ/, '[<>] TJ')
export const loseFont: Edit = (text) => text.replace('/FontFile2', '/FontFileX')
export const loseWordInDocx: Edit = (text) => text.replace(/(<w:t(?: [^>]*)?>)[^<]+(<\/w:t>)/, '$1$2')
export const breakSchema: Edit = (text) => text.replace('<w:jc w:val="center"/>', '<w:jc w:val="middle"/>')
