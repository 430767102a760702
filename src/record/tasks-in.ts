/** A meeting → the tasks that it gives and the conclusions that give them, with the ids under which everybody knows them. */

import type { Path } from '../source.ts'
import type { ConclusionNode, Task } from './conclusion.ts'
import type { Meeting } from './meeting.ts'

/** A conclusion in its place; `above` are the ids of those it stands in, the nearest first. */
export type PlacedConclusion = {
  readonly id: string
  readonly above: readonly string[]
  readonly node: ConclusionNode
  readonly path: Path
}

/** In the order of print. An id is the author's, or the place: 'k2.1' is the first item of the second conclusion. */
export const conclusionsIn = (meeting: Pick<Meeting, 'conclusions'>): PlacedConclusion[] => {
  const visit = (
    given: string | ConclusionNode,
    path: Path,
    number: string,
    above: readonly string[],
  ): PlacedConclusion[] => {
    const node: ConclusionNode = typeof given === 'string' ? { text: given } : given
    const id = node.id ?? number
    return [
      { id, above, node, path },
      ...(node.items ?? []).flatMap((item, index) =>
        visit(item, [...path, 'items', index], `${number}.${index + 1}`, [id, ...above]),
      ),
    ]
  }
  return meeting.conclusions.flatMap((node, index) =>
    visit(node, ['conclusions', index], `k${index + 1}`, []),
  )
}

export type PlacedTask = {
  readonly id: string
  readonly task: Task
  readonly from: PlacedConclusion
  readonly path: Path
}

/** The task's own id; without one that of its conclusion, and for the second task of it 'k2.1.2'. */
export const tasksIn = (meeting: Pick<Meeting, 'conclusions'>): PlacedTask[] =>
  conclusionsIn(meeting).flatMap((from) =>
    (from.node.tasks ?? []).map((task, index) => ({
      id: task.id ?? (index === 0 ? from.id : `${from.id}.${index + 1}`),
      task,
      from,
      path: [...from.path, 'tasks', index],
    })),
  )
