/** Two versions of a notice of three hundred items: our comparison, git's word diff, and pandoc with a word diff after it. */

import { join } from 'node:path'
import type { Bench } from '../bench.ts'
import type { Experiment, Group } from '../experiment.ts'
import { run } from '../measure.ts'
import { missingProgram } from '../peers/programs.ts'

const items = 300
const least = 5

export const compareGroup = async (bench: Bench): Promise<Group> => {
  const root = join(bench.scratch, 'pair')
  const out = join(bench.scratch, 'pair-out')
  const templates = join(bench.root, 'templates')
  const { result: pair } = await bench.job('pair', { root, count: items, templates })
  await bench.thongbao(['-C', root, 'build', '--out', out])
  const file = (side: 'before' | 'after', ending: string): string =>
    join(out, 'drafts', String(pair.year), `${pair[side]}.${ending}`)
  const both = (ending: string): [string, string] => [file('before', ending), file('after', ending)]
  const byCommand = (name: string, what: string, sides: readonly string[]): Experiment => ({
    name,
    what,
    least,
    once: async () => {
      const { wall, cpu, peak } = await bench.thongbao(['-C', root, 'diff', ...sides])
      return { seconds: wall, cpu, peak }
    },
  })
  return {
    name: 'compare',
    title: `So hai phiên bản của một văn bản ${items} mục`,
    experiments: [
      {
        name: 'compare',
        what: 'trong tiến trình đã nóng: đọc hai tệp Markdown, so, viết thành lời',
        least,
        once: async () => {
          const [before, after] = both('md')
          const { result } = await bench.job('compare', { before, after })
          return { seconds: result.seconds, more: { first: result.first, changes: result.changes } }
        },
      },
      byCommand('diff', 'thongbao diff, hai tệp Markdown', both('md')),
      byCommand('diff-records', 'thongbao diff, hai bản ghi', [pair.before, pair.after]),
      byCommand('diff-docx', 'thongbao diff, hai tệp DOCX', both('docx')),
      {
        name: 'git-word-diff',
        what: 'git diff --no-index --word-diff, hai tệp Markdown',
        least,
        missing: missingProgram('git'),
        once: async () => {
          const args = ['--no-pager', 'diff', '--no-index', '--word-diff', '--no-color', ...both('md')]
          return { seconds: (await run('git', args, { codes: [0, 1] })).wall }
        },
      },
      ...(['md', 'docx'] as const).map((ending) => pandiff(bench, ending, both(ending))),
    ],
  }
}

/** Its own start and the way back to a document are left out: what is counted, it cannot do without. */
const pandiff = (bench: Bench, ending: 'md' | 'docx', sides: [string, string]): Experiment => ({
  name: `pandiff-${ending}`,
  what: `cách của pandiff, hai tệp ${ending === 'md' ? 'Markdown' : 'DOCX'}: pandoc từng tệp, rồi so từng từ`,
  least,
  missing: missingProgram('pandoc'),
  once: async () => {
    const texts = ['before', 'after'].map((side) => join(bench.scratch, `pandiff-${side}.txt`))
    let seconds = 0
    for (const [index, side] of sides.entries())
      seconds += (await run('pandoc', [side, '--wrap=none', '-t', 'markdown', '-o', texts[index] ?? ''])).wall
    const [before = '', after = ''] = texts
    const { result } = await bench.job('words', { before, after })
    return { seconds: seconds + result.first, more: { changes: result.changes } }
  },
})
