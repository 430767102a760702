/** A project folder → Project: every file of content/ and templates/ read once, in a fixed order, none understood yet. */

import type { Report } from '../problem.ts'
import type { Project, Source } from '../source.ts'
import { nearest } from '../text/nearest.ts'
import { shown } from '../text/terminal.ts'
import { readMeeting } from './body.ts'
import { checkId, sayUnread } from './file-names.ts'
import { isThere, listFiles, type Root, readBytes } from './files.ts'
import { readFrontMatter } from './front-matter.ts'
import { readYaml } from './yaml.ts'

export type LoadOptions = {
  /**
   * False: the register is left alone, for those who look into it number by number. A list: of the register only
   * entries in whose text one of these words stands.
   */
  readonly register?: false | readonly string[]
}

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
  const none: Project = { directory: [], meetings: [], register: [], templates: [], partials: [] }
  if (!(await isThere(root, 'content', 'folder'))) {
    report({
      rule: 'load/unreadable',
      level: 'error',
      file: 'content',
      message: 'không có thư mục "content" ở đây, cần chạy trong thư mục của dự án',
      hint: 'chuyển tới thư mục dự án, hoặc dùng -C <thư mục>; để bắt đầu một bản ghi mới: thongbao new <tên>',
    })
    return none
  }
  const content = await listFiles(root, 'content', report)
  const templates = (await isThere(root, 'templates', 'folder'))
    ? await listFiles(root, 'templates', report)
    : []
  const rooms = sort([...content, ...templates], report)
  const read = (files: readonly string[], reader: Reader) => readAll(root, files, reader, report)
  if (rooms.settings.length === 0) {
    report({
      rule: 'load/unreadable',
      level: 'error',
      file: 'content/project.yaml',
      message: 'không có tệp này, cần tệp ghi cơ quan ban hành và mẫu dùng chung',
      hint: 'tạo tệp với hai dòng: body: <mã cơ quan>, template: <tên mẫu>',
    })
  }
  const [settings] = await read(rooms.settings, readYaml)
  const meetings = only ? choose(rooms.meetings, only, report) : rooms.meetings
  return {
    ...(settings ? { settings } : {}),
    directory: await read(rooms.directory, readYaml),
    meetings: await read(meetings, (file, bytes) =>
      file.endsWith('.md') ? readMeeting(file, bytes, report) : readYaml(file, bytes, report),
    ),
    register: await read(options.register === false ? [] : rooms.register, (file, bytes) =>
      options.register && !options.register.some((word) => Buffer.from(bytes).includes(word))
        ? undefined
        : readYaml(file, bytes, report),
    ),
    templates: await read(rooms.templates, readFrontMatter),
    partials: await read(rooms.partials, (file, bytes) =>
      readFrontMatter(file, bytes, report, { required: false }),
    ),
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

type Room = 'settings' | 'directory' | 'meetings' | 'register' | 'templates' | 'partials'

const places: readonly { room: Room; path: RegExp; endings: readonly string[]; id?: true }[] = [
  { room: 'settings', path: /^content\/project\.[^/]*$/, endings: ['.yaml'] },
  { room: 'directory', path: /^content\/directory\//, endings: ['.yaml'] },
  { room: 'meetings', path: /^content\/meetings\//, endings: ['.yaml', '.md'], id: true },
  { room: 'register', path: /^content\/register\//, endings: ['.yaml'] },
  { room: 'partials', path: /^templates\/partials\/[^/]*$/, endings: ['.md'], id: true },
  { room: 'templates', path: /^templates\/[^/]*$/, endings: ['.md'], id: true },
]

/** Each file to its room; what belongs nowhere is told. */
const sort = (files: readonly string[], report: Report): Record<Room, string[]> => {
  const rooms: Record<Room, string[]> = {
    settings: [],
    directory: [],
    meetings: [],
    register: [],
    templates: [],
    partials: [],
  }
  for (const file of files) {
    // Not records: what editors are told, signed files as they came back, checksums of packages.
    if (/^content\/(schemas|signed|archive)\//.test(file)) continue
    const place = places.find(({ path }) => path.test(file))
    if (!place?.endings.some((ending) => file.endsWith(ending))) {
      sayUnread(file, place?.endings ?? [], report)
      continue
    }
    if (place.id) checkId(file, report)
    rooms[place.room].push(file)
  }
  return rooms
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
