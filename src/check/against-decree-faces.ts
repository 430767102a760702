/** Face and colour of everything in a file (mục I.4). */

import type { Check } from './against-decree-fault.ts'
import { lettered } from './against-decree-type.ts'
import { tolerances } from './tolerances.ts'

/** Times New Roman; in a PDF also the free faces of exactly its widths, which is how it is embedded where it may not be. */
export const checkFaces: Check = (context) => {
  const { pieces, measured } = context.identified
  const { face } = context.rules
  for (const piece of pieces) {
    const wrong = lettered(piece.runs).find(
      (run) => run.face !== undefined && !isFace(run.face, face, measured.format),
    )
    if (wrong?.face === undefined) continue
    const name = wrong.face.replace(/^[A-Z]{6}\+/, '')
    const isOld = /^\.?vn(i[- ]|times|arial|book|cen)|^\.vn/i.test(name)
    context.say({
      rule: 'decree/face',
      level: 'error',
      message: `phông chữ ${name}, cần ${face}`,
      found: name,
      allowed: face,
      ...(isOld && {
        hint: 'phông này dùng bảng mã cũ (TCVN3, VNI), không phải Unicode: chuyển mã rồi đổi phông',
      }),
      cite: 'Phụ lục I, Phần I, mục I.4',
      pieces: [piece],
    })
  }
}

const isFace = (name: string, face: string, format: 'docx' | 'pdf'): boolean => {
  const plain = (text: string): string =>
    text
      .replace(/^[A-Z]{6}\+/, '')
      .toLowerCase()
      .replace(/[^a-z]/g, '')
  const said = plain(name)
  // Faces of the family have names of their own in some files.
  if (new RegExp(`^${plain(face)}(ps)?(mt)?(bold|italic|regular)*(mt)?$`).test(said)) return true
  if (format === 'docx') return false
  return /^(tinos|liberationserif|times(roman|bold|italic|$))/.test(said)
}

export const checkColours: Check = (context) => {
  const { pieces, parts, measured } = context.identified
  // The mark of urgency is bright red by rule.
  const red = new Set(parts.get('urgency')?.map(({ paragraph }) => paragraph.index))
  for (const piece of pieces) {
    if (red.has(piece.paragraph.index)) continue
    const wrong = lettered(piece.runs).find(({ colour }) => colour !== undefined && !isBlack(colour))
    if (!wrong) continue
    context.say({
      rule: 'decree/colour',
      level: 'error',
      message: `chữ màu #${wrong.colour}, cần màu đen`,
      found: `#${wrong.colour}`,
      allowed: 'đen',
      cite: 'Phụ lục I, Phần I, mục I.4',
      pieces: [piece],
    })
  }
  for (const { pageNumber, number } of measured.pages)
    if (pageNumber?.colour !== undefined && !isBlack(pageNumber.colour))
      context.say({
        rule: 'decree/colour',
        level: 'error',
        message: `số trang màu #${pageNumber.colour}, cần màu đen`,
        found: `#${pageNumber.colour}`,
        allowed: 'đen',
        cite: 'Phụ lục I, Phần I, mục I.4',
        where: measured.format === 'pdf' ? `trang ${number}` : `phần (section) ${number}`,
      })
}

const isBlack = (colour: string): boolean =>
  !/^[0-9A-F]{6}$/.test(colour) ||
  [0, 2, 4].every((at) => Number.parseInt(colour.slice(at, at + 2), 16) <= tolerances.black)
