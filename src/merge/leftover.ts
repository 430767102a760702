/** What is still different after the record was changed → the keys of those changes, as the plan knows them. */

import { type BlockChange, type Changes, type Shell, shellText } from '../diff/change.ts'
import { keyOf } from '../diff/nodes.ts'
import { plain } from '../notice/notice.ts'
import { keyOfChange, ownChanges } from './block-changes.ts'
import { annexKey, partKey } from './plan.ts'
import { keyOfEntry } from './recipients.ts'

/** The order of nơi nhận and the marks between them are the program's and no difference. */
export const leftover = ({ parts, basis, content, recipients, annexes }: Changes): string[] => [
  ...parts.map(({ part, after }) => partKey(part, after)),
  ...blockKeys(basis),
  ...blockKeys(content),
  ...recipients.filter(({ is }) => is === 'added' || is === 'removed').map(keyOfEntry),
  ...annexes.flatMap((annex) => [
    ...(annex.title || annex.from === undefined || annex.to === undefined
      ? [annexKey(annex.title?.before, annex.title?.after)]
      : []),
    ...(annex.reference ? [annexKey(annex.reference.before, annex.reference.after)] : []),
    ...blockKeys(annex.content),
  ]),
]

/** A clerk who puts an item in need not number the next ones anew: the program does. */
const blockKeys = (changes: readonly BlockChange[]): string[] =>
  ownChanges(changes).flatMap((change) =>
    change.is === 'changed' && change.label && wordsOf(change.before) === wordsOf(change.after)
      ? []
      : [keyOfChange(change)],
  )

/** The same words, set otherwise. */
export const isLook = (change: BlockChange): boolean =>
  change.is === 'changed' &&
  wordsOf(change.before) === wordsOf(change.after) &&
  keyOf(change.before) !== keyOf(change.after)

const wordsOf = (shell: Shell): string => JSON.stringify(shellText(shell).map(plain))
