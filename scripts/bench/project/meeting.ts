/** A seed and a place in the row -> one meeting's record, in YAML or Markdown, and the number it has, if it was issued. */

import { stringify } from 'yaml'
import type { Meeting } from '../../../src/record/meeting.ts'
import { type Chance, openChance } from '../chance.ts'
import { conclusionsOf } from './conclusions.ts'
import { dayOf } from './days.ts'
import { markdownBody } from './markdown-body.ts'
import type { Office } from './office.ts'
import { openSpeech, type Speech } from './sentences.ts'
import { table } from './tables.ts'

export type Made = {
  readonly id: string
  /** Path in the project. */
  readonly file: string
  readonly text: string
  readonly office: Office
  /** Day of issue; absent: a draft. */
  readonly issued?: string
}

/**
 * Words of the conclusions, ten notices after ten: mostly one or two pages, one of three, and one that is longer, of
 * twelve pages once in a hundred. The mean is the same at every size, so that sizes can be compared.
 */
const lengths: readonly (readonly [number, number])[] = [
  [280, 420],
  [30, 70],
  [300, 440],
  [620, 880],
  [260, 420],
  [40, 80],
  [30, 70],
  [1000, 1900],
  [300, 430],
  [250, 410],
]
const longest = [4600, 4800] as const
/** A notice of fewer words than this has few participants too, and stays on one page. */
const short = 100

/** Half is issued last year, half is still being drafted. */
const issuedYear = 2025
const draftYear = 2026
/** So many numbers a day. */
const daily = 25

export const makeMeeting = (seed: string, index: number, offices: readonly Office[]): Made => {
  const chance = openChance(`${seed}/${index}`)
  const issued = index % 2 === 0
  const office = offices[Math.floor(index / 2) % 5 === 4 ? 1 : 0] as Office
  const year = issued ? issuedYear : draftYear
  const count = issued ? 60 + Math.floor(index / 2 / daily) : chance.between(20, 240)
  const units = [...office.rooms, ...office.schools, ...(issued ? [] : [office.late.id])]
  const speech = openSpeech(chance, units)
  const markdown = index % 10 === 3 || index % 10 === 8
  const words = chance.between(...(index % 100 === 47 ? longest : (lengths[index % 10] ?? longest)))
  const tables = !markdown && chance.in100(30)
  const conclusions = conclusionsOf(chance, speech, { words, tables, units, year, after: count + 4 })
  const record: Meeting = {
    ...frame(chance, speech, office, { year, count, issued, brief: words < short }),
    conclusions,
    ...(!markdown && words >= short && chance.in100(15) ? { annexes: annexes(chance, speech) } : {}),
  }
  if (record.annexes)
    conclusions.push({ text: `Số liệu chi tiết về việc ${speech.phrase()} thực hiện theo Phụ lục kèm theo.` })
  const id = `hop-${String(index + 1).padStart(5, '0')}`
  const { conclusions: tree, ...front } = record
  return {
    id,
    file: `content/meetings/${year}/${id}.${markdown ? 'md' : 'yaml'}`,
    text: markdown
      ? `---\n${stringify(front, { lineWidth: 110 })}---\n\n${markdownBody(tree)}`
      : stringify(record, { lineWidth: 110 }),
    office,
    ...(issued ? { issued: dayOf(year, count) } : {}),
  }
}

type When = {
  readonly year: number
  /** Days from the start of the year. */
  readonly count: number
  readonly issued: boolean
  readonly brief: boolean
}

/** Everything but the conclusions. */
const frame = (
  chance: Chance,
  speech: Speech,
  office: Office,
  { year, count, issued, brief }: When,
): Omit<Meeting, 'conclusions'> => {
  const topic = speech.title().replace(/^(Về việc|Công tác) /, '')
  const signatory = chance.one([office.head, ...office.deputies, office.chief, office.chief])
  const chair = signatory === office.chief ? office.head : signatory
  const met = count - chance.between(1, 4)
  return {
    notice: {
      body: office.id,
      subject: `Kết luận của Lãnh đạo Sở tại cuộc họp về việc ${topic}`,
      signatory,
      ...(issued ? {} : { date: dayOf(year, count).slice(0, 7) }),
      drafting: {
        unit: chance.one(office.rooms),
        initials: chance.one(['A', 'B', 'H', 'K', 'L', 'M', 'P', 'T']),
        copies: chance.between(3, 60),
      },
      ...(chance.in100(20) ? { recipients: { add: [office.groups[2] ?? ''] } } : {}),
      ...(chance.in100(4) ? { urgency: chance.one(['khan', 'thuong-khan', 'hoa-toc'] as const) } : {}),
    },
    ...(!brief && chance.in100(35) ? { basis: basis(chance, speech) } : {}),
    meeting: {
      sessions: chance.in100(15) ? { from: dayOf(year, met - 3), to: dayOf(year, met) } : dayOf(year, met),
      ...(chance.in100(60) ? { place: `Phòng họp số ${chance.between(1, 12)}` } : {}),
      chair,
      topic,
      heard: `các đơn vị báo cáo kết quả ${speech.phrase()}`,
      ...(chance.in100(40) ? { remarks: `ghi nhận kết quả ${speech.phrase()}` } : {}),
    },
    attendees: {
      form: chance.one(['sentence', 'paragraph', 'section'] as const),
      list: [
        { role: 'Lãnh đạo', units: chance.some(office.rooms, brief ? 2 : chance.between(2, 4)) },
        {
          role: 'Đại diện',
          units: [
            ...chance.some(office.schools, chance.between(1, brief ? 2 : 6)),
            ...(!issued && chance.in100(60) ? [office.late.id] : []),
          ],
        },
      ],
    },
    closing: { about: speech.title().replace(/^(Về việc|Công tác) /, '') },
  }
}

const basis = (chance: Chance, speech: Speech): string[] =>
  Array.from(
    { length: chance.between(1, 3) },
    () => `Căn cứ chương trình công tác năm về ${speech.title().replace(/^(Về việc|Công tác) /, '')}`,
  )

/** One annex, upright or so wide that it lies on its side. */
const annexes = (chance: Chance, speech: Speech): NonNullable<Meeting['annexes']> => {
  const title = speech.title().replace(/^(Về việc|Công tác) /, '')
  return [
    {
      title: `Danh mục ${title}`,
      text: table(chance, speech, chance.between(8, 40), chance.in100(30) ? 9 : chance.between(4, 6)),
    },
  ]
}
