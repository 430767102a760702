/**
 * A Word file with tracked changes -> the file after all of them were accepted, or rejected, as ECMA-376 Part 1, 17.13.5
 * tells it; written without the code that made the changes.
 */

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

export type Decision = 'accept' | 'reject'

type Element = { readonly name: string; readonly tag: string; children: Node[] }
type Node = Element | string

const isElement = (node: Node | undefined): node is Element => typeof node === 'object'

const parse = (xml: string): Element => {
  const top: Element = { name: '', tag: '', children: [] }
  const open = [top]
  for (const [piece] of xml.matchAll(/<[^>]+>|[^<]+/g)) {
    const here = open.at(-1) as Element
    if (piece.startsWith('</')) open.pop()
    else if (!piece.startsWith('<') || /^<[?!]/.test(piece)) here.children.push(piece)
    else {
      const element: Element = { name: /^<([^\s/>]+)/.exec(piece)?.[1] ?? '', tag: piece, children: [] }
      here.children.push(element)
      if (!piece.endsWith('/>')) open.push(element)
    }
  }
  return top
}

const write = (node: Node): string => {
  if (!isElement(node)) return node
  const inner = node.children.map(write).join('')
  if (node.name === '') return inner
  const start = node.tag.replace(/\s*\/>$/, '>')
  return `${start}${inner}</${node.name}>`
}

const child = (node: Element | undefined, name: string): Element | undefined =>
  node?.children.filter(isElement).find((each) => each.name === name)

const words = (node: Node): string =>
  isElement(node) ? (/^w:(br|tab|t|drawing)$/.test(node.name) ? '·' : node.children.map(words).join('')) : ''

export const settleXml = (xml: string, decision: Decision): string => {
  const [gone, stays] = decision === 'accept' ? ['w:del', 'w:ins'] : ['w:ins', 'w:del']

  /** What became of a paragraph's mark or a row, by its properties. */
  const isGone = (properties: Element | undefined): boolean => child(properties, gone) !== undefined

  const settle = (node: Element): void => {
    const inside = /^w:(rPr|trPr)$/.test(node.name)
    const out: Node[] = []
    for (const each of node.children) {
      if (!isElement(each)) out.push(each)
      else if (each.name === gone) continue
      else if (each.name === stays) {
        if (inside) continue
        settle(each)
        out.push(...each.children)
      } else if (each.name === 'w:tr' && isGone(child(each, 'w:trPr'))) continue
      else if (/^w:(pPr|sectPr)$/.test(each.name)) out.push(withProperties(each))
      else if (/^w:[a-zA-Z]+Change$/.test(each.name)) continue
      else {
        const joins = each.name === 'w:p' && isGone(child(child(each, 'w:pPr'), 'w:rPr'))
        settle(each)
        if (each.name === 'w:delText')
          out.push({ ...each, name: 'w:t', tag: each.tag.replace('w:delText', 'w:t') })
        else if (each.name === 'w:tbl' && !child(each, 'w:tr')) continue
        else if (joins) out.push({ ...each, name: 'joins' })
        else out.push(each)
      }
    }
    node.children = joined(out)
  }

  const withProperties = (properties: Element): Element => {
    const change = child(properties, `${properties.name}Change`)
    const old = change && child(change, properties.name)
    const kept = properties.children.filter((each) => each !== change)
    const own = kept.filter(
      (each) => isElement(each) && /^w:(rPr|sectPr|headerReference|footerReference)$/.test(each.name),
    )
    const result: Element = {
      ...properties,
      tag: `<${properties.name}>`,
      children:
        decision === 'reject' && old
          ? [...own.filter(isReference), ...old.children, ...own.filter((each) => !isReference(each))]
          : kept,
    }
    settle(result)
    return result
  }
  const isReference = (node: Node): boolean => isElement(node) && /Reference$/.test(node.name)

  /** A paragraph whose mark is gone runs on into the next one; before a table it is no paragraph any more. */
  const joined = (nodes: readonly Node[]): Node[] => {
    const out: Node[] = []
    let waiting: Node[] = []
    for (const node of nodes) {
      if (!isElement(node) || !/^(joins|w:p)$/.test(node.name)) {
        if (waiting.some((each) => words(each) !== ''))
          throw new Error('a paragraph without an end has words')
        waiting = []
        out.push(node)
        continue
      }
      const content = node.children.filter((each) => !isElement(each) || each.name !== 'w:pPr')
      if (node.name === 'joins') waiting.push(...content)
      else {
        const properties = node.children.filter((each) => isElement(each) && each.name === 'w:pPr')
        out.push({ ...node, children: [...properties, ...waiting, ...content] })
        waiting = []
      }
    }
    if (waiting.some((each) => words(each) !== ''))
      throw new Error('a last paragraph without an end has words')
    return out
  }

  const top = parse(xml)
  settle(top)
  return write(top)
}

export const settled = (docx: Uint8Array, decision: Decision): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(unzipSync(docx)).map(([path, bytes]) => [
        path,
        /^word\/(document|header\d+|footer\d+)\.xml$/.test(path)
          ? strToU8(settleXml(strFromU8(bytes), decision))
          : bytes,
      ]),
    ),
  )
