/** Notice + table of rules → Sheet: what stands where (Mẫu 1.4 of NĐ 30/2020, Phụ lục III). */

import type { Notice } from '../notice/notice.ts'
import { motto, nationalName, numberLine, placeDateLine, recipientsWord } from '../notice/terms.ts'
import { twoDigits } from '../text/numerals.ts'
import { arrangeContent, inLetters, runs, type Setting } from './arrange-content.ts'
import type { decree30 } from './decree30.ts'
import type { Columns, Line, Measure, Part, Row, Sheet } from './sheet.ts'
import type { Mm } from './units.ts'
import { balance, wrap } from './wrap.ts'

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
        rows: [
          head(notice, setting, rules),
          line('kind', notice.kind, setting),
          centred('subject', notice.subject, textWidth, setting),
          ...notice.basis.map((text): Line => ({ is: 'line', part: 'basis', runs: runs(text) })),
          ...closing(content, setting),
          foot(notice, setting, rules),
        ],
      },
    ],
  }
}

const titleOf = ({ kind, number, symbol }: Notice): string =>
  number === undefined ? `${kind} (dự thảo)` : `${kind} số ${twoDigits(number)}/${symbol}`

const line = (part: Part, text: string, { rules }: Setting): Line => ({
  is: 'line',
  part,
  runs: inLetters([{ text }], part, rules),
})

/** Centred text in lines of about equal length, with the stroke that the table wants under it. */
const centred = (part: Part, text: string, width: Mm, setting: Setting): Line => {
  const plainLine = line(part, text, setting)
  const printed = plainLine.runs.map((run) => run.text).join('')
  const { lines, inset } = balance(printed, part, width, setting.measure)
  const rule = strokeUnder(part, lines, setting)
  return { ...plainLine, ...(inset > 0 ? { inset } : {}), ...(rule === undefined ? {} : { rule }) }
}

/**
 * The table's share of "the text line": of the mean of the last and the longest line, so that the stroke keeps the
 * decree's proportion whichever of the two is meant.
 */
const strokeUnder = (part: Part, lines: readonly string[], { rules, measure }: Setting): Mm | undefined => {
  const { rule } = rules.parts[part] ?? {}
  if (!rule) return undefined
  const widths = lines.map((text) => measure(text, part))
  return (rule.share.use * ((widths.at(-1) ?? 0) + Math.max(...widths))) / 2
}

/** Ô 2 beside ô 1, then ô 3 beside ô 4 on one line (mục II.4c). */
const head = (notice: Notice, setting: Setting, rules: typeof decree30): Columns => {
  const widths = rules.head.shares.map((share) => share * setting.textWidth)
  const [left = 0, right = 0] = widths
  const bodies = notice.issuingBody.map((name, index) =>
    index === notice.issuingBody.length - 1
      ? centred('issuingBody', name, left, setting)
      : withoutRule(centred('issuingBody', name, left, setting)),
  )
  return {
    is: 'columns',
    role: 'head',
    widths,
    rows: [
      [
        [...notice.parentBody.map((name) => centred('parentBody', name, left, setting)), ...bodies],
        [line('nationalName', nationalName, setting), centred('motto', motto, right, setting)],
      ],
      [
        [line('number', numberLine(notice.number, notice.symbol), setting)],
        [line('placeDate', placeDateLine(notice.place, notice.date), setting)],
      ],
    ],
  }
}

const withoutRule = ({ rule: _, ...rest }: Line): Line => rest

/** Ô 9b beside ô 7: "Nơi nhận:" level with the first line of the authority (mục II.9d). */
const foot = (notice: Notice, setting: Setting, rules: typeof decree30): Columns => {
  const widths = rules.foot.shares.map((share) => share * setting.textWidth)
  const right = widths[1] ?? 0
  return {
    is: 'columns',
    role: 'foot',
    widths,
    rows: [
      [
        [
          line('recipientsLabel', recipientsWord, setting),
          ...notice.recipients.map((text) => line('recipient', `- ${text}`, setting)),
        ],
        [
          ...notice.signature.authority.map((text) => centred('authority', text, right, setting)),
          line('signerName', notice.signature.name, setting),
        ],
      ],
    ],
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
