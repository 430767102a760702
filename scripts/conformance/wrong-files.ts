/** Finished files -> the same files with one deliberate fault, to show that the instruments see it. */

import { readFileSync, writeFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Edit } from './faults.ts'
import { read } from './tools.ts'

/** Edits the uncompressed objects and content streams of a PDF; lengths and offsets are put right again by qpdf. */
export const wrongPdf = (pdf: string, edit: Edit, to: string): string => {
  const plain = `${to}.qdf`
  read('qpdf', ['--qdf', '--object-streams=disable', pdf, plain])
  const before = readFileSync(plain, 'latin1')
  writeFileSync(plain, changed(before, edit, pdf), 'latin1')
  writeFileSync(to, read('fix-qdf', [plain], { encoding: 'latin1' }), 'latin1')
  return to
}

export const wrongDocx = (docx: string, part: string, edit: Edit, to: string): string => {
  const entries = unzipSync(readFileSync(docx))
  const text = strFromU8(entries[part] ?? new Uint8Array())
  writeFileSync(to, zipSync({ ...entries, [part]: strToU8(changed(text, edit, docx)) }))
  return to
}

/** A fault that was never put in would make the instrument look blind, or worse, sharp. */
const changed = (text: string, edit: Edit, file: string): string => {
  const after = edit(text)
  if (after === text) throw new Error(`${file}: không tìm được chỗ để sửa sai`)
  return after
}
