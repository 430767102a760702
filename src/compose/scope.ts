/** What every step from Markdown to blocks is told, and how it tells of mistakes. */

import type { Node } from 'mdast'
import type { Division } from '../notice/notice.ts'
import type { Level, Report, RuleId } from '../problem.ts'
import type { Place } from '../source.ts'

export type BlocksContext = {
  readonly report: Report
  /** The file that problems name. */
  readonly file: string
  /** Where a line of the Markdown (1-based) stands in that file. */
  readonly line: (line: number) => Place | undefined
  /** The division that the blocks will stand in: its id goes before theirs, its kind decides what "1." is. */
  readonly within?: Pick<Division, 'is' | 'id' | 'mark'>
  /** Rule that problems name; 'compose/block' unless told. */
  readonly rule?: RuleId
}

/** What the blocks at hand stand in. */
export type Scope = BlocksContext & {
  /** The Markdown itself. */
  readonly text: string
  /** What a numbered list becomes: khoản, then điểm; undefined inside a numbered điểm. */
  readonly numbered: Division['is'] | undefined
  /** Before the ids of the divisions. */
  readonly prefix: string
  /** Inside a list, where a heading has no business. */
  readonly listed?: true
}

export const tell = (scope: Scope, node: Node, level: Level, message: string, hint?: string): void => {
  const at = node.position && scope.line(node.position.start.line)
  scope.report({
    rule: scope.rule ?? 'compose/block',
    level,
    message,
    ...(hint ? { hint } : {}),
    file: scope.file,
    ...(at ? { at } : {}),
  })
}

/** The Markdown of a node as it was written. */
export const source = (node: Node, scope: Scope): string =>
  scope.text.slice(node.position?.start.offset, node.position?.end.offset)
