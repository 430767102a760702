/** Finished files -> their words, through readers that are not ours. Page numbers are no words of the notice. */

import mammoth from 'mammoth'
import { python, read } from './tools.ts'

/** From page 2 on, what stands above this line is the page number; points from the top, inside the top margin (20 mm). */
const headerEnd = 50
const large = 10_000

/** In the order of the content stream: the order in which a screen reader or a copy sees it. */
export const pdfWords = (file: string): string => {
  const first = read('pdftotext', ['-raw', '-nopgbrk', '-l', '1', file, '-'])
  if (pageCount(file) < 2) return first
  const crop = ['-x', '0', '-y', String(headerEnd), '-W', String(large), '-H', String(large)]
  return first + read('pdftotext', ['-raw', '-nopgbrk', '-f', '2', '-r', '72', ...crop, file, '-'])
}

export const pageCount = (file: string): number =>
  Number(/^Pages:\s+(\d+)$/m.exec(read('pdfinfo', [file]))?.[1] ?? 0)

/** Body paragraphs and table cells of a Word file in document order; headers are apart. */
const script = `
import sys, docx
from docx.table import Table
from docx.text.paragraph import Paragraph
def blocks(part, parent):
    for child in part.iterchildren():
        if child.tag.endswith('}p'): yield Paragraph(child, parent).text
        elif child.tag.endswith('}tbl'):
            for row in Table(child, parent).rows:
                for cell in row.cells: yield from blocks(cell._tc, cell)
document = docx.Document(sys.argv[1])
sys.stdout.reconfigure(encoding='utf-8')
print('\\n'.join(blocks(document.element.body, document)))
`

export const pythonDocxWords = (file: string): string => read(python, ['-c', script, file])

export const mammothWords = async (file: string): Promise<string> =>
  (await mammoth.extractRawText({ path: file })).value
