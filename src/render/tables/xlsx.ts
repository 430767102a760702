/** A listing as a workbook (ECMA-376): one sheet, real dates and numbers, filters, the head row frozen and repeated in print. */

import type { Cell, Listing } from '../../text/listing.ts'
import { fromText, writeZip } from '../../zip.ts'
import { rowHeight } from './row-height.ts'
import { attribute, xml, xmlText } from './sheet-xml.ts'

/** `stamp`: the day that the file bears as its own, 'YYYY-MM-DD'; `author` what it says of its maker. */
export type WorkbookProperties = { readonly stamp: string; readonly author: string }

export const renderXlsx = (listing: Listing, properties: WorkbookProperties): Uint8Array =>
  writeZip(
    new Map(
      Object.entries({
        '[Content_Types].xml': contentTypes,
        '_rels/.rels': packageRelations,
        'docProps/core.xml': core(listing, properties),
        'xl/workbook.xml': workbook(listing),
        'xl/_rels/workbook.xml.rels': workbookRelations,
        'xl/styles.xml': styles,
        'xl/worksheets/sheet1.xml': worksheet(listing),
      }).map(([path, text]) => [path, fromText(`${xml}${text}`)]),
    ),
  )

/** Cell formats of `styles`, by their place in cellXfs. */
const formats = { text: 1, date: 2, number: 3, head: 4 } as const

const worksheet = (listing: Listing): string => {
  const { columns, rows } = listing
  return [
    `<worksheet xmlns="${main}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="${area(listing)}"/>`,
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>',
    '<sheetFormatPr defaultRowHeight="15"/>',
    '<cols>',
    ...columns.map(
      ({ letters }, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${letters}" customWidth="1"/>`,
    ),
    '</cols>',
    '<sheetData>',
    rowXml(
      columns,
      1,
      columns.map(({ title }) => ({ is: 'text', value: title })),
      formats.head,
    ),
    ...rows.map((row, index) => rowXml(columns, index + 2, row)),
    '</sheetData>',
    `<autoFilter ref="${area(listing)}"/>`,
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    '</worksheet>',
  ].join('')
}

const rowXml = (columns: Listing['columns'], row: number, cells: readonly Cell[], format?: number): string =>
  `<row r="${row}" ht="${rowHeight(columns, cells)}">${cells.map((cell, column) => cellXml(`${letterOf(column)}${row}`, cell, format)).join('')}</row>`

const cellXml = (place: string, cell: Cell, format: number = formats[cell.is]): string => {
  if (cell.value === '') return `<c r="${place}" s="${format}"/>`
  if (cell.is === 'text')
    return `<c r="${place}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cell.value.slice(0, longest))}</t></is></c>`
  return `<c r="${place}" s="${format}"><v>${cell.is === 'date' ? serial(cell.value) : cell.value}</v></c>`
}

/** Excel opens no cell with more letters. */
const longest = 32_767

/** Days since 30 December 1899: how the 1900 date system counts from March 1900 on. */
const serial = (date: string): number =>
  (Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000

/** 0 → "A", 26 → "AA". */
const letterOf = (column: number): string =>
  (column < 26 ? '' : letterOf(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))

const area = ({ columns, rows }: Listing): string => `A1:${letterOf(columns.length - 1)}${rows.length + 1}`
const fixedArea = ({ columns, rows }: Listing): string =>
  `$A$1:$${letterOf(columns.length - 1)}$${rows.length + 1}`

/** A sheet's name has at most 31 letters and none that a formula would stumble over. */
const sheetName = ({ title }: Listing): string => title.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31)

const workbook = (listing: Listing): string => {
  const name = xmlText(sheetName(listing))
  return [
    `<workbook xmlns="${main}" xmlns:r="${relations}">`,
    '<bookViews><workbookView/></bookViews>',
    `<sheets><sheet name="${attribute(sheetName(listing))}" sheetId="1" r:id="rId1"/></sheets>`,
    '<definedNames>',
    `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'${name}'!${fixedArea(listing)}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">'${name}'!$1:$1</definedName>`,
    '</definedNames>',
    '</workbook>',
  ].join('')
}

const core = ({ title }: Listing, { stamp, author }: WorkbookProperties): string =>
  [
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${xmlText(title)}</dc:title>`,
    `<dc:creator>${xmlText(author)}</dc:creator>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${stamp}T00:00:00Z</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${stamp}T00:00:00Z</dcterms:modified>`,
    '<dc:language>vi-VN</dc:language>',
    '</cp:coreProperties>',
  ].join('')

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const contentTypes = [
  `<Types xmlns="${packages}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  `<Override PartName="/xl/workbook.xml" ContentType="${media}.sheet.main+xml"/>`,
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${media}.worksheet+xml"/>`,
  `<Override PartName="/xl/styles.xml" ContentType="${media}.styles+xml"/>`,
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
  '</Types>',
].join('')

const packageRelations = [
  `<Relationships xmlns="${packages}/relationships">`,
  `<Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/>`,
  `<Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
  '</Relationships>',
].join('')

const workbookRelations = [
  `<Relationships xmlns="${packages}/relationships">`,
  `<Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/>`,
  `<Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/>`,
  '</Relationships>',
].join('')

/** A workbook is no document of the decree: it has the looks that a spreadsheet has, in the decree's face. */
const styles = [
  `<styleSheet xmlns="${main}">`,
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>',
  '<fonts count="2"><font><sz val="11"/><name val="Times New Roman"/><family val="1"/></font><font><b/><sz val="11"/><name val="Times New Roman"/><family val="1"/></font></fonts>',
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/><bgColor indexed="64"/></patternFill></fill></fills>',
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="5">',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="top"/></xf>',
  '<xf numFmtId="1" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="top"/></xf>',
  '<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>',
  '</cellXfs>',
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('')
