/** worker.js of the compiled program: what a worker thread is given to run. */

import type * as Worker from '../../src/worker.ts'
import { loader } from './load.ts'

export const { makeJobs, renderJob } = loader(__dirname, false).load('render-job.js') as typeof Worker
