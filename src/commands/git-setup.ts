/** `git setup`: .gitattributes and the configuration of this clone, so that git shows words. */

import { join } from 'node:path'
import { isThere } from '../load/files.ts'
import { readFinished } from '../load/finished-file.ts'
import type { Report } from '../problem.ts'
import { writeFiles } from '../publish/write.ts'
import { git, gitLines } from './git.ts'
import { type Common, collect, exitCodes } from './io.ts'
import { tell } from './tell.ts'

const attributes = [
  'out/**/*.md diff=thongbao-md',
  'content/meetings/**/*.md diff=thongbao-md',
  '*.docx diff=thongbao-docx',
  '*.pdf diff=thongbao-pdf',
] as const

const drivers = ['thongbao-md', 'thongbao-docx', 'thongbao-pdf'] as const

/** Syllables with their marks, and numbers, dates and symbols with what joins them. */
const wordRegex = '[^[:space:][:punct:]]+([./:-][^[:space:][:punct:]]+)*|[[:punct:]]'

export const gitSetup = async (common: Common): Promise<number> => {
  const { io, root, json, quiet } = common
  const { problems, report } = collect()
  const done = (await isRepository(root, report)) ? await setUp(common, report) : undefined
  await tell(common, problems, { attributes: done?.attributes ?? [], config: done?.config ?? [] })
  if (done && !json && !quiet) io.stdout.write(said(done))
  return problems.length > 0 ? exitCodes.content : exitCodes.done
}

type Done = { readonly attributes: readonly string[]; readonly config: readonly string[] }

const said = ({ attributes: lines, config }: Done): string =>
  lines.length + config.length === 0
    ? 'git đã được cài đặt từ trước, không đổi gì\n'
    : `${[...lines.map((line) => `.gitattributes: thêm ${line}`), ...config.map((key) => `git config: ${key}`)].join('\n')}\n`

const isRepository = async (root: string, report: Report): Promise<boolean> => {
  const { code } = await git(root, ['rev-parse', '--git-dir'])
  if (code === 0) return true
  report({
    rule: 'git/missing',
    level: 'error',
    file: '.',
    message: code === -1 ? 'máy này chưa có git' : 'thư mục dự án không nằm trong một kho git',
    hint: code === -1 ? 'cài git rồi chạy lại' : 'chạy git init hoặc git clone trước',
  })
  return false
}

const setUp = async ({ root, io }: Common, report: Report): Promise<Done | undefined> => {
  const added = await addAttributes(root, report)
  if (!added) return undefined
  const start = (io.program ?? ['thongbao']).map(quoted).join(' ')
  const wanted = drivers.flatMap((driver): (readonly [string, string])[] => [
    [`diff.${driver}.command`, `${start} git words`],
    [`diff.${driver}.textconv`, `${start} git text`],
    [`diff.${driver}.wordRegex`, wordRegex],
  ])
  const config: string[] = []
  for (const [key, value] of wanted) {
    if ((await gitLines(root, ['config', '--local', '--get', key]))[0] === value) continue
    const { code, said: why } = await git(root, ['config', '--local', '--replace-all', key, value])
    if (code === 0) config.push(key)
    else
      report({
        rule: 'git/setup',
        level: 'error',
        file: '.git/config',
        message: `git không ghi được ${key}: ${why.trim()}`,
        hint: 'xem quyền ghi của thư mục .git',
      })
  }
  return { attributes: added, config }
}

/** Lines that were not there yet; undefined when the file could not be read or written (reported). */
const addAttributes = async (root: string, report: Report): Promise<string[] | undefined> => {
  const name = '.gitattributes'
  const old = (await isThere(root, name, 'file'))
    ? await readFinished(join(root, name), name, report)
    : new Uint8Array()
  if (!old) return undefined
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(old)
  const there = new Set(text.split(/\r?\n/).map((line) => line.trim().replace(/\s+/g, ' ')))
  const missing = attributes.filter((line) => !there.has(line))
  if (missing.length === 0) return []
  const feed = text.includes('\r\n') ? '\r\n' : '\n'
  const start = text === '' || text.endsWith('\n') ? text : `${text}${feed}`
  const bytes = new TextEncoder().encode(`${start}${missing.join(feed)}${feed}`)
  const { ok } = await writeFiles(root, new Map([[name, bytes]]), report)
  return ok ? [...missing] : undefined
}

/** For the shell that git starts, on Windows too: forward slashes, and nothing that it would read. */
const quoted = (word: string): string =>
  /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll('\\', '/').replaceAll("'", "'\\''")}'`
