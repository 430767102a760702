import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Problem } from '../../src/problem.ts'
import { documentFields, fileFields } from '../../src/publish/archive/ead-fields.ts'
import { edxmlOf } from '../../src/publish/archive/edxml.ts'
import { slashDate, uuidOf } from '../../src/publish/archive/identifiers.ts'
import { manifestOf, readManifest } from '../../src/publish/archive/manifest.ts'
import { filesOnDisk, makePackage, missingSchemas, signedEnding } from '../../src/publish/archive/package.ts'
import { pageCount } from '../../src/publish/archive/pages.ts'
import { readXml, withDescendants, XmlRefused } from '../../src/publish/archive/read-xml.ts'
import { readEad } from '../../src/publish/archive/verify-ead.ts'
import { element, xmlDocument } from '../../src/publish/archive/xml.ts'
import { readCsv } from '../../src/text/csv.ts'
import { readZip } from '../../src/zip.ts'
import { archivedNotice, hoso, packaged, signPdf, smallPdf } from '../fixtures/hoso.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const upperSum = (content: Uint8Array | undefined): string =>
  createHash('sha256')
    .update(content ?? '')
    .digest('hex')
    .toUpperCase()

const file = (path: string, made = packaged()): Uint8Array => {
  const content = made.files.get(path)
  if (!content) throw new Error(`no ${path}`)
  return content
}

const docId = 'H99.12.2026.01.TB.2'
const eadDoc = `representations/rep1/metadata/descriptive/EAD_DOC_${docId}.xml`

describe('a package', () => {
  it('has the folders of a SIP_hoso: two METS, EAD, one EAD_doc and two files a notice, schemas, lists', () => {
    const paths = [...packaged().files.keys()].sort()
    expect(paths).toEqual(
      [
        'METS.xml',
        'documentation/muc-luc-van-ban.csv',
        'documentation/notices.json',
        'documentation/register.csv',
        'metadata/descriptive/EAD.xml',
        'representations/rep1/METS.xml',
        ...[1, 2, 3].flatMap((place) => [
          `representations/rep1/data/H99.12.2026.01.TB.${place}.docx`,
          `representations/rep1/data/H99.12.2026.01.TB.${place}.pdf`,
          `representations/rep1/metadata/descriptive/EAD_DOC_H99.12.2026.01.TB.${place}.xml`,
        ]),
        'schemas/ead.xsd',
        'schemas/ead_doc.xsd',
      ].sort(),
    )
  })

  it('is the same bytes whenever it is made, and another OBJID for another version', () => {
    const [once, again] = [filesOnDisk(packaged()), filesOnDisk(packaged())]
    expect([...again]).toEqual([...once])
    const second = packaged({ version: 2 })
    expect(second.objid).not.toBe(packaged().objid)
    expect(second.folder).toBe('2026/H99.12.2026.01.TB/v2')
    expect(new TextDecoder().decode(file('METS.xml', second))).toContain('RECORDSTATUS="REPLACEMENT"')
  })

  it('names every file in one METS, with its size and its checksum in upper case', () => {
    const made = packaged()
    const named = new Map<string, { size: string | undefined; sum: string | undefined }>()
    for (const [mets, base] of [
      ['METS.xml', ''],
      ['representations/rep1/METS.xml', 'representations/rep1/'],
    ] as const) {
      for (const { name, attributes, children } of withDescendants(readXml(file(mets, made)))) {
        const place = name === 'mdRef' ? attributes : name === 'file' ? children[0]?.attributes : undefined
        const href = place?.['{http://www.w3.org/1999/xlink}href']
        if (href !== undefined) named.set(base + href, { size: attributes.SIZE, sum: attributes.CHECKSUM })
      }
    }
    expect([...named.keys()].sort()).toEqual(
      [...made.files.keys()].filter((path) => path !== 'METS.xml').sort(),
    )
    for (const [path, { size, sum }] of named) {
      expect([path, size]).toEqual([path, String(made.files.get(path)?.length)])
      expect([path, sum]).toEqual([path, upperSum(made.files.get(path))])
    }
  })

  it('says times of the record in Vietnam, to the millisecond', () => {
    const root = readXml(file('METS.xml'))
    expect(root.children[0]?.attributes.CREATEDATE).toBe('2026-03-04T00:00:00.000+07:00')
  })

  it('describes the hồ sơ in 18 fields and a document in 21', () => {
    const [hosoFields, documentsFields] = [
      readEad(file('metadata/descriptive/EAD.xml')),
      readEad(file(eadDoc)),
    ]
    expect(Object.keys(hosoFields ?? {})).toEqual(fileFields.map(({ name }) => name))
    expect([fileFields.length, documentFields.length]).toEqual([18, 21])
    expect(hosoFields).toMatchObject({
      fileCode: 'H99.12.2026.01.TB',
      startDate: '02/03/2026',
      endDate: '04/03/2026',
      totalDoc: '3',
      numberOfPage: '6',
      confidenceLevel: '01',
    })
    expect(Object.keys(documentsFields ?? {})).toEqual(documentFields.map(({ name }) => name))
    expect(documentsFields).toMatchObject({
      docId,
      docCode: 'H99.12.2026.01.TB.0000002',
      typeName: '07',
      codeNumber: '2',
      codeNotation: 'TB-SGDĐT',
      issuedDate: '03/03/2026',
      subject: 'Kết luận về "chữ" <lạ> & dấu phẩy, xuống dòng',
      numberOfPage: '2',
      process: '0',
    })
  })

  it('lists its documents in seven columns with running pages', () => {
    const rows = readCsv(file('documentation/muc-luc-van-ban.csv')) ?? []
    expect(rows.map((row) => row.length)).toEqual([7, 7, 7, 7])
    expect(rows.slice(1).map((row) => [row[0], row[1], row[2], row[5], row[6]])).toEqual([
      ['1', '01/TB-SGDĐT', '2026-03-02', '1', ''],
      ['2', '02/TB-SGDĐT', '2026-03-03', '2-3', ''],
      ['3', '03/TB-SGDĐT', '2026-03-04', '4-6', 'Đã thu hồi'],
    ])
  })

  it('holds in its zip what the folder beside it holds', () => {
    const made = packaged()
    const files = filesOnDisk(made)
    const zip = readZip(files.get(`${made.folder}/1${made.objid}.zip`) ?? new Uint8Array())
    expect([...zip.keys()].sort()).toEqual(
      [...made.files.keys()].map((path) => `${made.objid}/${path}`).sort(),
    )
    for (const [path, content] of made.files)
      expect(Buffer.compare(content, zip.get(`${made.objid}/${path}`) ?? new Uint8Array())).toBe(0)
  })

  it('carries a signed file beside the unsigned one, and takes it for the document', () => {
    const [first, ...others] = hoso().documents
    if (!first) throw new Error('no document')
    const signed = signPdf(first.pdf)
    const made = packaged({ documents: [{ ...first, signed: [signed] }, ...others] })
    const data = 'representations/rep1/data/H99.12.2026.01.TB.1'
    expect(Buffer.compare(made.files.get(`${data}-signed.pdf`) ?? new Uint8Array(), signed)).toBe(0)
    expect(Buffer.compare(made.files.get(`${data}.pdf`) ?? new Uint8Array(), first.pdf)).toBe(0)
    const mets = readXml(file('representations/rep1/METS.xml', made))
    const all = withDescendants(mets)
    const hrefOf = (id: string | undefined) =>
      all.find(({ attributes }) => attributes.ID === id)?.children[0]?.attributes[
        '{http://www.w3.org/1999/xlink}href'
      ]
    const link = all.find(({ attributes }) => attributes.LABEL === 'MetadataLink/File')
    expect(hrefOf(link?.children[0]?.attributes.FILEID)).toBe('data/H99.12.2026.01.TB.1-signed.pdf')
    expect(link?.children[1]?.children.map(({ attributes }) => hrefOf(attributes.FILEID))).toEqual([
      'data/H99.12.2026.01.TB.1.pdf',
      'data/H99.12.2026.01.TB.1.docx',
    ])
    expect([1, 2].map(signedEnding)).toEqual(['-signed.pdf', '-signed-2.pdf'])
  })

  it('takes the schemas it is given, rather theirs than ours, and knows which ones are missing', () => {
    const given = new Map([
      ['mets1_12.xsd', bytes('<a/>')],
      ['ead.xsd', bytes('<theirs/>')],
    ])
    const made = packaged({ schemas: given })
    expect(new TextDecoder().decode(file('schemas/ead.xsd', made))).toBe('<theirs/>')
    expect(new TextDecoder().decode(file('METS.xml', made))).toContain(
      'xsi:schemaLocation="http://www.loc.gov/METS/ schemas/mets1_12.xsd"',
    )
    expect(missingSchemas(given)).toEqual([
      'xlink.xsd',
      'DILCISExtensionMETS.xsd',
      'DILCISExtensionSIPMETS.xsd',
    ])
  })

  it('says when a value is longer than its field, and keeps all of it', () => {
    const problems: Problem[] = []
    const long = 'k'.repeat(101)
    const made = makePackage(hoso({ keyword: long }), 'out/archive/x', (problem) => problems.push(problem))
    expect(problems).toMatchObject([
      {
        rule: 'archive/field',
        level: 'warning',
        message: 'H99.12.2026.01.TB.1 và 3 tài liệu khác: từ khóa dài 101 ký tự, cần không quá 100',
      },
    ])
    expect(readEad(file('metadata/descriptive/EAD.xml', made))?.keyword).toBe(long)
  })
})

describe('XML', () => {
  it('comes back from a parser as it went in', () => {
    const odd = ' <&>"\'\t\r\nĐ \u{1F600} ]]> '
    const root = readXml(xmlDocument(element('a', { b: odd, c: undefined, d: 1 }, odd)))
    expect([root.text, root.attributes]).toEqual([odd, { b: odd, d: '1' }])
  })

  it('is never made of what XML cannot say', () => {
    expect(() => element('a', {}, 'x\u0000')).toThrow('U+0')
    expect(() => element('a', { b: '\uD800' })).toThrow('U+d800')
  })

  it.each([
    ['<a>', /cú pháp/],
    ['<a/><b/>', /cú pháp/],
    ['', /cú pháp|không có phần tử/],
    ['<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', /DOCTYPE/],
    ['<a>&x;</a>', /cú pháp/],
    [`${'<a>'.repeat(200)}${'</a>'.repeat(200)}`, /quá sâu/],
  ])('that is broken or dangerous is refused: %j', (text, message) => {
    expect(() => readXml(bytes(text))).toThrow(XmlRefused)
    expect(() => readXml(bytes(text))).toThrow(message)
  })

  it('that is not UTF-8 is refused', () => {
    expect(() => readXml(Uint8Array.of(0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e))).toThrow(/UTF-8/)
  })
})

describe('the small parts', () => {
  it('derives UUIDs of version 5, and other ones from other names', () => {
    expect(uuidOf('a', 'b')).toMatch(/^[0-9A-F]{8}-[0-9A-F]{4}-5[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/)
    expect(new Set([uuidOf('a', 'b'), uuidOf('a', 'c'), uuidOf('a'), uuidOf('a', '')]).size).toBe(4)
  })

  it('writes dates as the fields want them', () => expect(slashDate('2020-03-10')).toBe('10/03/2020'))

  it('counts pages, and refuses a PDF whose page tree says otherwise', () => {
    expect(pageCount(smallPdf(3))).toBe(3)
    const lying = new TextDecoder().decode(smallPdf(3)).replace('/Count 3', '/Count 4')
    expect(() => pageCount(bytes(lying))).toThrow('3 page objects')
    expect(() => pageCount(bytes('no pdf'))).toThrow()
  })

  it('reads the list of checksums that it writes, and says which lines are none', () => {
    const list = manifestOf(
      new Map([
        ['b', bytes('b')],
        ['a/c d', bytes('a')],
      ]),
    )
    expect([...readManifest(list).sums.keys()]).toEqual(['a/c d', 'b'])
    const text = new TextDecoder().decode(list)
    expect(readManifest(bytes(`${text}oops\n${text}`)).wrongLines).toEqual([3, 4, 5])
    expect(readManifest(bytes(text.slice(0, -1))).wrongLines).toEqual([2])
  })

  it('makes an edXML message of a notice, with the PDF inside a zip inside it', () => {
    const one = hoso()
    const [document] = one.documents
    if (!document) throw new Error('no document')
    const all = withDescendants(readXml(edxmlOf(one, document, 1, 1)))
    const textOf = (name: string) => all.find((each) => each.name === name)?.text
    expect(textOf('DocumentId')).toBe('H99.12,2026/03/02,1/TB-SGDĐT')
    expect(textOf('Subject')).toBe(archivedNotice(1, 'Kết luận tại cuộc họp giao ban').subject)
    expect([textOf('Competence'), textOf('Position'), textOf('FullName')]).toEqual([
      'KT. Giám đốc',
      'Phó Giám đốc',
      'Đỗ Thị Mây',
    ])
    const zip = readZip(Buffer.from(textOf('ContentTransferEncoded') ?? '', 'base64'))
    expect([...zip.keys()]).toEqual(['H99.12.2026.01.TB.1.pdf'])
  })
})
