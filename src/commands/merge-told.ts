/** What `merge` tells of what it could not do, did not do, or leaves to a person. */

import { compare } from '../diff/compare.ts'
import type { LateTask } from '../merge/deadlines.ts'
import { isLook } from '../merge/leftover.ts'
import type { Planned } from '../merge/planned.ts'
import type { Edition } from '../pipeline.ts'
import type { Report } from '../problem.ts'
import type { Source } from '../source.ts'
import { shortDate } from '../text/dates.ts'

export const tellRefused = (each: Planned, file: string, report: Report): void => {
  const [before, after] = [short(each.before), short(each.after)]
  const what =
    before === '' ? `thêm "${after}"` : after === '' ? `bỏ "${before}"` : `"${before}" → "${after}"`
  const reason =
    'reason' in each ? each.reason : 'tệp của bản ghi ghi chỗ này theo cách chương trình không tự sửa được'
  const hint = 'hint' in each ? each.hint : undefined
  report({
    rule: 'merge/unplaced',
    level: 'error',
    file,
    message: `${each.where}: không nhập được ${what}: ${reason}`,
    ...(hint === undefined ? {} : { hint }),
  })
}

/** `made`: the notice of the record as it is now, as printed. */
export const tellLooks = (
  made: Edition['notice'],
  looked: Edition['notice'],
  file: string,
  report: Report,
): void => {
  const { content, basis, annexes } = compare({ notice: made }, { notice: looked })
  const blocks = [...content, ...basis, ...annexes.flatMap((annex) => annex.content)]
  if (!blocks.some(isLook)) return
  report({
    rule: 'merge/look',
    level: 'warning',
    file,
    message: 'chữ đậm, chữ nghiêng hoặc cách trình bày đã đổi; chỉ lời văn được nhập lại',
  })
}

export const tellLate = ({ path, due }: LateTask, source: Source, report: Report): void => {
  const at = source.at(path)
  report({
    rule: 'merge/deadline',
    level: 'warning',
    file: source.file,
    ...(at ? { at } : {}),
    message: `lời văn đã đổi hạn, còn nhiệm vụ của mục này vẫn ghi hạn ${shortDate(due)}`,
    hint: 'sửa "due" của nhiệm vụ cho khớp',
  })
}

export const tellLost = (
  lost: readonly string[],
  planned: readonly Planned[],
  file: string,
  report: Report,
): void => {
  const first = planned.find(({ key }) => lost.includes(key))
  report({
    rule: 'merge/unplaced',
    level: 'error',
    file,
    message: `${first ? `${first.where}: ` : ''}nhập vào bản ghi rồi dựng lại không ra đúng lời đã sửa, nên không ghi gì`,
    hint: 'sửa chỗ này trong bản ghi',
  })
}

const short = (text: string): string => {
  const letters = [...text.replace(/\s+/g, ' ')]
  return letters.length > 80 ? `${letters.slice(0, 79).join('')}…` : letters.join('')
}
