/** The outgoing register at two lengths: printed as a table, and the next number taken from it. */

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench } from '../bench.ts'
import type { Experiment, Group } from '../experiment.ts'

/** Two that are ten times apart, and no longer than the longest run that was asked for. */
const lengths = (bench: Bench): readonly number[] => (bench.quick ? [100, 1000] : [1000, 10_000])

export const registerGroup = async (bench: Bench): Promise<Group> => ({
  name: 'register',
  title: 'Sổ đăng ký',
  experiments: (await Promise.all(lengths(bench).map((numbers) => ofLength(bench, numbers)))).flat(),
})

const ofLength = async (bench: Bench, numbers: number): Promise<Experiment[]> => {
  const root = join(bench.scratch, `register-${numbers}`)
  const templates = join(bench.root, 'templates')
  const { result: book } = await bench.job('book', { root, count: numbers, templates })
  const out = join(bench.scratch, 'register-out')
  return [
    {
      name: `register-${numbers}`,
      what: `thongbao register, sổ có ${numbers} số`,
      once: async () => {
        const { wall, cpu, peak } = await bench.thongbao(['-C', root, 'register'])
        return { seconds: wall, cpu, peak }
      },
    },
    {
      name: `issue-${numbers}`,
      what: `thongbao issue: số tiếp theo của sổ có ${numbers} số`,
      once: async () => {
        const { record, date, folder, next } = book
        const reason = ['--date', date, '--reason', 'đo tốc độ']
        const { wall, cpu, peak } = await bench.thongbao([
          '-C',
          root,
          'issue',
          record,
          ...reason,
          '--out',
          out,
        ])
        rmSync(join(folder, `${next}.yaml`)) // fails when another number was taken
        rmSync(out, { recursive: true, force: true })
        return { seconds: wall, cpu, peak }
      },
    },
  ]
}
