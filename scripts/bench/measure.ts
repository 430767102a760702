/** A program and its arguments -> one run of it, measured: seconds on the wall and on all cores, and the largest memory. */

import { spawn } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Run = {
  readonly wall: number
  /** Seconds of all its threads, in the program and in the system; of programs for Node only. */
  readonly cpu?: number
  /** Bytes; of programs for Node only. */
  readonly peak?: number
}

export type RunOptions = {
  readonly cwd?: string
  readonly seconds?: number
  /** Exit codes that are no failure. */
  readonly codes?: readonly number[]
  readonly onOutput?: (text: string) => void
}

/**
 * Runs to the end; rejects with what the program said when it fails. Nothing is read from a terminal, and output is
 * taken and dropped, as by `> /dev/null`.
 */
export const run = (program: string, args: readonly string[], options: RunOptions = {}): Promise<Run> =>
  new Promise((done, failed) => {
    const started = process.hrtime.bigint()
    const child = spawn(program, [...args], {
      cwd: options.cwd,
      stdio: ['ignore', options.onOutput ? 'pipe' : 'ignore', 'pipe'],
      timeout: (options.seconds ?? 3600) * 1000,
      killSignal: 'SIGKILL',
    })
    let said = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => options.onOutput?.(text))
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-4000)
    })
    child.on('error', failed)
    child.on('close', (code) => {
      const wall = Number(process.hrtime.bigint() - started) / 1e9
      if (code !== null && (options.codes ?? [0]).includes(code)) done({ wall })
      else failed(new Error(`${program} ${args.slice(0, 6).join(' ')}: ${code ?? 'killed'}\n${said.trim()}`))
    })
  })

/**
 * Loaded into a program before its own first line. The kernel's high-water mark of this address space is asked for
 * first: what getrusage says starts at the size of the process that started this one.
 */
const reporter = `
const { isMainThread } = require('node:worker_threads')
const { readFileSync, writeFileSync } = require('node:fs')
const to = process.env.THONGBAO_BENCH_USED
delete process.env.THONGBAO_BENCH_USED
if (isMainThread && to) process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  let peak = maxRSS * 1024
  try { peak = Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024 } catch {}
  writeFileSync(to, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, peak }))
})
`

/** Runs Node programs with their use of the machine; its files lie in `scratch`. */
export const nodeRunner = (scratch: string) => {
  const hook = join(scratch, 'used.cjs')
  writeFileSync(hook, reporter)
  return async (args: readonly string[], options: RunOptions = {}): Promise<Run> => {
    const used = join(scratch, 'used.json')
    rmSync(used, { force: true })
    process.env.THONGBAO_BENCH_USED = used
    const { wall } = await run(process.execPath, ['--require', hook, ...args], options)
    const { cpu, peak } = JSON.parse(readFileSync(used, 'utf8')) as { cpu: number; peak: number }
    return { wall, cpu, peak }
  }
}
