/** Nodes of a YAML document → plain JSON values. Nothing is guessed: a number that would lose a digit stays text. */

import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from 'yaml'
import { shown } from '../text/terminal.ts'
import { explainYaml, type Flaw } from './yaml-messages.ts'
import { keyName } from './yaml-where.ts'

/** Deeper than any record; shallower than any stack. */
const deepest = 60
/** How many nodes aliases may stand for, all together. */
const mostAliased = 5_000

type Counted = { readonly value: unknown; readonly size: number }

/** One walk through one document, in the order of its text. */
export class Reading {
  /** What each alias stands for. */
  readonly targets = new Map<Node, Node>()
  unreliable = false
  readonly #text: string
  readonly #flaw: (flaw: Flaw) => void
  readonly #anchors = new Map<string, Node>()
  readonly #done = new Map<Node, Counted>()
  #size = 0
  #aliased = 0

  constructor(text: string, flaw: (flaw: Flaw) => void) {
    this.#text = text
    this.#flaw = flaw
  }

  value(node: unknown, depth: number): unknown {
    if (isAlias(node)) return this.#alias(node)
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return null
    if (depth > deepest) {
      if (!this.unreliable) this.#say(node, explainYaml('RESOURCE_EXHAUSTION', '', this.#text, 0))
      this.unreliable = true
      return null
    }
    if (node.anchor) this.#anchors.set(node.anchor, node)
    this.#refuseTag(node)
    const before = this.#size
    this.#size += 1
    const value = isScalar(node)
      ? this.#scalar(node)
      : isSeq(node)
        ? node.items.map((item) => this.value(item, depth + 1))
        : this.#map(node.items, depth)
    if (node.anchor) this.#done.set(node, { value, size: this.#size - before })
    return value
  }

  #map(pairs: readonly Pair[], depth: number): unknown {
    const map: Record<string, unknown> = {}
    const seen = new Map<string, Node>()
    for (const { key, value } of pairs) {
      const name = keyName(key)
      if (name === undefined || !isScalar(key)) {
        this.#say(key, isScalar(key) ? nameless : notText)
      } else if (refusedKeys.has(name)) {
        this.#say(key, { message: `không dùng được tên mục "${name}"`, hint: 'xóa mục này' })
      } else if (seen.has(name)) {
        const line = this.#text.slice(0, offsetOf(seen.get(name))).split('\n').length
        this.#say(key, {
          rule: 'load/duplicate-key',
          message: `mục "${shown(name)}" đã có ở dòng ${line}, cần mỗi mục ghi một lần`,
          hint: 'gộp hai mục làm một, hoặc xóa một mục',
        })
      } else {
        seen.set(name, key)
        map[name] = this.value(value, depth + 1)
      }
    }
    return map
  }

  #scalar(node: Scalar): unknown {
    const { value, source, type } = node
    if (typeof value === 'string') return value.normalize('NFC')
    if (value === null) return null
    const exact = type !== 'PLAIN' || source === String(value)
    const plain = typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
    return exact && plain ? value : (source ?? String(value))
  }

  #alias(node: Node & { source: string }): unknown {
    const target = this.#anchors.get(node.source)
    const done = target && this.#done.get(target)
    if (!target || !done) {
      this.#say(node, {
        rule: 'load/alias',
        message: target
          ? `"*${shown(node.source)}" nằm ngay trong phần mà nó nhắc lại`
          : `"*${shown(node.source)}" nhắc lại một phần chưa được đặt tên bằng "&" ở trên`,
        hint: 'nếu dấu "*" là của lời văn, đặt cả giá trị trong dấu nháy',
      })
      return null
    }
    this.targets.set(node, target)
    this.#size += done.size
    this.#aliased += done.size
    if (this.#aliased <= mostAliased) return done.value
    if (!this.unreliable) {
      this.#say(node, {
        rule: 'load/alias',
        message: `các dấu "*" nhắc lại quá nhiều nội dung, cần không quá ${mostAliased} mục`,
        hint: 'ghi thẳng nội dung ra thay cho dấu "*"',
      })
    }
    this.unreliable = true
    return null
  }

  #refuseTag(node: Node): void {
    if (!node.tag || coreTags.has(node.tag)) return
    this.#say(node, explainYaml('TAG_RESOLVE_FAILED', '', this.#text, offsetOf(node)))
  }

  #say(node: unknown, words: Partial<Flaw> & { message: string }): void {
    this.#flaw({ rule: 'load/yaml', ...words, offset: offsetOf(node) })
  }
}

/** `__proto__` and its like would reach behind the data; `<<` would be a second way to repeat something. */
const refusedKeys = new Set(['__proto__', 'constructor', 'prototype', '<<'])

const coreTags = new Set(
  ['str', 'map', 'seq', 'int', 'float', 'bool', 'null'].map((name) => `tag:yaml.org,2002:${name}`),
)

const nameless = { message: 'thiếu tên mục trước dấu hai chấm', hint: 'ghi "tên: giá trị"' }
const notText = {
  message: 'tên mục không phải là chữ',
  hint: 'nếu giá trị có dấu "{" hoặc "[", đặt cả giá trị trong dấu nháy kép',
}

const offsetOf = (node: unknown): number => (node as Partial<Node> | null | undefined)?.range?.[0] ?? 0
