/** Markdown body of a meeting → conclusions: headings hold what follows them, ordered lists are the numbered items. */

import type { Heading, List, Nodes } from 'mdast'
import type { Aim, Path } from '../source.ts'
import { parseMarkdown } from '../text/markdown.ts'
import { commentsIn, type Say, withoutComments } from './body-comments.ts'
import { addItem, addNote, addProse, type BodyNode, type Draft, draft, spotWhere } from './body-draft.ts'
import { checkHeading, checkLines, checkNumbers, refuseBlock } from './body-habits.ts'
import { contentIndent, indentOf, sourceText, spanOf } from './body-text.ts'
import { titleSpan } from './body-title.ts'

export type Outline = {
  readonly conclusions: readonly BodyNode[]
  /** Offset in the body of a path below `conclusions`. */
  readonly where: (path: Path, aim?: Aim) => number
}

/** Lists within lists; a notice knows four levels. */
const deepest = 20

export const tooDeep = { message: 'phần lời văn có danh sách hoặc trích dẫn lồng vào nhau quá sâu' }

export const outline = (body: string, say: Say): Outline => {
  const comments = commentsIn(body, say)
  const spans = comments.map(({ span }) => span)
  const root = parseMarkdown(withoutComments(body, comments, say))
  const top = draft(Math.max(0, body.search(/\S/)))
  /** Whose words start where, in order of the text: a comment speaks of the conclusion that stands directly before it. */
  const starts: { readonly offset: number; readonly whose: Draft }[] = []
  const start = (offset: number, whose: Draft): void => {
    starts.push({ offset, whose })
  }

  const blocks = (children: readonly Nodes[], container: Draft, indent: number, depth = 0): void => {
    const open = [{ depth: 0, holder: container }]
    for (const block of children) {
      if (block.type === 'heading') while ((open.at(-1)?.depth ?? 0) >= block.depth) open.pop()
      const current = open.at(-1)?.holder ?? container
      if (block.type === 'heading') open.push({ depth: block.depth, holder: heading(block, current) })
      else if (block.type === 'list' && block.ordered) list(block, current, depth + 1)
      else if (block.type === 'paragraph' || block.type === 'table' || block.type === 'list')
        prose(block, current, indent)
      else refuseBlock(block, say)
    }
  }

  const heading = (block: Heading, parent: Draft): Draft => {
    const [from, to] = spanOf(block)
    const [first, end] = [block.children[0], block.children.at(-1)]
    const words = first && end ? sourceText(body, [spanOf(first)[0], spanOf(end)[1]], spans, 0) : ''
    checkHeading(from, words, say)
    const star = /^(\*\*|__)?\\?\*[ \t]+/
    const node: BodyNode = {
      ...(words === '' ? {} : { heading: words.replace(star, '$1') }),
      ...(star.test(words) ? { mark: 'star' } : {}),
    }
    // "1. ## Title": the heading is the item's own.
    const own = parent !== top && Object.keys(parent.node).length === 0
    const holder = own ? parent : addItem(parent, draft(from, node))
    Object.assign(holder.node, node)
    holder.spot.below.set('heading', draft(first ? spanOf(first)[0] : to).spot)
    start(from, holder)
    return holder
  }

  const list = (block: List, parent: Draft, depth: number): void => {
    if (depth > deepest) {
      say(spanOf(block)[0], tooDeep)
      return
    }
    checkNumbers(body, block, parent.numbered + 1, say)
    for (const item of block.children) {
      const [from] = spanOf(item)
      const holder = addItem(parent, draft(from))
      start(from, holder)
      const indent = contentIndent(body, item)
      const title = titleSpan(item)
      if (title) {
        // The author's line may be broken where his editor wraps it.
        const words = sourceText(body, title, spans, indent).replace(/\s*\n\s*/g, ' ')
        checkHeading(title[0], words, say)
        holder.node.heading = words
        holder.spot.below.set('heading', draft(title[0]).spot)
      }
      blocks(title ? item.children.slice(1) : item.children, holder, indent, depth)
      if (Object.keys(holder.node).length === 0) {
        say(from, { message: 'mục này chưa có lời văn', hint: 'điền lời văn, hoặc xóa số thứ tự thừa' })
      }
    }
  }

  const prose = (block: Nodes, holder: Draft, indent: number): void => {
    const span = spanOf(block)
    const paragraph = block.type === 'paragraph'
    const text = sourceText(body, span, spans, paragraph ? indent : indentOf(body, span))
    if (paragraph) checkLines(body, span, say)
    let whose = holder
    if (holder === top || holder.node.items) {
      // A dash list or a table goes with the paragraph that introduces it.
      whose = (paragraph ? undefined : holder.loose) ?? addItem(holder, draft(span[0], { mark: 'none' }))
      holder.loose = whose
    }
    addProse(whose, text, span[0])
    start(span[0], whose)
  }

  blocks(root.children, top, 0)
  for (const { note, about, span } of comments) {
    const whose = starts.findLast(({ offset }) => offset <= about)?.whose
    if (note && whose) addNote(whose, note, say)
    else if (note) say(span[0], orphan)
  }
  const items = top.spot.below.get('items') ?? top.spot
  return { conclusions: top.node.items ?? [], where: (path, aim) => spotWhere(items, path, aim) }
}

const orphan = {
  message: 'ghi chú này không đứng sau mục nào, cần đặt ngay sau mục mà nó nói tới',
}
