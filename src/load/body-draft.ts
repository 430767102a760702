/** A conclusion while it is being read from Markdown: its value, and where each part of it stands in the body. */

import type { Aim, Path } from '../source.ts'
import type { Note, Say } from './body-comments.ts'
import type { YamlTree } from './yaml-value.ts'

/** The same keys as in a YAML meeting. */
export type BodyNode = {
  id?: unknown
  heading?: string
  for?: unknown
  mark?: 'star' | 'none'
  text?: string
  tasks?: unknown[]
  items?: BodyNode[]
}

/** A place in the body with the places below it. */
export type Spot = {
  readonly offset: number
  readonly below: Map<string | number, Spot>
  /** From here on the value is YAML in a comment. */
  readonly yaml?: { readonly where: YamlTree['where']; readonly offset: number; readonly above: Path }
}

export const spot = (offset: number, yaml?: Spot['yaml']): Spot => ({
  offset,
  below: new Map(),
  ...(yaml ? { yaml } : {}),
})

export type Draft = {
  readonly node: BodyNode
  readonly spot: Spot
  /** How many of its items carry a number. */
  numbered: number
  /** The unnumbered paragraph that was added last, while nothing has followed it. */
  loose?: Draft | undefined
}

export const draft = (offset: number, node: BodyNode = {}): Draft => ({
  node,
  spot: spot(offset),
  numbered: 0,
})

/** A new item at the end of a parent's items. */
export const addItem = (parent: Draft, item: Draft): Draft => {
  const items = parent.node.items ?? []
  parent.node.items = items
  const spots = parent.spot.below.get('items') ?? spot(item.spot.offset)
  parent.spot.below.set('items', spots)
  spots.below.set(items.length, item.spot)
  items.push(item.node)
  parent.loose = undefined
  if (item.node.mark === undefined) parent.numbered += 1
  return item
}

/** One more block of prose, after a blank line. */
export const addProse = (to: Draft, text: string, offset: number): void => {
  if (text === '') return
  to.node.text = to.node.text === undefined ? text : `${to.node.text}\n\n${text}`
  if (!to.spot.below.has('text')) to.spot.below.set('text', spot(offset))
}

/** What a comment after a conclusion says becomes part of it. */
export const addNote = (to: Draft, { word, tree, offset }: Note, say: Say): void => {
  const { value, where } = tree
  const valueAt = offset + where([])
  if (word === 'task') {
    const list = Array.isArray(value)
    for (const [index, task] of (list ? value : [value]).entries()) {
      addTask(to, task, { where, offset, above: list ? [index] : [] })
    }
    return
  }
  if (to.node[word] !== undefined) {
    say(valueAt, { message: `ghi chú "${word}" được ghi hai lần cho cùng một mục, cần ghi một lần` })
    return
  }
  // `<!-- for: van-phong -->` is as good as a list of one.
  const alone = word === 'for' && !Array.isArray(value)
  to.node[word] = alone ? [value] : value
  const here = alone ? spot(valueAt) : spot(valueAt, { where, offset, above: [] })
  to.spot.below.set(word, here)
}

const addTask = (to: Draft, task: unknown, yaml: NonNullable<Spot['yaml']>): void => {
  const at = yaml.offset + yaml.where(yaml.above)
  const spots = to.spot.below.get('tasks') ?? spot(at)
  const tasks = to.node.tasks ?? []
  spots.below.set(tasks.length, spot(at, yaml))
  to.spot.below.set('tasks', spots)
  to.node.tasks = [...tasks, task]
}

/** The offset at which a path below a spot stands; the nearest spot above when it goes further than the body. */
export const spotWhere = (top: Spot, path: Path, aim?: Aim): number => {
  let at = top
  for (const [index, step] of path.entries()) {
    if (at.yaml) return at.yaml.offset + at.yaml.where([...at.yaml.above, ...path.slice(index)], aim)
    const next = at.below.get(step)
    if (!next) return at.offset
    at = next
  }
  return at.offset
}
