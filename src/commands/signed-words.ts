/** What was found about the signatures of a PDF → how grave it is, and the words for it. */

import type { Problem } from '../problem.ts'
import type { SignatureFlaw } from '../publish/archive/signature.ts'

/** What is refused, and what only needs a look. */
export const levelOf = (flaw: SignatureFlaw): Problem['level'] =>
  flaw.is === 'rewritten' || (flaw.is === 'uncovered' && flaw.harmless) ? 'warning' : 'error'

/** `compared`: there was a PDF of ours to compare with. */
export const flawProblem = (flaw: SignatureFlaw, compared: boolean, file: string): Problem => {
  const [message, hint] = flawWords(flaw, compared)
  return { rule: 'archive/signed', level: levelOf(flaw), file, message, hint }
}

const flawWords = (flaw: SignatureFlaw, compared: boolean): readonly [message: string, hint: string] => {
  switch (flaw.is) {
    case 'none':
      return ['tệp này không có chữ ký số nào', 'nêu đúng tệp PDF đã ký; bản chưa ký thì chương trình đã có']
    case 'range':
      return [
        'phạm vi byte của một chữ ký không đúng: ra ngoài tệp hoặc chừa ra nhiều hơn chữ ký',
        'tệp có thể đã bị sửa sau khi ký; lấy lại tệp từ phần mềm ký số',
      ]
    case 'uncovered':
      return flaw.harmless
        ? [
            `${flaw.bytes} byte cuối tệp nằm ngoài chữ ký, là dữ liệu để kiểm tra chữ ký lâu dài`,
            'kiểm tra chữ ký bằng công cụ của tổ chức chứng thực',
          ]
        : [
            `${flaw.bytes} byte cuối tệp không được chữ ký nào bảo vệ`,
            'tệp đã bị sửa sau khi ký; lấy lại tệp từ phần mềm ký số',
          ]
    case 'rewritten':
      return compared
        ? [
            'tệp không nối tiếp từ bản PDF đã ban hành, phần mềm ký đã ghi lại cả tệp',
            'so lại nội dung với bản đã ban hành; nên ký trực tiếp lên tệp PDF trong out/issued',
          ]
        : [
            'không so được với bản PDF đã ban hành vì không dựng lại được bản ấy',
            'so lại nội dung bằng mắt trước khi nộp lưu trữ',
          ]
  }
}
