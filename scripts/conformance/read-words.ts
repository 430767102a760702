/** Finished files -> their words, through readers that are not ours. Page numbers are no words of the notice. */

import mammoth from 'mammoth'
import type { Written } from './read-markdown.ts'
import { withoutRepeatedHeads } from './tables.ts'
import { python, read } from './tools.ts'

/** What stands above this line is a page number or a mark; points from the top, inside the top margin (20 mm). */
const headerEnd = 50
const large = 10_000

/**
 * The words of each page in the order of the content stream, in which a screen reader or a copy sees them; without
 * what stands in the top margin.
 */
export const pdfPages = (file: string): string[] => {
  const crop = ['-x', '0', '-y', String(headerEnd), '-W', String(large), '-H', String(large)]
  return read('pdftotext', ['-raw', '-r', '72', ...crop, file, '-'])
    .split('\f')
    .slice(0, -1)
}

/** The words of a notice: without its address at the foot of page 1, and each head of a table once. */
export const pdfWords = (file: string, { address, tables }: Outside = nothing): string => {
  const [first = '', ...pages] = pdfPages(file)
  return withoutRepeatedHeads(tables, [withoutEnd(first, address), ...pages])
}

type Outside = Pick<Written, 'address' | 'tables'>
const nothing: Outside = { address: '', tables: [] }

const withoutEnd = (page: string, address: string): string => {
  const text = page.trimEnd()
  return address !== '' && text.endsWith(address) ? `${text.slice(0, -address.length)}\n` : page
}

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

/** Through its HTML, in which line breaks are not lost as in its raw text. */
export const mammothWords = async (file: string): Promise<string> =>
  (await mammoth.convertToHtml({ path: file })).value
    .replace(/<(?:br|\/p|\/h\d|\/li|\/td|\/th|\/tr)\b[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '')

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }
