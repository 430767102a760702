/** Files of a draft that has been issued since → gone from out/drafts, so that nobody sends one of them: ours only, as we wrote them. */

import { lstat, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Report } from '../problem.ts'
import { errorCode, refusalOf } from '../text/system-errors.ts'
import { readZip, writeZip } from '../zip.ts'
import type { DraftFiles, DraftFormat } from './draft-files.ts'

export type Issued = {
  readonly id: string
  /** Name of the issued edition below the output folder, without ending. */
  readonly name: string
  /** The Markdown that a draft of the record would have now. */
  readonly markdown: () => Promise<Uint8Array | undefined>
}

/** Names of the files that are gone. A draft goes only when the issued file of its format is there. */
export const removeDrafts = async (
  folder: string,
  drafts: DraftFiles,
  issued: Issued,
  report: Report,
  shown: string,
): Promise<string[]> => {
  const removed: string[] = []
  const warn = (name: string, message: string, hint: string): void =>
    report({ rule: 'publish/draft', level: 'warning', file: `${shown}/${name}`, message, hint })
  for (const { name, format } of drafts.get(issued.id) ?? []) {
    try {
      if (!(await isFile(join(folder, `${issued.name}.${format}`))) || !(await isFile(join(folder, name))))
        continue
      const bytes = await readFile(join(folder, name))
      if (await isOurs[format](bytes, issued)) {
        await unlink(join(folder, name))
        removed.push(name)
      } else
        warn(
          name,
          'bản dự thảo cũ của văn bản đã ban hành, nhưng không chắc còn đúng như chương trình đã ghi, nên không xóa',
          'xem còn gì cần giữ không rồi tự xóa, để không ai gửi nhầm',
        )
    } catch (error) {
      const refusal = refusalOf(error)
      if (!refusal) throw error
      if (errorCode(error) !== 'ENOENT')
        warn(name, `không xóa được bản dự thảo cũ của văn bản đã ban hành: ${refusal.why}`, refusal.hint)
    }
  }
  return removed
}

/** Did we write these bytes, and nobody since? */
const isOurs: Readonly<
  Record<DraftFormat, (bytes: Uint8Array, issued: Issued) => boolean | Promise<boolean>>
> = {
  // Whoever changes a PDF adds to its end, or writes it anew under another name and identity.
  pdf: (bytes) => {
    const text = Buffer.from(bytes).toString('latin1')
    const [, first, last] = /\/ID \[<([0-9a-f]+)> <([0-9a-f]+)>\]/.exec(text) ?? []
    const once = text.split('%%EOF').length === 2 && /%%EOF\s*$/.test(text)
    return once && text.includes('(thongbao)') && first !== undefined && first === last
  },
  // No other program packs to these very bytes.
  docx: (bytes) => {
    try {
      return Buffer.compare(writeZip(readZip(bytes)), bytes) === 0
    } catch {
      return false
    }
  },
  // Text tells nothing of who wrote it.
  md: async (bytes, { markdown }) => {
    const now = await markdown()
    return now !== undefined && Buffer.compare(now, bytes) === 0
  },
}

const isFile = async (path: string): Promise<boolean> =>
  lstat(path).then(
    (found) => found.isFile(),
    () => false,
  )
