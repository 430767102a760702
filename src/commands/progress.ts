/** One line on a terminal that says how far a long run is. */

import { type Io, lively } from './io.ts'

export type Progress = { readonly step: () => void; readonly end: () => void }

const silent: Progress = { step: () => undefined, end: () => undefined }

/** Runs of fewer than this many steps are over before anybody looks. */
const worthShowing = 5
const width = 30

export const progress = (io: Io, quiet: boolean, what: string, total: number): Progress => {
  if (quiet || !lively(io) || total < worthShowing) return silent
  let done = 0
  const draw = (): void => {
    const filled = Math.round((done / total) * width)
    io.stderr.write(`\r${what} ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done}/${total}`)
  }
  draw()
  return {
    step: () => {
      done += 1
      draw()
    },
    end: () => {
      io.stderr.write(`\r${' '.repeat(what.length + width + 2 * String(total).length + 4)}\r`)
    },
  }
}
