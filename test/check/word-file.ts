/** Word files as Word writes them, from raw XML of the body: revision marks, proofing marks, theme fonts and all. */

import { fromText, writeZip } from '../../src/zip.ts'

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ')

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A4 with the margins of the decree, page number elsewhere. */
export const a4 =
  '<w:pgSz w:w="11907" w:h="16840" w:code="9"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'

/** The defaults of a new document in Word, with Normal set to Times New Roman 14 as offices do. */
export const usualStyles = `
  <w:docDefaults>
    <w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:rPrDefault>
    <w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault>
  </w:docDefaults>
  <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr></w:style>
  <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
  <w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders></w:tblPr></w:style>`

const theme = `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme name="Office"><a:majorFont><a:latin typeface="Calibri Light"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>`

export type WordParts = {
  readonly body: string
  /** Inside `w:sectPr`; A4 when absent. */
  readonly section?: string
  readonly styles?: string
  readonly numbering?: string
  readonly settings?: string
  /** Inside `w:hdr`, by relationship id: 'rId20' … */
  readonly headers?: Readonly<Record<string, string>>
  readonly footers?: Readonly<Record<string, string>>
  /** Of the whole document part. */
  readonly rewrite?: (document: string) => string
}

export const wordFile = ({
  body,
  section = a4,
  styles = usualStyles,
  numbering = '',
  settings = '',
  headers = {},
  footers = {},
  rewrite = (xml) => xml,
}: WordParts): Uint8Array => {
  const bands = [
    ...Object.entries(headers).map(([id, xml]) => ({ id, kind: 'header', tag: 'hdr', xml })),
    ...Object.entries(footers).map(([id, xml]) => ({ id, kind: 'footer', tag: 'ftr', xml })),
  ]
  const root = (tag: string, inner: string): string => `${head}<w:${tag} ${namespaces}>${inner}</w:${tag}>`
  const link = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`
  const relations = (inner: string): string =>
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`
  const type = (path: string, kind: string): string =>
    `<Override PartName="/word/${path}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`
  return writeZip(
    new Map(
      Object.entries({
        '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('document.xml', 'document.main')}${type('styles.xml', 'styles')}${type('settings.xml', 'settings')}${type('numbering.xml', 'numbering')}<Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>${bands.map(({ id, kind }) => type(`${id}.xml`, kind)).join('')}</Types>`,
        '_rels/.rels': relations(link('rId1', 'officeDocument', 'word/document.xml')),
        'word/_rels/document.xml.rels': relations(
          link('rId1', 'styles', 'styles.xml') +
            link('rId2', 'settings', 'settings.xml') +
            link('rId3', 'numbering', 'numbering.xml') +
            link('rId4', 'theme', 'theme/theme1.xml') +
            bands.map(({ id, kind }) => link(id, kind, `${id}.xml`)).join(''),
        ),
        'word/document.xml': rewrite(
          root('document', `<w:body>${body}<w:sectPr>${section}</w:sectPr></w:body>`),
        ),
        'word/styles.xml': root('styles', styles),
        'word/settings.xml': root('settings', settings),
        'word/numbering.xml': root('numbering', numbering),
        'word/theme/theme1.xml': head + theme,
        ...Object.fromEntries(bands.map(({ id, tag, xml }) => [`word/${id}.xml`, root(tag, xml)])),
      }).map(([path, text]) => [path, fromText(text)]),
    ),
  )
}

/** A paragraph; `run` are properties of its only run. */
export const p = (text: string, paragraph = '', run = ''): string =>
  `<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E"><w:pPr>${paragraph}</w:pPr>${text === '' ? '' : r(text, run)}</w:p>`

export const r = (text: string, properties = ''): string =>
  `<w:r w:rsidRPr="00C21D5B"><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`

export const centred = '<w:jc w:val="center"/>'
export const spoken = '<w:spacing w:before="120"/><w:ind w:firstLine="567"/><w:jc w:val="both"/>'
export const size = (points: number): string => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`
export const b = '<w:b/><w:bCs/>'
export const i = '<w:i/><w:iCs/>'

/** A table without borders: rows of cells, widths in twips. */
export const table = (widths: readonly number[], rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${widths.map((w) => `<w:gridCol w:w="${w}"/>`).join('')}</w:tblGrid>${rows
    .map(
      (cells) =>
        `<w:tr>${cells.map((cell, index) => `<w:tc><w:tcPr><w:tcW w:w="${widths[index]}" w:type="dxa"/></w:tcPr>${cell}</w:tc>`).join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`

/** A straight connector as Word 2010 and later draw it, with the picture for older readers beside it. mm. */
export const line = (length: number, { y = 0, x }: { y?: number; x?: number } = {}): string => {
  const emu = (mm: number): number => Math.round(mm * 36000)
  const across = x === undefined ? '<wp:align>center</wp:align>' : `<wp:posOffset>${emu(x)}</wp:posOffset>`
  return `<w:r><w:rPr><w:noProof/></w:rPr><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">${across}</wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>${emu(y)}</wp:posOffset></wp:positionV><wp:extent cx="${emu(length)}" cy="0"/><wp:wrapNone/><wp:docPr id="1" name="Straight Connector 1"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${emu(length)}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom></wps:spPr><wps:style><a:lnRef idx="1"><a:schemeClr val="dk1"/></a:lnRef></wps:style><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback>${vmlLine(length, y)}</mc:Fallback></mc:AlternateContent></w:r>`
}

/** A line of Word 97 to 2007. mm. */
export const vmlLine = (length: number, y: number): string => {
  const pt = (mm: number): string => `${((mm * 72) / 25.4).toFixed(2)}pt`
  return `<w:pict><v:line id="_x0000_s1026" style="position:absolute;z-index:1" from="${pt(20)},${pt(y)}" to="${pt(20 + length)},${pt(y)}"/></w:pict>`
}

/** A page number as a complex field. */
export const pageField = (properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr>${properties}</w:rPr><w:instrText xml:space="preserve"> PAGE   \\* MERGEFORMAT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr>${properties}</w:rPr><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
