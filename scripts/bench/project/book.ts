/** A register of any length: numbers that other programs gave, and one meeting of the same year whose notice is to be issued. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { newEntryText } from '../../../src/publish/entry-text.ts'
import { openChance } from '../chance.ts'
import { dayOf } from './days.ts'
import { makeMeeting } from './meeting.ts'
import { offices } from './office.ts'
import { generatorSeed, writeProject } from './project.ts'
import { openSpeech } from './sentences.ts'

export type Book = {
  readonly root: string
  /** Id of the meeting to be issued, and the day. */
  readonly record: string
  readonly date: string
  /** The folder of the series, and the next number of it. */
  readonly folder: string
  readonly next: number
}

const year = 2025
const lastDay = `${year}-12-31`

export const writeBook = async (root: string, numbers: number, templates: string): Promise<Book> => {
  await writeProject(root, 0, templates)
  const all = offices()
  const [office] = all
  if (!office) throw new Error('no office')
  const meeting = makeMeeting(generatorSeed, 0, all)
  const put = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  put(meeting.file, meeting.text)
  const folder = `content/register/${year}/${office.series}`
  for (let number = 1; number <= numbers; number += 1) {
    const chance = openChance(`book/${number}`)
    const topic = openSpeech(chance, office.schools).title()
    const date = dayOf(year, Math.floor(((number - 1) / numbers) * 360))
    put(
      `${folder}/${number}.yaml`,
      newEntryText({
        number,
        symbol: office.symbol,
        body: office.id,
        state: 'issued',
        date,
        kind: 'Thông báo',
        subject: `Kết luận của Lãnh đạo Sở: ${topic.charAt(0).toLocaleLowerCase('vi')}${topic.slice(1)}`,
        signatory: { authority: ['KT. Giám đốc', 'Phó Giám đốc'], name: 'Vũ Ngọc Lâm' },
        recipients: ['Ban Giám đốc Sở', 'Các phòng thuộc Sở', 'UBND các xã, phường (để ph/h)'],
        keeper: 'VT, VP',
        copies: chance.between(3, 60),
        events: [{ on: date, is: 'issued' }],
      }),
    )
  }
  return { root, record: meeting.id, date: lastDay, folder: join(root, folder), next: numbers + 1 }
}
