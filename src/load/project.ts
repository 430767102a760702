/** A project folder → Project: every file of content/ and templates/ read once, in a fixed order, none understood yet. */

import type { Report } from '../problem.ts'
import type { Project, Source } from '../source.ts'
import { nearest } from '../text/nearest.ts'
import { shown } from '../text/terminal.ts'
import { readMeeting } from './body.ts'
import { type Root, readBytes } from './files.ts'
import { readFrontMatter } from './front-matter.ts'
import { type Room, surveyProject } from './survey.ts'
import { readYaml } from './yaml.ts'

export type LoadOptions = {
  /**
   * False: the register is left alone, for those who look into it number by number. A list: of the register only
   * entries in whose text one of these words stands.
   */
  readonly register?: false | readonly string[]
}

/** Bytes of a file of a room → its source; undefined when nothing can be made of them (reported). */
export const readSource = (room: Room, file: string, bytes: Uint8Array, report: Report): Source | undefined =>
  readers[room](file.normalize('NFC'), bytes, report)

/**
 * `only`: the meetings asked for, by name ("ket-luan-thang-3"), by "2020/name" or by path; all when absent. The rest
 * of the project is always read. What is missing from the result has been reported.
 */
export const loadProject = async (
  root: Root,
  report: Report,
  only?: readonly string[],
  options: LoadOptions = {},
): Promise<Project> => {
  const rooms = await surveyProject(root, report)
  if (!rooms) return { directory: [], meetings: [], register: [], templates: [], partials: [] }
  const read = (room: Room, files: readonly string[] = rooms[room]) =>
    readAll(root, files, readers[room], report)
  const [settings] = await read('settings')
  return {
    ...(settings ? { settings } : {}),
    directory: await read('directory'),
    meetings: await read('meetings', only ? choose(rooms.meetings, only, report) : rooms.meetings),
    register: await readAll(
      root,
      options.register === false ? [] : rooms.register,
      (file, bytes) =>
        options.register && !options.register.some((word) => Buffer.from(bytes).includes(word))
          ? undefined
          : readYaml(file, bytes, report),
      report,
    ),
    templates: await read('templates'),
    partials: await read('partials'),
  }
}

type Reader = (file: string, bytes: Uint8Array, report: Report) => Source | undefined

const readAll = async (
  root: Root,
  files: readonly string[],
  reader: Reader,
  report: Report,
): Promise<Source[]> => {
  const sources: Source[] = []
  for (const file of files) {
    const bytes = await readBytes(root, file, report)
    const source = bytes && reader(file.normalize('NFC'), bytes, report)
    if (source) sources.push(source)
  }
  return sources
}

const readers: Readonly<Record<Room, Reader>> = {
  settings: readYaml,
  directory: readYaml,
  meetings: (file, bytes, report) =>
    file.endsWith('.md') ? readMeeting(file, bytes, report) : readYaml(file, bytes, report),
  register: readYaml,
  templates: readFrontMatter,
  partials: (file, bytes, report) => readFrontMatter(file, bytes, report, { required: false }),
}

const choose = (files: readonly string[], only: readonly string[], report: Report): string[] => {
  const names = new Map(files.map((file) => [file, namesOf(file)]))
  const chosen = new Set<string>()
  for (const asked of only) {
    const name = asked.replaceAll('\\', '/').replace(/^\.\//, '')
    const found = files.filter((file) => names.get(file)?.includes(name))
    for (const file of found) chosen.add(file)
    if (found.length > 0) continue
    const near = nearest(name, [...names.values()].flat())
    report({
      rule: 'record/not-found',
      level: 'error',
      file: 'content/meetings',
      message: `không có bản ghi nào tên là "${shown(asked)}"`,
      ...(near
        ? { hint: `có phải ý bạn là "${near}"?` }
        : { hint: 'ghi tên tệp trong content/meetings, không cần đuôi' }),
    })
  }
  return files.filter((file) => chosen.has(file))
}

/** "ten", "2020/ten", "content/meetings/2020/ten" and the path itself. */
const namesOf = (file: string): string[] => {
  const bare = file.replace(/\.(yaml|md)$/, '')
  return [bare.slice(bare.lastIndexOf('/') + 1), bare.replace('content/meetings/', ''), bare, file]
}
