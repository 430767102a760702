/** Which part of a document a line is, told by its words alone. Lenient: a misspelt motto is still meant to be the motto. */

import { motto, nationalName } from '../notice/terms.ts'
import { type Piece, tidy } from './pieces.ts'

/** Tên loại văn bản hành chính with their abbreviations (Phụ lục III, mục I). */
export const documentKinds: Readonly<Record<string, string>> = {
  'NGHỊ QUYẾT': 'NQ',
  'QUYẾT ĐỊNH': 'QĐ',
  'CHỈ THỊ': 'CT',
  'QUY CHẾ': 'QC',
  'QUY ĐỊNH': 'QyĐ',
  'THÔNG CÁO': 'TC',
  'THÔNG BÁO': 'TB',
  'HƯỚNG DẪN': 'HD',
  'CHƯƠNG TRÌNH': 'CTr',
  'KẾ HOẠCH': 'KH',
  'PHƯƠNG ÁN': 'PA',
  'ĐỀ ÁN': 'ĐA',
  'DỰ ÁN': 'DA',
  'BÁO CÁO': 'BC',
  'BIÊN BẢN': 'BB',
  'TỜ TRÌNH': 'TTr',
  'HỢP ĐỒNG': 'HĐ',
  'CÔNG ĐIỆN': 'CĐ',
  'BẢN GHI NHỚ': 'BGN',
  'BẢN THỎA THUẬN': 'BTT',
  'GIẤY ỦY QUYỀN': 'GUQ',
  'GIẤY MỜI': 'GM',
  'GIẤY GIỚI THIỆU': 'GGT',
  'GIẤY NGHỈ PHÉP': 'GNP',
  'PHIẾU GỬI': 'PG',
  'PHIẾU CHUYỂN': 'PC',
  'PHIẾU BÁO': 'PB',
}

/** Hình thức sao, with their abbreviations (Phụ lục III, mục I). */
export const copyForms: Readonly<Record<string, string>> = {
  'SAO Y': 'SY',
  'SAO LỤC': 'SL',
  'TRÍCH SAO': 'TrS',
}

/** Letters only, small, without marks: what is left of a text when it is typed carelessly. */
const bare = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^a-z]/g, '')

export const kindOf = (text: string): string | undefined => {
  const letters = bare(text)
  return Object.keys(documentKinds).find((kind) => bare(kind) === letters)
}

/** "TRÍCH SAO" on a line of its own, under the notice that it was made of. */
export const isCopyForm = (text: string): boolean => Object.keys(copyForms).includes(text)

/** "SỔ ĐĂNG KÝ VĂN BẢN ĐI" and the other books of Phụ lục IV. */
export const isBook = (text: string): boolean => /^SỔ (ĐĂNG KÝ|CHUYỂN GIAO) /u.test(text)

const isNearly = (text: string, model: string, most: number): boolean => {
  const [a, b] = [bare(text), bare(model)]
  return Math.abs(a.length - b.length) <= most && distance(a, b) <= most
}

/** Levenshtein. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j += 1)
      next.push(
        Math.min((row[j] ?? 0) + (letter === b[j] ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1),
      )
    row = next
  }
  return row[b.length] ?? 0
}

export const isNationalName = (text: string): boolean => isNearly(text, nationalName, 5)
export const isMotto = (text: string): boolean => isNearly(text, motto, 5)

/** "Số: 12/TB-SGDĐT", "Số      /TB", and what people make of it. */
export const isNumberLine = (text: string): boolean =>
  text.length < 80 &&
  (/^s[ốôo]\s*[:.;]?\s*[\d\s…._,-]*\s*[/\\|-]\s*\S/iu.test(text) ||
    /^s[ốô]\s*:/iu.test(text) ||
    /^[\d…. ]+\/\s*[\p{Lu}\d…]/u.test(text))

/** "Hậu Giang, ngày 10 tháng 3 năm 2020", or with the date in figures. */
export const isPlaceDate = (text: string): boolean =>
  text.length < 120 &&
  (/ng[àa]y\b.*\bth[áa]ng\b.*\bn[ăa]m\s*[\d.…\s]*[.,;]?$/iu.test(text) ||
    /^[\p{L}. -]+,?\s*(ng[àa]y\s*)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\.?$/iu.test(text))

export const isLetterSubject = (text: string): boolean => /^v\s*\/\s*v\b|^về việc\b/iu.test(text)

export const isAddressee = (text: string): boolean => /^kính\s*gửi\b/iu.test(text)

export const isRecipientsLabel = (text: string): boolean => /^nơi\s*nhận\s*[:.;]?$/iu.test(text)

/** A ruled table may have a column of that name. */
export const isLabel = ({ text, paragraph }: Piece): boolean =>
  isRecipientsLabel(text) && paragraph.cell?.bordered !== true

export const isAnnexLabel = (text: string): boolean =>
  /^phụ\s*lục(\s+(số\s*)?([ivxlc]+|\d+|[a-z]|[….]+))?\s*[:.]?$/iu.test(text)

export const isAnnexReference = (text: string): boolean => /^\(?\s*(ban hành\s+)?kèm\s*theo\b/iu.test(text)

export const isUrgency = (text: string): boolean =>
  ['HỎA TỐC', 'HOẢ TỐC', 'THƯỢNG KHẨN', 'KHẨN'].includes(tidy(text).toLocaleUpperCase('vi')) ||
  /^hỏa tốc hẹn giờ/iu.test(text)

export const isCirculation = (text: string): boolean =>
  /^(xem xong trả lại|lưu hành nội bộ)[.!]?$/iu.test(text)

export const isSecrecy = (text: string): boolean => /^(tuyệt mật|tối mật|mật|tài liệu thu hồi)$/iu.test(text)

/** "392/TB-SGDĐT; 10/3/2020; 09:30:00": what a digital signature leaves at the top. */
export const isSigningInfo = (text: string): boolean =>
  /\/[^;]+;.*\d.*:.*\d|^(sao y|sao lục|trích sao)\s*;/iu.test(text) || /giờ\s*:\s*phút/iu.test(text)

export const isAddress = (text: string): boolean =>
  /(địa chỉ|trụ sở|điện thoại|số điện thoại|đt|fax|e-?mail|thư điện tử|website|trang thông tin)[^:]{0,20}:/iu.test(
    text,
  )

/** "PL.(300)", "H05.12" */
export const isDrafter = (text: string): boolean =>
  /^\p{Lu}{1,6}\s*[.,-]?\s*\(?\s*\d{1,4}\s*\)?\.?$/u.test(text)

export const isParty = (text: string): boolean => /^đảng cộng sản việt nam$/iu.test(text)

/** "Căn cứ …", "Theo đề nghị của …": grounds that a document rests on. */
export const isBasis = (text: string): boolean =>
  /^(căn cứ|theo đề nghị của|xét đề nghị của|xét tờ trình|trên cơ sở)(?!\p{L})/iu.test(text)

/** Posts, and the prefixes before them. */
export const isAuthority = (text: string): boolean =>
  /^(tm|kt|tl|tuq|q|k\/t|t\/m|t\/l|t\/uq)\b/iu.test(text) ||
  /giám đốc|chủ tịch|chủ nhiệm|trưởng|phó |chánh|thư ký|ủy ban|uỷ ban|hội đồng|thủ tướng|viện|tổng cục|bí thư|quyền hạn|chức vụ|thẩm phán|kế toán|ban chỉ đạo|hạt trưởng|đội trưởng/iu.test(
    text,
  )
