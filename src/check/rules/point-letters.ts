/**
 * Letters of points follow the Vietnamese alphabet: a) b) c) d) đ) e) …, without f, j, w and z. The program numbers
 * points itself; this looks at letters typed in running text.
 *
 * @example bad
 *   Gồm: a) hồ sơ; b) học bạ; c) sổ điểm; d) danh sách; «e)» biên bản.
 * @example bad
 *   Gồm: a) hồ sơ; b) học bạ; c) sổ điểm; d) danh sách; đ) biên bản; e) đơn; «f)» ảnh.
 * @example good
 *   Gồm: a) hồ sơ; b) học bạ; c) sổ điểm; d) danh sách; đ) biên bản; e) đơn; theo lớp (d) và lớp (e).
 */

import type { Rule } from '../rule.ts'

const marker = /(?<=^|[\s;:,])(\p{Ll})\)(?=\s)/gmu

export const pointLetters: Rule<'text/point-letters'> = {
  id: 'text/point-letters',
  level: 'warning',
  title: 'Điểm đánh theo bảng chữ cái tiếng Việt, có đ)',
  explain:
    'Thứ tự các điểm là a), b), c), d), đ), e) …; không dùng f, j, w, z. Chương trình tự đánh đúng khi viết thành danh sách.',
  cite: 'NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6đ',
  on: true,
  check: {
    passage: ({ text }) => {
      // Only letters that go on from an a) count something.
      if (!text.includes('a)')) return []
      const found = []
      let last = ''
      for (const { index, 0: all, 1: letter = '' } of text.matchAll(marker)) {
        if (last !== '' || letter === 'a') {
          const message =
            letter === 'e' && last === 'd'
              ? 'sau d) là e), cần đ)'
              : 'fjwz'.includes(letter)
                ? `"${all}" không thuộc bảng chữ cái tiếng Việt, cần chữ kế tiếp theo thứ tự tiếng Việt`
                : undefined
          if (message) found.push({ offset: index, length: all.length, message, hint })
          last = letter
        }
      }
      return found
    },
  },
}

const hint = 'viết thành danh sách thì chương trình tự đánh a), b), c), d), đ)'
