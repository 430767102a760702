/** LibreOffice with a profile of its own: Word files -> PDFs, in one call. */

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Run, run } from '../measure.ts'

export const office = (folder: string): ((files: readonly string[]) => Promise<Run>) => {
  const profile = pathToFileURL(join(folder, '.profile')).href
  return (files) => {
    mkdirSync(folder, { recursive: true })
    const options = [`-env:UserInstallation=${profile}`, '--headless', '--norestore']
    return run('soffice', [...options, '--convert-to', 'pdf', '--outdir', folder, ...files])
  }
}
