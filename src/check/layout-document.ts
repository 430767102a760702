/** The table of layout rules → tables that a person reads: what is printed, what is allowed, where it is written. */

import type { LayoutRules, Limit, PartRule } from '../layout/rules.ts'
import { table } from './document-table.ts'

export const layoutSection = (rules: LayoutRules): string[] => [
  '## Trang giấy',
  table(
    ['Thành phần', 'In', 'Cho phép', 'Căn cứ'],
    [
      [
        'Khổ giấy',
        `${number(rules.page.width)} × ${number(rules.page.height)} mm`,
        'A4',
        'Phụ lục I, Phần I, mục I.1',
      ],
      ...sides.map(([side, name]) => {
        const margin = rules.page.margins[side]
        return [name, `${number(margin.use)} mm`, allowed(margin, 'mm'), rules.page.cite]
      }),
      ['Phông chữ', rules.face, rules.face, 'Phụ lục I, Phần I, mục I.4'],
    ],
  ),
  `Số trang cách mép giấy trên ${number(rules.page.numberTop)} mm. Hai cột đầu trang chia ${shares(rules.head.shares)}, cuối trang ${shares(rules.foot.shares)}; nghị định không quy định các tỉ lệ này.`,
  `Khi sang trang (nghị định không quy định): ít nhất ${rules.breaks.orphans} dòng của một đoạn ở cuối trang và ${rules.breaks.widows} dòng ở đầu trang sau; đoạn kết không quá ${rules.breaks.closing} dòng không bị tách; trên phần chữ ký có ít nhất ${rules.breaks.aboveFoot} dòng nội dung.`,
  '## Thành phần thể thức',
  'Cỡ chữ và khoảng cách giữa các dòng tính bằng điểm (pt), độ dài tính bằng milimét. Trong ngoặc là khoảng cho phép; không có ngoặc là nghị định không giới hạn.',
  table(
    ['Ô', 'Thành phần', 'Cỡ chữ', 'Kiểu chữ', 'Canh', 'Thụt, cách, giãn dòng', 'Kẻ, khung', 'Căn cứ'],
    Object.values(rules.parts).map((part) => [
      part.box,
      part.label,
      limit(part.size),
      look(part),
      aligns[part.align],
      spacing(part),
      strokes(part),
      part.cite,
    ]),
  ),
]

const sides = [
  ['top', 'Lề trên'],
  ['bottom', 'Lề dưới'],
  ['left', 'Lề trái'],
  ['right', 'Lề phải'],
] as const

const aligns = { left: 'trái', centre: 'giữa', right: 'phải', justify: 'đều hai bên' } as const

const look = ({ weight, slope, letters }: PartRule): string =>
  [
    letters === 'upper' ? 'in hoa' : 'như viết',
    weight === 'bold' ? 'đậm' : 'không đậm',
    slope === 'italic' ? 'nghiêng' : 'đứng',
  ].join(', ')

const spacing = ({ indent, left, before, after, leading }: PartRule): string =>
  [
    ...(indent ? [`thụt ${limit(indent, 'mm')}`] : []),
    ...(left ? [`cả đoạn vào ${limit(left, 'mm')}`] : []),
    ...(before ? [`trên ${limit(before, 'pt')}`] : []),
    ...(after ? [`dưới ${limit(after, 'pt')}`] : []),
    `giãn ${limit(leading)}`,
  ].join('; ')

const strokes = ({ rule, frame }: PartRule): string =>
  [
    ...(rule ? [`kẻ dưới dài ${limit(rule.share)} dòng chữ, nét ${number(rule.stroke)} pt`] : []),
    ...(frame
      ? [
          `khung cao ${number(frame.height)} mm, rộng ${Object.entries(frame.widths)
            .map(([words, width]) => `${number(width)} mm (${words})`)
            .join(', ')}${frame.colour ? `, màu ${frame.colour}` : ''}`,
        ]
      : []),
  ].join('; ') || '-'

/** "13 (12–13) pt" */
const limit = (given: Limit, unit = ''): string => {
  const range = allowed(given, '')
  return `${number(given.use)}${range ? ` (${range})` : ''}${unit ? ` ${unit}` : ''}`
}

const allowed = ({ from, to }: Limit, unit: string): string => {
  const tail = unit ? ` ${unit}` : ''
  if (from !== undefined && to !== undefined)
    return from === to ? `${number(from)}${tail}` : `${number(from)}–${number(to)}${tail}`
  if (from !== undefined) return `từ ${number(from)}${tail}`
  return to === undefined ? '' : `đến ${number(to)}${tail}`
}

/** 12.7 → "12,7"; a third → "0,33". */
const number = (value: number): string => String(Math.round(value * 100) / 100).replace('.', ',')

const shares = ([left, right]: readonly [number, number]): string =>
  `${number(left * 100)} % và ${number(right * 100)} %`
