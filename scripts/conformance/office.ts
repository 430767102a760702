/** Word files -> what LibreOffice makes of them: PDFs and plain texts, all in one call a format, in a profile of its own. */

import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { run } from './tools.ts'

export const officeText = 'txt:Text (encoded):UTF8'

/**
 * Converts into `folder` as `<name>.<ending>`. Names must differ, as all results share the folder.
 * The first start of a fresh profile alone takes seconds; the limit grows with the number of files.
 */
export const convert = (files: readonly string[], format: string, folder: string): void => {
  if (files.length === 0) return // without files, LibreOffice starts and waits for a user
  mkdirSync(folder, { recursive: true })
  const profile = pathToFileURL(join(folder, '.profile')).href
  const said = run(
    'soffice',
    [
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--norestore',
      '--convert-to',
      format,
      '--outdir',
      folder,
      ...files,
    ],
    { seconds: 120 + 10 * files.length },
  )
  if (said.code !== 0) throw new Error(`soffice: mã thoát ${said.code}\n${said.err.trim()}`)
}

/** Where `convert` has put a file. */
export const converted = (file: string, ending: string, folder: string): string =>
  join(folder, `${basename(file).replace(/\.[^.]+$/, '')}.${ending}`)
