/** What is still different after the record was changed → the keys of those changes, as the plan knows them. */

import { type BlockChange, type Changes, type Shell, shellText } from '../diff/change.ts'
import { plain } from '../notice/notice.ts'
import { keyOfChange, ownChanges } from './block-changes.ts'
import { annexKey, partKey } from './plan.ts'
import { keyOfEntry } from './recipients.ts'

/** The order of nơi nhận and the marks between them are the program's and no difference. */
export const leftover = ({ parts, basis, content, recipients, annexes }: Changes): string[] => [
  ...parts.map(({ part, after }) => partKey(part, after)),
  ...[...ownChanges(basis), ...ownChanges(content)].map(keyOfChange),
  ...recipients.filter(({ is }) => is === 'added' || is === 'removed').map(keyOfEntry),
  ...annexes.flatMap((annex) => [
    ...(annex.title || annex.from === undefined || annex.to === undefined
      ? [annexKey(annex.title?.before, annex.title?.after)]
      : []),
    ...(annex.reference ? [annexKey(annex.reference.before, annex.reference.after)] : []),
    ...ownChanges(annex.content).map(keyOfChange),
  ]),
]

/** The same words, set otherwise. */
export const isLook = (change: BlockChange): boolean =>
  change.is === 'changed' && wordsOf(change.before) === wordsOf(change.after)

const wordsOf = (shell: Shell): string => JSON.stringify(shellText(shell).map(plain))
