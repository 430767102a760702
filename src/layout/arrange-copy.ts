/** The parts of a copy → rows under the notice: a line across the text area, then a head and a foot of their own. */

import type { Copy } from '../notice/notice.ts'
import { numberLine, placeDateLine } from '../notice/terms.ts'
import type { Setting } from './arrange-content.ts'
import { foot } from './arrange-foot.ts'
import { bodyLines, headWidths } from './arrange-head.ts'
import { line } from './arrange-line.ts'
import type { decree30 } from './decree30.ts'
import type { Row } from './sheet.ts'

/** NĐ 30/2020, Phụ lục I, Phần II, mục II.2 and Mẫu 3.1: all on one sheet of paper, so nothing of it may be torn off. */
export const copyRows = (copy: Copy, setting: Setting, rules: typeof decree30): Row[] => {
  const placeDate = line('placeDate', placeDateLine(copy.place, copy.date), setting)
  const widths = headWidths(placeDate, setting, rules)
  return [
    { is: 'line', part: 'copyRule', runs: [], rule: setting.textWidth, keepNext: true },
    {
      is: 'columns',
      role: 'head',
      keepNext: true,
      widths,
      rows: [
        [bodyLines(copy.issuingBody, widths[0], setting), [line('copyForm', copy.form, setting)]],
        [[line('number', numberLine(copy.number, copy.symbol), setting)], [placeDate]],
      ],
    },
    foot(copy, setting, rules),
  ]
}
