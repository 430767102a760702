/** What a hand used to a word processor types and Markdown takes for something else, told before it is lost. */

import type { List, Nodes } from 'mdast'
import { shown } from '../text/terminal.ts'
import type { Say } from './body-comments.ts'
import { type Span, spanOf } from './body-text.ts'

/** A heading without words, or with its number typed in. */
export const checkHeading = (from: number, words: string, say: Say): void => {
  if (words === '') {
    say(from, { message: 'tiêu đề chưa có chữ', hint: 'điền tiêu đề sau dấu "#", hoặc xóa dòng này' })
  } else if (
    /^[*_\s]*(?:[IVXLC]{1,6}|\p{Lu}|\d{1,2}(?:\.\d{1,2})*)\\?[.)]\s|^[*_\s]*[a-zđ]\\?\)\s/u.test(words)
  ) {
    say(from, {
      level: 'warning',
      message: `tiêu đề "${shown(words)}" đã gõ sẵn số thứ tự, bản in sẽ có hai số`,
      hint: 'bỏ số đi; chương trình tự đánh I., 1., a)',
    })
  }
}

/**
 * A list is printed from 1, or from where the last one under the same heading stopped, whatever was typed. Typing the
 * same number for every item is a habit of Markdown and says nothing.
 */
export const checkNumbers = (body: string, list: List, expected: number, say: Say): void => {
  const first = list.start ?? 1
  for (const [index, item] of list.children.entries()) {
    const [from] = spanOf(item)
    const typed = Number(/^\d+/.exec(body.slice(from, from + 10))?.[0])
    if (index === 0 ? typed === expected : typed === first || typed === first + index) continue
    say(from, {
      level: 'warning',
      message: `đã gõ số ${typed}, bản in sẽ đánh số ${expected + index}`,
      hint: `chương trình tự đánh số; nếu "${typed}." là lời văn chứ không phải số thứ tự, ghi "${typed}\\."`,
    })
  }
}

/** "a) …" or "2) …" inside a paragraph: one line of running text, not an item. */
export const checkLines = (body: string, [from, to]: Span, say: Say): void => {
  for (const match of body.slice(from, to).matchAll(/^[ \t]*((?:[a-zđ]\)|\d{1,2}[.)]|\+)[ \t].*)/gm)) {
    say(from + match.index + match[0].length - (match[1] ?? '').length, {
      level: 'warning',
      message: `"${shown(match[1] ?? '')}" sẽ in liền trong đoạn, không thành một mục riêng`,
      hint: 'viết thành danh sách "1." thụt vào dưới mục cha và cách ra một dòng trống; chương trình tự đánh a), b), c)',
    })
  }
}

/** Blocks that a notice has no place for. They are left out, and said so. */
export const refuseBlock = (block: Nodes, say: Say): void => {
  const [from] = spanOf(block)
  const [name, hint] = refused[block.type] ?? ['phần này', 'chỉ dùng tiêu đề, đoạn văn, danh sách và bảng']
  say(from, { message: `${name} không dùng được trong kết luận`, hint })
}

const refused: Readonly<Partial<Record<Nodes['type'], readonly [string, string]>>> = {
  code: ['khối mã lệnh mở bằng ba dấu huyền', 'xóa các dòng ```'],
  blockquote: ['đoạn trích dẫn (dòng bắt đầu bằng ">")', 'bỏ dấu ">" ở đầu dòng'],
  thematicBreak: ['dòng kẻ ngang', 'xóa dòng này'],
}
