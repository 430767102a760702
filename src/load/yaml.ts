/** A YAML file → Source: plain data, every mistake a Problem at its place. */

import type { Report } from '../problem.ts'
import type { Source } from '../source.ts'
import { placesIn } from './places.ts'
import { readText } from './text.ts'
import { parseYaml } from './yaml-value.ts'

/** Undefined when there is nothing to go on with: not text, not YAML, or empty (all reported). */
export const readYaml = (file: string, bytes: Uint8Array | string, report: Report): Source | undefined => {
  const text = readText(file, bytes, report)
  if (text === undefined) return undefined
  const place = placesIn(text)
  const tree = parseYaml(text, ({ offset, ...words }) =>
    report({ level: 'error', file, at: place(offset), ...words }),
  )
  if (!tree) return undefined
  if (tree.value === null) {
    report({
      rule: 'load/empty',
      level: 'error',
      file,
      message: 'tệp không có nội dung, cần các dòng "tên: giá trị"',
      hint: 'điền nội dung, hoặc xóa tệp nếu không dùng',
    })
    return undefined
  }
  return { file, text, value: tree.value, at: (path, aim) => place(tree.where(path, aim)) }
}
