/** A notice as a clerk types it in Word: no styles, direct formatting, a table without borders, connectors for the lines. */

import {
  a4,
  b,
  centred,
  i,
  line,
  p,
  pageField,
  size,
  spoken,
  table,
  type WordParts,
  wordFile,
} from './word-file.ts'

const single = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
const middle = `${single}${centred}`

export type Typed = {
  readonly head: string
  readonly kind: string
  readonly subject: string
  readonly content: string
  readonly foot: string
  readonly more: Partial<WordParts>
}

/** Column widths of the official templates. */
const headTable = (left: string, right: string): string => table([3829, 5670], [[left, right]])

/** The lines hang on the paragraph below the words they belong to, as they do after a few rounds of editing. */
const hung = (text: string, length: number, paragraph: string, run: string): string =>
  p(text, paragraph, run).replace('</w:pPr>', `</w:pPr>${line(length, { y: 0.8 })}`)

export const words = {
  parent: 'UBND TỈNH SUỐI BẠC',
  body: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO',
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  number: 'Số: 15/TB-SGDĐT',
  date: 'Suối Bạc, ngày 09 tháng 02 năm 2026',
} as const

const usual: Typed = {
  head: headTable(
    p(words.parent, middle, size(13)) +
      p(words.body, middle, b + size(13)) +
      hung('', 22, middle, size(13)) +
      p(words.number, middle, size(13)),
    p(words.nation, middle, b + size(13)) +
      p(words.motto, middle, b + size(14)) +
      hung('', 60.4, middle, size(13)) +
      p(words.date, middle, i + size(14)),
  ),
  kind: p('', single) + p('THÔNG BÁO', middle, b + size(14)),
  subject:
    p('Kết luận cuộc họp giao ban tháng 01 năm 2026', middle, b + size(14)) + hung('', 42, middle, size(14)),
  content: [
    'Ngày 02 tháng 02 năm 2026, Giám đốc Sở chủ trì cuộc họp giao ban tháng 01 năm 2026 với lãnh đạo các phòng, đơn vị trực thuộc và kết luận như sau:',
    '1. Các phòng rà soát tiến độ công việc được giao, báo cáo bằng văn bản gửi Văn phòng Sở tổng hợp trước ngày 15 tháng 02 năm 2026.',
    '2. Văn phòng Sở theo dõi, đôn đốc việc thực hiện.',
    'Sở Giáo dục và Đào tạo thông báo để các đơn vị biết, thực hiện./.',
  ]
    .map((text) => p(text, spoken, size(14)))
    .join(''),
  foot: table(
    [4500, 4571],
    [
      [
        p('Nơi nhận:', single, b + i + size(12)) +
          p('- Ban Giám đốc Sở;', single, size(11)) +
          p('- Các phòng, đơn vị trực thuộc;', single, size(11)) +
          p('- Lưu: VT, VP.', single, size(11)),
        p('GIÁM ĐỐC', middle, b + size(14)) +
          p('', middle).repeat(5) +
          p('Trần Văn An', middle, b + size(14)),
      ],
    ],
  ),
  more: {},
}

const header = `<w:p><w:pPr>${centred}</w:pPr>${pageField(size(14))}</w:p>`

/** `change`: what this one has differently. */
export const typedNotice = (change: Partial<Typed> | ((usual: Typed) => Partial<Typed>) = {}): Uint8Array => {
  const { head, kind, subject, content, foot, more } = {
    ...usual,
    ...(typeof change === 'function' ? change(usual) : change),
  }
  return wordFile({
    body: head + kind + subject + content + p('', single) + foot + p('', single),
    headers: { rId20: header },
    section: `<w:headerReference w:type="default" r:id="rId20"/>${a4}<w:titlePg/>`,
    ...more,
  })
}
