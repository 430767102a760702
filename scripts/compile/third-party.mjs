/** What went into a bundle → whose it is, with the licence of each, as their licences ask of who hands them on. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const thirdParty = (root, inputs) => {
  const folders = [
    ...new Set(
      inputs.flatMap((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? []),
    ),
  ]
  const notices = folders.sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
    const texts = readdirSync(join(root, folder))
      .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
      .sort()
      .map((file) => readFileSync(join(root, folder, file), 'utf8').trim())
    return [`${name} ${version}: ${license ?? 'see below'}`, ...texts].join('\n\n')
  })
  return `dist/ holds code of these packages.\n\n${notices.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`
}
