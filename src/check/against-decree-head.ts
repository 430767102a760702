/** The words and the place of the head: quốc hiệu, tiêu ngữ, số and ký hiệu, địa danh and date (mục II.1 to II.4). */

import { motto, nationalName } from '../notice/terms.ts'
import { type Check, type Context, figure } from './against-decree-fault.ts'
import { isOnOneLine } from './against-decree-line.ts'
import type { Piece } from './pieces.ts'
import { tolerances } from './tolerances.ts'

export const checkHead: Check = (context) => {
  words(context)
  places(context)
  spacing(context)
}

const first = (
  context: Context,
  part: Parameters<Context['identified']['parts']['get']>[0],
): Piece | undefined => context.identified.parts.get(part)?.[0]

/** Old and new places of the tone mark ("HOÀ", "HÒA") stand side by side in official texts, the decree's own included. */
const newTones = (text: string): string => text.replaceAll('HOÀ', 'HÒA').replaceAll('Hoà', 'Hòa')

const words = (context: Context): void => {
  const { nationalName: nation, motto: words } = context.rules.parts
  for (const [part, wanted, { label, cite }] of [
    ['nationalName', nationalName, nation],
    ['motto', motto, words],
  ] as const) {
    const piece = first(context, part)
    if (!piece || piece.text === wanted) continue
    const isTone = newTones(piece.text) === wanted
    context.say({
      rule: 'decree/wording',
      level: isTone ? 'info' : 'error',
      message: `${label} viết “${piece.text}”, cần “${wanted}”`,
      found: piece.text,
      allowed: wanted,
      ...(part === 'motto' && {
        hint: 'chữ đầu mỗi cụm viết hoa; giữa các cụm là gạch nối (-), có cách chữ',
      }),
      cite,
      pieces: [piece],
    })
  }
}

const places = (context: Context): void => {
  const nation = first(context, 'nationalName')
  const words = first(context, 'motto')
  const number = first(context, 'number')
  const date = first(context, 'placeDate')
  const { parts } = context.rules
  if (nation && nation.column !== 'right')
    context.say({
      rule: 'decree/place',
      level: 'error',
      message: `Quốc hiệu ở ${nation.column === 'left' ? 'bên trái' : 'giữa trang'}, cần ở phía trên, bên phải trang đầu`,
      found: nation.column === 'left' ? 'bên trái' : 'giữa trang',
      allowed: 'bên phải',
      cite: parts.nationalName.cite,
      pieces: [nation],
    })
  if (nation && words && words.paragraph.index < nation.paragraph.index)
    context.say({
      rule: 'decree/place',
      level: 'error',
      message: 'Tiêu ngữ ở trên Quốc hiệu, cần ở dưới',
      found: 'ở trên',
      allowed: 'ở dưới',
      cite: parts.motto.cite,
      pieces: [words],
    })
  if (number && date && isOnOneLine(number, date, context) === false)
    context.say({
      rule: 'decree/place',
      level: 'error',
      message: 'Địa danh, ngày tháng không cùng dòng với số, ký hiệu; cần cùng một dòng',
      found: 'khác dòng',
      allowed: 'cùng dòng',
      cite: parts.placeDate.cite,
      pieces: [date],
    })
}

/** "cách nhau dòng đơn": the two lines of ô 1, and the names of ô 2. */
const spacing = (context: Context): void => {
  const { identified, rules } = context
  for (const [upper, lower, cite] of [
    ['nationalName', 'motto', 'Phụ lục I, Phần I, mục II.1c'],
    ['parentBody', 'issuingBody', rules.parts.issuingBody.cite],
  ] as const) {
    const [above, below] = [identified.parts.get(upper)?.at(-1), identified.parts.get(lower)?.[0]]
    if (!above || !below || above.paragraph.index === below.paragraph.index) continue
    const gap = Math.max(above.paragraph.after ?? 0, below.paragraph.before ?? 0)
    const leading = below.paragraph.leading ?? 1
    const isWide = Math.abs(leading - 1) > tolerances.head.leading || gap > tolerances.head.gap
    if (!isWide || below.paragraph.index < above.paragraph.index) continue
    const found = gap > tolerances.head.gap ? `cách ${figure(gap)} pt` : `giãn dòng ${figure(leading, 2)}`
    context.say({
      rule: 'decree/line-spacing',
      level: 'warning',
      message: `${rules.parts[upper].label} và ${rules.parts[lower].label}: ${found}, cần cách nhau dòng đơn`,
      found,
      allowed: 'dòng đơn',
      cite,
      pieces: [below],
    })
  }
}
