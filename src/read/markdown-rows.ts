/** Markdown of a notice's content → its paragraphs one below the other. */

import type { ListItem, PhrasingContent, RootContent } from 'mdast'
import type { Inline } from '../notice/notice.ts'
import type { PrintedRow } from '../notice/printed-rows.ts'

/** `bullets`: how many dash lists it stands in. */
export const markdownRows = (nodes: readonly RootContent[], bullets = 0): PrintedRow[] =>
  nodes.flatMap((node): PrintedRow[] => {
    switch (node.type) {
      case 'paragraph':
        return [{ is: 'line', text: inlinesIn(node.children) }]
      case 'heading':
        return [{ is: 'title', text: inlinesIn(node.children) }]
      case 'list':
        return node.children.flatMap((item, index) =>
          node.ordered ? numbered(item, `${(node.start ?? 1) + index}.`, bullets) : dashed(item, bullets),
        )
      case 'table': {
        const [head = [], ...rows] = node.children.map(({ children }) =>
          children.map((cell) => inlinesIn(cell.children)),
        )
        return [{ is: 'table', head, rows }]
      }
      case 'blockquote':
        return markdownRows(node.children, bullets)
      case 'code':
        return [{ is: 'line', text: [{ is: 'text', value: node.value }] }]
      default:
        return []
    }
  })

const numbered = ({ children }: ListItem, label: string, bullets: number): PrintedRow[] => {
  const [first, ...rest] = children
  const opens = first?.type === 'paragraph'
  const lead: Inline = { is: 'text', value: `${label} ` }
  return [
    { is: 'line', text: [lead, ...(opens ? inlinesIn(first.children) : [])] },
    ...markdownRows(opens ? rest : children, bullets),
  ]
}

const dashed = ({ children }: ListItem, bullets: number): PrintedRow[] => {
  const [first, ...rest] = children
  const opens = first?.type === 'paragraph'
  return [
    { is: 'item', deep: bullets > 0, text: opens ? inlinesIn(first.children) : [] },
    ...markdownRows(opens ? rest : children, bullets + 1),
  ]
}

export const inlinesIn = (nodes: readonly PhrasingContent[]): Inline[] =>
  nodes.flatMap((node): Inline[] => {
    if (node.type === 'break') return [{ is: 'break' }]
    if (node.type === 'strong' || node.type === 'emphasis')
      return [{ is: node.type, text: inlinesIn(node.children) }]
    if ('value' in node) return [{ is: 'text', value: node.value }]
    return 'children' in node ? inlinesIn(node.children) : []
  })
