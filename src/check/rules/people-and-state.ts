/**
 * "Nhân dân" and "Nhà nước" have capitals. Switched off unless asked for: official texts write both, and the words
 * also stand in names ("Ủy ban nhân dân") and set phrases.
 *
 * @example bad
 *   Phục vụ «nhân dân» ngày càng tốt hơn theo chủ trương của Đảng và «nhà nước».
 * @example good
 *   Phục vụ Nhân dân; Ủy ban nhân dân, Hội đồng nhân dân các cấp phối hợp thực hiện.
 */

import { matches, type Rule } from '../rule.ts'

const words =
  /(?<!(?:ủy ban|uỷ ban|hội đồng|tòa án|toà án|viện kiểm sát|quân đội|công an|nghệ sĩ|nhà giáo|thầy thuốc)\s)(?<!\p{L})(?:nhân dân|nhà nước)(?!\p{L})/giu

export const peopleAndState: Rule<'text/people-and-state'> = {
  id: 'text/people-and-state',
  level: 'info',
  title: 'Viết hoa "Nhân dân", "Nhà nước"',
  explain:
    'Hai từ này được viết hoa; trong tên cơ quan ("Ủy ban nhân dân") thì theo tên cơ quan. Mặc định tắt.',
  cite: 'NĐ 30/2020/NĐ-CP, Phụ lục II, mục V.1',
  on: false,
  check: {
    passage: ({ text }) =>
      matches(
        text,
        words,
        ([found]) => {
          const right = found.charAt(0).toUpperCase() + found.slice(1)
          return found !== found.toLowerCase() ? undefined : { message: `"${found}", cần viết "${right}"` }
        },
        /nhân dân|nhà nước/i,
      ),
  },
}
