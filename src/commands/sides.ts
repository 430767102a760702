/** What the user names as one side of a comparison → a notice: a record, an edition's .md, a .docx or .pdf, a package, or one of these at a revision. */

import { resolve } from 'node:path'
import type { ReadSide } from '../diff/report.ts'
import type { Fonts } from '../fonts/fonts.ts'
import { isThere } from '../load/files.ts'
import { readFinished } from '../load/finished-file.ts'
import type { Report } from '../problem.ts'
import { readMarkdownNotice } from '../read/markdown.ts'
import { shown } from '../text/terminal.ts'
import { ofFinished } from './finished-side.ts'
import { type Blobs, commitOf, fileAt, treeAt } from './git-tree.ts'
import type { Common } from './io.ts'
import { packageSide } from './package-side.ts'
import { recordSide } from './record-side.ts'

export type Reading = Pick<Common, 'root' | 'io'> & {
  readonly fonts: Fonts
  readonly blobs: Blobs
  readonly report: Report
}

/** `other`: the other side as it was named; a package that holds several notices is asked for the same one. */
export const readSide = async (
  given: string,
  other: string,
  reading: Reading,
): Promise<ReadSide | undefined> => {
  const path = resolve(reading.io.cwd, given.replace(/#[^#/\\]*$/, ''))
  if (isEdition(given) && (await isThere(path, '.', 'file'))) return ofFile(given, path, reading)
  if (await isPackage(path)) return packageSide(given, path, other, reading)
  const [, revision = '', rest = ''] = /^(.[^:]*):(.+)$/su.exec(given) ?? []
  if (rest !== '' && !(revision.length === 1 && /^[\\/]/.test(rest)))
    return atRevision(given, revision, rest.replaceAll('\\', '/').replace(/^\.\//, ''), reading)
  if (isEdition(given)) return ofFile(given, path, reading)
  const side = await recordSide(reading.root, given, reading.fonts, reading.report)
  return side && { ...side, name: shown(given, 120), whole: true, gaps: [] }
}

/** The Markdown of a record lies in content/meetings and is a record. */
const isEdition = (given: string): boolean =>
  /\.docx$/i.test(given) ||
  (/\.md$/i.test(given) && !/(^|\/)content\/meetings\//.test(given.replaceAll('\\', '/'))) ||
  /\.pdf$/i.test(given)

const isPackage = async (path: string): Promise<boolean> =>
  (/\.zip$/i.test(path) && (await isThere(path, '.', 'file'))) || isThere(path, '.', 'folder')

const ofFile = async (given: string, path: string, reading: Reading): Promise<ReadSide | undefined> => {
  const bytes = await readFinished(path, given, reading.report)
  return bytes && ofBytes(given, given, bytes, reading)
}

const ofBytes = async (
  name: string,
  file: string,
  bytes: Uint8Array,
  { fonts, report }: Reading,
): Promise<ReadSide | undefined> => {
  if (/\.md$/i.test(file)) {
    const read = readMarkdownNotice(file, bytes, report)
    return read && { ...read, name: shown(name, 120), whole: false, gaps: [] }
  }
  return ofFinished(name, file, bytes, fonts, report)
}

const atRevision = async (
  given: string,
  revision: string,
  path: string,
  reading: Reading,
): Promise<ReadSide | undefined> => {
  const { root, fonts, blobs, report } = reading
  const commit = await commitOf(root, revision)
  if (commit === undefined) {
    report({
      rule: 'diff/revision',
      level: 'error',
      file: given,
      message: `git không có bản nào tên là "${shown(revision)}" ở thư mục dự án`,
      hint: 'ví dụ HEAD~1:ten-ban-ghi, hoặc một mã commit trong git log',
    })
    return undefined
  }
  if (isEdition(path)) {
    const bytes = await fileAt(root, commit, path)
    if (bytes) return ofBytes(given, path, bytes, reading)
    report({
      rule: 'diff/revision',
      level: 'error',
      file: given,
      message: `ở bản "${shown(revision)}" không có tệp "${shown(path)}"`,
      hint: 'ghi đường dẫn từ thư mục dự án, ví dụ out/issued/2020/392-TB-SGDDT.md',
    })
    return undefined
  }
  const tree = await treeAt(root, commit, ['content', 'templates'], blobs)
  const side = await recordSide(tree, path, fonts, report)
  return side && { ...side, name: shown(given, 120), whole: true, gaps: [] }
}
