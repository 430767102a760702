/**
 * A space after , ; : and after the full stop of a sentence. Numbers ("3,5", "14:00"), addresses and abbreviations
 * ("TP.HCM", "ThS.") are left alone.
 *
 * @example bad archive
 *   VT, QLCL-CSVC«,»P05
 * @example bad
 *   Các trường báo cáo«;»các phòng tổng hợp theo quy định«.»Văn phòng theo dõi.
 * @example good
 *   Tỉ lệ 3,5 lúc 14:00 tại TP.HCM; thư điện tử so.gddt,a@vi.du.vn, trang https://vi.du.vn/a:b,c, v.v.
 */

import { worded } from '../passage.ts'
import { matches, type Rule } from '../rule.ts'

// What stands before a mark is looked at last: most letters are no mark.
const mark = /[,;](?=\p{L})(?<!&#?[\p{L}\d]{1,8}[,;])|:(?=\p{L})(?<=\p{L}:)/gu
const fullStop = /\.(?=\p{Lu}\p{Ll})(?<=\p{Ll}{2}\.)/gu
const patterns = [
  [mark, /[,;:][^\s\d]/],
  [fullStop, /\.[^\s\d]/],
] as const
const address = /@|:\/\/|www\.|\.(?:docx?|xlsx?|pptx?|pdf|vn|com|org|net|edu|gov)(?![\p{L}\d])/u

export const spaceAfterMark: Rule<'text/space-after-mark'> = {
  id: 'text/space-after-mark',
  level: 'warning',
  title: 'Có dấu cách sau dấu câu',
  explain:
    'Sau dấu phẩy, chấm phẩy, hai chấm và dấu chấm hết câu có một dấu cách. Số, giờ, địa chỉ mạng và chữ viết tắt được bỏ qua.',
  on: true,
  kinds: [...worded, 'archive', 'body', 'unit', 'post'],
  check: {
    passage: ({ text }) => {
      const inAddress = (at: number): boolean =>
        [...text.matchAll(/\S+/g)].some(
          ({ index, 0: token }) => index <= at && at < index + token.length && address.test(token),
        )
      return patterns.flatMap(([pattern, sign]) =>
        matches(
          text,
          pattern,
          ({ 0: found, index }) =>
            inAddress(index)
              ? undefined
              : {
                  message: `thiếu dấu cách sau "${found}", cần một dấu cách`,
                  ...(pattern === mark ? { replacement: `${found} ` } : {}),
                },
          sign,
        ),
      )
    },
  },
}
