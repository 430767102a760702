/** What is different between two notices. Plain data; enough to make the second out of the first. */

import type { FixedPart } from '../notice/fixed-words.ts'
import type { Block, Inline } from '../notice/notice.ts'

/** Indexes from the top of the content down to a block: [1, 0] is the first block in the second. */
export type BlockPath = readonly number[]

/** A block without what stands in it. */
export type Shell = Block extends infer B ? (B extends { blocks: unknown } ? Omit<B, 'blocks'> : B) : never

/** `from` counts in the first notice, `to` in the second. */
export type BlockChange =
  | { readonly is: 'removed'; readonly from: BlockPath; readonly shell: Shell }
  | { readonly is: 'added'; readonly to: BlockPath; readonly shell: Shell }
  | {
      readonly is: 'moved'
      readonly from: BlockPath
      readonly to: BlockPath
      readonly shell: Shell
      /** Of the first notice: what it stands before now; or, at the end, behind. Absent where it has no neighbour of old. */
      readonly beside?: { readonly is: 'before' | 'behind'; readonly path: BlockPath }
    }
  | {
      readonly is: 'changed'
      readonly from: BlockPath
      readonly to: BlockPath
      readonly before: Shell
      readonly after: Shell
      /** Its number, where that is another and its place does not say why. */
      readonly label?: { readonly before: string; readonly after: string }
    }

/** A formal part: number, date, subject … Absent: was, or is, not there. */
export type PartChange = { readonly part: PartName; readonly before?: string; readonly after?: string }

export const partNames = [
  'parentBody',
  'issuingBody',
  'number',
  'symbol',
  'place',
  'date',
  'kind',
  'subject',
  'urgency',
  'circulation',
  'authority',
  'signatory',
  'drafter',
  'address',
] as const
export type PartName = (typeof partNames)[number]

/** An entry of a list of texts (nơi nhận); positions count in their own notice. */
export type EntryChange =
  | { readonly is: 'removed'; readonly from: number; readonly text: string }
  | { readonly is: 'added'; readonly to: number; readonly text: string }
  | { readonly is: 'moved'; readonly from: number; readonly to: number; readonly text: string }
  /** Only the mark at its end, and its place in the list does not ask for that. */
  | {
      readonly is: 'closed'
      readonly from: number
      readonly to: number
      readonly before: string
      readonly text: string
    }

export type AnnexChange = {
  readonly from?: number
  readonly to?: number
  readonly title?: { readonly before?: string; readonly after?: string }
  readonly reference?: { readonly before: string; readonly after: string }
  /** Upright, or on its side, as the record asks for it. */
  readonly landscape?: { readonly before: boolean | undefined; readonly after: boolean | undefined }
  readonly content: readonly BlockChange[]
}

export type TaskChange = {
  readonly id: string
  /** What the task is called, for a reader. */
  readonly name: string
  readonly is: 'added' | 'removed' | 'changed'
  readonly fields: readonly {
    readonly field: 'lead' | 'with' | 'watch' | 'report' | 'due' | 'what'
    readonly before: string
    readonly after: string
  }[]
}

/** Words that the decree prescribes, or that stand beside the known parts. */
export type FixedChange = { readonly part: FixedPart; readonly before: string; readonly after: string }

export type Changes = {
  readonly parts: readonly PartChange[]
  readonly fixed: readonly FixedChange[]
  readonly basis: readonly BlockChange[]
  readonly content: readonly BlockChange[]
  readonly recipients: readonly EntryChange[]
  readonly annexes: readonly AnnexChange[]
  readonly tasks: readonly TaskChange[]
}

export const isEmpty = (changes: Changes): boolean =>
  Object.values(changes).every((list) => list.length === 0)

/** The words of a shell, as they are compared. */
export const shellText = (shell: Shell): readonly (readonly Inline[])[] => {
  if (shell.is === 'paragraph' || shell.is === 'item') return [shell.text]
  if (shell.is === 'table') return [...shell.head, ...shell.rows.flat()]
  return shell.title ? [shell.title] : []
}
