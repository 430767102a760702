import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { crossCheckPdf } from '../../scripts/conformance/cross-check-pdf.ts'
import { has } from '../../scripts/conformance/tools.ts'
import type { Measured, MeasuredParagraph } from '../../src/check/measure/measured.ts'
import { measurePdf } from '../../src/check/measure/pdf.ts'

const file = (name: string): string => fileURLToPath(new URL(`../fixtures/pdf/${name}`, import.meta.url))
const measured = (name: string): Promise<Measured> =>
  measurePdf(name, new Uint8Array(readFileSync(file(name))))

describe.skipIf(!has('mutool') || !has('pdftotext'))('beside poppler and MuPDF', () => {
  test('our reading of a file of LibreOffice is the same', async () => {
    expect(crossCheckPdf(file('libreoffice.pdf'), await measured('libreoffice.pdf'))).toEqual([])
  })

  const spoilt = async (change: (paragraph: MeasuredParagraph) => MeasuredParagraph): Promise<Measured> => {
    const whole = await measured('libreoffice.pdf')
    return {
      ...whole,
      paragraphs: whole.paragraphs.map((each) => (each.text === 'THÔNG BÁO' ? change(each) : each)),
    }
  }

  test.each<[string, (paragraph: MeasuredParagraph) => MeasuredParagraph]>([
    [
      'a line half a millimetre off',
      (each) => ({ ...each, lines: (each.lines ?? []).map((line) => ({ ...line, left: line.left + 0.5 })) }),
    ],
    [
      'a lost letter',
      (each) => ({ ...each, lines: (each.lines ?? []).map((line) => ({ ...line, text: 'THÔNG BÁ' })) }),
    ],
    ['another size', (each) => ({ ...each, runs: each.runs.map((run) => ({ ...run, size: 14.5 })) })],
    ['another weight', (each) => ({ ...each, runs: each.runs.map((run) => ({ ...run, bold: false })) })],
    ['a line that is not there', (each) => ({ ...each, lines: [] })],
  ])('sees %s', async (_, change) => {
    expect(crossCheckPdf(file('libreoffice.pdf'), await spoilt(change))).not.toEqual([])
  })
})
