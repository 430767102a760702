/** Two records of one meeting with hundreds of items, the second as it looks after a round of comments. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import type { ConclusionNode } from '../../../src/record/conclusion.ts'
import type { Meeting } from '../../../src/record/meeting.ts'
import { type Chance, openChance } from '../chance.ts'
import { dayOf, spoken, workday } from './days.ts'
import { makeMeeting } from './meeting.ts'
import { offices } from './office.ts'
import { generatorSeed, writeProject } from './project.ts'
import { openSpeech, type Speech } from './sentences.ts'

export type Pair = {
  readonly root: string
  readonly before: string
  readonly after: string
  readonly year: number
}

const sections = 10
/** Of each section: changed in a word, given another deadline, moved, dropped, added. */
const edits = { words: 3, deadlines: 1, moved: 1, dropped: 1, added: 1 } as const
const year = 2026

export const writePair = async (root: string, items: number, templates: string): Promise<Pair> => {
  await writeProject(root, 0, templates)
  const all = offices()
  const chance = openChance(`pair/${items}`)
  const speech = openSpeech(chance, all[0]?.schools ?? [])
  const tree = Array.from({ length: sections }, () => ({
    heading: speech.title(),
    items: Array.from({ length: items / sections }, () => item(chance, speech, all[0]?.rooms ?? [])),
  }))
  const changed = tree.map((section) => ({ ...section, items: edited(section.items, chance, speech) }))
  // Any draft of the first office will do for the rest of the record.
  const record = parse(makeMeeting(generatorSeed, 1, all).text) as Meeting
  const folder = join(root, `content/meetings/${year}`)
  mkdirSync(folder, { recursive: true })
  const put = (name: string, conclusions: ConclusionNode[]): string => {
    writeFileSync(join(folder, `${name}.yaml`), stringify({ ...record, conclusions }, { lineWidth: 110 }))
    return name
  }
  return { root, before: put('ban-truoc', tree), after: put('ban-sau', changed), year }
}

type Item = { text: string; tasks?: { what: string; lead: string; due: string }[] }

const item = (chance: Chance, speech: Speech, rooms: readonly string[]): Item => {
  if (!chance.in100(40)) return { text: speech.paragraph(1, 2) }
  const lead = chance.one(rooms)
  const due = workday(dayOf(year, 250 + chance.between(0, 90)))
  return { text: speech.order(lead, due), tasks: [{ what: 'Thực hiện khoản này', lead, due }] }
}

const edited = (items: readonly Item[], chance: Chance, speech: Speech): Item[] => {
  const out = [...items]
  for (let count = 0; count < edits.words; count += 1) {
    const at = chance.below(out.length)
    const words = (out[at]?.text ?? '').split(' ')
    const word = chance.between(1, words.length - 2)
    if (out[at] && !/[<*]/.test(words[word] ?? '<')) {
      words[word] = chance.one(['tất cả', 'toàn bộ', 'từng bước', 'trực tiếp'])
      out[at] = { ...out[at], text: words.join(' ') }
    }
  }
  const dated = out.findIndex(({ tasks }) => tasks !== undefined)
  for (let count = 0; count < edits.deadlines; count += 1) {
    const [task] = out[dated]?.tasks ?? []
    if (!out[dated] || !task) continue
    const due = workday(dayOf(year, 345 + count))
    out[dated] = { text: out[dated].text.replace(spoken(task.due), spoken(due)), tasks: [{ ...task, due }] }
  }
  for (let count = 0; count < edits.dropped; count += 1) out.splice(chance.below(out.length), 1)
  for (let count = 0; count < edits.added; count += 1)
    out.splice(chance.below(out.length), 0, { text: speech.paragraph(1, 2) })
  for (let count = 0; count < edits.moved; count += 1) {
    const [moved] = out.splice(chance.below(out.length), 1)
    if (moved) out.splice(chance.below(out.length), 0, moved)
  }
  return out
}
