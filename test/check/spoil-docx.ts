/** A good Word file, and what can be wrong with it: one kind after another, and what a checker must say of each. */

import { againstDecree, rulerOf } from '../../src/check/against-decree.ts'
import { readDocx } from '../../src/check/measure/docx.ts'
import type { Fonts } from '../../src/fonts/fonts.ts'
import type { Columns, Row, Sheet } from '../../src/layout/sheet.ts'
import type { Problem } from '../../src/problem.ts'
import { renderDocx } from '../../src/render/docx/docx.ts'
import { line, noticeSheet } from '../fixtures/sheets.ts'
import {
  aligned,
  bold,
  both,
  change,
  document,
  drop,
  type Edit,
  inParagraph,
  inRun,
  inStyle,
  italic,
  notBold,
  onProperties,
  type Parts,
  type Spoil,
  section,
  size,
  spoilt,
  strokeLength,
  styles,
  swapped,
  upright,
  withoutStroke,
  words,
} from './spoil-edits.ts'

const drafted = (row: Columns): Columns => ({
  ...row,
  rows: row.rows.map((cells) =>
    cells.map((cell, index) => (index === 0 ? [...cell, line('drafter', 'PL.(30)')] : cell)),
  ),
})

/** A notice with every part that can go wrong: drafter's mark, an annex that the text announces. */
const sheet: Sheet = {
  ...noticeSheet,
  sections: [
    {
      rows: noticeSheet.sections.flatMap(({ rows }) =>
        rows.flatMap((row): Row[] => {
          if (row.is === 'columns' && row.role === 'foot') return [drafted(row)]
          const isClosing = row.is === 'line' && row.runs.some(({ text }) => text.endsWith('./.'))
          return isClosing
            ? [line('paragraph', 'Thời hạn của từng đơn vị theo Phụ lục kèm theo Thông báo này.'), row]
            : [row]
        }),
      ),
    },
    {
      rows: [
        line('annexLabel', 'Phụ lục', { keepNext: true }),
        line('annexTitle', 'DANH SÁCH ĐƠN VỊ', { keepNext: true }),
        line(
          'annexReference',
          '(Kèm theo Thông báo số 07/TB-SGDĐT ngày 05 tháng 9 năm 2026 của Sở Giáo dục và Đào tạo)',
        ),
        line('paragraph', 'Danh sách gồm các trường trung học phổ thông và các đơn vị trực thuộc Sở.'),
      ],
    },
  ],
}

export const goodDocx = (): Promise<Uint8Array> => renderDocx(sheet)

export const problemsIn = (bytes: Uint8Array, fonts: Fonts): Problem[] =>
  againstDecree(readDocx('x.docx', bytes, rulerOf(fonts)).measured, fonts).map(({ problem }) => problem)

export const isFound = (problems: readonly Problem[], { rule, cite }: Spoil): boolean =>
  problems.some((problem) => problem.rule === rule && problem.cite?.includes(cite) === true)

export type Figures = {
  readonly found: number
  readonly all: number
  readonly missed: readonly string[]
  /** What was said of the file that has nothing wrong. */
  readonly falseAlarms: readonly string[]
}

/** How many of the faults the checker finds, and how often it cries wolf. */
export const spoilFigures = async (fonts: Fonts): Promise<Figures> => {
  const good = await goodDocx()
  const missed = spoils.filter((spoil) => !isFound(problemsIn(spoilt(good, spoil), fonts), spoil))
  return {
    found: spoils.length - missed.length,
    all: spoils.length,
    missed: missed.map(({ name }) => name),
    falseAlarms: problemsIn(good, fonts).map(({ message }) => message),
  }
}

/** "131 of 131 found, 0 false alarms" */
export const spoilSummary = ({ found, all, falseAlarms }: Figures): string =>
  `${found} of ${all} found, ${falseAlarms.length} false alarms`

const national = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
const motto = 'Độc lập - Tự do - Hạnh phúc'
const body = 'SỞ GIÁO DỤC VÀ ĐÀO TẠO'
const parent = 'UBND TỈNH HẬU GIANG'
const subject = 'Kết luận của Phó Giám đốc'
const opening = 'Ngày 03 tháng 9 năm 2026, '
const closing = 'Văn phòng Sở thông báo đến các đơn vị biết, thực hiện./.'

const I = (point: string): string => `Phụ lục I, Phần I, mục I.${point}`
const II = (point: string): string => `Phụ lục I, Phần I, mục II.${point}`
const III = (point: string): string => `Phụ lục I, Phần I, mục III.${point}`

/** Kinds of faults in `spoilable`. */
export const spoils: readonly Spoil[] = [
  ...page(),
  ...head(),
  ...numberAndDate(),
  ...title(),
  ...content(),
  ...foot(),
  ...others(),
]

function page(): Spoil[] {
  const margin = (side: string, mm: number): Edit =>
    section(new RegExp(`(<w:pgMar [^>]*w:${side}=")\\d+`), `$1${Math.round((mm * 1440) / 25.4)}`)
  const header = 'word/header1.xml'
  return [
    {
      name: 'giấy Letter',
      edit: section(/w:w="11906" w:h="16838"/, 'w:w="12240" w:h="15840"'),
      rule: 'decree/paper',
      cite: I('1'),
    },
    {
      name: 'giấy đặt ngang',
      edit: both(
        section(/w:w="11906" w:h="16838"/, 'w:w="16838" w:h="11906"'),
        change(document, /<w:tbl>(?:(?!<w:tbl>).)*?tableHead.*?<\/w:tbl>/s, ''),
      ),
      rule: 'decree/paper',
      cite: I('2'),
    },
    { name: 'lề trên 15', edit: margin('top', 15), rule: 'decree/margin', cite: I('3') },
    { name: 'lề dưới 30', edit: margin('bottom', 30), rule: 'decree/margin', cite: I('3') },
    { name: 'lề trái 25', edit: margin('left', 25), rule: 'decree/margin', cite: I('3') },
    { name: 'lề phải 10', edit: margin('right', 10), rule: 'decree/margin', cite: I('3') },
    { name: 'lề đóng gáy làm lề trái 40', edit: margin('gutter', 10), rule: 'decree/margin', cite: I('3') },
    {
      name: 'không có số trang',
      edit: (parts) => parts.set(document, parts.get(document).replace(/<w:headerReference [^>]*\/>/g, '')),
      rule: 'decree/page-number',
      cite: I('7'),
    },
    {
      name: 'số trang hiện ở trang 1',
      edit: section(/<w:titlePg\/>/, ''),
      rule: 'decree/page-number',
      cite: I('7'),
    },
    {
      name: 'số trang ở chân trang',
      edit: section(/<w:headerReference ([^>]*)\/>/, '<w:footerReference $1/>'),
      rule: 'decree/page-number',
      cite: I('7'),
    },
    {
      name: 'số trang canh phải',
      edit: aligned('pageNumber', 'right'),
      rule: 'decree/page-number',
      cite: I('7'),
    },
    { name: 'số trang cỡ 11', edit: size('pageNumber', 11), rule: 'decree/page-number', cite: I('7') },
    { name: 'số trang nghiêng', edit: italic('pageNumber'), rule: 'decree/page-number', cite: I('7') },
    {
      name: 'số trang kèm chữ',
      edit: change(header, /<w:r>/, '<w:r><w:t xml:space="preserve">Trang </w:t></w:r><w:r>'),
      rule: 'decree/page-number',
      cite: I('7'),
    },
    {
      name: 'số trang La Mã',
      edit: section(/<w:pgNumType w:start="1"/, '<w:pgNumType w:fmt="lowerRoman" w:start="1"'),
      rule: 'decree/page-number',
      cite: I('7'),
    },
    {
      name: 'phông Arial ở một đoạn',
      edit: inRun(opening, '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'),
      rule: 'decree/face',
      cite: I('4'),
    },
    {
      name: 'phông của chủ đề',
      edit: inStyle('motto', /(?=<w:sz )/, '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'),
      rule: 'decree/face',
      cite: I('4'),
    },
    {
      name: 'phông khác chỉ cho chữ có dấu',
      edit: inRun(closing, '<w:rFonts w:hAnsi="Calibri"/>'),
      rule: 'decree/face',
      cite: I('4'),
    },
    {
      name: 'phông .VnTime',
      edit: inRun(opening, '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'),
      rule: 'decree/face',
      cite: I('4'),
    },
    {
      name: 'chữ đỏ',
      edit: inRun(opening, '<w:color w:val="FF0000"/>'),
      rule: 'decree/colour',
      cite: I('4'),
    },
    {
      name: 'chữ xanh ở quốc hiệu',
      edit: inRun(national, '<w:color w:val="1F3864"/>'),
      rule: 'decree/colour',
      cite: I('4'),
    },
  ]
}

function head(): Spoil[] {
  return [
    {
      name: 'quốc hiệu sai chữ',
      edit: words(national, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NẠM'),
      rule: 'decree/wording',
      cite: II('1a'),
    },
    { name: 'quốc hiệu cỡ 14', edit: size('nationalName', 14), rule: 'decree/size', cite: II('1a') },
    { name: 'quốc hiệu không đậm', edit: notBold('nationalName'), rule: 'decree/weight', cite: II('1a') },
    { name: 'quốc hiệu nghiêng', edit: italic('nationalName'), rule: 'decree/slope', cite: II('1a') },
    {
      name: 'quốc hiệu canh trái',
      edit: aligned('nationalName', 'left'),
      rule: 'decree/align',
      cite: II('1a'),
    },
    {
      name: 'quốc hiệu ở bên trái',
      edit: both(words(national, '@@'), words(parent, national), words('@@', parent)),
      rule: 'decree/place',
      cite: II('1a'),
    },
    { name: 'thiếu quốc hiệu', edit: drop(national), rule: 'decree/missing-part', cite: II('1a') },
    {
      name: 'tiêu ngữ gạch dài',
      edit: words(motto, 'Độc lập – Tự do – Hạnh phúc'),
      rule: 'decree/wording',
      cite: II('1b'),
    },
    {
      name: 'tiêu ngữ không cách chữ',
      edit: words(motto, 'Độc lập-Tự do-Hạnh phúc'),
      rule: 'decree/wording',
      cite: II('1b'),
    },
    {
      name: 'tiêu ngữ chữ thường',
      edit: words(motto, 'Độc lập - tự do - hạnh phúc'),
      rule: 'decree/wording',
      cite: II('1b'),
    },
    {
      name: 'tiêu ngữ in hoa bằng định dạng',
      edit: inRun(motto, '<w:caps/>'),
      rule: 'decree/letters',
      cite: II('1b'),
    },
    { name: 'tiêu ngữ cỡ 12', edit: size('motto', 12), rule: 'decree/size', cite: II('1b') },
    {
      name: 'tiêu ngữ không đậm',
      edit: inRun(motto, '<w:b w:val="0"/>'),
      rule: 'decree/weight',
      cite: II('1b'),
    },
    {
      name: 'tiêu ngữ đậm hai lần thành thường',
      edit: both(
        change(
          styles,
          '</w:styles>',
          '<w:style w:type="character" w:styleId="Manh"><w:name w:val="Manh"/><w:rPr><w:b/></w:rPr></w:style></w:styles>',
        ),
        inRun(motto, '<w:rStyle w:val="Manh"/>'),
      ),
      rule: 'decree/weight',
      cite: II('1b'),
    },
    { name: 'tiêu ngữ trên quốc hiệu', edit: swapped(national, motto), rule: 'decree/place', cite: II('1b') },
    {
      name: 'tiêu ngữ giãn dòng 1,5',
      edit: inStyle('motto', /<w:spacing [^>]*\/>/, '<w:spacing w:line="360" w:lineRule="auto"/>'),
      rule: 'decree/line-spacing',
      cite: II('1c'),
    },
    { name: 'thiếu kẻ dưới tiêu ngữ', edit: withoutStroke(motto), rule: 'decree/stroke', cite: II('1b') },
    { name: 'kẻ dưới tiêu ngữ ngắn', edit: strokeLength(motto, 25), rule: 'decree/stroke', cite: II('1b') },
    { name: 'kẻ dưới tiêu ngữ dài', edit: strokeLength(motto, 75), rule: 'decree/stroke', cite: II('1b') },
    {
      name: 'kẻ dưới tiêu ngữ đứt nét',
      edit: inParagraph(motto, /<\/a:ln>/, '<a:prstDash val="dash"/></a:ln>'),
      rule: 'decree/stroke',
      cite: II('1b'),
    },
    {
      name: 'kẻ dưới tiêu ngữ gõ bằng gạch nối',
      edit: both(
        withoutStroke(motto),
        inParagraph(motto, /<\/w:t>/, '</w:t><w:br/><w:t>-----------------</w:t>'),
      ),
      rule: 'decree/stroke',
      cite: II('1b'),
    },
    {
      name: 'gạch chân tiêu ngữ',
      edit: both(withoutStroke(motto), inRun(motto, '<w:u w:val="single"/>')),
      rule: 'decree/stroke',
      cite: II('1b'),
    },
    {
      name: 'kẻ dưới tiêu ngữ không có nét',
      edit: inParagraph(motto, /<a:ln [^>]*>.*?<\/a:ln>/s, '<a:ln><a:noFill/></a:ln>'),
      rule: 'decree/stroke',
      cite: II('1b'),
    },
    { name: 'cơ quan chủ quản đậm', edit: inRun(parent, '<w:b/>'), rule: 'decree/weight', cite: II('2b') },
    { name: 'cơ quan chủ quản cỡ 14', edit: size('parentBody', 14), rule: 'decree/size', cite: II('2b') },
    {
      name: 'cơ quan chủ quản chữ thường',
      edit: both(words(parent, 'UBND tỉnh Hậu Giang'), inStyle('parentBody', /<w:caps\/>/, '')),
      rule: 'decree/letters',
      cite: II('2b'),
    },
    {
      name: 'cơ quan ban hành không đậm',
      edit: notBold('issuingBody'),
      rule: 'decree/weight',
      cite: II('2b'),
    },
    {
      name: 'cơ quan ban hành canh trái',
      edit: aligned('issuingBody', 'left'),
      rule: 'decree/align',
      cite: II('2b'),
    },
    {
      name: 'thiếu kẻ dưới cơ quan ban hành',
      edit: withoutStroke(body),
      rule: 'decree/stroke',
      cite: II('2b'),
    },
    {
      name: 'kẻ dưới cơ quan ban hành dài bằng chữ',
      edit: strokeLength(body, 54),
      rule: 'decree/stroke',
      cite: II('2b'),
    },
    {
      name: 'kẻ dưới cơ quan ban hành quá ngắn',
      edit: strokeLength(body, 10),
      rule: 'decree/stroke',
      cite: II('2b'),
    },
    {
      name: 'kẻ dưới cơ quan ban hành lệch',
      edit: inParagraph(body, /<wp:align>center<\/wp:align>/, '<wp:posOffset>0</wp:posOffset>'),
      rule: 'decree/stroke',
      cite: II('2b'),
    },
  ]
}

function numberAndDate(): Spoil[] {
  const number = 'Số: 07/TB-SGDĐT'
  const date = 'Hậu Giang, ngày 05 tháng 9 năm 2026'
  const of = (name: string, to: string): Spoil => ({
    name: `số: ${name}`,
    edit: words(number, to),
    rule: 'decree/number',
    cite: II('3c'),
  })
  const on = (name: string, to: string, point: string): Spoil => ({
    name: `ngày: ${name}`,
    edit: words(date, to),
    rule: 'decree/date',
    cite: II(point),
  })
  return [
    of('không có dấu hai chấm', 'Số 07/TB-SGDĐT'),
    of('từ in hoa', 'SỐ: 07/TB-SGDĐT'),
    of('không có số 0', 'Số: 7/TB-SGDĐT'),
    of('cách chữ quanh gạch chéo', 'Số: 07 / TB-SGDĐT'),
    of('gạch nối thay gạch chéo', 'Số: 07-TB-SGDĐT'),
    of('gạch dài trong ký hiệu', 'Số: 07/TB–SGDĐT'),
    of('ký hiệu chữ thường', 'Số: 07/TB-sgdđt'),
    of('chữ viết tắt tên loại sai', 'Số: 07/QĐ-SGDĐT'),
    of('ký hiệu có cách chữ', 'Số: 07/TB - SGDĐT'),
    { name: 'số cỡ 14', edit: size('number', 14), rule: 'decree/size', cite: II('3c') },
    { name: 'số đậm', edit: bold('number'), rule: 'decree/weight', cite: II('3c') },
    { name: 'số canh trái', edit: aligned('number', 'left'), rule: 'decree/align', cite: II('3c') },
    { name: 'thiếu số, ký hiệu', edit: words(number, ''), rule: 'decree/missing-part', cite: II('3c') },
    on('tháng 09', 'Hậu Giang, ngày 05 tháng 09 năm 2026', '4b'),
    on('ngày 5', 'Hậu Giang, ngày 5 tháng 9 năm 2026', '4b'),
    on('tháng 2', 'Hậu Giang, ngày 05 tháng 2 năm 2026', '4b'),
    on('viết bằng số', 'Hậu Giang, ngày 05/9/2026', '4b'),
    on('không có trong lịch', 'Hậu Giang, ngày 31 tháng 9 năm 2026', '4b'),
    on('không có dấu phẩy', 'Hậu Giang ngày 05 tháng 9 năm 2026', '4c'),
    on('địa danh viết thường', 'Hậu giang, ngày 05 tháng 9 năm 2026', '4c'),
    {
      name: 'ngày tháng đứng',
      edit: both(upright('placeDate'), inParagraph(date, /<w:i\/>/, '')),
      rule: 'decree/slope',
      cite: II('4c'),
    },
    { name: 'ngày tháng cỡ 12', edit: size('placeDate', 12), rule: 'decree/size', cite: II('4c') },
    {
      name: 'ngày tháng khác dòng với số',
      edit: onProperties(date, '<w:spacing w:before="600"/>'),
      rule: 'decree/place',
      cite: II('4c'),
    },
    { name: 'thiếu ngày tháng', edit: words(date, ''), rule: 'decree/missing-part', cite: II('4c') },
  ]
}

function title(): Spoil[] {
  return [
    { name: 'tên loại không đậm', edit: notBold('kind'), rule: 'decree/weight', cite: II('5b') },
    { name: 'tên loại cỡ 16', edit: size('kind', 16), rule: 'decree/size', cite: II('5b') },
    { name: 'tên loại canh trái', edit: aligned('kind', 'left'), rule: 'decree/align', cite: II('5b') },
    {
      name: 'tên loại chữ thường',
      edit: both(words('THÔNG BÁO', 'Thông báo'), inStyle('kind', /<w:caps\/>/, '')),
      rule: 'decree/letters',
      cite: II('5b'),
    },
    { name: 'trích yếu in hoa', edit: inRun(subject, '<w:caps/>'), rule: 'decree/letters', cite: II('5b') },
    { name: 'trích yếu không đậm', edit: notBold('subject'), rule: 'decree/weight', cite: II('5b') },
    { name: 'trích yếu nghiêng', edit: italic('subject'), rule: 'decree/slope', cite: II('5b') },
    { name: 'trích yếu cỡ 12', edit: size('subject', 12), rule: 'decree/size', cite: II('5b') },
    { name: 'trích yếu canh đều', edit: aligned('subject', 'both'), rule: 'decree/align', cite: II('5b') },
    { name: 'thiếu kẻ dưới trích yếu', edit: withoutStroke(subject), rule: 'decree/stroke', cite: II('5b') },
    {
      name: 'kẻ dưới trích yếu quá dài',
      edit: strokeLength(subject, 130),
      rule: 'decree/stroke',
      cite: II('5b'),
    },
    { name: 'thiếu trích yếu', edit: drop(subject), rule: 'decree/missing-part', cite: II('5b') },
  ]
}

function content(): Spoil[] {
  const e = II('6e')
  const dd = II('6đ')
  const spacing = (properties: string): Edit => onProperties(opening, `<w:spacing ${properties}/>`)
  return [
    { name: 'căn cứ đứng', edit: upright('basis'), rule: 'decree/slope', cite: II('6a') },
    {
      name: 'căn cứ giữa kết thúc bằng dấu chấm',
      edit: words('của Sở Giáo dục và Đào tạo;', 'của Sở Giáo dục và Đào tạo.'),
      rule: 'decree/marks',
      cite: II('6a'),
    },
    {
      name: 'căn cứ cuối kết thúc bằng dấu phẩy',
      edit: words('công tác năm 2026.', 'công tác năm 2026,'),
      rule: 'decree/marks',
      cite: II('6a'),
    },
    { name: 'nội dung cỡ 12', edit: size('paragraph', 12), rule: 'decree/size', cite: e },
    {
      name: 'nội dung cỡ 15 ở một chỗ',
      edit: inRun(opening, '<w:sz w:val="30"/>'),
      rule: 'decree/size',
      cite: e,
    },
    { name: 'khoản khác cỡ lời văn', edit: size('clause', 13), rule: 'decree/size', cite: dd },
    { name: 'nội dung canh trái', edit: aligned('clause', 'left'), rule: 'decree/align', cite: e },
    {
      name: 'nội dung canh phải',
      edit: onProperties(opening, '<w:jc w:val="right"/>'),
      rule: 'decree/align',
      cite: e,
    },
    {
      name: 'không lùi đầu dòng',
      edit: inStyle('paragraph', /w:firstLine="\d+"/, 'w:firstLine="0"'),
      rule: 'decree/indent',
      cite: e,
    },
    {
      name: 'lùi đầu dòng 20 mm',
      edit: onProperties(opening, '<w:ind w:firstLine="1134"/>'),
      rule: 'decree/indent',
      cite: e,
    },
    {
      name: 'lùi đầu dòng bằng dấu cách',
      edit: both(onProperties(opening, '<w:ind w:firstLine="0"/>'), words(opening, `     ${opening}`)),
      rule: 'decree/indent',
      cite: e,
    },
    {
      name: 'lùi treo',
      edit: onProperties(opening, '<w:ind w:left="567" w:hanging="567"/>'),
      rule: 'decree/indent',
      cite: e,
    },
    {
      name: 'cách đoạn 3 pt',
      edit: inStyle('clause', /w:before="\d+"/, 'w:before="60"'),
      rule: 'decree/paragraph-gap',
      cite: e,
    },
    {
      name: 'cách đoạn bị bỏ vì cùng kiểu',
      edit: inStyle('clause', /<w:jc /, '<w:contextualSpacing/><w:jc '),
      rule: 'decree/paragraph-gap',
      cite: e,
    },
    {
      name: 'giãn dòng 2',
      edit: spacing('w:line="480" w:lineRule="auto"'),
      rule: 'decree/line-spacing',
      cite: e,
    },
    {
      name: 'giãn dòng cố định 12 pt',
      edit: spacing('w:line="240" w:lineRule="exact"'),
      rule: 'decree/line-spacing',
      cite: e,
    },
    { name: 'cả đoạn nghiêng', edit: inRun(closing, '<w:i/>'), rule: 'decree/slope', cite: e },
    { name: 'cả đoạn đậm', edit: inRun('Trên đây là kết luận', '<w:b/>'), rule: 'decree/weight', cite: e },
    { name: 'mục không đậm', edit: notBold('section'), rule: 'decree/weight', cite: dd },
    {
      name: 'mục không in hoa',
      edit: both(words('I. ĐÁNH GIÁ CHUNG', 'I. Đánh giá chung'), inStyle('section', /<w:caps\/>/, '')),
      rule: 'decree/letters',
      cite: dd,
    },
    { name: 'mục nhảy số', edit: words('II. NHIỆM VỤ', 'III. NHIỆM VỤ'), rule: 'decree/numbering', cite: dd },
    { name: 'tiêu đề khoản không đậm', edit: notBold('clauseTitle'), rule: 'decree/weight', cite: dd },
    {
      name: 'khoản nhảy số',
      edit: words('>3. Các đơn vị', '>4. Các đơn vị'),
      rule: 'decree/numbering',
      cite: dd,
    },
    {
      name: 'khoản gạch chéo',
      edit: words('>2. Các đơn vị', '>2/ Các đơn vị'),
      rule: 'decree/numbering',
      cite: dd,
    },
    { name: 'điểm thiếu đ', edit: words('>đ) ', '>e) '), rule: 'decree/numbering', cite: dd },
    { name: 'điểm dùng dấu chấm', edit: words('>b) ', '>b. '), rule: 'decree/numbering', cite: dd },
    { name: 'điểm đánh số tự động thiếu đ', edit: autoLetters, rule: 'decree/numbering', cite: dd },
    {
      name: 'kết thúc ./',
      edit: words('thực hiện./.', 'thực hiện./'),
      rule: 'decree/closing',
      cite: 'Phụ lục III',
    },
    {
      name: 'thiếu ./.',
      edit: words('thực hiện./.', 'thực hiện.'),
      rule: 'decree/closing',
      cite: 'Phụ lục III',
    },
    {
      name: 'hai lần ./.',
      edit: words('thực hiện./.', 'thực hiện././.'),
      rule: 'decree/closing',
      cite: 'Phụ lục III',
    },
    {
      name: './. ở giữa',
      edit: words('hằng tuần.', 'hằng tuần./.'),
      rule: 'decree/closing',
      cite: 'Phụ lục III',
    },
    {
      name: 'thông báo có Kính gửi',
      edit: inParagraph(
        'Căn cứ Quy chế',
        /^/,
        '<w:p><w:pPr><w:pStyle w:val="paragraph"/></w:pPr><w:r><w:t>Kính gửi: Các phòng thuộc Sở.</w:t></w:r></w:p>',
      ),
      rule: 'decree/recipients',
      cite: II('9b'),
    },
  ]
}

/** The five points as one automatic list: Word counts a, b, c, d, e. */
function autoLetters(parts: Parts): void {
  const level =
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/><w:suff w:val="space"/></w:lvl>'
  change(
    'word/numbering.xml',
    /<w:num |<\/w:numbering>/,
    `<w:abstractNum w:abstractNumId="77">${level}</w:abstractNum>$&`,
  )(parts)
  change(
    'word/numbering.xml',
    '</w:numbering>',
    '<w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num></w:numbering>',
  )(parts)
  for (const letter of ['a', 'b', 'c', 'd', 'đ']) {
    onProperties(`>${letter}) `, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>')(parts)
    words(`>${letter}) `, '>')(parts)
  }
}

function foot(): Spoil[] {
  const first = '- Như thành phần tham dự;'
  const of = (name: string, edit: Edit): Spoil => ({
    name: `nơi nhận: ${name}`,
    edit,
    rule: 'decree/recipients',
    cite: II('9d'),
  })
  const by = (name: string, edit: Edit, point: string): Spoil => ({
    name: `người ký: ${name}`,
    edit,
    rule: 'decree/authority',
    cite: II(point),
  })
  return [
    of('không có dấu hai chấm', words('Nơi nhận:', 'Nơi nhận')),
    { name: 'từ Nơi nhận cỡ 14', edit: size('recipientsLabel', 14), rule: 'decree/size', cite: II('9d') },
    { name: 'từ Nơi nhận đứng', edit: upright('recipientsLabel'), rule: 'decree/slope', cite: II('9d') },
    {
      name: 'từ Nơi nhận không đậm',
      edit: notBold('recipientsLabel'),
      rule: 'decree/weight',
      cite: II('9d'),
    },
    of('không ngang hàng với chức vụ', inParagraph('Nơi nhận:', /w:before="\d+"/, 'w:before="1200"')),
    { name: 'danh sách nơi nhận cỡ 12', edit: size('recipient', 12), rule: 'decree/size', cite: II('9d') },
    { name: 'danh sách nơi nhận nghiêng', edit: italic('recipient'), rule: 'decree/slope', cite: II('9d') },
    of('dòng giữa kết thúc bằng dấu chấm', words(first, '- Như thành phần tham dự.')),
    of('dòng cuối kết thúc bằng chấm phẩy', words('- Lưu: VT, VP.', '- Lưu: VT, VP;')),
    of('không có Lưu', words('- Lưu: VT, VP.', '- Văn phòng.')),
    of('Lưu không có VT', words('- Lưu: VT, VP.', '- Lưu: VP.')),
    of('không có gạch đầu dòng', words(first, 'Như thành phần tham dự;')),
    of('gạch dài', words(first, '– Như thành phần tham dự;')),
    of('Lưu thiếu cách sau dấu phẩy', words('- Lưu: VT, VP.', '- Lưu: VT,VP.')),
    of('Như trên', words(first, '- Như trên;')),
    of('lùi vào', onProperties(first, '<w:ind w:left="567"/>')),
    { name: 'thiếu Nơi nhận', edit: drop('Nơi nhận:'), rule: 'decree/missing-part', cite: II('9d') },
    by('KT. dính liền', words('KT. GIÁM ĐỐC', 'KT.GIÁM ĐỐC'), '7đ'),
    by('KT không chấm', words('KT. GIÁM ĐỐC', 'KT GIÁM ĐỐC'), '7đ'),
    by('K/T', words('KT. GIÁM ĐỐC', 'K/T GIÁM ĐỐC'), '7đ'),
    by('KT. trước cấp phó', words('KT. GIÁM ĐỐC', 'KT. PHÓ GIÁM ĐỐC'), '7b'),
    by('KT. không có chức vụ dưới', drop('>PHÓ GIÁM ĐỐC'), '7b'),
    { name: 'chức vụ không đậm', edit: notBold('authority'), rule: 'decree/weight', cite: II('7đ') },
    {
      name: 'chức vụ chữ thường',
      edit: both(words('>PHÓ GIÁM ĐỐC', '>Phó Giám đốc'), inStyle('authority', /<w:caps\/>/, '')),
      rule: 'decree/letters',
      cite: II('7đ'),
    },
    { name: 'chức vụ cỡ 12', edit: size('authority', 12), rule: 'decree/size', cite: II('7đ') },
    { name: 'chức vụ canh trái', edit: aligned('authority', 'left'), rule: 'decree/align', cite: II('7đ') },
    {
      name: 'họ tên in hoa',
      edit: words('>Nguyễn Thị Ánh Tuyết', '>NGUYỄN THỊ ÁNH TUYẾT'),
      rule: 'decree/letters',
      cite: II('7đ'),
    },
    { name: 'họ tên không đậm', edit: notBold('signerName'), rule: 'decree/weight', cite: II('7đ') },
    { name: 'họ tên cỡ 12', edit: size('signerName', 12), rule: 'decree/size', cite: II('7đ') },
    by('học vị', words('>Nguyễn Thị Ánh Tuyết', '>ThS. Nguyễn Thị Ánh Tuyết'), '7c'),
    {
      name: 'thiếu họ tên',
      edit: drop('>Nguyễn Thị Ánh Tuyết'),
      rule: 'decree/missing-part',
      cite: II('7đ'),
    },
  ]
}

function others(): Spoil[] {
  return [
    { name: 'ký hiệu soạn thảo cỡ 13', edit: size('drafter', 13), rule: 'decree/size', cite: III('3') },
    { name: 'từ Phụ lục cỡ 12', edit: size('annexLabel', 12), rule: 'decree/size', cite: III('1b') },
    { name: 'từ Phụ lục không đậm', edit: notBold('annexLabel'), rule: 'decree/weight', cite: III('1b') },
    {
      name: 'số phụ lục Ả Rập',
      edit: words('>Phụ lục<', '>Phụ lục 1<'),
      rule: 'decree/numbering',
      cite: III('1a'),
    },
    {
      name: 'tên phụ lục chữ thường',
      edit: both(words('DANH SÁCH ĐƠN VỊ', 'Danh sách đơn vị'), inStyle('annexTitle', /<w:caps\/>/, '')),
      rule: 'decree/letters',
      cite: III('1b'),
    },
    { name: 'chỉ dẫn kèm theo đứng', edit: upright('annexReference'), rule: 'decree/slope', cite: III('1c') },
    {
      name: 'nội dung không nhắc phụ lục',
      edit: words('theo Phụ lục kèm theo', 'theo danh sách'),
      rule: 'decree/missing-part',
      cite: III('1a'),
    },
    {
      name: 'số trang phụ lục đếm tiếp',
      edit: section(/(.*)<w:pgNumType w:start="1"\/>/s, '$1'),
      rule: 'decree/page-number',
      cite: III('1đ'),
    },
  ]
}
