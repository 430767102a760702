/** What a division is called, and what a numbered list inside it becomes. */

import type { Block, Division } from '../notice/notice.ts'
import type { Scope } from './scope.ts'

/** Starred and unnumbered divisions group; they do not use up a level. */
export const below = (
  { is, mark }: Pick<Division, 'is' | 'mark'>,
  around: Scope['numbered'],
): Scope['numbered'] =>
  mark !== 'number' ? around : is === 'section' ? 'clause' : is === 'clause' ? 'point' : undefined

/** By position: the second clause of section "s1" is "s1.c2". */
export const nextId = (is: Division['is'], before: readonly Block[], { prefix }: Scope): string =>
  `${prefix}${letters[is]}${1 + before.filter((block) => block.is === is).length}`

const letters = { section: 's', clause: 'c', point: 'p' } as const
