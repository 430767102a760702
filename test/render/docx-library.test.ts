import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Document, Packer, Paragraph } from 'docx'
import { expect, test } from 'vitest'
import type { Sheet } from '../../src/layout/sheet.ts'
import { redline } from '../../src/redline/redline.ts'
import { renderDocx } from '../../src/render/docx/docx.ts'
import { endOf, framesOf } from '../../src/render/docx/sections.ts'
import { documentStyles } from '../../src/render/docx/styles.ts'
import { readZip, toText } from '../../src/zip.ts'
import { line, noticeSheet, sheetOf, tinySheet } from '../fixtures/sheets.ts'
import { objectsOf } from './docx-objects.ts'

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

// When this fails, docx has changed inside: read what changed, see that library.ts and frame.ts still hold, then write
// down what is there now.
test('the insides that are leant on are the ones that were read', () => {
  const { version } = JSON.parse(
    readFileSync(new URL('../../node_modules/docx/package.json', import.meta.url), 'utf8'),
  )
  const { compiler } = Packer as unknown as {
    compiler: { compile: unknown; xmlifyFile: unknown }
  }
  expect({
    version,
    compile: hash(String(compiler.compile)),
    xmlifyFile: hash(String(compiler.xmlifyFile)),
    'Paragraph prepForXml': hash(String(Paragraph.prototype.prepForXml)),
  }).toEqual({
    'Paragraph prepForXml': '0e146a19ce61a148',
    compile: '404b691fdb4bddd9',
    version: '9.15.2',
    xmlifyFile: 'ee83667b25270ba0',
  })
})

const annexed: Sheet = {
  ...noticeSheet,
  sections: [
    {
      rows: noticeSheet.sections[0]?.rows ?? [],
      topMark: line('circulation', 'LƯU HÀNH NỘI BỘ', { frame: 45 }),
    },
    { landscape: true, rows: [line('annexLabel', 'Phụ lục'), line('paragraph', `"A" & 'B' < C > D`)] },
    { rows: [line('paragraph', 'một\nhai\tba', { keepNext: true })] },
  ],
}
const changed = redline(annexed, {
  ...annexed,
  sections: [...annexed.sections.slice(0, 2), { landscape: true, rows: [line('paragraph', 'bốn')] }],
}).sheet
const sheets = { noticeSheet, tinySheet, annexed, changed, back: redline(changed, noticeSheet).sheet }

/** What docx itself makes of a sheet, its drawings numbered and its changes dated as ours are. */
const wholeByDocx = async (sheet: Sheet): Promise<Map<string, string>> => {
  const document = new Document({
    styles: documentStyles(sheet),
    compatibility: { doNotExpandShiftReturn: true },
    sections: framesOf(sheet).map((frame, index) => ({
      ...frame,
      children: objectsOf(sheet.sections[index]?.rows ?? [], sheet.rules, endOf(sheet, index)),
    })),
  })
  const parts = readZip(new Uint8Array(await Packer.toArrayBuffer(document)))
  return new Map([...parts].map(([path, bytes]) => [path, plain(toText(bytes))]))
}

const plain = (xml: string): string =>
  xml
    .replace(/(<wp:docPr\b[^>]*?\sid=)"[^"]*"/g, '$1')
    .replace(/ w:id="\d+"( w:author="thongbao") w:date="[^"]*"/g, '$1')

test.each(Object.entries(sheets))('the parts of a file are those that docx makes: %s', async (_, sheet) => {
  const ours = new Map(
    [...readZip(await renderDocx(sheet))].map(([path, bytes]) => [path, plain(toText(bytes))]),
  )
  const theirs = await wholeByDocx(sheet)
  expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort())
  // These two are ours: see canonical.ts and frame.ts.
  for (const [path, text] of theirs)
    if (path !== 'docProps/core.xml' && path !== 'word/styles.xml') expect(ours.get(path), path).toBe(text)
})

test('what was made before leaves nothing behind', async () => {
  const alone = await renderDocx(noticeSheet)
  for (const sheet of Object.values(sheets)) await renderDocx(sheet)
  const other = sheetOf([line('bookTitle', 'Sổ'), ...(noticeSheet.sections[0]?.rows ?? [])])
  await renderDocx({ ...other, properties: { ...other.properties, language: 'en-GB' } })
  expect(await renderDocx(noticeSheet)).toEqual(alone)
})
