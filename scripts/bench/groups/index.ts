/** The groups of experiments, in the order in which they are run. */

import type { Bench } from '../bench.ts'
import type { Group } from '../experiment.ts'
import { growthGroup, rebuildGroup } from './build.ts'
import { compareGroup } from './compare.ts'
import { formatsGroup } from './formats.ts'
import { registerGroup } from './register.ts'
import { startGroup } from './start.ts'
import { watchGroup } from './watch.ts'

export const groups: Readonly<Record<string, (bench: Bench) => Promise<Group>>> = {
  start: startGroup,
  formats: formatsGroup,
  growth: growthGroup,
  rebuild: rebuildGroup,
  watch: watchGroup,
  register: registerGroup,
  compare: compareGroup,
}
