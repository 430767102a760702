/**
 * Numbers and letters of divisions come from their place; one that is typed in a YAML record is printed besides, or
 * makes a list inside the item. In Markdown bodies the reader of the body says so.
 *
 * @example bad yaml
 *   conclusions:
 *     - heading: «I.» Đánh giá chung
 *       items: ["«1.» Các trường báo cáo.", "«a)» Phòng tổng hợp."]
 * @example good yaml
 *   conclusions:
 *     - heading: Đánh giá chung
 *       items: ["Các trường báo cáo, 1. là số thứ tự.", "Gồm: a) hồ sơ; b) đơn."]
 */

import { matches, type Rule } from '../rule.ts'

const ofHeading = /^(?:[IVXLC]{1,6}|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)](?=\s)/gu
const ofText = /^(?:(?:\d{1,2}|[IVX]{1,5})[.)]|[a-zđ]\))(?=\s)/gu
const ofLine = /\n[ \t]*([a-zđ]\))(?=\s)/gu
const anotherNumber = /\n[ \t]*\d{1,2}[.)]\s/

export const typedNumber: Rule<'text/typed-number'> = {
  id: 'text/typed-number',
  level: 'warning',
  title: 'Không gõ số thứ tự của mục, khoản, điểm',
  explain:
    'Chương trình tự đánh I., 1., a) theo cấp; số gõ tay sẽ in thành hai số hoặc thành một danh sách lồng bên trong.',
  cite: 'NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6đ',
  on: true,
  kinds: ['heading', 'content', 'annex-title'],
  check: {
    passage: ({ text, kind, source }) => {
      if (!source.file.endsWith('.yaml')) return []
      const patterns =
        kind !== 'content' ? [ofHeading] : anotherNumber.test(text) ? [ofLine] : [ofText, ofLine]
      return patterns.flatMap((pattern) =>
        matches(text, pattern, ({ index, 0: all, 1: found = all }) => ({
          offset: index + all.length - found.length,
          message: `đã gõ sẵn "${found}", cần bỏ vì chương trình tự đánh số`,
          hint: 'muốn một cấp dưới thì viết thành các mục con trong "items"',
        })),
      )
    },
  },
}
