/** Issued meetings -> their entries in the register, with the hashes of what they say, as `thongbao issue` leaves them. */

import { wordsOf } from '../../../src/commands/freeze.ts'
import { openFonts } from '../../../src/fonts/fonts.ts'
import { tinosFiles } from '../../../src/load/fonts.ts'
import { loadProject } from '../../../src/load/project.ts'
import { editions } from '../../../src/pipeline.ts'
import { newEntryText } from '../../../src/publish/entry-text.ts'
import { newEntry, takenEntry } from '../../../src/register/new-entry.ts'
import type { Made } from './meeting.ts'

type Put = (file: string, text: string) => void

/** First the numbers, so that the notices can be worded; then what they say. */
export const sealRegister = async (root: string, meetings: readonly Made[], put: Put): Promise<void> => {
  const counts = new Map<string, number>()
  const entering = meetings.flatMap(({ id, office, issued }) => {
    if (issued === undefined) return []
    const number = (counts.get(office.series) ?? 0) + 1
    counts.set(office.series, number)
    return [
      {
        number,
        date: issued,
        symbol: office.symbol,
        body: office.id,
        record: id,
        today: issued,
        series: office.series,
      },
    ]
  })
  const fileOf = (of: { date: string; series: string; number: number }): string =>
    `content/register/${of.date.slice(0, 4)}/${of.series}/${of.number}.yaml`
  for (const each of entering) put(fileOf(each), newEntryText(takenEntry(each)))
  const project = await loadProject(root, () => undefined)
  const made = new Map(
    editions(project, openFonts(tinosFiles()), () => undefined).map((each) => [each.id, each]),
  )
  for (const each of entering) {
    const edition = made.get(each.record)
    if (edition) put(fileOf(each), newEntryText(newEntry(each, edition.notice, wordsOf(edition))))
  }
}
