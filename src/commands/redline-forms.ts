/** A comparison → one file in the notice's own layout: Word with tracked changes, or a PDF with the changes marked. */

import type { Comparison } from '../diff/report.ts'
import { openedFonts } from '../load/opened-fonts.ts'
import { measureWith, sheetOf } from '../pipeline.ts'
import type { Report } from '../problem.ts'
import { redline } from '../redline/redline.ts'
import { printSheet, trackedSheet } from '../render/index.ts'

export const docxForm = async (comparison: Comparison, report: Report): Promise<Uint8Array> => {
  const { sheet, unshown } = marked(comparison)
  tell(comparison, [...unshown, 'nét kẻ, độ rộng cột và chỗ ngắt trang là của bản mới'], report)
  return trackedSheet(sheet)
}

export const pdfForm = async (comparison: Comparison, report: Report): Promise<Uint8Array> => {
  const { sheet, unshown } = marked(comparison)
  const all = [...unshown, 'nét kẻ và độ rộng cột là của bản mới, chỗ ngắt trang không phải của bản nào']
  tell(comparison, all, report)
  return printSheet(withNote(sheet, comparison, all), openedFonts())
}

type Sheet = ReturnType<typeof sheetOf>

type Marked = { readonly sheet: Sheet; readonly unshown: readonly string[] }

const marked = (comparison: Comparison): Marked => {
  const { before, after, changes, notCompared } = comparison
  const measure = measureWith(openedFonts())
  const set = ({ notice }: Comparison['before']): Sheet => sheetOf(notice, measure, '')
  const { sheet, unshown } = redline(set(before), set(after))
  const blocks = [changes.content, changes.basis, ...changes.annexes.map(({ content }) => content)].flat()
  const date = after.stamp ?? dayOf(after.notice.date) ?? sheet.rules.validFrom
  return {
    sheet: { ...sheet, properties: { ...sheet.properties, date } },
    unshown: [
      ...notCompared,
      ...unshown,
      ...(changes.tasks.length > 0
        ? ['nhiệm vụ trong bản ghi (chủ trì, phối hợp, hạn), vốn không in ra']
        : []),
      ...(changes.fixed.length > 0 ? ['chữ cố định của thể thức và phần ngoài các thành phần đã biết'] : []),
      ...(changes.annexes.some(({ landscape }) => landscape) ? ['hướng giấy cũ của phụ lục'] : []),
      ...([...blocks, ...changes.recipients].some(({ is }) => is === 'moved')
        ? ['phần chuyển chỗ hiện thành bỏ ở chỗ cũ và thêm ở chỗ mới']
        : []),
    ],
  }
}

/** 'YYYY-MM': the day is not known yet. */
const dayOf = (date: string | undefined): string | undefined => (date?.length === 7 ? `${date}-01` : date)

const tell = ({ after }: Comparison, unshown: readonly string[], report: Report): void =>
  report({
    rule: 'diff/form',
    level: 'info',
    file: after.name,
    message: `không cho thấy được trong tệp này: ${unshown.join('; ')}`,
  })

const withNote = (sheet: Sheet, { before, after, same }: Comparison, unshown: readonly string[]): Sheet => {
  const said = same
    ? 'không có gì khác'
    : 'chữ gạch ngang là chữ bỏ đi, chữ gạch chân là chữ thêm vào, dòng có đổi có vạch ở lề trái'
  const text = `So sánh ${before.name} → ${after.name}: ${said}. Không cho thấy được ở đây: ${unshown.join('; ')}.`
  const last = sheet.sections.length - 1
  return {
    ...sheet,
    sections: sheet.sections.map((section, index) =>
      index < last
        ? section
        : {
            ...section,
            rows: [...section.rows, { is: 'line', part: 'paragraph', runs: [{ text, emphasis: true }] }],
          },
    ),
  }
}
