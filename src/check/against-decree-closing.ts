/** How grounds and the whole content end: ";", "." and "./." (mục II.6a; Phụ lục III). */

import type { Check } from './against-decree-fault.ts'
import type { ContentPiece } from './identify.ts'

/** Each ground ends with ";", the last one with ".". */
export const checkGrounds: Check = (context) => {
  const grounds = context.identified.content.filter(({ part }) => part === 'basis')
  const { label, cite } = context.rules.parts.basis
  grounds.forEach((piece, index) => {
    const isLast = index === grounds.length - 1
    const wanted = isLast ? '.' : ';'
    if (/[.…]{2,}[;.]?$/.test(piece.text) || piece.text.endsWith(wanted)) return
    const end = /[.,;:!?]$/.exec(piece.text)?.[0]
    context.say({
      rule: 'decree/marks',
      // Most offices end the last one with ";" as well.
      level: isLast && end === ';' ? 'warning' : 'error',
      message: `${label}: ${isLast ? 'căn cứ cuối' : 'dòng căn cứ'} kết thúc bằng ${end ? `"${end}"` : 'chữ, không có dấu'}, cần "${wanted}"`,
      found: end ?? 'không có dấu',
      allowed: wanted,
      cite,
      pieces: [piece],
    })
  })
}

const closing = 'Phụ lục III (mẫu trình bày văn bản)'

/** "./." behind the last word of the content, once. */
export const checkClosing: Check = (context) => {
  const { content, form, parts } = context.identified
  const last = content.at(-1)
  if (!last || form !== 'document') return
  const cells = parts.get('tableCell')
  if (cells?.some(({ paragraph }) => paragraph.index > last.paragraph.index)) {
    if (cells.some(({ text }) => text.endsWith('./.'))) return
  }
  const say = (piece: ContentPiece, level: 'error' | 'warning', found: string, hint?: string): void =>
    context.say({
      rule: 'decree/closing',
      level,
      message: `nội dung kết thúc bằng “${found}”, cần "./." viết liền sau chữ cuối`,
      found,
      allowed: './.',
      ...(hint !== undefined && { hint }),
      cite: closing,
      pieces: [piece],
    })
  for (const piece of content.slice(0, -1))
    if (/\.\s*\/\s*\.$/.test(piece.text))
      context.say({
        rule: 'decree/closing',
        level: 'error',
        message: 'có "./." trước khi hết nội dung, cần chỉ một lần ở cuối',
        found: './. ở giữa',
        allowed: 'một lần, ở cuối nội dung',
        cite: closing,
        pieces: [piece],
      })
  const [end = ''] = /[\s./]*$/.exec(last.text) ?? []
  if (end === './.' || /^[.…\s]+\/\.$/.test(last.text)) return
  const near = last.text.slice(-longest)
  if (end.includes('/')) say(last, 'error', end.trim() === './.' ? ' ./.' : end.trim())
  else say(last, 'warning', near, 'mọi mẫu văn bản của Phụ lục III đều kết thúc bằng "./."')
}
const longest = 12
