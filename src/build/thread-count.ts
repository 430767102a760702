/** So many notices → so many threads. */

import { availableParallelism } from 'node:os'

/** Below this many notices starting a thread costs more than it saves. */
const worthThreads = 24

export const threadsFor = (count: number): number => (count < worthThreads ? 1 : availableParallelism())
