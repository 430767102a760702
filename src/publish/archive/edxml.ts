/**
 * A notice → an edXML message (QCVN 102:2016/BTTTT). An experiment: written after published samples, for the text of the
 * regulation was not at hand; unsigned, and not accepted by anybody yet.
 */

import { writeZip } from '../../zip.ts'
import { type ArchivedDocument, docIdOf, type Hoso } from './hoso.ts'
import { uuidOf } from './identifiers.ts'
import { type Attributes, type Element, element, xmlDocument } from './xml.ts'

const space = 'http://www.mic.gov.vn/TBT/QCVN_102_2016'

/** Goes into every name of such a file. */
export const edxmlMark = 'edxml-thu-nghiem'

/** `organId`: mã định danh cơ quan. `place`: of the document in the hồ sơ, from 1. `pages`: of its PDF. */
export const edxmlOf = (hoso: Hoso, document: ArchivedDocument, place: number, pages: number): Uint8Array => {
  const { notice, kind, organisation } = document
  const day = notice.date.replaceAll('-', '/')
  const documentId = `${hoso.fonds},${day},${notice.number}/${notice.symbol}`
  const name = `${docIdOf(hoso.fileCode, place)}.pdf`
  const contentId = `cid:${uuidOf('edXML', documentId)}`
  const attached = writeZip(new Map([[name, document.signed.at(-1) ?? document.pdf]]))
  return xmlDocument(
    element('edXML', { xmlns: space, 'xmlns:edXML': space }, [
      group('edXMLEnvelope', [
        group('edXMLHeader', [
          group('MessageHeader', [
            group('From', [text('OrganId', hoso.fonds), text('OrganName', organisation)]),
            text('DocumentId', documentId),
            group('Code', [text('CodeNumber', String(notice.number)), text('CodeNotation', notice.symbol)]),
            group('PromulgationInfo', [text('Place', notice.place), text('PromulgationDate', day)]),
            group('DocumentType', [text('Type', '1'), text('TypeDetail', '0'), text('TypeName', kind.name)]),
            text('Subject', notice.subject),
            text('Content', notice.subject),
            group('SignerInfo', [
              text('Competence', notice.signature.authority.slice(0, -1).join(' ')),
              text('Position', notice.signature.authority.at(-1) ?? ''),
              text('FullName', notice.signature.name),
            ]),
            group('OtherInfo', [text('Priority', '0'), text('PageAmount', String(pages))]),
            group(
              'ToPlaces',
              notice.recipients.map((recipient) => text('Place', recipient)),
            ),
          ]),
          group('TraceHeaderList', [
            group('TraceHeader', [text('OrganId', hoso.fonds), text('Timestamp', `${day} 00:00:00`)]),
            group('Bussiness', [text('DocumentId', documentId), text('BussinessDocType', '0')]),
          ]),
        ]),
        group('edXMLBody', [
          group(
            'edXMLManifest',
            [
              group('Reference', [
                text('ContentId', contentId),
                text('ContentType', 'application/zip'),
                text('Description', notice.subject),
                text('AttachmentName', `${name}.zip`),
              ]),
            ],
            { version: '1.0' },
          ),
        ]),
      ]),
      element('AttachmentEncoded', {}, [
        element('Attachment', {}, [
          element('ContentId', {}, contentId),
          element('AttachmentName', {}, `${name}.zip`),
          element('Description', {}, notice.subject),
          element('ContentType', {}, 'application/zip'),
          text('ContentTransferEncoded', Buffer.from(attached).toString('base64')),
        ]),
      ]),
    ]),
  )
}

const group = (name: string, content: readonly Element[], attributes: Attributes = {}): Element =>
  element(`edXML:${name}`, attributes, content)

const text = (name: string, value: string): Element => element(`edXML:${name}`, {}, value)
