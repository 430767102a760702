/** What a package holds → its two METS files: the package's own and that of its one representation (TT 05/2025, Phụ lục III). */

import {
  type Common,
  descriptive,
  fileSection,
  header,
  type Ids,
  idsOf,
  link,
  type MetsFile,
  root,
  schemaLocation,
  structure,
} from './mets-parts.ts'
import { type Element, element, xmlDocument } from './xml.ts'

export type PackageMets = Common & {
  readonly fileCode: string
  readonly software: { readonly name: string; readonly version: string }
  readonly metadata: MetsFile
  readonly schemas: readonly MetsFile[]
  readonly documentation: readonly MetsFile[]
  readonly representation: MetsFile
}

export type RepresentationMets = Common & {
  readonly organisation: string
  readonly documents: readonly {
    readonly metadata: MetsFile
    /** The document itself: signed where there is a signed file. */
    readonly main: MetsFile
    readonly attachments: readonly MetsFile[]
  }[]
  /** Names of the schemas that the package carries. */
  readonly schemaNames: readonly string[]
}

export const packageMets = (mets: PackageMets): Uint8Array => {
  const id = idsOf(mets.objid)
  const groups = [
    { use: 'Schemas', files: mets.schemas },
    { use: 'Documentation', files: mets.documentation },
    { use: 'Representations/rep1', files: [mets.representation] },
  ].filter(({ files }) => files.length > 0)
  const names = mets.schemas.map(({ href }) => href.replace(/^.*\//, ''))
  return xmlDocument(
    root(mets, mets.objid, schemaLocation('schemas', names), [
      header(mets, [
        element('agent', { ROLE: 'CREATOR', TYPE: 'OTHER', OTHERTYPE: 'SOFTWARE' }, [
          element('name', {}, mets.software.name),
          element('note', { 'csip:NOTETYPE': 'IDENTIFICATIONCODE' }, mets.fonds),
          element('note', { 'csip:NOTETYPE': 'SOFTWARE VERSION' }, mets.software.version),
        ]),
        element('altRecordID', { TYPE: 'SUBMISSIONAGREEMENT' }, mets.fileCode),
      ]),
      descriptive(id, mets.metadata),
      element('amdSec', { ID: id.other('amdSec') }),
      fileSection(id, groups),
      structure(id, mets.objid, [
        element('div', {
          ID: id.other('div', 'Metadata'),
          LABEL: 'Metadata',
          DMDID: id.other('dmdSec', mets.metadata.href),
        }),
        ...groups.map(({ use }) =>
          element('div', { ID: id.other('div', use), LABEL: use }, [
            use === 'Representations/rep1'
              ? element('mptr', {
                  ...link(mets.representation.href),
                  'xlink:title': id.other('fileGrp', use),
                })
              : element('fptr', { FILEID: id.other('fileGrp', use) }),
          ]),
        ),
      ]),
    ]),
  )
}

export const representationMets = (mets: RepresentationMets): Uint8Array => {
  const id = idsOf(mets.objid, 'rep1')
  const data = mets.documents.flatMap(({ main, attachments }) => [main, ...attachments])
  return xmlDocument(
    root(mets, 'rep1', schemaLocation('../../schemas', mets.schemaNames), [
      // The circular names the body here, packages in use name an account; we know no account.
      header(mets, [
        element('agent', { ROLE: 'CREATOR', TYPE: 'ORGANIZATION' }, [
          element('name', {}, mets.organisation),
          element('note', { 'csip:NOTETYPE': 'IDENTIFICATIONCODE' }, mets.fonds),
        ]),
      ]),
      ...mets.documents.map(({ metadata }) => descriptive(id, metadata)),
      element('amdSec', { ID: id.other('amdSec') }),
      fileSection(id, [{ use: 'Data', files: data }]),
      structure(id, 'rep1', [
        element('div', { ID: id.other('div', 'Data'), LABEL: 'Data' }, [
          element('fptr', { FILEID: id.other('fileGrp', 'Data') }),
        ]),
        element(
          'div',
          { ID: id.other('div', 'MetadataLink'), LABEL: 'MetadataLink' },
          mets.documents.map((document) => linked(id, document)),
        ),
      ]),
    ]),
  )
}

/** Joins a document's metadata to its file, and to what comes with it. */
const linked = (id: Ids, { metadata, main, attachments }: RepresentationMets['documents'][number]): Element =>
  element(
    'div',
    {
      ID: id.other('div', metadata.href),
      LABEL: 'MetadataLink/File',
      DMDID: id.other('dmdSec', metadata.href),
    },
    [
      element('fptr', { FILEID: id.file(main.href) }),
      ...(attachments.length === 0
        ? []
        : [
            element(
              'div',
              { ID: id.other('div', metadata.href, 'AttachmentFile'), LABEL: 'AttachmentFile' },
              attachments.map(({ href }) => element('fptr', { FILEID: id.file(href) })),
            ),
          ]),
    ],
  )
