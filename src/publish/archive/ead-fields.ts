/**
 * The descriptive fields of a hồ sơ (EAD, 18) and of a document in it (EAD_doc, 21): TT 05/2025/TT-BNV, Phụ lục III.
 * The circular's own schema of EAD lists 16 and its table 17; its XML frame has all 18, and so do packages in use.
 */

export type Field = {
  readonly name: string
  /** Longest text. A code is at most ten. */
  readonly most: number
  readonly is?: 'number' | 'date'
  /** Vietnamese, for problems. */
  readonly label: string
}

const code = 10
const day = 10

export const fileFields = [
  { name: 'fileCode', most: 100, label: 'mã hồ sơ' },
  { name: 'title', most: 1000, label: 'tiêu đề hồ sơ' },
  { name: 'maintenance', most: code, label: 'thời hạn bảo quản' },
  { name: 'mode', most: code, label: 'chế độ sử dụng' },
  { name: 'language', most: 100, label: 'ngôn ngữ' },
  { name: 'startDate', most: day, is: 'date', label: 'thời gian bắt đầu' },
  { name: 'endDate', most: day, is: 'date', label: 'thời gian kết thúc' },
  { name: 'keyword', most: 100, label: 'từ khóa' },
  { name: 'totalDoc', most: 10, is: 'number', label: 'tổng số tài liệu' },
  { name: 'numberOfPaper', most: 10, is: 'number', label: 'số lượng tờ' },
  { name: 'numberOfPage', most: 10, is: 'number', label: 'số lượng trang' },
  { name: 'format', most: code, label: 'tình trạng' },
  { name: 'inforSign', most: 30, label: 'ký hiệu thông tin' },
  { name: 'confidenceLevel', most: code, label: 'mức độ tin cậy' },
  { name: 'paperFileCode', most: 100, label: 'mã hồ sơ giấy gốc' },
  { name: 'riskRecovery', most: 1, label: 'chế độ dự phòng' },
  { name: 'riskRecoveryStatus', most: code, label: 'tình trạng dự phòng' },
  { name: 'description', most: 2000, label: 'ghi chú' },
] as const satisfies readonly Field[]

export const documentFields = [
  { name: 'docId', most: 25, label: 'mã định danh tài liệu' },
  { name: 'docCode', most: 100, label: 'mã lưu trữ tài liệu' },
  { name: 'maintenance', most: code, label: 'thời hạn bảo quản' },
  { name: 'typeName', most: code, label: 'tên loại' },
  { name: 'codeNumber', most: 11, label: 'số' },
  { name: 'codeNotation', most: 30, label: 'ký hiệu' },
  { name: 'issuedDate', most: day, is: 'date', label: 'ngày ban hành' },
  { name: 'organName', most: 200, label: 'cơ quan ban hành' },
  { name: 'subject', most: 500, label: 'trích yếu' },
  { name: 'language', most: 100, label: 'ngôn ngữ' },
  { name: 'numberOfPage', most: 4, is: 'number', label: 'số trang' },
  { name: 'inforSign', most: 30, label: 'ký hiệu thông tin' },
  { name: 'keyword', most: 100, label: 'từ khóa' },
  { name: 'mode', most: code, label: 'chế độ sử dụng' },
  { name: 'confidenceLevel', most: code, label: 'mức độ tin cậy' },
  { name: 'autograph', most: 2000, label: 'bút tích' },
  { name: 'format', most: 50, label: 'tình trạng' },
  { name: 'riskRecovery', most: 1, label: 'chế độ dự phòng' },
  { name: 'riskRecoveryStatus', most: code, label: 'tình trạng dự phòng' },
  { name: 'process', most: 1, label: 'quy trình xử lý' },
  { name: 'description', most: 500, label: 'ghi chú' },
] as const satisfies readonly Field[]

export type FileValues = Readonly<Record<(typeof fileFields)[number]['name'], string>>
export type DocumentValues = Readonly<Record<(typeof documentFields)[number]['name'], string>>
