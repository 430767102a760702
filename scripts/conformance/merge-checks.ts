/** Word files of real records, edited and saved by LibreOffice with its changes tracked, go back into their records. */

import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ProjectFolder } from './editions.ts'
import type { Check, Findings } from './ledger.ts'
import { officeScript } from './redline-office.ts'
import { editionsOf } from './sample-notices.ts'
import { python, read, run } from './tools.ts'

/** Words that nearly every notice has, in texts of records and in sentences of templates. */
const edits = [
  ['thực hiện', 'tổ chức thực hiện'],
  ['trước ngày', 'chậm nhất ngày'],
  ['báo cáo', 'báo cáo bằng văn bản'],
] as const

type Edited = { readonly folder: string; readonly id: string; readonly file: string }

/** `built`: where the projects' editions are. */
export const mergeChecks = (
  cli: string,
  projects: readonly ProjectFolder[],
  built: string,
  scratch: string,
): Check[] => {
  const files: Edited[] = []
  const thongbao = ({ folder }: Edited, ...args: readonly string[]) =>
    run(process.execPath, [cli, '-C', folder, ...args], { seconds: 60 })
  return [
    {
      name: 'nhập lại: LibreOffice sửa các tệp DOCX, có theo dõi thay đổi',
      needs: ['soffice', 'uno'],
      look: async () => {
        mkdirSync(join(scratch, 'gốc'), { recursive: true })
        for (const { name, folder } of projects)
          for (const edition of await editionsOf(folder)) {
            const original = join(built, name, `${edition.name}.docx`)
            const copy = join(scratch, 'gốc', `${name}--${edition.id}.docx`)
            if (!existsSync(original)) continue
            cpSync(original, copy)
            const own = join(scratch, 'bản ghi', `${name}--${edition.id}`)
            for (const room of ['content', 'templates'])
              cpSync(join(folder, room), join(own, room), { recursive: true })
            files.push({ folder: own, id: edition.id, file: join(scratch, basename(copy)) })
          }
        const profile = pathToFileURL(join(scratch, '.profile')).href
        const originals = files.map(({ file }) => join(scratch, 'gốc', basename(file)))
        const args = [officeScript(replaceAll), profile, scratch, JSON.stringify(edits), ...originals]
        read(python, ['-c', ...args], { seconds: 180 + 8 * files.length })
        return files.flatMap(({ file }) => (existsSync(file) ? [] : [`không có ${file}`]))
      },
    },
    {
      name: 'nhập lại: bản ghi dựng ra đúng lời đã sửa, chỗ nào không nhập được thì nêu chỗ',
      needs: ['soffice', 'uno'],
      look: () => {
        const findings: string[] = []
        let [merged, refused] = [0, 0]
        for (const each of files) {
          // Some of them are issued.
          const flags = ['--write', '--partial', '--new-version']
          const said = thongbao(each, '--json', 'merge', each.id, each.file, ...flags)
          const told = JSON.parse(said.out || '{}') as Told
          const errors = (told.problems ?? []).filter(({ level }) => level === 'error')
          merged += told.merged?.length ?? 0
          refused += errors.length
          if (said.code === 3 || !told.merged) findings.push(`${each.id}: ${said.err}`)
          for (const { rule, message } of errors)
            if (rule !== 'merge/unplaced' || /dựng lại/.test(message)) findings.push(`${each.id}: ${message}`)
          if (errors.length === 0)
            findings.push(...notSame(each, thongbao(each, '--json', 'diff', each.id, each.file).out))
        }
        return merged < files.length ? [...findings, `chỉ nhập được ${merged}, từ chối ${refused}`] : findings
      },
    },
  ]
}

type Told = {
  readonly merged?: readonly unknown[]
  readonly problems?: readonly { readonly level: string; readonly rule: string; readonly message: string }[]
}

/** What LibreOffice made bold or plain beside the words is not merged, and said. */
const notSame = ({ id }: Edited, json: string): Findings => {
  const { changes } = JSON.parse(json) as { changes: readonly { where: string; what: string | null }[] }
  const words = changes.filter(({ what }) => !what?.startsWith('chỉ đổi cách trình bày'))
  return words.map(({ where }) => `${id}: nhập xong vẫn khác tệp đã sửa: ${where}`)
}

const replaceAll = `
import json
folder, edits, *files = given
for file in files:
    document = desktop.loadComponentFromURL('file://' + file, '_blank', 0, (prop('Hidden', True),))
    document.RecordChanges = True
    for old, new in json.loads(edits):
        search = document.createReplaceDescriptor()
        search.SearchString = old; search.ReplaceString = new; search.SearchCaseSensitive = True
        document.replaceAll(search)
    document.storeToURL('file://' + os.path.join(folder, os.path.basename(file)), (prop('FilterName', 'MS Word 2007 XML'),))
    document.close(True)
`
