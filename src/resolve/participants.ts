/** Who took part: units, groups and people of the directory → the words that name them. */

import type { Report } from '../problem.ts'
import type { Person, Post } from '../record/directory.ts'
import { holdsOn } from '../record/fields.ts'
import type { Meeting, Participant } from '../record/meeting.ts'
import type { Entry, Records } from '../record/validate.ts'
import { inSentence } from '../text/names.ts'
import type { PersonFacts } from './facts.ts'
import { type Directory, problemAt, type Spot, span } from './references.ts'

export type Participants = {
  /** One text an entry: 'Hiệu trưởng các trường THPT: THPT Vị Thủy, …'. */
  readonly printed: readonly string[]
  /** Units and groups named, in order. */
  readonly ids: readonly string[]
}

/** `midSentence`: the words follow others of the same sentence. `day`: whose posts are named. */
export const participants = (
  list: readonly Participant[],
  path: readonly (string | number)[],
  entry: Entry<Meeting>,
  directory: Directory,
  records: Records,
  day: string,
  midSentence: boolean,
  report: Report,
): Participants => {
  const ids: string[] = []
  const printed = list.flatMap((participant, index) => {
    const spot = (...more: (string | number)[]): Spot => ({ entry, path: [...path, index, ...more] })
    const units = (participant.units ?? []).flatMap((id, position) => {
      const member = directory.member(id, spot('units', position))
      if (!member) return []
      ids.push(id)
      const opens = position === 0 && participant.role === undefined && !midSentence
      return [opens ? member.value.name : inSentence(member.value.name)]
    })
    const people = (participant.people ?? []).flatMap((id, position) => {
      const where = spot('people', position)
      const person = directory.person(id, where)
      const facts = person && personFacts(person, day, undefined, records, where, report)
      return facts ? [`đồng chí ${facts.name}, ${facts.post}`] : []
    })
    const text = participant.text === undefined ? [] : [participant.text]
    if (!participant.units && !participant.people && !participant.text && !participant.role) {
      problemAt(report, spot(), 'record/missing', 'mục này trống, cần role, units, people hoặc text')
    }
    const words = [participant.role ?? '', [...units, ...people, ...text].join(', ')].filter(
      (word) => word !== '',
    )
    return words.length > 0 ? [words.join(' ')] : []
  })
  return { printed, ids }
}

/** The person's post on a day; the one at `preferred` (a body) goes before others. */
export const personFacts = (
  person: Person,
  day: string,
  preferred: string | undefined,
  records: Records,
  spot: Spot,
  report: Report,
): PersonFacts | undefined => {
  const held = person.posts.filter((post) => holdsOn(post, day))
  const post = held.find((each) => each.at === preferred) ?? held[0]
  if (!post) {
    problemAt(
      report,
      spot,
      'resolve/not-in-force',
      `${person.name} không giữ chức vụ nào vào ngày ${day}, cần một chức vụ có hiệu lực vào ngày đó`,
      {
        hint: `danh bạ ghi ${person.posts.map((each) => `${each.title}: ${span(each)}`).join('; ')}`,
      },
    )
    return undefined
  }
  return { name: person.name, title: post.title, post: fullTitle(post, records, spot, report) }
}

/** 'Phó Giám đốc' at 'Sở Giáo dục và Đào tạo'; a unit's name is not said twice ('Chánh Văn phòng' at 'Văn phòng'). */
const fullTitle = (post: Post, records: Records, spot: Spot, report: Report): string => {
  if (post.full !== undefined) return post.full
  const unit = records.units.get(post.at)?.value
  const body = records.bodies.get(unit?.body ?? post.at)?.value
  if (!unit && !body) {
    problemAt(
      report,
      spot,
      'resolve/unknown-reference',
      `chức vụ "${post.title}" ở "${post.at}", nhưng danh bạ không có cơ quan, đơn vị nào mang mã này`,
    )
    return post.title
  }
  if (unit && body && post.title.toLocaleLowerCase('vi').endsWith(unit.name.toLocaleLowerCase('vi'))) {
    return `${post.title} ${body.name}`
  }
  return `${post.title} ${unit?.name ?? body?.name}`
}
