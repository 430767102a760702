/** The groups of experiments, in the order in which they are run. */

import type { Bench } from '../bench.ts'
import type { Group } from '../experiment.ts'
import { growthGroup, rebuildGroup } from './build.ts'
import { formatsGroup } from './formats.ts'
import { startGroup } from './start.ts'

export const groups: Readonly<Record<string, (bench: Bench) => Promise<Group>>> = {
  start: startGroup,
  formats: formatsGroup,
  growth: growthGroup,
  rebuild: rebuildGroup,
}
