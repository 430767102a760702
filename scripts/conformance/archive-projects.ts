/** A project -> a copy of it that is ready to be archived: schemas named, every issued notice with its hashes, one signed. */

import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesIn, type ProjectFolder } from './editions.ts'
import { read, run, type Said } from './tools.ts'

/** Runs our command line in a project; the clock of the machine plays no part in packages. */
export const thongbao = (cli: string, project: string, args: readonly string[], timeZone = 'UTC'): Said =>
  run(process.execPath, [cli, '-C', project, ...args], {
    env: { ...process.env, CI: 'true', TZ: timeZone },
    seconds: 300,
  })

/** Like `thongbao`; throws with what was said when it does not end with 0. */
export const mustRun = (cli: string, project: string, args: readonly string[], timeZone = 'UTC'): string => {
  const said = thongbao(cli, project, args, timeZone)
  if (said.code !== 0)
    throw new Error(`thongbao ${args.join(' ')} (${project}): mã thoát ${said.code}\n${said.err.trim()}`)
  return said.out
}

/** Has a project issued anything? */
export const hasIssued = ({ folder }: ProjectFolder): boolean =>
  filesIn(join(folder, 'content/register')).some(
    (file) =>
      file.endsWith('.yaml') &&
      /^record:/m.test(readFileSync(join(folder, 'content/register', file), 'utf8')),
  )

/**
 * Only records and templates are copied. The schemas stand in the project, as an office would have them. What was
 * issued before is sealed as it comes out now, so that every entry has its hashes.
 */
export const layOutForArchive = (cli: string, project: ProjectFolder, schemas: string, to: string): void => {
  for (const part of ['content', 'templates'])
    if (existsSync(join(project.folder, part)))
      cpSync(join(project.folder, part), join(to, part), { recursive: true })
  cpSync(schemas, join(to, 'luoc-do'), { recursive: true })
  const settings = join(to, 'content/project.yaml')
  const text = readFileSync(settings, 'utf8')
  if (/^archive:/m.test(text)) throw new Error(`${settings} đã có mục archive, phép đo cần tự ghi`)
  writeFileSync(settings, `${text.trimEnd()}\narchive: {schemas: luoc-do}\n`)
  for (const file of filesIn(join(to, 'content/register'))) {
    const path = join(to, 'content/register', file)
    const entry = readFileSync(path, 'utf8')
    writeFileSync(path, entry.replace(/^(text|source): .*\n/gm, ''))
    const [, record] = /^record: *(\S+)/m.exec(entry) ?? []
    if (record !== undefined) mustRun(cli, to, ['seal', record])
  }
}

/**
 * A PDF as a signing program leaves it, as far as bytes go: one more revision, whose byte ranges leave out the
 * signature's own contents. The signature itself is empty; nobody here looks into it.
 */
export const withSignature = (pdf: Buffer): Buffer => {
  const contents = `<${'3082'.padEnd(400, '0')}>`
  const tail = ' >>\nendobj\nstartxref\n9\n%%EOF\n'
  const head = (ranges: readonly number[]): string =>
    `\n9999 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [${ranges
      .map((number) => String(number).padStart(10))
      .join(' ')}] /Contents `
  const before = pdf.length + head([0, 0, 0, 0]).length
  return Buffer.concat([
    pdf,
    Buffer.from(`${head([0, before, before + contents.length, tail.length])}${contents}${tail}`, 'latin1'),
  ])
}

/** Checksums by path, as coreutils give them. */
export const coreutilsSums = (folder: string): ReadonlyMap<string, string> => {
  const files = filesIn(folder)
  if (files.length === 0) return new Map()
  const said = read('sha256sum', ['--', ...files.map((file) => join(folder, file))])
  return new Map(
    said
      .trimEnd()
      .split('\n')
      .map((line) => [line.slice(66 + folder.length + 1), line.slice(0, 64)] as const),
  )
}
