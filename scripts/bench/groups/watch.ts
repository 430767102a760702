/** `build --watch`: from saving a record to the new PDF, beside one render in a process that is warm. */

import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, statSync, watch, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FormatName } from '../../../src/render/index.ts'
import type { Bench } from '../bench.ts'
import type { Experiment, Group } from '../experiment.ts'
import { median } from '../statistics.ts'

/** A draft of two pages. */
const watched = 9
const saves = 10
/** Longer than anybody waits. */
const patience = 120_000
/** Nothing has been written for so long: the first build is over. */
const quiet = 1500

export const watchGroup = async (bench: Bench): Promise<Group> => {
  const { root, meetings } = await bench.project(Math.max(bench.main, watched + 1))
  const meeting = meetings[watched]
  if (!meeting) throw new Error('no record to watch')
  const { id } = meeting
  const record = join(root, meeting.file)
  const out = join(bench.scratch, 'watch-out')
  const pdf = join(out, dirname(meeting.file).replace('content/meetings', 'drafts'), `${id}.pdf`)
  const warm = (name: string, what: string, formats: FormatName[]): Experiment => ({
    name,
    what,
    once: async () => {
      const { result } = await bench.job('warm', { root, id, formats })
      return { seconds: result.seconds }
    },
  })
  return {
    name: 'watch',
    title: `Từ lúc lưu đến PDF mới, dự án ${meetings.length} văn bản`,
    experiments: [
      warm('warm-render', 'dựng PDF một văn bản khi tiến trình đã nóng', ['pdf']),
      warm('warm-all', 'cả ba định dạng của văn bản ấy khi tiến trình đã nóng', ['pdf', 'docx', 'md']),
      {
        name: 'watch',
        what: `build --watch: từ lúc lưu đến PDF mới, trung vị của ${saves} lần lưu`,
        missing: bench.supports('--watch') ? undefined : 'lệnh build chưa có --watch',
        once: async () => {
          const text = readFileSync(record, 'utf8')
          rmSync(out, { recursive: true, force: true })
          const args = [bench.cli, '-C', root, 'build', '--watch', '--out', out]
          const child = spawn(process.execPath, args, { stdio: 'ignore' })
          const ended = new Promise<void>((done) => child.on('close', () => done()))
          try {
            await settled(pdf)
            const samples: number[] = []
            for (let save = 1; save <= saves; save += 1) {
              const edited = text.replace(/(\n {2}about: "?)/, `$1lần ${save} `)
              samples.push(await untilChanged(pdf, () => writeFileSync(record, edited)))
              await new Promise((done) => setTimeout(done, quiet / 5))
            }
            return { seconds: median(samples) }
          } finally {
            child.kill('SIGINT')
            const hard = setTimeout(() => child.kill('SIGKILL'), 5000)
            await ended
            clearTimeout(hard)
            writeFileSync(record, text)
            rmSync(out, { recursive: true, force: true })
          }
        },
      },
    ],
  }
}

const stamp = (file: string): string => {
  try {
    const { ino, mtimeMs, size } = statSync(file)
    return `${ino}/${mtimeMs}/${size}`
  } catch {
    return '' // between two names
  }
}

/** The first build is over when the PDF is there and the folder it lies in has been still for a while. */
const settled = async (pdf: string): Promise<void> => {
  const limit = process.hrtime.bigint() + BigInt(10 * patience) * 1_000_000n
  let still = 0
  let last = -1
  while (still < quiet || !existsSync(pdf)) {
    if (process.hrtime.bigint() > limit) throw new Error('the first build never came to an end')
    await new Promise((done) => setTimeout(done, 100))
    const now = existsSync(dirname(pdf)) ? statSync(dirname(pdf)).mtimeMs : 0
    still = now === last ? still + 100 : 0
    last = now
  }
}

/** Seconds from the save until the file has other bytes under its name. */
const untilChanged = (file: string, save: () => void): Promise<number> =>
  new Promise((done, failed) => {
    const before = stamp(file)
    const watcher = watch(dirname(file))
    const timer = setTimeout(() => {
      watcher.close()
      failed(new Error('no new PDF after a save'))
    }, patience)
    const started = process.hrtime.bigint()
    watcher.on('change', () => {
      const now = stamp(file)
      if (now === before || now === '') return
      clearTimeout(timer)
      watcher.close()
      done(Number(process.hrtime.bigint() - started) / 1e9)
    })
    save()
  })
