/**
 * Who signs and on whose behalf: person + day → the lines of quyền hạn, chức vụ.
 * NĐ 30/2020, Điều 13 and Phụ lục I, Phần I, mục II.7b.
 */

import type { Report } from '../problem.ts'
import type { IssuingBody, Person, Post, Unit } from '../record/directory.ts'
import { holdsOn } from '../record/fields.ts'
import type { Records } from '../record/validate.ts'
import { problemAt, type Spot, span } from './references.ts'

export type Signing = { readonly authority: readonly string[]; readonly name: string }

const cite = 'NĐ 30/2020/NĐ-CP, Điều 13; Phụ lục I, Phần I, mục II.7b'

export const signatory = (
  person: Person,
  bodyId: string,
  body: IssuingBody,
  day: string,
  wish: 'TL' | 'TUQ' | undefined,
  records: Records,
  spot: Spot,
  report: Report,
): Signing | undefined => {
  const posts = person.posts.filter((post) => holdsOn(post, day))
  const ladders = [
    ...posts.flatMap((post) => ofBody(post, bodyId, body)),
    ...posts.flatMap((post) => byOrder(post, bodyId, body, day, records)),
    ...authorised(person, posts, bodyId, body, day),
  ]
  const fitting = wish ? ladders.filter((ladder) => ladder[0]?.startsWith(`${wish}.`)) : ladders
  const authority = fitting[0]
  if (authority) return { authority, name: person.name }
  problemAt(
    report,
    spot,
    'resolve/authority',
    `${person.name} không có thẩm quyền ký${wish ? ` ${wish}.` : ''} văn bản của ${body.name} vào ngày ${day}: ${why(person, posts, bodyId, day, records)}`,
    {
      hint: 'chọn người ký khác, hoặc bổ sung chức vụ, căn cứ ký thừa lệnh hay văn bản ủy quyền vào danh bạ',
      cite,
    },
  )
  return undefined
}

/** Head, acting head, deputy; for a body led by a collective the same on its behalf. */
const ofBody = (post: Post, bodyId: string, body: IssuingBody): (readonly string[])[] => {
  if (post.at !== bodyId) return []
  const onBehalf = body.collective === undefined ? [] : [`TM. ${body.collective}`]
  if (post.as === 'head') return [[...onBehalf, post.title]]
  if (post.as === 'acting') return [[...onBehalf, `Q. ${body.head}`]]
  if (post.as === 'deputy') return [[...onBehalf, `KT. ${body.head}`, post.title]]
  return []
}

/** TL.: the head of a unit whom the working rules let sign by order, and, passed on, his deputy. */
const byOrder = (
  post: Post,
  bodyId: string,
  body: IssuingBody,
  day: string,
  records: Records,
): (readonly string[])[] => {
  const unit = unitOf(post, records)
  if (!unit || unit.body !== bodyId || unit.byOrder === undefined || !holdsOn(unit, day)) return []
  if (post.as === 'head') return [[`TL. ${body.head}`, post.title]]
  if (post.as === 'acting') return [[`TL. ${body.head}`, `Q. ${unit.head ?? post.title}`]]
  if (post.as === 'deputy' && unit.head) return [[`TL. ${body.head}`, `KT. ${unit.head}`, post.title]]
  return []
}

/** TUQ.: only with a written authorisation that holds on the day. */
const authorised = (
  person: Person,
  posts: readonly Post[],
  bodyId: string,
  body: IssuingBody,
  day: string,
): (readonly string[])[] => {
  const holds = (person.authorisations ?? []).some((each) => each.body === bodyId && holdsOn(each, day))
  return holds ? posts.slice(0, 1).map((post) => [`TUQ. ${body.head}`, post.title]) : []
}

const unitOf = (post: Post, records: Records): Unit | undefined => records.units.get(post.at)?.value

const why = (
  person: Person,
  posts: readonly Post[],
  bodyId: string,
  day: string,
  records: Records,
): string => {
  if (posts.length === 0) {
    return `danh bạ không ghi chức vụ nào vào ngày đó (${person.posts.map((post) => `${post.title}: ${span(post)}`).join('; ')})`
  }
  const lapsed = (person.authorisations ?? []).find((each) => each.body === bodyId && !holdsOn(each, day))
  if (lapsed) return `văn bản ủy quyền "${lapsed.document}" chỉ có hiệu lực ${span(lapsed)}`
  const post = posts[0]
  const unit = post && unitOf(post, records)
  if (post && unit && unit.body === bodyId && unit.byOrder === undefined) {
    return `${unit.name} chưa được giao ký thừa lệnh (danh bạ không có "byOrder")`
  }
  return `chức vụ vào ngày đó là ${posts.map((each) => each.title).join(', ')}, không phải chức vụ có quyền ký`
}
