/** How long a start takes, against Node itself: help, one notice in three formats, and the same by pandoc and LibreOffice. */

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench } from '../bench.ts'
import type { Experiment, Group } from '../experiment.ts'
import { run } from '../measure.ts'
import { office } from '../peers/office.ts'
import { missingProgram } from '../peers/programs.ts'

/** Starts are short and differ: more of them. */
const least = 15

export const startGroup = async (bench: Bench): Promise<Group> => {
  const { root } = await bench.project(1)
  const { folder, ids } = await bench.sources(1)
  const out = join(bench.scratch, 'start-out')
  const node = (name: string, what: string, args: readonly string[]): Experiment => ({
    name,
    what,
    least,
    once: async () => {
      rmSync(out, { recursive: true, force: true })
      return { seconds: (await run(process.execPath, args)).wall }
    },
  })
  const source = join(folder, 'markdown', `${ids[0]}.md`)
  const soffice = office(join(bench.scratch, 'start-office'))
  const docx = join(bench.scratch, 'start.docx')
  return {
    name: 'start',
    title: 'Khởi động, một văn bản',
    experiments: [
      node('node', 'node -e 0', ['-e', '0']),
      node('help', 'thongbao --help', [bench.cli, '--help']),
      node('cold-build', 'thongbao build, một văn bản, ba định dạng', [
        bench.cli,
        '-C',
        root,
        'build',
        '--out',
        out,
      ]),
      node('cold-check', 'thongbao check, một văn bản', [bench.cli, '-C', root, 'check']),
      {
        name: 'cold-peers',
        what: 'pandoc ra DOCX rồi LibreOffice ra PDF, một tệp',
        missing: missingProgram('pandoc') ?? missingProgram('soffice'),
        before: async () => {
          await run('pandoc', [source, '-o', docx])
          await soffice([docx])
        },
        once: async () => {
          const first = await run('pandoc', [source, '-o', docx])
          const second = await soffice([docx])
          return { seconds: first.wall + second.wall }
        },
      },
    ],
  }
}
