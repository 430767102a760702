/** How long a notice is to be -> its conclusions: sections, clauses, points, dash lines, tables, and tasks with deadlines. */

import type { ConclusionNode, Task } from '../../../src/record/conclusion.ts'
import type { Chance } from '../chance.ts'
import { dayOf, workday } from './days.ts'
import type { Speech } from './sentences.ts'
import { table } from './tables.ts'

export type Wanted = {
  readonly words: number
  readonly tables: boolean
  /** Ids of units that may be given a task. */
  readonly units: readonly string[]
  /** Deadlines lie after this day of this year. */
  readonly year: number
  readonly after: number
}

/** Below this many words nobody makes sections. */
const worthSections = 420

export const conclusionsOf = (chance: Chance, speech: Speech, wanted: Wanted): ConclusionNode[] => {
  const until = speech.said() + wanted.words
  const out: ConclusionNode[] = []
  if (wanted.words < worthSections) {
    while (speech.said() < until) out.push(clause(chance, speech, wanted))
    return out
  }
  const each = Math.max(140, wanted.words / chance.between(3, 7))
  while (speech.said() < until) {
    const end = Math.min(until, speech.said() + each)
    const items: ConclusionNode[] = []
    const opening = chance.in100(40) ? { text: speech.paragraph(1, 3) } : {}
    while (speech.said() < end) items.push(clause(chance, speech, wanted))
    out.push({ heading: speech.title(), ...opening, ...(items.length > 0 ? { items } : {}) })
  }
  return out
}

const clause = (chance: Chance, speech: Speech, wanted: Wanted): ConclusionNode => {
  const kind = chance.below(100)
  if (kind < 32) return assignment(chance, speech, wanted)
  if (kind < 55) return { text: speech.paragraph(1, 3) }
  if (kind < 72) return { text: `${openingOf(speech)}:\n\n${dashes(chance, speech)}` }
  if (kind < 80) return { heading: `${speech.title()}:`, runIn: true, text: speech.paragraph(1, 2) }
  if (kind < 86 && wanted.tables)
    return { text: `${openingOf(speech)}:\n\n${table(chance, speech, chance.between(2, 7), 4)}` }
  return {
    heading: speech.title(),
    items: Array.from({ length: chance.between(2, 4) }, () => point(chance, speech, wanted)),
  }
}

/** A point of a clause; now and then with dash lines of its own. */
const point = (chance: Chance, speech: Speech, wanted: Wanted): ConclusionNode => {
  if (chance.in100(30)) return assignment(chance, speech, wanted)
  if (chance.in100(20)) return { text: `${openingOf(speech)}:\n\n${dashes(chance, speech)}` }
  return { text: speech.paragraph(1, 2) }
}

const openingOf = (speech: Speech): string => speech.sentence().replace(/\.$/, '')

const dashes = (chance: Chance, speech: Speech): string => {
  const lines = Array.from({ length: chance.between(2, 4) }, () => speech.phrase())
  return lines.map((line, index) => `- ${line}${index === lines.length - 1 ? '.' : ';'}`).join('\n')
}

const assignment = (chance: Chance, speech: Speech, wanted: Wanted): ConclusionNode => {
  const [lead = '', support = ''] = chance.some(wanted.units, 2)
  const kind = chance.below(100)
  const day = workday(dayOf(wanted.year, wanted.after + chance.between(8, 70)))
  const due: Pick<Task, 'due'> =
    kind < 60
      ? { due: day }
      : kind < 75
        ? { due: { every: 'hằng tháng' } }
        : kind < 85
          ? { due: { by: 'tại cuộc họp giao ban tiếp theo' } }
          : {}
  const text = speech.order(lead, kind < 60 ? day : undefined)
  const what = speech.title().replace(/^(Về việc|Công tác) /, '')
  const task: Task = {
    what: what.charAt(0).toLocaleUpperCase('vi') + what.slice(1),
    lead,
    ...(chance.in100(50) ? { with: support } : {}),
    ...due,
  }
  return { text, tasks: [task] }
}
