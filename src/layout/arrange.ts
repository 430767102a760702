/** Notice + table of rules → Sheet: what stands where (Mẫu 1.4 of NĐ 30/2020, Phụ lục III). */

import type { Notice } from '../notice/notice.ts'
import { annexLabel, motto, nationalName, numberLine, placeDateLine } from '../notice/terms.ts'
import { upper } from '../text/names.ts'
import { twoDigits } from '../text/numerals.ts'
import { annexSection } from './arrange-annex.ts'
import { arrangeContent, runs, type Setting } from './arrange-content.ts'
import { copyRows } from './arrange-copy.ts'
import { foot } from './arrange-foot.ts'
import { bodyLines, headWidths } from './arrange-head.ts'
import { centred, line } from './arrange-line.ts'
import type { decree30 } from './decree30.ts'
import type { Columns, Line, Measure, Row, Sheet } from './sheet.ts'
import type { Mm } from './units.ts'
import { wrap } from './wrap.ts'

/** `stamp`: the day that the files bear as theirs, 'YYYY-MM-DD'. */
export const arrange = (notice: Notice, rules: typeof decree30, measure: Measure, stamp: string): Sheet => {
  const { width, margins } = rules.page
  const textWidth = width - margins.left.use - margins.right.use
  const setting: Setting = { rules, measure, textWidth }
  const content = arrangeContent(notice.content, setting)
  return {
    rules,
    properties: {
      title: titleOf(notice),
      subject: notice.subject,
      author: notice.issuingBody.join(' '),
      language: 'vi-VN',
      date: stamp,
    },
    sections: [
      {
        ...(notice.circulation === undefined
          ? {}
          : { topMark: framed('circulation', notice.circulation, setting, rules) }),
        ...(notice.address === undefined
          ? {}
          : { address: notice.address.map((text) => line('address', text, setting)) }),
        rows: [
          head(notice, setting, rules),
          line('kind', notice.kind, setting),
          centred('subject', notice.subject, textWidth, setting),
          ...notice.basis.map((text): Line => ({ is: 'line', part: 'basis', runs: runs(text) })),
          ...closing(content, setting),
          foot(notice, setting, rules),
          ...(notice.copy ? copyRows(notice.copy, setting, rules) : []),
        ],
      },
      ...(notice.annexes ?? []).map((annex, index, all) =>
        annexSection(annex, annexLabel(index, all.length), setting),
      ),
    ],
  }
}

const titleOf = ({ kind, number, symbol, copy }: Notice): string => {
  const title = number === undefined ? `${kind} (dự thảo)` : `${kind} số ${twoDigits(number)}/${symbol}`
  return copy ? `${copy.form} ${title}` : title
}

/** Ô 2 beside ô 1, then ô 3 beside ô 4 on one line (mục II.4c). */
const head = (notice: Notice, setting: Setting, rules: typeof decree30): Columns => {
  const placeDate = line('placeDate', placeDateLine(notice.place, notice.date), setting)
  const widths = headWidths(placeDate, setting, rules)
  const [left = 0, right = 0] = widths
  return {
    is: 'columns',
    role: 'head',
    widths,
    rows: [
      [
        [
          ...notice.parentBody.map((name) => centred('parentBody', name, left, setting)),
          ...bodyLines(notice.issuingBody, left, setting),
        ],
        [line('nationalName', nationalName, setting), centred('motto', motto, right, setting)],
      ],
      [[line('number', numberLine(notice.number, notice.symbol), setting)], [placeDate]],
      ...(notice.urgency === undefined ? [] : [[[framed('urgency', notice.urgency, setting, rules)], []]]),
    ],
  }
}

const framed = (
  part: 'urgency' | 'circulation',
  text: string,
  setting: Setting,
  rules: typeof decree30,
): Line => {
  const widths: Readonly<Record<string, Mm>> = rules.parts[part].frame.widths
  return {
    ...line(part, text, setting),
    frame: widths[text] ?? setting.measure(upper(text), part) + rules.parts[part].frame.height,
  }
}

/**
 * The last lines of the content stay with the foot, so that a signature never stands alone; a short last paragraph
 * stays whole.
 */
const closing = (rows: readonly Row[], setting: Setting): Row[] => {
  const { breaks } = setting.rules
  let above = 0
  return rows
    .toReversed()
    .map((row, index): Row => {
      if (row.is !== 'line' || above >= breaks.aboveFoot) {
        above = breaks.aboveFoot
        return row
      }
      const count = linesOf(row, setting)
      above += count
      const whole = count <= (index === 0 ? breaks.closing : breaks.aboveFoot)
      return { ...row, keepNext: true, ...(whole ? { keepLines: true as const } : {}) }
    })
    .toReversed()
}

/** About how many lines a paragraph takes. */
const linesOf = (row: Line, { measure, textWidth }: Setting): number =>
  wrap(row.runs.map((run) => run.text).join(''), row.part, textWidth, measure).length
