/** The bytes of a .docx → its parts as XML, by what they are to each other. Whatever is not such a file is refused in words. */

import { readZip } from '../../zip.ts'
import { children, parseXml, type Xml, XmlRefused } from './xml.ts'

export type Part = { readonly path: string; readonly source: string; readonly xml: Xml }

export type Package = {
  readonly entries: ReadonlyMap<string, Uint8Array>
  readonly document: Part
  /** A part that the document points to, by the last word of the relationship's type: 'styles', 'theme' … */
  readonly related: (kind: string) => Part | undefined
  /** A part that the document points to, by the id of the relationship. */
  readonly byId: (id: string) => Part | undefined
}

/** The file cannot be measured. Message and hint are Vietnamese. */
export class FileRefused extends Error {
  readonly hint: string
  constructor(message: string, hint: string) {
    super(message)
    this.hint = hint
  }
}

/** Unpacked sizes: a notice of a hundred pages is far below. */
const largestPart = 64 * 1024 * 1024
const largestFile = 192 * 1024 * 1024

/** Throws `FileRefused`. */
export const openPackage = (bytes: Uint8Array): Package => {
  refuseOthers(bytes)
  const entries = unpack(bytes)
  const parts = new Map<string, Part | undefined>()
  const part = (path: string): Part | undefined => {
    if (!parts.has(path)) parts.set(path, readPart(entries.get(path), path))
    return parts.get(path)
  }
  const main = relationships(part('_rels/.rels'), '').find(({ kind }) => kind === 'officeDocument')?.path
  const document = part(main ?? 'word/document.xml')
  if (!document?.xml.children.some(({ name }) => name === 'w:body'))
    throw new FileRefused('tệp không chứa văn bản Word', 'mở bằng Word rồi lưu lại thành .docx')
  const folder = document.path.replace(/[^/]*$/, '')
  const links = relationships(part(`${folder}_rels/${document.path.slice(folder.length)}.rels`), folder)
  const related = (path: string | undefined): Part | undefined =>
    path === undefined ? undefined : part(path)
  return {
    entries,
    document,
    related: (kind) => related(links.find((link) => link.kind === kind)?.path),
    byId: (id) => related(links.find((link) => link.id === id)?.path),
  }
}

const unpack = (bytes: Uint8Array): Map<string, Uint8Array> => {
  let total = 0
  let tooLarge = false
  try {
    const entries = readZip(bytes, (path, size) => {
      // Pictures and embedded files are not measured; they may be as large as they like.
      if (!/\.(xml|rels)$/i.test(path)) return false
      total += size
      tooLarge ||= size > largestPart || total > largestFile
      return !tooLarge
    })
    if (!tooLarge) return entries
  } catch {
    throw new FileRefused('tệp DOCX bị hỏng, không mở được', 'mở bằng Word rồi lưu lại, hoặc lấy lại bản gốc')
  }
  throw new FileRefused(
    'nội dung bung ra quá lớn so với một văn bản',
    'kiểm tra nguồn của tệp trước khi mở nó',
  )
}

const readPart = (bytes: Uint8Array | undefined, path: string): Part | undefined => {
  if (!bytes) return undefined
  try {
    const source = decode(bytes)
    return { path, source, xml: parseXml(source) }
  } catch (error) {
    if (error instanceof XmlRefused || error instanceof TypeError)
      throw new FileRefused(
        `tệp DOCX bị hỏng ở ${path}: ${error instanceof XmlRefused ? error.message : 'bảng mã không đọc được'}`,
        'mở bằng Word rồi lưu lại, hoặc lấy lại bản gốc',
      )
    throw error
  }
}

const decode = (bytes: Uint8Array): string => {
  const [a, b] = bytes
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding, { fatal: true }).decode(bytes)
}

type Link = { readonly id: string; readonly kind: string; readonly path: string }

const relationships = (part: Part | undefined, folder: string): Link[] =>
  children(part?.xml, 'Relationship')
    .filter(({ attributes }) => attributes.TargetMode !== 'External')
    .map(({ attributes: { Id = '', Type = '', Target = '' } }) => ({
      id: Id,
      kind: Type.replace(/^.*\//, ''),
      path: inside(Target.startsWith('/') ? Target.slice(1) : `${folder}${Target}`),
    }))

/** "word/../x.xml" → "x.xml". */
const inside = (path: string): string => {
  const steps: string[] = []
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** What else is handed in under the name .docx. */
const refuseOthers = (bytes: Uint8Array): void => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 8))
  if (bytes.length === 0) throw new FileRefused('tệp rỗng', 'lấy lại bản gốc của tệp')
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) {
    // Word keeps an encrypted .docx in the old container, under this name in UTF-16.
    const locked = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    throw locked
      ? new FileRefused(
          'tệp có mật khẩu mở, không đo được',
          'bỏ mật khẩu trong Word (Tệp > Thông tin > Bảo vệ) rồi lưu lại',
        )
      : new FileRefused(
          'tệp Word đời cũ (.doc), không đo được',
          'mở bằng Word rồi lưu thành "Tài liệu Word (*.docx)"',
        )
  }
  if (head.startsWith('{\\rtf'))
    throw new FileRefused('tệp RTF, không phải DOCX', 'mở bằng Word rồi lưu thành .docx')
  if (head.startsWith('%PDF')) throw new FileRefused('tệp PDF mang tên .docx', 'đổi đuôi tên tệp thành .pdf')
  if (!head.startsWith('PK'))
    throw new FileRefused('tệp không phải DOCX', 'mở bằng Word rồi lưu thành .docx, hoặc lấy lại bản gốc')
}
