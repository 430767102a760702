/**
 * Every annex is announced in the content, and nothing is announced that does not come along.
 *
 * @example bad yaml
 *   conclusions: [Các trường báo cáo kết quả.]
 *   annexes: [{title: Danh sách các trường, text: Trường A.}]
 * @example bad yaml
 *   conclusions: [Các trường báo cáo «theo Phụ lục kèm theo».]
 * @example good yaml
 *   conclusions: [Các trường báo cáo theo mẫu ở Phụ lục kèm theo.]
 *   annexes: [{title: Danh sách các trường, text: Trường A.}]
 * @example good yaml
 *   conclusions: ["Báo cáo theo Phụ lục I, II; đối chiếu Phụ lục I Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư."]
 *   annexes: [{title: Danh sách, text: Trường A.}, {title: Biểu mẫu, text: Mẫu B.}]
 */

import { type Block, isDivision, type Notice, plain } from '../../notice/notice.ts'
import { annexLabel } from '../../notice/terms.ts'
import { matches, type Rule } from '../rule.ts'

const attached =
  /(?<!\p{L})(?:(?:theo|tại|ở) )?(?:các )?phụ lục(?: [IVX\d]+)?,? (?:ban hành )?(?:kèm theo|đính kèm)(?! (?:Nghị|Thông tư|Quyết|Kế|Công|Luật))/giu
const numerals =
  /phụ lục(?: số)?:?\s+((?:[IVX]+|\d+)(?:\s*(?:,|và|-|–|đến)\s*(?:phụ lục\s+)?(?:[IVX]+|\d+))*)/giu
const all = /(?:các|những|\d+) phụ lục|phụ lục (?:kèm theo|đính kèm)/iu

export const annexAnnounced: Rule<'text/annex-announced'> = {
  id: 'text/annex-announced',
  level: 'warning',
  title: 'Phụ lục được nêu trong nội dung',
  explain:
    'Văn bản có phụ lục kèm theo thì trong nội dung phải có chỉ dẫn về phụ lục đó; có chỉ dẫn thì phải có phụ lục.',
  cite: 'NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1a',
  on: true,
  check: {
    notice: (notice) => {
      const annexes = notice.annexes ?? []
      if (annexes.length === 0) return []
      const text = wordsOf(notice)
      const named = new Set([...text.matchAll(numerals)].flatMap(([, list = '']) => expand(list)))
      return annexes.flatMap((annex, index) => {
        const label = annexLabel(index, annexes.length)
        if (annexes.length === 1 ? /phụ lục/iu.test(text) : all.test(text) || named.has(index + 1)) return []
        return [
          {
            path: ['annexes', index, 'title'],
            message: `nội dung chưa nhắc tới ${label} "${annex.title}", cần chỉ dẫn về phụ lục trong nội dung`,
            hint: `ví dụ: "(chi tiết tại ${label} kèm theo)"`,
          },
        ]
      })
    },
    record: ({ passages, annexes }) =>
      annexes > 0
        ? []
        : passages
            .filter(({ kind }) => kind === 'content' || kind === 'closing')
            .flatMap((passage) =>
              matches(
                passage.text,
                attached,
                ([found]) => ({
                  message: `nội dung nói "${found}" mà bản ghi không có phụ lục, cần thêm vào "annexes" hoặc bỏ chỉ dẫn`,
                }),
                /phụ lục/i,
              ).map((finding) => ({ passage, ...finding })),
            ),
  },
}

/** "I, III - V" → 1, 3, 4, 5 */
const expand = (list: string): number[] => {
  const found: number[] = []
  let range = false
  for (const token of list.match(/[IVX]+|\d+|-|–|đến/giu) ?? []) {
    const value = romanOrArabic(token)
    if (value === undefined) range = true
    else {
      for (let each = (found.at(-1) ?? value) + 1; range && each < value; each += 1) found.push(each)
      found.push(value)
      range = false
    }
  }
  return found
}

const romanOrArabic = (token: string): number | undefined => {
  if (/^\d{1,2}$/.test(token)) return Number(token)
  if (!/^[IVX]{1,6}$/i.test(token)) return undefined
  const digits = [...token.toUpperCase()].map((letter) => ({ I: 1, V: 5, X: 10 })[letter] ?? 0)
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0)
}

const wordsOf = ({ basis, content }: Notice): string =>
  [...basis.map(plain), ...content.map(blockWords)].join('\n')

const blockWords = (block: Block): string => {
  if (block.is === 'paragraph') return plain(block.text)
  if (block.is === 'table') return [block.head, ...block.rows].flat().map(plain).join('\n')
  const own = isDivision(block) ? block.title : block.text
  return [...(own ? [plain(own)] : []), ...block.blocks.map(blockWords)].join('\n')
}
