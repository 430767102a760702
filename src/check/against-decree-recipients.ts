/** "Nơi nhận:" and the list below it (mục II.9d). */

import { recipientsWord } from '../notice/terms.ts'
import { type Check, type Context, figure } from './against-decree-fault.ts'
import { isOnOneLine } from './against-decree-line.ts'
import { type Say, teller } from './against-decree-say.ts'
import type { Piece } from './pieces.ts'

export const checkRecipients: Check = (context) => {
  label(context)
  recipients(context)
}

const label = (context: Context): void => {
  const { parts } = context.identified
  const piece = parts.get('recipientsLabel')?.[0]
  if (!piece) return
  const say = teller(context, context.rules.parts.recipientsLabel.cite)
  if (piece.text !== recipientsWord)
    say(
      'decree/recipients',
      'error',
      `dòng đầu nơi nhận viết “${piece.text}”`,
      piece.text,
      `“${recipientsWord}”`,
      piece,
    )
  const first = parts.get('authority')?.[0]
  if (first && isOnOneLine(piece, first, context) === false)
    say(
      'decree/recipients',
      'warning',
      '"Nơi nhận" không ngang hàng với dòng quyền hạn, chức vụ',
      'khác dòng',
      'ngang hàng',
      piece,
    )
}

/** mm: a list further in than this does not stand at the left edge. */
const flush = 3

const recipients = (context: Context): void => {
  const { parts, isLetter, content } = context.identified
  const items = merged(parts.get('recipient') ?? [])
  const say = teller(context, context.rules.parts.recipient.cite)
  items.forEach((piece, index) => {
    const isLast = index === items.length - 1
    // "……;" and "- ……" are places to fill in.
    if (!/^[-–—]/u.test(piece.text))
      say(
        'decree/recipients',
        'error',
        'dòng nơi nhận không có gạch đầu dòng',
        piece.text.slice(0, 12),
        '"- " ở đầu dòng',
        piece,
      )
    else if (/^[–—]/u.test(piece.text))
      say(
        'decree/recipients',
        'error',
        `dòng nơi nhận bắt đầu bằng "${piece.text.slice(0, 1)}"`,
        piece.text.slice(0, 1),
        'gạch nối "- "',
        piece,
      )
    else if (!/^-\s/u.test(piece.text))
      say(
        'decree/recipients',
        'warning',
        'sau gạch đầu dòng không có khoảng trắng',
        piece.text.slice(0, 2),
        '"- "',
        piece,
      )
    const end = /[.,;:]$/.exec(piece.text)?.[0]
    const wanted = isLast ? '.' : ';'
    if (end !== wanted)
      say(
        'decree/recipients',
        'error',
        `${isLast ? 'dòng cuối' : 'dòng'} nơi nhận kết thúc bằng ${end ? `"${end}"` : 'chữ, không có dấu'}`,
        end ?? 'không có dấu',
        `"${wanted}"`,
        piece,
      )
    const start = piece.paragraph.start ?? 0
    if (start > flush && piece.paragraph.cell)
      say(
        'decree/recipients',
        'warning',
        `dòng nơi nhận lùi vào ${figure(start)} mm`,
        `${figure(start)} mm`,
        'sát lề trái',
        piece,
      )
    if (/^-\s*như trên\b/iu.test(piece.text) && !isLetter && !parts.has('addressee') && content.length > 0)
      say(
        'decree/recipients',
        'warning',
        '"Như trên" mà văn bản không có "Kính gửi"',
        'Như trên',
        'tên nơi nhận',
        piece,
      )
  })
  archive(items, say)
}

/** "- Lưu: VT, <đơn vị soạn thảo>." closes the list. */
const archive = (items: readonly Piece[], say: Say): void => {
  const last = items.at(-1)
  if (!last) return
  const kept = items.find(({ text }) => /^[-–—]?\s*lưu\b/iu.test(text))
  if (!kept) {
    say(
      'decree/recipients',
      'error',
      'danh sách nơi nhận không có dòng "Lưu"',
      last.text,
      '"- Lưu: VT, …." ở cuối',
      last,
    )
    return
  }
  if (kept !== last)
    say(
      'decree/recipients',
      'error',
      'dòng "Lưu" không ở cuối danh sách nơi nhận',
      'không ở cuối',
      'dòng cuối',
      kept,
    )
  if (!/^[-–—]?\s*Lưu\s*:/u.test(kept.text))
    say(
      'decree/recipients',
      'error',
      'sau từ "Lưu" không có dấu hai chấm',
      kept.text.slice(0, 12),
      '"Lưu:"',
      kept,
    )
  else if (!/^[-–—]?\s*Lưu\s*:\s*VT(?!\p{L})/u.test(kept.text))
    say(
      'decree/recipients',
      'error',
      'dòng "Lưu" không bắt đầu bằng "VT"',
      kept.text.slice(0, 16),
      '"Lưu: VT, …"',
      kept,
    )
  else if (/,\S/u.test(kept.text))
    say(
      'decree/recipients',
      'warning',
      'trong dòng "Lưu", sau dấu phẩy không có khoảng trắng',
      kept.text,
      'khoảng trắng sau dấu phẩy',
      kept,
    )
}

/** A line typed on with Enter, without a dash, belongs to the item above. */
const merged = (pieces: readonly Piece[]): Piece[] => {
  const out: Piece[] = []
  for (const piece of pieces) {
    const before = out.at(-1)
    const goesOn =
      before && !/[.;]$/.test(before.text) && !/^[-–—+•]/u.test(piece.text) && !/^lưu\b/iu.test(piece.text)
    if (goesOn) out[out.length - 1] = { ...before, text: `${before.text} ${piece.text}` }
    else out.push(piece)
  }
  return out
}
