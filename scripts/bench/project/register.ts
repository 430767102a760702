/** Issued meetings -> their entries in the register, with the hashes of what they say, as `thongbao issue` leaves them. */

import { wordsOf } from '../../../src/build/issued.ts'
import { openFonts } from '../../../src/fonts/fonts.ts'
import { tinosFiles } from '../../../src/load/fonts.ts'
import { loadProject } from '../../../src/load/project.ts'
import { editions } from '../../../src/pipeline.ts'
import { newEntryText } from '../../../src/publish/entry-text.ts'
import { newEntry, takenEntry } from '../../../src/register/new-entry.ts'
import type { Made } from './meeting.ts'

export type Put = (file: string, text: string) => void

/** Read at a time: thousands of editions at once would fill the memory. */
const batch = 250

const entryFile = (date: string, series: string, number: number): string =>
  `content/register/${date.slice(0, 4)}/${series}/${number}.yaml`

/** First the numbers, so that the notices can be worded; then what they say. */
export const sealRegister = async (root: string, meetings: readonly Made[], put: Put): Promise<void> => {
  const counts = new Map<string, number>()
  const entering = meetings.flatMap(({ id, office, issued }) => {
    if (issued === undefined) return []
    const { series, symbol, id: body } = office
    const number = (counts.get(series) ?? 0) + 1
    counts.set(series, number)
    return [{ number, date: issued, symbol, body, record: id, today: issued, series }]
  })
  for (const each of entering)
    put(entryFile(each.date, each.series, each.number), newEntryText(takenEntry(each)))
  const fonts = openFonts(tinosFiles())
  for (let from = 0; from < entering.length; from += batch) {
    const some = entering.slice(from, from + batch)
    const ids = some.map(({ record }) => record)
    const project = await loadProject(root, () => undefined, ids, { register: ids })
    const made = new Map(editions(project, fonts, () => undefined, ids).map((each) => [each.id, each]))
    for (const each of some) {
      const edition = made.get(each.record)
      if (!edition) throw new Error(`${each.record} has no edition`)
      const entry = newEntry(each, edition.notice, wordsOf(edition))
      put(entryFile(each.date, each.series, each.number), newEntryText(entry))
    }
  }
}
