/** Names of kinds of documents as running text writes them, and the pattern that finds a numbered one. */

import { kinds } from '../notice/kinds.ts'

/** Those of the decree's list (Phụ lục III), and what else a notice cites. */
const names: readonly string[] = [
  ...Object.values(kinds).map(({ name }) => name),
  'Luật',
  'Pháp lệnh',
  'Lệnh',
  'Nghị định',
  'Thông tư liên tịch',
  'Thông tư',
  'Công văn',
  'Công điện',
  'Tờ trình',
  'Hợp đồng',
  'Giấy mời',
  'Giấy ủy quyền',
  'Giấy giới thiệu',
  'Bản ghi nhớ',
  'Bản thỏa thuận',
]

/** Longest first, so that "Thông tư liên tịch" is not taken for "Thông tư". */
export const anyKind: string = [...names]
  .sort((a, b) => b.length - a.length)
  .join('|')
  .replaceAll(' ', String.raw`\s+`)

/** The kind as it should be written: "công văn" → "Công văn". */
export const kindName = (written: string): string =>
  names.find((name) => name.toLowerCase() === written.toLowerCase().replace(/\s+/g, ' ')) ?? written

/** "82/SGDĐT-QLCL-CSVC", "30/2020/NĐ-CP" */
export const symbolPattern = String.raw`\d+[\p{L}]?\s*\/\s*[\d\p{L}&]+(?:[/-][\d\p{L}&]+)*`
