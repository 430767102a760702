/** Paper, margins, page number: mục I.1, I.2, I.3, I.7 of Phụ lục I, Phần I. */

import type { Limit } from '../layout/rules.ts'
import { type Check, type Context, figure, isWithin, rangeOf } from './against-decree-fault.ts'
import { hasSeveralPages } from './against-decree-length.ts'
import type { MeasuredPage } from './measure/measured.ts'
import { tolerances } from './tolerances.ts'

const mucI = 'Phụ lục I, Phần I, mục I'

export const checkPages: Check = (context) => {
  const { pages } = context.identified.measured
  for (const page of pages) {
    paper(page, context)
    if (page.width <= page.height) margins(page, context)
  }
  pageNumbers(context)
}

const whereOf = (
  page: MeasuredPage,
  { identified }: Context,
): Pick<Parameters<Context['say']>[0], 'where' | 'page'> => {
  const { format, pages } = identified.measured
  if (format === 'pdf') return { where: `trang ${page.number}`, page: page.number }
  return pages.length > 1 ? { where: `phần (section) ${page.number}` } : {}
}

const paper = (page: MeasuredPage, context: Context): void => {
  const { width, height } = context.rules.page
  const isLandscape = page.width > page.height
  const [short, long] = isLandscape ? [page.height, page.width] : [page.width, page.height]
  const off = (value: number, wanted: number): boolean => Math.abs(value - wanted) > tolerances.length
  const found = `${figure(page.width)} × ${figure(page.height)} mm`
  const allowed = `A4, ${width} × ${height} mm`
  if (off(short, width) || off(long, height))
    context.say({
      rule: 'decree/paper',
      level: 'error',
      message: `khổ giấy ${found}, cần ${allowed}`,
      found,
      allowed,
      cite: `${mucI}.1`,
      ...whereOf(page, context),
    })
  // Annexes may lie on their side; so may a document for the tables in it.
  const hasTable = context.identified.parts.has('tableCell')
  if (isLandscape && page.number === 1 && context.identified.form !== 'annex')
    context.say({
      rule: 'decree/paper',
      level: hasTable ? 'info' : 'error',
      message:
        'giấy đặt ngang, cần đặt dọc (chỉ được ngang khi nội dung có bảng, biểu không tách thành phụ lục)',
      found: 'ngang',
      allowed: 'dọc',
      cite: `${mucI}.2`,
      ...whereOf(page, context),
    })
}

const sides = { top: 'trên', bottom: 'dưới', left: 'trái', right: 'phải' } as const

const margins = (page: MeasuredPage, context: Context): void => {
  for (const side of ['top', 'bottom', 'left', 'right'] as const) {
    const value = page.margins?.[side]
    const limit = limitOf(side, page, context)
    if (value === undefined || isWithin(value, limit, tolerances.length)) continue
    const allowed = `${rangeOf(context.rules.page.margins[side])} mm`
    context.say({
      rule: 'decree/margin',
      level: 'error',
      message: `lề ${sides[side]} ${figure(value)} mm, cần ${allowed}`,
      found: `${figure(value)} mm`,
      allowed,
      cite: `${mucI}.3`,
      ...whereOf(page, context),
    })
  }
}

/**
 * A PDF shows where letters stand, not what margins were set: a page need not be filled to its foot, nor a line to its
 * end unless it is justified.
 */
const limitOf = (
  side: 'top' | 'bottom' | 'left' | 'right',
  page: MeasuredPage,
  { identified, rules }: Context,
): Omit<Limit, 'use'> => {
  const limit = rules.page.margins[side]
  const { format, paragraphs } = identified.measured
  const isOpen =
    side === 'bottom' ||
    (side === 'right' && !paragraphs.some((each) => each.page === page.number && each.align === 'justify'))
  return format === 'pdf' && isOpen ? { from: limit.from } : limit
}

const pageNumbers = (context: Context): void => {
  const { measured, annexes } = context.identified
  const { label, size, cite } = context.rules.parts.pageNumber
  const shown = measured.pages.filter(({ pageNumber }) => pageNumber)
  const missing = (where: string | undefined): void =>
    context.say({
      rule: 'decree/page-number',
      level: 'error',
      message: 'không có số trang, cần số trang ở giữa lề trên từ trang 2',
      found: 'không có',
      allowed: 'có, từ trang 2',
      cite,
      ...(where !== undefined && { where }),
    })
  if (measured.format === 'pdf') {
    // A document and each of its annexes begin with a page that shows none.
    const firsts = new Set([1, ...annexes.flatMap(([piece]) => piece?.paragraph.page ?? [])])
    const bare = measured.pages.filter(({ pageNumber, number }) => !pageNumber && !firsts.has(number))
    if (bare.length > 0) missing(`trang ${bare.map(({ number }) => number).join(', ')}`)
  } else if (shown.length === 0) {
    const several = hasSeveralPages(context)
    if (several === 'yes') missing(undefined)
    if (several === 'unknown')
      context.cannot('tệp không có số trang; không rõ văn bản có hơn một trang hay không')
  }
  const say = (page: MeasuredPage, message: string, found: string, allowed: string): void =>
    context.say({
      rule: 'decree/page-number',
      level: 'error',
      message: `${label}: ${message}`,
      found,
      allowed,
      cite,
      ...whereOf(page, context),
    })
  for (const page of shown) {
    const { pageNumber } = page
    if (!pageNumber) continue
    // A later section goes on counting unless it starts anew.
    const isFirst = page.number === 1 || page.firstNumber === 1 || measured.format === 'pdf'
    if (pageNumber.onFirstPage && isFirst)
      say(page, 'hiện ở trang 1, cần bắt đầu hiện từ trang 2', 'có ở trang 1', 'từ trang 2')
    if (pageNumber.missingOnEven)
      say(
        page,
        'chỉ có ở trang chẵn hoặc trang lẻ, cần có ở mọi trang từ trang 2',
        'trang cách trang',
        'mọi trang từ trang 2',
      )
    if (pageNumber.place !== 'top') say(page, 'ở lề dưới, cần ở lề trên', 'lề dưới', 'lề trên')
    if (pageNumber.align !== undefined && pageNumber.align !== 'centre')
      say(page, `đặt ${aligned[pageNumber.align]}, cần canh giữa`, aligned[pageNumber.align], 'canh giữa')
    if (pageNumber.align === undefined) context.cannot('không đo được số trang có ở giữa hay không')
    if (!/^\d+$/.test(pageNumber.text))
      say(page, `viết “${pageNumber.text}”, cần chữ số Ả Rập, không kèm chữ hay dấu`, pageNumber.text, '2')
    if (pageNumber.size !== undefined && !isWithin(pageNumber.size, size, tolerances.size))
      say(
        page,
        `cỡ chữ ${figure(pageNumber.size)}, cần ${rangeOf(size)}`,
        figure(pageNumber.size),
        rangeOf(size),
      )
    if (pageNumber.italic) say(page, 'chữ nghiêng, cần chữ đứng', 'nghiêng', 'đứng')
  }
}

export const aligned = {
  left: 'canh trái',
  right: 'canh phải',
  centre: 'canh giữa',
  justify: 'canh đều hai lề',
} as const
