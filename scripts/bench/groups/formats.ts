/** The same notices as PDF, DOCX and Markdown: ours in one process and on all cores, and other programs. */

import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { FormatName } from '../../../src/render/index.ts'
import type { Bench } from '../bench.ts'
import type { Experiment, Group, Sample } from '../experiment.ts'
import { spread } from '../jobs/editions.ts'
import { run } from '../measure.ts'
import { office } from '../peers/office.ts'
import { missingProgram } from '../peers/programs.ts'
import { findTypst } from '../peers/typst.ts'
import { fullBuild } from './full.ts'

export const formatsGroup = async (bench: Bench): Promise<Group> => {
  const { root } = await bench.project(bench.main)
  const { folder, ids } = await bench.sources(bench.main)
  const notices = bench.main
  const ours = (name: string, what: string, formats: FormatName[]): Experiment => ({
    name,
    what,
    notices,
    once: async () => {
      const { run: used, result } = await bench.job('render', { root, formats })
      const { seconds, bytes, stages } = result
      const each = Object.fromEntries(
        Object.entries(bytes).map(([format, size]) => [`bytes-${format}`, size]),
      )
      return { seconds, peak: used.peak, more: { ...stages, ...each } }
    },
  })
  const parallel = (name: string, what: string, formats: FormatName[]): Experiment => ({
    name,
    what: `${what}, ${bench.cores} lõi, từ bản trình bày`,
    notices,
    once: async () => {
      const argument = { root, formats, jobs: bench.cores, worker: bench.worker }
      const { run: used, result } = await bench.job('parallel', argument)
      return { seconds: result.seconds, peak: used.peak }
    },
  })
  const byCommand = (name: string, what: string, args: readonly string[]): Experiment => ({
    name,
    what,
    notices,
    once: () => fullBuild(bench, root, args),
  })
  return {
    name: 'formats',
    title: `Cùng ${notices} văn bản, ra từng định dạng`,
    experiments: [
      ours('pdf-one-core', 'PDF, một lõi, từ bản trình bày (trong một tiến trình)', ['pdf']),
      ours('docx-one-core', 'DOCX, một lõi', ['docx']),
      ours('md-one-core', 'Markdown, một lõi', ['md']),
      ours('all-one-core', 'cả ba định dạng, một lõi', ['pdf', 'docx', 'md']),
      parallel('pdf-all-cores', 'PDF', ['pdf']),
      parallel('all-all-cores', 'cả ba định dạng', ['pdf', 'docx', 'md']),
      byCommand('build-pdf', 'lệnh build, chỉ PDF, mọi lõi, từ tệp đến tệp', ['--formats', 'pdf']),
      byCommand('build-one-core', 'lệnh build, cả ba định dạng, --jobs 1', ['--jobs', '1']),
      ...typst(bench, folder, ids),
      pandoc(bench, folder, ids),
      libreOffice(bench, folder, ids),
      raw(bench, root, 'raw-docx', 'thư viện docx như khi cài, một lõi', bench.sample.some),
      raw(
        bench,
        root,
        'raw-pdfmake',
        'thư viện pdfmake như khi cài (đọc phông mỗi lần), một lõi',
        bench.sample.few,
      ),
    ],
  }
}

const typst = (bench: Bench, folder: string, ids: readonly string[]): Experiment[] => {
  const missing = findTypst(bench.root) ? undefined : 'chưa cài: npm ci --prefix scripts/bench'
  const job = (to?: string) =>
    bench.job('typst', {
      repository: bench.root,
      folder: join(folder, 'typst'),
      ids: [...ids],
      ...(to === undefined ? {} : { to }),
    })
  return [
    {
      name: 'typst',
      what: 'Typst trong một tiến trình, lần lượt từng văn bản',
      notices: ids.length,
      missing,
      once: async () => {
        const { run: used, result } = await job()
        return { seconds: result.seconds, peak: used.peak, bytes: result.bytes }
      },
    },
    {
      name: 'typst-program',
      what: 'Typst, cả tiến trình: đọc tệp nguồn, ghi tệp PDF',
      notices: ids.length,
      missing,
      once: async () => {
        const to = join(bench.scratch, 'typst-out')
        const { run: used } = await job(to)
        rmSync(to, { recursive: true, force: true })
        return { seconds: used.wall, cpu: used.cpu, peak: used.peak }
      },
    },
  ]
}

/** One process a file, as people run it. */
const pandoc = (bench: Bench, folder: string, ids: readonly string[]): Experiment => {
  const some = spread(ids, bench.sample.some)
  const to = join(bench.scratch, 'pandoc')
  return {
    name: 'pandoc-docx',
    what: 'pandoc ra DOCX, mỗi tệp một tiến trình',
    notices: ids.length,
    sampled: some.length,
    whole: (seconds) => (seconds / some.length) * ids.length,
    missing: missingProgram('pandoc'),
    once: async () => {
      mkdirSync(to, { recursive: true })
      let seconds = 0
      for (const id of some) {
        const source = join(folder, 'markdown', `${id}.md`)
        seconds += (await run('pandoc', [source, '-o', join(to, `${id}.docx`)])).wall
      }
      return { seconds }
    },
  }
}

/** pandoc's files in one call. A start is counted once, and what comes after it in proportion. */
const libreOffice = (bench: Bench, folder: string, ids: readonly string[]): Experiment => {
  const some = spread(ids, bench.sample.some)
  const from = join(bench.scratch, 'office-in')
  const soffice = office(join(bench.scratch, 'office'))
  const file = (id: string): string => join(from, `${id}.docx`)
  let start = 0
  return {
    name: 'libreoffice-pdf',
    what: 'LibreOffice, DOCX của pandoc ra PDF, một lần gọi cho mọi tệp',
    notices: ids.length,
    sampled: some.length,
    whole: (seconds) => {
      const each = (seconds - start) / Math.max(1, some.length - 1)
      return start + each * (ids.length - 1)
    },
    missing: missingProgram('soffice') ?? missingProgram('pandoc'),
    before: async () => {
      mkdirSync(from, { recursive: true })
      for (const id of some) await run('pandoc', [join(folder, 'markdown', `${id}.md`), '-o', file(id)])
      const [first = ''] = some
      await soffice([file(first)]) // the first start makes the profile
      start = (await soffice([file(first)])).wall
    },
    once: async (): Promise<Sample> => ({ seconds: (await soffice(some.map(file))).wall }),
  }
}

const raw = (
  bench: Bench,
  root: string,
  name: 'raw-docx' | 'raw-pdfmake',
  what: string,
  limit: number,
): Experiment => {
  const sampled = Math.min(limit, bench.main)
  return {
    name,
    what,
    notices: bench.main,
    sampled,
    whole: (seconds) => (seconds / sampled) * bench.main,
    once: async () => {
      const { run: used, result } = await bench.job(name, { root, limit: sampled })
      return { seconds: result.seconds, peak: used.peak, bytes: result.bytes }
    },
  }
}
