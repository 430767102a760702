/** Projects -> their editions, built by the command line a user runs, and found again by their files. */

import { cpSync, existsSync, readdirSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { run } from './tools.ts'

export type ProjectFolder = { readonly name: string; readonly folder: string }

/** One notice in its three formats. */
export type Edition = {
  readonly name: string
  readonly project: string
  readonly pdf: string
  readonly docx: string
  readonly markdown: string
}

/** Name of the real project among the examples. */
export const ownContent = 'content'

/** The real project, then every example that is meant to build without a problem; the examples are laid out in `scratch`. */
export const projectsIn = (root: string, scratch: string): ProjectFolder[] => [
  { name: ownContent, folder: root },
  ...foldersIn(join(root, 'test/cases'))
    .filter(
      (folder) => existsSync(join(folder, 'input')) && !existsSync(join(folder, 'expected/problems.txt')),
    )
    .map((folder) => ({
      name: basename(folder),
      folder: layOut(root, folder, join(scratch, basename(folder))),
    })),
]

/** As in test/cases.test.ts: the example's own files over the common ones, with the templates that we ship. */
const layOut = (root: string, example: string, to: string): string => {
  cpSync(join(root, 'templates'), join(to, 'templates'), { recursive: true })
  for (const from of [join(example, '../_base'), join(example, 'input')])
    cpSync(from, to, { recursive: true })
  return to
}

const foldersIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => join(folder, entry.name))
        .sort()
    : []

export type BuildOptions = {
  readonly records?: readonly string[]
  readonly jobs?: number
  readonly timeZone?: string
}

/** Throws with what the command line said when it does not end with 0. */
export const buildProject = (cli: string, project: string, out: string, options: BuildOptions = {}): void => {
  const jobs = options.jobs === undefined ? [] : ['--jobs', String(options.jobs)]
  const env = {
    ...process.env,
    CI: 'true',
    ...(options.timeZone === undefined ? {} : { TZ: options.timeZone }),
  }
  const args = [cli, '-C', project, 'build', ...(options.records ?? []), '--out', out, ...jobs]
  const said = run(process.execPath, args, { env, seconds: 300 })
  if (said.code !== 0)
    throw new Error(`thongbao build (${project}): mã thoát ${said.code}\n${said.err.trim()}`)
}

export const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
        .sort()
    : []

export const editionsIn = (project: string, out: string): Edition[] =>
  filesIn(out)
    .filter((file) => file.endsWith('.pdf'))
    .map((file) => {
      const stem = join(out, file.replace(/\.pdf$/, ''))
      const [pdf, docx, markdown] = [`${stem}.pdf`, `${stem}.docx`, `${stem}.md`]
      return { name: `${project}/${basename(stem)}`, project, pdf, docx, markdown }
    })
