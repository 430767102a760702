/** Our words → the code lists of TT 05/2025/TT-BNV (descriptive metadata of files and documents). */

/** Tên loại, by its abbreviation (NĐ 30/2020, Phụ lục III). */
const types: Readonly<Record<string, string>> = {
  NQ: '01',
  QĐ: '02',
  CT: '03',
  QC: '04',
  QyĐ: '05',
  TC: '06',
  TB: '07',
  HD: '08',
  CTr: '09',
  KH: '10',
  PA: '11',
  ĐA: '12',
  DA: '13',
  BC: '14',
  TTr: '15',
  BB: '20',
  HĐ: '21',
  CĐ: '23',
}

export const typeCode = (abbreviation: string): string => types[abbreviation] ?? '32'

/** Tiếng Việt. */
export const vietnamese = '01'

/** Thời hạn bảo quản. */
export const maintenanceCodes = {
  permanent: '01',
  'years-70': '02',
  'years-50': '03',
  'years-30': '04',
  'years-20': '05',
  'years-10': '06',
  other: '07',
} as const

/** Chế độ sử dụng. */
export const modeCodes = { open: '01', conditional: '02', secret: '03' } as const

/** Mức độ tin cậy: what the original is. A paper original with its electronic files is a mix of both. */
export const confidenceCodes = { electronic: '01', paper: '03' } as const

/** Tình trạng: the bytes are whole, that is checked before a package is made. */
export const goodCondition = '01'
