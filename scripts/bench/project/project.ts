/** A seed and a count -> a whole project in a folder: settings, directory, templates, records, and the register of what was issued. */

import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import { type Made, makeMeeting } from './meeting.ts'
import { type Office, offices } from './office.ts'
import { sealRegister } from './register.ts'

export type Generated = {
  readonly root: string
  readonly meetings: readonly Made[]
  /** A unit of which only drafts speak, and the file that names it. */
  readonly late: { readonly file: string; readonly name: string }
}

export const generatorSeed = 'thongbao-1'

/** `templates`: the repository's own. A meeting is the same whatever the count. */
export const writeProject = async (
  root: string,
  count: number,
  templates: string,
  seed = generatorSeed,
): Promise<Generated> => {
  const all = offices()
  const put = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  put('content/project.yaml', stringify(settings(all)))
  for (const office of all) put(directoryFile(office), stringify(office.directory))
  cpSync(templates, join(root, 'templates'), { recursive: true })
  const meetings = Array.from({ length: count }, (_, index) => makeMeeting(seed, index, all))
  for (const { file, text } of meetings) put(file, text)
  await sealRegister(root, meetings, put)
  const [first] = all
  if (!first) throw new Error('no office')
  return { root, meetings, late: { file: directoryFile(first), name: first.late.name } }
}

const directoryFile = ({ id }: Office): string => `content/directory/${id}.yaml`

const settings = (all: readonly Office[]): object => ({
  body: all[0]?.id,
  template: 'ket-luan-hop',
  series: Object.fromEntries(all.map(({ id, series }) => [series, { kinds: ['thong-bao'], body: id }])),
})
