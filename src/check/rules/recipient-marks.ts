/**
 * Dashes, brackets of notes and the marks at the end of each recipient are set by the program; typed ones would stand
 * there twice.
 *
 * @example bad recipient
 *   «- »Cổng TTĐT Sở«;»
 * @example good recipient
 *   Cổng TTĐT Sở
 */

import { matches, type Rule } from '../rule.ts'

export const recipientMarks: Rule<'text/recipient-marks'> = {
  id: 'text/recipient-marks',
  level: 'warning',
  title: 'Nơi nhận không gõ gạch đầu dòng và dấu cuối dòng',
  explain:
    'Chương trình tự ghi gạch đầu dòng, dấu ngoặc của ghi chú, dấu chấm phẩy cuối mỗi dòng và dấu chấm ở dòng cuối.',
  cite: 'NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.9d',
  on: true,
  kinds: ['recipient'],
  check: {
    passage: ({ text, path }) => [
      ...matches(text, /^(?:[-–+*•]\s*|Nơi nhận:\s*)/gu, ([found]) => extra(found)),
      ...matches(text, /(?<=[^\s.;,])\s*[.;,]+$/gu, ([found]) => extra(found)),
      ...(path.at(-1) === 'note'
        ? matches(text, /^\((.*)\)$/gu, (match) => ({
            message: 'ghi chú đã có dấu ngoặc đơn, cần bỏ vì chương trình tự ghi',
            replacement: match[1] ?? '',
          }))
        : []),
    ],
  },
}

const extra = (found: string) => ({
  message: `thừa "${found.trim()}", cần bỏ vì chương trình tự ghi`,
  replacement: '',
})
