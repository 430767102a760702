/** The Markdown body of a meeting → its `conclusions`, in the shape that a YAML meeting has, so that validation sees one shape. */

import type { Report } from '../problem.ts'
import type { Aim, Path, Source } from '../source.ts'
import { type Outline, outline, tooDeep } from './body-outline.ts'
import { readFrontMatter } from './front-matter.ts'
import { placesIn } from './places.ts'

/** A meeting written as `.md`; undefined when its front matter cannot be relied on (reported). */
export const readMeeting = (file: string, bytes: Uint8Array | string, report: Report): Source | undefined => {
  const source = readFrontMatter(file, bytes, report)
  return source && withConclusions(source, report)
}

/** The same source with its body as `value.conclusions`; an empty body adds nothing. */
export const withConclusions = (source: Source, report: Report): Source => {
  const { body = '', bodyLine = 1, ...rest } = source
  const { file, text, value, at } = rest
  if (body.trim() === '') return rest
  if (!isRecord(value)) {
    report({
      rule: 'load/front-matter',
      level: 'error',
      file,
      at: at([]) ?? { line: 1, column: 1 },
      message: 'phần khai báo không phải các dòng "tên: giá trị"',
      hint: 'mỗi dòng ghi một mục, ví dụ: template: ket-luan-hop',
    })
    return rest
  }
  if (Object.hasOwn(value, 'conclusions')) {
    report({
      rule: 'load/body',
      level: 'error',
      file,
      at: at(['conclusions'], 'key') ?? { line: bodyLine, column: 1 },
      message: 'kết luận được ghi ở cả mục "conclusions" và phần lời văn bên dưới, cần ghi ở một nơi',
      hint: 'chuyển hết vào phần lời văn rồi xóa mục "conclusions", hoặc ngược lại',
    })
    return rest
  }
  const start = text.length - body.length
  const place = placesIn(text)
  const found = read(body, (offset, words) =>
    report({ rule: 'load/body', level: 'error', file, at: place(start + offset), ...words }),
  )
  if (!found) return rest
  const inBody = (path: Path, aim?: Aim) => place(start + found.where(path.slice(1), aim))
  return {
    ...rest,
    value: { ...value, conclusions: found.conclusions },
    at: (path, aim) => (path[0] === 'conclusions' ? inBody(path, aim) : at(path, aim)),
  }
}

const read = (body: string, say: Parameters<typeof outline>[1]): Outline | undefined => {
  try {
    return outline(body, say)
  } catch (error) {
    // Only lists within lists, thousands deep, use up the stack.
    if (!(error instanceof RangeError)) throw error
    say(0, tooDeep)
    return undefined
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
