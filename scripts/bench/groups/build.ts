/** Whole builds at every size, and rebuilds after nothing, one record or the directory has changed. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench } from '../bench.ts'
import type { Experiment, Group } from '../experiment.ts'
import { fullBuild, standing, writtenSince } from './full.ts'

/** What takes minutes. */
const long = 5000
const mostOfLong = 3

export const fullName = (size: number): string => `full-${size}`
export const rebuildName = (kind: 'nothing' | 'one' | 'directory', size: number): string => `${kind}-${size}`

export const growthGroup = async (bench: Bench): Promise<Group> => ({
  name: 'growth',
  title: 'Dựng toàn bộ, ba định dạng, mọi lõi, theo số văn bản',
  experiments: bench.sizes.map((size) => ({
    name: fullName(size),
    what: `dựng toàn bộ ${size} văn bản`,
    notices: size,
    ...(size >= long ? { most: mostOfLong } : {}),
    before: async () => void (await bench.project(size)),
    once: async () => fullBuild(bench, (await bench.project(size)).root),
  })),
})

export const rebuildGroup = async (bench: Bench): Promise<Group> => {
  const sizes = [...new Set([bench.main, bench.largest])]
  return {
    name: 'rebuild',
    title: 'Dựng lại, và chỉ kiểm tra',
    experiments: (await Promise.all(sizes.map((size) => ofSize(bench, size)))).flat(),
  }
}

/** Who writes too much or too little is not measured. A small project may not speak of the unit at all. */
const expected = {
  nothing: (written: number) => written === 0,
  one: (written: number) => written === 3,
  directory: () => true,
} as const

/** A draft of two pages. */
const changed = 9

const ofSize = async (bench: Bench, size: number): Promise<Experiment[]> => {
  const { root, meetings, late } = await bench.project(size)
  const out = join(bench.scratch, `rebuild-${size}`)
  const record = join(root, (meetings[changed] ?? meetings[1] ?? meetings[0])?.file ?? '')
  const directory = join(root, late.file)
  const build = () => bench.thongbao(['-C', root, 'build', '--out', out])
  const limits = size >= long ? { most: mostOfLong } : {}
  const rebuild = (
    kind: 'nothing' | 'one' | 'directory',
    what: string,
    change?: { readonly file: string; readonly to: (text: string, round: number) => string },
  ): Experiment => {
    const before = change ? readFileSync(change.file, 'utf8') : ''
    return {
      name: rebuildName(kind, size),
      what: `${what}, ${size} văn bản`,
      notices: size,
      ...limits,
      once: async (round) => {
        if (change) writeFileSync(change.file, change.to(before, round + 1))
        const stood = standing(out)
        const { wall, cpu, peak } = await build()
        const written = writtenSince(stood, standing(out))
        if (!expected[kind](written)) throw new Error(`${written} files were written`)
        return { seconds: wall, cpu, peak, more: { written } }
      },
      after: async () => {
        if (change) writeFileSync(change.file, before)
      },
    }
  }
  const first: Experiment = {
    ...rebuild('nothing', 'dựng lại khi không có gì đổi'),
    before: async () => void (await fullBuild(bench, root, [], out)),
  }
  return [
    first,
    rebuild('one', 'dựng lại khi một bản ghi đổi', {
      file: record,
      to: (text, round) => text.replace(/(\n {2}about: "?)/, `$1đợt ${round} `),
    }),
    rebuild('directory', 'dựng lại khi tên một đơn vị đổi', {
      file: directory,
      to: (text, round) => text.replace(late.name, `${late.name} ${round}`),
    }),
    {
      name: `check-${size}`,
      what: `chỉ kiểm tra ${size} văn bản`,
      notices: size,
      ...limits,
      once: async () => {
        const { wall, cpu, peak } = await bench.thongbao(['-C', root, 'check'])
        return { seconds: wall, cpu, peak }
      },
    },
  ]
}
