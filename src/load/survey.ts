/** A project folder → paths of its files, in a fixed order, by what they are. No file is read. */

import type { Report } from '../problem.ts'
import { checkId, sayUnread } from './file-names.ts'
import { isThere, listFiles, type Root } from './files.ts'

export type Room = 'settings' | 'directory' | 'meetings' | 'register' | 'templates' | 'partials'
export type Rooms = Readonly<Record<Room, readonly string[]>>

/** Paths of what is read, by what it is; the texts are not looked at. Undefined when here is no project (reported). */
export const surveyProject = async (root: Root, report: Report): Promise<Rooms | undefined> => {
  if (!(await isThere(root, 'content', 'folder'))) {
    report({
      rule: 'load/unreadable',
      level: 'error',
      file: 'content',
      message: 'không có thư mục "content" ở đây, cần chạy trong thư mục của dự án',
      hint: 'chuyển tới thư mục dự án, hoặc dùng -C <thư mục>; để bắt đầu một bản ghi mới: thongbao new <tên>',
    })
    return undefined
  }
  const content = await listFiles(root, 'content', report)
  const templates = (await isThere(root, 'templates', 'folder'))
    ? await listFiles(root, 'templates', report)
    : []
  const rooms = sort([...content, ...templates], report)
  if (rooms.settings.length === 0) {
    report({
      rule: 'load/unreadable',
      level: 'error',
      file: 'content/project.yaml',
      message: 'không có tệp này, cần tệp ghi cơ quan ban hành và mẫu dùng chung',
      hint: 'tạo tệp với hai dòng: body: <mã cơ quan>, template: <tên mẫu>',
    })
  }
  return rooms
}

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
