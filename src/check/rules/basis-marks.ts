/**
 * Every căn cứ ends with ";" and the last with ".". What has no mark gets the right one by itself; only a wrong one
 * that was typed is told.
 *
 * @example bad yaml
 *   basis:
 *     - Căn cứ Luật Giáo dục«.»
 *     - Căn cứ Điều lệ trường trung học«;»
 * @example good yaml
 *   basis:
 *     - Căn cứ Luật Giáo dục;
 *     - Căn cứ Điều lệ trường trung học
 */

import type { Rule } from '../rule.ts'

export const basisMarks: Rule<'text/basis-marks'> = {
  id: 'text/basis-marks',
  level: 'warning',
  title: 'Căn cứ kết thúc bằng dấu chấm phẩy, căn cứ cuối bằng dấu chấm',
  explain:
    'Mỗi căn cứ một dòng, cuối dòng có dấu chấm phẩy, dòng cuối cùng kết thúc bằng dấu chấm. Không gõ dấu thì chương trình tự ghi.',
  cite: 'NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6a',
  on: true,
  check: {
    record: ({ passages }) => {
      const bases = passages.filter(({ kind }) => kind === 'basis')
      return bases.flatMap((passage, index) => {
        const right = index === bases.length - 1 ? '.' : ';'
        const words = passage.text.trimEnd()
        let from = words.length
        while ('.;:,'.includes(words[from - 1] ?? ' ')) from -= 1
        const found = words.slice(from)
        if (found === '' || found === right) return []
        const which = right === '.' ? 'căn cứ cuối cùng' : 'căn cứ này'
        return [
          {
            passage,
            offset: from,
            length: found.length,
            message: `${which} kết thúc bằng "${found}", cần dấu "${right}"`,
            replacement: right,
          },
        ]
      })
    },
  },
}
