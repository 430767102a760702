/** What the operating system refuses (error codes) → why, and what to do, in words. */

export type Refusal = { readonly why: string; readonly hint: string }

/** The code of a system error: 'ENOENT'; undefined for anything else. */
export const errorCode = (error: unknown): string | undefined => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : undefined
}

/** Undefined when the error did not come from the operating system: then it is our own fault. */
export const refusalOf = (error: unknown): Refusal | undefined => {
  const code = errorCode(error)
  if (code === undefined) return undefined
  const [why, hint] = words[code] ?? [
    `hệ điều hành từ chối (${code})`,
    'thử lại; nếu vẫn lỗi, báo người quản trị máy',
  ]
  return { why, hint }
}

const askForRights = 'kiểm tra quyền của thư mục, hoặc nhờ người quản trị máy cấp quyền'
const freeSpace = 'xóa bớt tệp không dùng, hoặc chọn nơi ghi khác, rồi chạy lại'

const words: Readonly<Record<string, readonly [why: string, hint: string]>> = {
  ENOENT: ['tệp hoặc thư mục không còn ở đó', 'kiểm tra đường dẫn; có thể tệp vừa được đổi tên hoặc xóa'],
  EACCES: ['không có quyền', askForRights],
  EPERM: [
    'không được phép, hoặc tệp đang mở trong chương trình khác',
    `đóng tệp trong Word hay trình xem PDF; nếu không phải vậy thì ${askForRights}`,
  ],
  EBUSY: ['tệp đang được chương trình khác dùng', 'đóng tệp trong Word hay trình xem PDF rồi chạy lại'],
  ETXTBSY: ['tệp đang được chương trình khác dùng', 'đóng chương trình đó rồi chạy lại'],
  EROFS: ['ổ đĩa chỉ cho đọc', 'chọn nơi ghi khác, hoặc bỏ chế độ chỉ đọc của ổ đĩa'],
  ENOSPC: ['ổ đĩa đã đầy', freeSpace],
  EDQUOT: ['đã dùng hết dung lượng được cấp trên ổ đĩa', freeSpace],
  EFBIG: ['tệp lớn quá mức ổ đĩa cho phép', 'chọn nơi ghi khác'],
  EISDIR: ['ở đó đang có một thư mục trùng tên', 'đổi tên hoặc xóa thư mục đó'],
  ENOTDIR: ['một phần của đường dẫn là tệp, không phải thư mục', 'đổi tên hoặc xóa tệp đó'],
  EEXIST: ['ở đó đã có một tệp hoặc thư mục trùng tên', 'đổi tên hoặc xóa tệp đó'],
  EXDEV: ['thư mục nằm trên hai ổ đĩa khác nhau', 'chọn nơi ghi nằm trọn trên một ổ đĩa'],
  ELOOP: ['các liên kết trỏ vòng quanh vào nhau', 'xóa liên kết hỏng trong đường dẫn'],
  ENAMETOOLONG: ['đường dẫn quá dài', 'rút ngắn tên tệp, hoặc chuyển dự án ra thư mục gần gốc ổ đĩa hơn'],
  EMFILE: ['máy đang mở quá nhiều tệp', 'đóng bớt chương trình rồi chạy lại'],
  ENFILE: ['máy đang mở quá nhiều tệp', 'đóng bớt chương trình rồi chạy lại'],
  EIO: ['ổ đĩa báo lỗi khi đọc, ghi', 'kiểm tra ổ đĩa hoặc mạng, sao lưu dữ liệu rồi chạy lại'],
  ESTALE: ['mất kết nối tới ổ đĩa mạng', 'kết nối lại ổ đĩa mạng rồi chạy lại'],
}
