/** So many notices → so many threads. */

import { availableParallelism } from 'node:os'

/** Below this many notices starting a thread costs more than it saves. */
const worthThreads = 24

/** What a thread runs: the compiled program has it beside its parts. Run from its sources the program has one thread. */
export const worker = new URL('./worker.js', import.meta.url)
const isCompiled = import.meta.url.endsWith('.js')

export const threadsFor = (count: number): number =>
  isCompiled && count >= worthThreads ? availableParallelism() : 1
