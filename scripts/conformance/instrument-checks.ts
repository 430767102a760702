/** Files with one deliberate fault -> checks that the instruments see it. A blind instrument proves nothing. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { schemaFindings } from './docx-facts.ts'
import type { Edition } from './editions.ts'
import {
  breakSchema,
  type DocxFault,
  docxFaults,
  largerType,
  loseFont,
  loseWordInDocx,
  loseWordInPdf,
  pdfFaults,
} from './faults.ts'
import type { Check, Findings } from './ledger.ts'
import { layoutFindings, measure, sameLines, wordFindings } from './notice-checks.ts'
import { convert, converted } from './office.ts'
import type { Measured } from './parts.ts'
import { fontFindings, syntaxFindings } from './pdf-facts.ts'
import { preflight } from './preflight.ts'
import { readMarkdown } from './read-markdown.ts'
import { mammothWords, pdfWords } from './read-words.ts'
import { wrongDocx, wrongPdf } from './wrong-files.ts'

const mustSay = (says: RegExp, findings: Findings): Findings =>
  findings.some((finding) => says.test(finding))
    ? []
    : [
        `dụng cụ không nhận ra; chỉ thấy: ${findings.length === 0 ? 'không lỗi nào' : findings.slice(0, 3).join('; ')}`,
      ]

/** `edition` must be free of faults itself; `scratch` exists. */
export const instrumentChecks = (root: string, edition: Edition, scratch: string): Check[] => {
  const said = (): string => readMarkdown(readFileSync(edition.markdown, 'utf8'))
  const at = (name: string): string => join(scratch, name)
  const seen = (
    name: string,
    needs: Check['needs'],
    look: () => Findings | Promise<Findings>,
    says = /./,
  ): Check => ({
    name: `dụng cụ nhận ra: ${name}`,
    needs,
    look: async () => mustSay(says, await look()),
  })
  const measureWord = (fault: DocxFault, name: string): Measured => {
    const docx = wrongDocx(edition.docx, fault.part, fault.edit, at(name))
    convert([docx], 'pdf', at('wrong-word'))
    return measure(converted(docx, 'pdf', at('wrong-word')))
  }
  return [
    ...pdfFaults.map((fault, index) =>
      seen(
        `PDF, ${fault.name}`,
        ['qpdf', 'mutool'],
        () =>
          layoutFindings[fault.seen](measure(wrongPdf(edition.pdf, fault.edit, at(`wrong-${index}.pdf`)))),
        fault.says,
      ),
    ),
    ...docxFaults.map((fault, index) =>
      seen(
        `DOCX, ${fault.name}`,
        ['soffice', 'mutool'],
        () => layoutFindings[fault.seen](measureWord(fault, `wrong-word-${index}.docx`)),
        fault.says,
      ),
    ),
    seen(`DOCX, xuống dòng khác PDF vì ${largerType.name}`, ['soffice', 'mutool'], () =>
      sameLines(measure(edition.pdf), measureWord(largerType, 'other-lines.docx')),
    ),
    seen('PDF, mất một chữ', ['qpdf', 'pdftotext', 'pdfinfo'], () =>
      wordFindings(said(), pdfWords(wrongPdf(edition.pdf, loseWordInPdf, at('lost-word.pdf')))),
    ),
    seen('DOCX, mất một chữ', [], async () =>
      wordFindings(
        said(),
        await mammothWords(
          wrongDocx(edition.docx, 'word/document.xml', loseWordInDocx, at('lost-word.docx')),
        ),
      ),
    ),
    seen('PDF, phông không nhúng', ['qpdf', 'pdffonts'], () =>
      fontFindings(wrongPdf(edition.pdf, loseFont, at('lost-font.pdf'))),
    ),
    seen('PDF, tệp đứt đoạn', ['qpdf'], () => {
      const whole = readFileSync(edition.pdf)
      writeFileSync(at('cut.pdf'), whole.subarray(0, Math.floor(whole.length / 2)))
      return syntaxFindings(at('cut.pdf'))
    }),
    seen(
      'PDF, không phải PDF/A-1b',
      ['java', 'pdfbox'],
      () => preflight(root, [edition.pdf]).get(edition.pdf) ?? [],
    ),
    seen('DOCX, sai lược đồ', [], () =>
      schemaFindings(wrongDocx(edition.docx, 'word/styles.xml', breakSchema, at('schema.docx'))),
    ),
  ]
}
