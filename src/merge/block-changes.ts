/** Changes of blocks as a plan takes them: one for each block that a clerk touched. */

import type { BlockChange } from '../diff/change.ts'
import { wordsOf } from './block-words.ts'

export const keyOfChange = (change: BlockChange): string =>
  change.is === 'changed'
    ? `changed|${wordsOf(change.after)}`
    : `${change.is}|${change.shell.is}|${wordsOf(change.shell)}`

/** Without what only came or went with the block that it stands in. */
export const ownChanges = (changes: readonly BlockChange[]): BlockChange[] => {
  const all = paired(changes)
  return all.filter((change) => change.is === 'changed' || !isInside(change, all))
}

/** What was rewritten from scratch in its place is the same block all the same. */
const paired = (changes: readonly BlockChange[]): BlockChange[] => {
  const gone = changes.filter((change) => change.is === 'removed')
  const taken = new Set<BlockChange>()
  const twins = changes.map((change): BlockChange => {
    if (change.is !== 'added') return change
    const twin = gone.find(
      (each) =>
        !taken.has(each) && each.shell.is === change.shell.is && each.from.join() === change.to.join(),
    )
    if (!twin) return change
    taken.add(twin)
    return { is: 'changed', from: twin.from, to: change.to, before: twin.shell, after: change.shell }
  })
  return twins.filter((change) => !taken.has(change))
}

/** It came or went with the block that it stands in. */
const isInside = (change: BlockChange, changes: readonly BlockChange[]): boolean => {
  const path = change.is === 'removed' ? change.from : change.is === 'added' ? change.to : []
  return changes.some((each) => {
    if (each.is !== change.is || each === change) return false
    const above = each.is === 'removed' ? each.from : each.is === 'added' ? each.to : path
    return above.length < path.length && above.every((step, index) => step === path[index])
  })
}
