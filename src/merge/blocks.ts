/** Changed, added and dropped blocks of a content → changes to texts of the record and to the lists that hold them. */

import { type BlockChange, type BlockPath, shellText } from '../diff/change.ts'
import { shellOf } from '../diff/nodes.ts'
import { placeName } from '../diff/places.ts'
import { type Block, plain } from '../notice/notice.ts'
import { keyOfChange, ownChanges } from './block-changes.ts'
import { type Contents, planAdded, planRemoved } from './block-lists.ts'
import { blockAt, wordsOf } from './block-words.ts'
import { anyMark } from './marks.ts'
import { planMoved } from './moves.ts'
import { type Origins, type Planned, planLine } from './planned.ts'
import { planRows } from './table-rows.ts'

export const planBlocks = (
  changes: readonly BlockChange[],
  contents: Contents,
  origins: Origins,
  named?: (index: number) => string,
): Planned[] => {
  const where = (path: BlockPath, content: readonly Block[]): string =>
    named?.(path[0] ?? 0) ?? placeName(path, content)
  return ownChanges(changes).flatMap((change): Planned[] => {
    if (change.is === 'changed')
      return planChanged(change, contents, origins, where(change.to, contents.edited), named !== undefined)
    if (change.is === 'added')
      return [planAdded(change, contents, origins, where(change.to, contents.edited))]
    if (change.is === 'removed')
      return [planRemoved(change, contents, origins, where(change.from, contents.printed))]
    const to = where(change.to, contents.edited)
    return [planMoved(change, contents, origins, where(change.from, contents.printed), to)]
  })
}

const planChanged = (
  change: Extract<BlockChange, { is: 'changed' }>,
  { marked }: Contents,
  origins: Origins,
  where: string,
  listed: boolean,
): Planned[] => {
  const block = blockAt(marked, change.from)
  const key = keyOfChange(change)
  const [old, now] = [block ? shellText(shellOf(block)) : [], shellText(change.after)]
  const whole = { key, where, before: wordsOf(change.before), after: wordsOf(change.after) }
  if (
    block?.is === 'table' &&
    change.after.is === 'table' &&
    old.length !== now.length &&
    block.head.length === change.after.head.length
  )
    return planRows({ key, where }, block, change.after, origins)
  if (change.before.is !== change.after.is || old.length !== now.length || !sameRows(change))
    return [{ ...whole, reason: 'chưa nhập được cột hay tiêu đề thêm vào hoặc bỏ đi', hint: 'sửa bản ghi' }]
  const { label } = change
  const renumbered: Planned[] = label
    ? [{ key, where, ...label, reason: 'số thứ tự do chương trình ghi', hint: 'sửa thứ tự trong bản ghi' }]
    : []
  const lines = now.flatMap((text, index): Planned[] => {
    const [marks, after] = [plain(old[index] ?? []), plain(text)]
    return marks.replace(anyMark, '') === after
      ? []
      : [planLine({ key, where }, marks, after, origins, {}, listed)]
  })
  if (lines.length > 0 || label) return [...renumbered, ...lines]
  return whole.before === '' && whole.after === ''
    ? []
    : [{ ...whole, reason: 'số thứ tự, dấu đầu dòng do chương trình ghi', hint: 'sửa thứ tự trong bản ghi' }]
}

const sameRows = ({ before, after }: Extract<BlockChange, { is: 'changed' }>): boolean =>
  before.is !== 'table' || after.is !== 'table' || before.head.length === after.head.length
