/** Programs that are not ours: are they here, and what do they say. Every call has a time limit and no input. */

import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What a check needs, by the name a person would look for. */
export type Tool =
  | 'pdftotext'
  | 'pdfinfo'
  | 'pdffonts'
  | 'qpdf'
  | 'mutool'
  | 'soffice'
  | 'java'
  | 'pdfbox'
  | 'python-docx'
  | 'uno'
  | 'xmllint'
  | 'sha256sum'
  | 'unzip'
  | 'unshare'

/** Debian keeps its Java libraries here; preflight needs the last two on Java 11 and later. */
const javaFolder = '/usr/share/java'
const jars = [
  'preflight.jar',
  'pdfbox2.jar',
  'xmpbox.jar',
  'fontbox2.jar',
  'commons-logging.jar',
  'commons-io.jar',
  'javax.activation.jar',
  'jaxb-api.jar',
].map((jar) => join(javaFolder, jar))

export const preflightClassPath = jars.join(delimiter)

export type Said = { readonly code: number | null; readonly out: string; readonly err: string }

export type RunOptions = {
  readonly env?: NodeJS.ProcessEnv
  readonly seconds?: number
  /** 'latin1' keeps the bytes of a program that writes a file to its output. */
  readonly encoding?: 'utf8' | 'latin1'
}

/** Runs to the end and never throws for what the program says; a program over its time ends with code null. */
export const run = (command: string, args: readonly string[], options: RunOptions = {}): Said => {
  const result = spawnSync(command, [...args], {
    env: options.env ?? process.env,
    timeout: (options.seconds ?? 60) * 1000,
    killSignal: 'SIGKILL',
    maxBuffer: 256 * 1024 * 1024,
    encoding: options.encoding ?? 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const fault = result.error === undefined ? '' : result.error.message
  return { code: result.status, out: result.stdout ?? '', err: `${result.stderr ?? ''}${fault}` }
}

/** Like `run`, for a program whose failure leaves nothing to measure. */
export const read = (command: string, args: readonly string[], options: RunOptions = {}): string => {
  const said = run(command, args, options)
  if (said.code === 0) return said.out
  throw new Error(`${command} ${args.join(' ')}: mã thoát ${said.code}\n${said.err.trim()}`)
}

const onPath = (program: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })

/** Debian's own interpreter: python3-docx is installed for it, and not for a second one earlier on PATH. */
export const python = '/usr/bin/python3'

const present: Readonly<Record<Tool, () => boolean>> = {
  pdftotext: () => onPath('pdftotext'),
  pdfinfo: () => onPath('pdfinfo'),
  pdffonts: () => onPath('pdffonts'),
  qpdf: () => onPath('qpdf') && onPath('fix-qdf'),
  mutool: () => onPath('mutool'),
  soffice: () => onPath('soffice'),
  java: () => onPath('java'),
  pdfbox: () => jars.every((jar) => existsSync(jar)),
  // A folder of one's own that is full or read-only, without being root.
  unshare: () => onPath('unshare') && run('unshare', ['-rm', 'true']).code === 0,
  'python-docx': () => existsSync(python) && run(python, ['-c', 'import docx']).code === 0,
  uno: () => existsSync(python) && run(python, ['-c', 'import uno']).code === 0,
  xmllint: () => onPath('xmllint'),
  sha256sum: () => onPath('sha256sum'),
  unzip: () => onPath('unzip'),
}

const known = new Map<Tool, boolean>()

export const has = (tool: Tool): boolean => {
  const answer = known.get(tool) ?? present[tool]()
  known.set(tool, answer)
  return answer
}
