/** One line on a terminal that says how far a long run is, how fast it goes, and how long it will still take. */

import { type Io, lively } from './io.ts'

export type Progress = { readonly step: () => void; readonly end: () => void }

const silent: Progress = { step: () => undefined, end: () => undefined }

/** Runs of fewer than this many steps are over before anybody looks. */
const worthShowing = 5
const width = 30
/** Milliseconds between two drawings; nobody sees more. */
const pace = 50
/** Milliseconds before a rate says anything. */
const settling = 1000

export const progress = (io: Io, quiet: boolean, what: string, total: number): Progress => {
  if (quiet || !lively(io) || total < worthShowing) return silent
  const start = io.clock?.() ?? 0
  let done = 0
  let drawn = Number.NEGATIVE_INFINITY
  let longest = 0
  const draw = (): void => {
    const now = io.clock?.() ?? 0
    if (io.clock && done < total && now - drawn < pace) return
    drawn = now
    const filled = Math.round((done / total) * width)
    const line = `${what} ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done}/${total}${pacing(done, total, now - start)}`
    longest = Math.max(longest, line.length)
    io.stderr.write(`\r${line.padEnd(longest)}`)
  }
  draw()
  return {
    step: () => {
      done += 1
      draw()
    },
    end: () => {
      io.stderr.write(`\r${' '.repeat(longest)}\r`)
    },
  }
}

/** "  45/giây, còn 1 phút 20 giây"; nothing while it is too early to tell. `passed`: milliseconds. */
const pacing = (done: number, total: number, passed: number): string => {
  if (passed < settling || done === 0) return ''
  const rate = (done / passed) * 1000
  const left = Math.ceil((total - done) / rate)
  const shown = rate < 10 ? rate.toFixed(1).replace('.', ',') : String(Math.round(rate))
  return `  ${shown}/giây${left === 0 ? '' : `, còn ${spoken(left)}`}`
}

const spoken = (seconds: number): string => {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
  if (hours > 0) return `${hours} giờ ${minutes} phút`
  return minutes > 0 ? `${minutes} phút ${seconds % 60} giây` : `${seconds} giây`
}
