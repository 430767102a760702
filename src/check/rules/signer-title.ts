/**
 * Before the name of who signs there is no academic rank, degree or title of honour. The exception for public service
 * units of education, health and science is not ours to know: an office that falls under it silences the rule.
 *
 * @example bad person
 *   «ThS.» Nguyễn Văn Hiền
 * @example bad person
 *   «PGS.TS» Trần Minh Khoa
 * @example good person
 *   Nguyễn Văn Hiền
 */

import { matches, type Rule } from '../rule.ts'

const titles =
  /^(?:(?:(?:PGS|TSKH|ThS|Th\.S|GS|TS|NGƯT|NGND|BSCKII|BSCKI)(?![\p{L}\d])|(?:CN|KS|BS|DS|LS)(?=\.)|(?:Phó )?Giáo sư|Tiến sĩ|Thạc sĩ|Cử nhân|Kỹ sư|Bác sĩ|Nhà giáo (?:Ưu tú|Nhân dân)|Đồng chí|Đ\/c)(?:[.,](?!\s*$))?(?:\s(?=(?:PGS|TSKH|ThS|GS|TS)(?!\p{L})))?)+/giu

export const signerTitle: Rule<'text/signer-title'> = {
  id: 'text/signer-title',
  level: 'warning',
  title: 'Không ghi học hàm, học vị trước họ tên người ký',
  explain:
    'Trước họ tên người ký không ghi học hàm, học vị và danh hiệu danh dự khác. Đơn vị sự nghiệp giáo dục, y tế, khoa học được phép thì tắt quy tắc này, ghi rõ lý do.',
  cite: 'NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7c',
  on: true,
  kinds: ['person'],
  check: {
    passage: ({ text }) =>
      matches(
        text,
        titles,
        ([found]) => ({
          message: `có "${found}" trước họ tên, cần chỉ ghi họ và tên`,
        }),
        /^(?:PGS|TS|T?h\.?S|GS|NGƯT|NGND|BSCK|[CKBDL][NS]\.|Phó Giáo|Giáo|Tiến|Thạc|Cử|Kỹ|Bác|Nhà|Đồng|Đ\/)/i,
      ),
  },
}
