/** The parts that both METS files of a package are made of: root, header, sections, ids. */

import { metsChecksum, timeOf, uuidOf } from './identifiers.ts'
import { type Attributes, type Element, element } from './xml.ts'

/** A file of the package: where it lies, counted from the METS file that names it. */
export type MetsFile = {
  readonly href: string
  readonly bytes: Uint8Array
  readonly mediaType: string
  /** 'YYYY-MM-DD' */
  readonly day: string
}

/** What both METS files say of the package. */
export type Common = {
  /** 'uuid-…' */
  readonly objid: string
  readonly label: string
  readonly day: string
  readonly recordStatus: 'NEW' | 'REPLACEMENT'
  /** Mã phông. */
  readonly fonds: string
}

export type Ids = { readonly file: (href: string) => string; readonly other: (...name: string[]) => string }

export const idsOf = (...mets: readonly string[]): Ids => ({
  file: (href) => `ID-${uuidOf(...mets, 'file', href)}`,
  other: (...name) => `uuid-${uuidOf(...mets, ...name)}`,
})

const spaces = {
  xmlns: 'http://www.loc.gov/METS/',
  'xmlns:csip': 'https://DILCIS.eu/XML/METS/CSIPExtensionMETS',
  'xmlns:sip': 'https://DILCIS.eu/XML/METS/SIPExtensionMETS',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
} as const

/** Name space → the schema file that the circular gives it. */
const located = [
  [spaces.xmlns, 'mets1_12.xsd'],
  [spaces['xmlns:xlink'], 'xlink.xsd'],
  [spaces['xmlns:csip'], 'DILCISExtensionMETS.xsd'],
  [spaces['xmlns:sip'], 'DILCISExtensionSIPMETS.xsd'],
] as const

/** The schemas that every package ought to carry, besides those of the descriptive fields. */
export const metsSchemas: readonly string[] = located.map(([, file]) => file)

/** Only what is there is pointed at. */
export const schemaLocation = (folder: string, present: readonly string[]): string | undefined => {
  const pairs = located.filter(([, file]) => present.includes(file))
  return pairs.length === 0 ? undefined : pairs.map(([space, file]) => `${space} ${folder}/${file}`).join(' ')
}

export const root = (
  mets: Common,
  objid: string,
  location: string | undefined,
  content: readonly Element[],
): Element =>
  element(
    'mets',
    {
      ...spaces,
      OBJID: objid,
      LABEL: mets.label,
      TYPE: 'Mixed',
      PROFILE: 'https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml',
      'csip:CONTENTINFORMATIONTYPE': 'MIXED',
      'xsi:schemaLocation': location,
    },
    content,
  )

export const header = (mets: Common, content: readonly Element[]): Element =>
  element(
    'metsHdr',
    {
      CREATEDATE: timeOf(mets.day),
      LASTMODDATE: timeOf(mets.day),
      RECORDSTATUS: mets.recordStatus,
      'csip:OAISPACKAGETYPE': 'SIP',
    },
    content,
  )

/** 'DC', '1.0.0' and 'application/xml' are not what the circular says but what packages in use say. */
export const descriptive = (id: Ids, file: MetsFile): Element =>
  element('dmdSec', { ID: id.other('dmdSec', file.href), CREATED: timeOf(file.day) }, [
    element('mdRef', {
      ID: id.other('mdRef', file.href),
      ...link(file.href),
      MDTYPE: 'DC',
      MDTYPEVERSION: '1.0.0',
      ...core(file),
    }),
  ])

export const fileSection = (
  id: Ids,
  groups: readonly { readonly use: string; readonly files: readonly MetsFile[] }[],
): Element =>
  element(
    'fileSec',
    { ID: id.other('fileSec') },
    groups.map(({ use, files }) =>
      element(
        'fileGrp',
        { ID: id.other('fileGrp', use), USE: use },
        files.map((file) =>
          element('file', { ID: id.file(file.href), ...core(file) }, [element('FLocat', link(file.href))]),
        ),
      ),
    ),
  )

export const structure = (id: Ids, label: string, content: readonly Element[]): Element =>
  element('structMap', { ID: id.other('structMap'), TYPE: 'PHYSICAL', LABEL: 'CSIP' }, [
    element(
      'div',
      { ID: id.other('div'), LABEL: label, ...(label === 'rep1' ? { TYPE: 'ORIGINAL' } : {}) },
      content,
    ),
  ])

export const link = (href: string): Attributes => ({
  LOCTYPE: 'URL',
  'xlink:type': 'simple',
  'xlink:href': href,
})

const core = ({ bytes, mediaType, day }: MetsFile): Attributes => ({
  MIMETYPE: mediaType,
  SIZE: bytes.length,
  CREATED: timeOf(day),
  CHECKSUM: metsChecksum(bytes),
  CHECKSUMTYPE: 'SHA-256',
})
