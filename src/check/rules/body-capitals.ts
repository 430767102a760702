/**
 * In the name of a body the first letter of each word for its kind, function and field is a capital. Only names that
 * are known are looked at: those of the directory and some that every office cites.
 *
 * @example bad
 *   Báo cáo «Sở Giáo dục và đào tạo» trước kỳ họp.
 * @example bad
 *   Phối hợp với «ủy ban nhân dân» các xã, phường.
 * @example bad unit
 *   Phòng Giáo dục «Và» Đào tạo
 * @example good
 *   Báo cáo Sở Giáo dục và Đào tạo, UBND tỉnh; cán bộ xây dựng, cơ sở giáo dục và đào tạo; đổi mới ở SỞ NỘI VỤ.
 */

import { namesIn } from '../body-names.ts'
import { worded } from '../passage.ts'
import { inWordsOf, matches, type Rule } from '../rule.ts'

export const bodyCapitals: Rule<'text/body-capitals'> = {
  id: 'text/body-capitals',
  level: 'warning',
  title: 'Viết hoa tên cơ quan, tổ chức',
  explain:
    'Viết hoa chữ cái đầu của các từ chỉ loại hình, chức năng, lĩnh vực hoạt động: "Sở Giáo dục và Đào tạo". Chỉ xét tên có trong danh bạ và một số tên thường gặp; tên viết hoa toàn bộ được bỏ qua.',
  cite: 'NĐ 30/2020/NĐ-CP, Phụ lục II, mục IV.1a',
  on: true,
  kinds: [...worded, 'body', 'unit'],
  check: {
    passage: ({ text, kind }, { names }) =>
      kind === 'body' || kind === 'unit'
        ? matches(text, /(?<=\p{L} )(?:Và|Của)(?= \p{L})/gu, ([found]) => ({
            message: `"${found}" trong tên cơ quan, cần viết "${found.toLowerCase()}"`,
            replacement: found.toLowerCase(),
          }))
        : namesIn(text, names).flatMap(({ offset, written, forms }) => {
            if (forms.has(written.replaceAll('\n', ' ')) || written === written.toUpperCase()) return []
            const right = [...forms]
            return [
              {
                offset,
                length: written.length,
                message: `tên cơ quan "${written}", cần viết "${right.join('" hoặc "')}"`,
                ...(right.length === 1 ? { replacement: inWordsOf(written, right[0] ?? written) } : {}),
              },
            ]
          }),
  },
}
