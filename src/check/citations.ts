/** Documents cited by number in a record, in the order of print, and how fully each is named. */

import { anyKind, symbolPattern } from './document-kinds.ts'
import { once } from './once.ts'
import type { Passage } from './passage.ts'
import { restOfClause } from './sentence.ts'

export type Citation = {
  readonly passage: Passage
  readonly offset: number
  readonly length: number
  /** 'Công văn số 82/SGDĐT-QLCL' */
  readonly text: string
  readonly first: boolean
  readonly date: boolean
  readonly body: boolean
  readonly about: boolean
}

const pattern = new RegExp(
  String.raw`(?<!\p{L})(?<!\(kèm theo\s+)(?!Luật|Pháp lệnh)(?:${anyKind})\s+số:?\s*(${symbolPattern})`,
  'giu',
)

/** What every citation holds; the pattern takes long to be made ready. */
const sign = /số:?\s*\d/i

const dated = /^,?\s*(?:ngày|tháng|năm)\s+\d/iu
const byBody = /(?<!\p{L})của\s+\S/iu

/** With what a trích yếu begins. */
const topic =
  /(?<!\p{L})(?:về|v\/v|quy định|ban hành|hướng dẫn|phê duyệt|sửa đổi|bổ sung|triển khai|công bố|thông qua|tổ chức|thực hiện|giao|thành lập|công nhận|chấn chỉnh|tăng cường|điều chỉnh|đẩy mạnh|thí điểm|kèm theo|quy chế|kiện toàn|đổi mới|nâng cao|bãi bỏ|thay thế|kết luận|phân công|phân cấp|ủy quyền|cử|cho phép|xây dựng|phát triển|tiếp tục|phát động|hợp nhất)(?!\p{L})/iu

/** A trích yếu is too short to cite in full. */
const citing: readonly Passage['kind'][] = [
  'basis',
  'opening',
  'attendee',
  'heading',
  'content',
  'closing',
  'annex',
]

export const firstAndLater = once((passages: readonly Passage[]): readonly Citation[] => {
  const seen = new Set<string>()
  return passages
    .filter(({ kind }) => citing.includes(kind))
    .flatMap((passage) =>
      (sign.test(passage.text) ? [...passage.text.matchAll(pattern)] : []).map((match) => {
        const number = (match[1] ?? '').replace(/\s+/g, '').toLowerCase()
        const first = !seen.has(number)
        seen.add(number)
        const rest = restOfClause(passage.text, match.index + match[0].length)
        const named = byBody.exec(rest)
        return {
          passage,
          offset: match.index,
          length: match[0].length,
          text: match[0].replace(/\s+/g, ' '),
          first,
          date: dated.test(rest),
          body: named !== null,
          about: topic.test(named ? rest.slice(named.index) : rest),
        }
      }),
    )
})
