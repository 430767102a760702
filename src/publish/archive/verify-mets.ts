/** A package held against its own METS files at both levels: every file named once with its size and checksum, every id resolved. */

import type { Problem, Report } from '../../problem.ts'
import { metsChecksum } from './identifiers.ts'
import { readXml, withDescendants, type XmlElement, XmlRefused } from './read-xml.ts'

const metsSpace = 'http://www.loc.gov/METS/'
const xlink = '{http://www.w3.org/1999/xlink}'

/**
 * `files`: by path below the package's folder, whose name is `objid`. `known`: paths of which enough has been said.
 * `where`: how the folder is called in problems.
 */
export const verifyMets = (
  objid: string,
  files: ReadonlyMap<string, Uint8Array>,
  where: string,
  known: ReadonlySet<string>,
  report: Report,
): void => {
  const say = (rule: Problem['rule'], path: string, message: string): void =>
    report({ rule, level: 'error', file: `${where}/${path}`, message })
  const parsed = new Map<string, XmlElement>()
  for (const [path, bytes] of files) {
    if (!/\.(xml|xsd)$/.test(path) || known.has(path)) continue
    try {
      parsed.set(path, readXml(bytes))
    } catch (error) {
      if (!(error instanceof XmlRefused)) throw error
      say('verify/mets', path, error.message)
    }
  }
  const named = new Map<string, string>()
  for (const path of metsPaths(files)) {
    const root = parsed.get(path)
    if (!root) {
      if (!files.has(path) && !known.has(path)) say('verify/missing', path, 'gói thiếu tệp METS.xml này')
      continue
    }
    verifyRoot(root, path, path === 'METS.xml' ? objid : 'rep1', say)
    verifyIds(root, path, say)
    for (const file of namedFiles(root)) {
      const target = targetOf(path, file.href)
      if (target === undefined) {
        say('verify/mets', path, `"${file.href}" trỏ ra ngoài gói`)
      } else if (named.has(target) && !file.pointer) {
        say('verify/mets', path, `"${target}" được ghi hai lần, lần trước ở ${named.get(target)}`)
      } else {
        if (!file.pointer) named.set(target, path)
        verifyNamed(file, target, files.get(target), path, known, say)
      }
    }
  }
  for (const path of files.keys())
    if (path !== 'METS.xml' && !named.has(path) && !known.has(path))
      say('verify/extra', path, 'tệp thừa, không METS.xml nào của gói ghi tệp này')
}

type Say = (rule: Problem['rule'], path: string, message: string) => void

/** The package's own, and one for each representation. */
const metsPaths = (files: ReadonlyMap<string, Uint8Array>): string[] => [
  'METS.xml',
  ...new Set([
    'representations/rep1/METS.xml',
    ...[...files.keys()].filter((path) => /^representations\/[^/]+\/METS\.xml$/.test(path)),
  ]),
]

const verifyRoot = (root: XmlElement, path: string, objid: string, say: Say): void => {
  if (root.space !== metsSpace || root.name !== 'mets') {
    say('verify/mets', path, 'phần tử gốc không phải mets của METS 1.12')
    return
  }
  if (root.attributes.OBJID !== objid)
    say('verify/mets', path, `OBJID là "${root.attributes.OBJID ?? ''}", cần "${objid}"`)
  const parts = root.children.map(({ name }) => name).filter((name, at, all) => all.indexOf(name) === at)
  const wanted = ['metsHdr', 'dmdSec', 'amdSec', 'fileSec', 'structMap']
  if (parts.join() !== wanted.join())
    say('verify/mets', path, `các phần là ${parts.join(', ')}; cần ${wanted.join(', ')}`)
}

const verifyIds = (root: XmlElement, path: string, say: Say): void => {
  const ids = new Set<string>()
  const elements = withDescendants(root)
  for (const { attributes } of elements) {
    if (attributes.ID === undefined) continue
    if (ids.has(attributes.ID)) say('verify/mets', path, `mã "${attributes.ID}" được dùng hai lần`)
    ids.add(attributes.ID)
  }
  for (const { name, attributes } of elements) {
    const pointers = [
      ...(attributes.DMDID ?? '').split(/\s+/),
      ...(attributes.ADMID ?? '').split(/\s+/),
      attributes.FILEID ?? '',
      name === 'mptr' ? (attributes[`${xlink}title`] ?? '') : '',
    ].filter((id) => id !== '')
    for (const id of pointers)
      if (!ids.has(id)) say('verify/mets', path, `phần tử ${name} trỏ tới mã "${id}" không có trong tệp`)
  }
}

type Named = {
  readonly href: string
  /** Points at another METS, which is named with its checksum elsewhere. */
  readonly pointer: boolean
  readonly size: string | undefined
  readonly checksum: string | undefined
  readonly checksumType: string | undefined
}

const namedFiles = (root: XmlElement): Named[] =>
  withDescendants(root).flatMap((element) => {
    const carrier =
      element.name === 'mdRef' || element.name === 'mptr'
        ? [[element, element] as const]
        : element.name === 'file'
          ? element.children.filter(({ name }) => name === 'FLocat').map((place) => [element, place] as const)
          : []
    return carrier.map(([{ attributes, name }, place]) => ({
      href: place.attributes[`${xlink}href`] ?? '',
      pointer: name === 'mptr',
      size: attributes.SIZE,
      checksum: attributes.CHECKSUM,
      checksumType: attributes.CHECKSUMTYPE,
    }))
  })

/** Path in the package; undefined when the address leaves it. */
const targetOf = (mets: string, href: string): string | undefined => {
  if (href === '' || /^[a-z][a-z0-9+.-]*:|^\/|\\/i.test(href)) return undefined
  const parts = href.split('/')
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return undefined
  return mets.slice(0, mets.lastIndexOf('/') + 1) + href
}

const verifyNamed = (
  { pointer, size, checksum, checksumType }: Named,
  target: string,
  bytes: Uint8Array | undefined,
  mets: string,
  known: ReadonlySet<string>,
  say: Say,
): void => {
  if (known.has(target)) return
  if (!bytes) {
    say('verify/missing', target, `thiếu tệp này, ${mets} có ghi`)
    return
  }
  if (pointer) return
  if (checksumType !== 'SHA-256') say('verify/mets', mets, `mã kiểm tra của "${target}" không phải SHA-256`)
  else if (checksum !== metsChecksum(bytes))
    say('verify/changed', target, `nội dung tệp đã thay đổi: mã kiểm tra khác ${mets}`)
  if (size !== String(bytes.length))
    say('verify/changed', target, `dài ${bytes.length} byte, ${mets} ghi ${size ?? 'thiếu'}`)
}
