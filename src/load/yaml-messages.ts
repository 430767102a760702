/** What the YAML parser found wrong, said in our own words: code and surroundings → rule, message and hint. */

import type { RuleId } from '../problem.ts'
import { shown } from '../text/terminal.ts'
import { lineAt } from './places.ts'

/** One mistake at an offset of the text. */
export type Flaw = {
  readonly rule: RuleId
  readonly offset: number
  readonly message: string
  readonly hint?: string
}

/** `index`: where on the line it really is, when the parser only noticed later. */
type Words = {
  readonly message: string
  readonly hint?: string
  readonly rule?: RuleId
  readonly index?: number
}

/** The parser's own words never reach the user; its code and the line decide. */
export const explainYaml = (code: string, english: string, text: string, offset: number): Flaw => {
  const { line, index } = lineAt(text, offset)
  const { index: really = index, ...words } = wordsFor(code, english, line, index)
  return { rule: 'load/yaml', offset: offset - index + really, ...words }
}

const quoteIt = 'nếu đó là chữ của lời văn, đặt cả giá trị trong dấu nháy kép'
const quoteColon =
  'nếu trong câu có dấu hai chấm, đặt cả câu trong dấu nháy: subject: "Về việc: …", hoặc ghi "|" rồi xuống dòng thụt vào'

const wordsFor = (code: string, english: string, line: string, index: number): Words => {
  switch (code) {
    case 'TAB_AS_INDENT':
      return {
        message: 'thụt dòng bằng phím Tab, cần thụt bằng dấu cách',
        hint: 'xóa Tab ở đầu dòng, thay mỗi bậc bằng 2 dấu cách',
      }
    case 'BAD_INDENT':
      return /^Flow/.test(english)
        ? {
            message: `thiếu dấu đóng "${english.endsWith(']') ? ']' : '}'}" của danh sách mở ở trên`,
            hint: onOneLine,
          }
        : { message: 'dòng này thụt vào không thẳng hàng với các dòng cùng bậc ở trên', hint: straight }
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (english.startsWith('A block sequence')) {
        return { message: 'dấu "- " này không thẳng hàng với danh sách ở trên', hint: straight }
      }
      return colons(line) > 1
        ? { message: 'có hai dấu hai chấm trên một dòng, cần một mục một dòng', hint: quoteColon }
        : { message: 'dòng dưới thụt vào mà mục này đã có giá trị, cần mỗi mục một giá trị', hint: straight }
    case 'MULTILINE_IMPLICIT_KEY':
    case 'KEY_OVER_1024_CHARS':
      return notAnEntry(line)
    case 'MISSING_CHAR':
      return missing(english, line, index)
    case 'BAD_SCALAR_START':
      return {
        message: `giá trị bắt đầu bằng ký hiệu "${shown(line[index] ?? '')}" mà không có dấu nháy`,
        hint: quoteIt,
      }
    case 'BAD_DQ_ESCAPE':
      return {
        message: 'dấu "\\" đứng trước một ký tự không đi cùng nó được trong dấu nháy kép',
        hint: 'ghi "\\\\" nếu muốn in dấu "\\", hoặc dùng dấu nháy đơn',
      }
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
    case 'MULTIPLE_ANCHORS':
      return {
        rule: 'load/alias',
        message: 'dấu "*" hoặc "&" ở đầu giá trị bị hiểu là ký hiệu tham chiếu',
        hint: quoteIt,
      }
    case 'MULTIPLE_DOCS':
      return {
        message: 'có dòng "---" chia tệp thành nhiều phần, cần mỗi tệp một bản ghi',
        hint: 'xóa dòng "---" thừa, hoặc chuyển phần sau sang tệp khác',
      }
    case 'BAD_DIRECTIVE':
      return { message: 'dòng bắt đầu bằng "%" là chỉ thị không dùng ở đây', hint: 'xóa dòng này' }
    case 'TAG_RESOLVE_FAILED':
    case 'MULTIPLE_TAGS':
    case 'BAD_PROP_ORDER':
    case 'BAD_COLLECTION_TYPE':
      return { message: 'dấu "!" ở đầu giá trị bị hiểu là thẻ kiểu dữ liệu, không dùng ở đây', hint: quoteIt }
    case 'BLOCK_IN_FLOW':
      return {
        message: 'có dòng gạch đầu dòng hoặc dòng thụt vào bên trong dấu ngoặc "[ ]" hoặc "{ }"',
        hint: onOneLine,
      }
    case 'RESOURCE_EXHAUSTION':
      return {
        message: 'các mục lồng vào nhau quá sâu',
        hint: 'kiểm tra các dấu ngoặc "[" "{" và các dấu "- " thừa',
      }
    default:
      return unexpected(english, line, index)
  }
}

const straight = 'để các mục cùng bậc bắt đầu ở cùng một cột; mục con thụt thêm 2 dấu cách'
const onOneLine = 'viết danh sách ngắn trên một dòng: [a, b], hoặc mỗi phần tử một dòng bắt đầu bằng "- "'

const colons = (line: string): number => line.match(/:(?=\s|$)/g)?.length ?? 0

const notAnEntry = (line: string): Words =>
  /^\s*(- +)?[\w-]+:\S/.test(line)
    ? { message: 'thiếu dấu cách sau dấu hai chấm', hint: 'ghi "tên: giá trị", có một dấu cách sau dấu ":"' }
    : {
        message: `dòng "${shown(line)}" không có dạng "tên: giá trị"`,
        hint: 'thêm tên mục và dấu hai chấm; nếu là phần nối của dòng trên thì thụt vào sâu hơn dòng trên',
      }

const missing = (english: string, line: string, index: number): Words => {
  if (/quote$/.test(english)) {
    const quote = english.includes('"') ? 'nháy kép (")' : "nháy đơn (')"
    return {
      message: `giá trị mở bằng dấu ${quote} ở đây mà không có dấu đóng`,
      hint: 'thêm dấu nháy ở cuối giá trị; dấu nháy bên trong giá trị thì dùng “ ”',
    }
  }
  if (/^Comments/.test(english)) return { message: 'thiếu dấu cách trước dấu "#" của ghi chú' }
  if (/^Missing ,/.test(english))
    return { message: 'thiếu dấu phẩy giữa các phần tử trong dấu ngoặc', hint: onOneLine }
  if (/^Missing space/.test(english)) return { message: 'thiếu dấu cách sau dấu hai chấm' }
  if (/^(Missing directives|Block collection)/.test(english)) {
    return { message: 'phần đầu tệp có dòng chỉ thị không dùng ở đây', hint: 'xóa các dòng bắt đầu bằng "%"' }
  }
  if (/^(Sequence item|Tags and anchors)/.test(english)) return unexpected(english, line, index)
  return notAnEntry(line)
}

/** Something follows a value that is complete as it stands; what the value starts with says why. */
const unexpected = (english: string, line: string, index: number): Words => {
  if (/^Unexpected (,|empty item)/.test(english))
    return { message: 'thừa dấu phẩy trong dấu ngoặc', hint: onOneLine }
  const opening = /(?<=^|[-:]\s+)(["'*&!@[{|>])[^:]*$/.exec(line.slice(0, index))
  const start = opening?.[1]
  if (start === '*' || start === '&') {
    return {
      rule: 'load/alias',
      index: opening?.index ?? index,
      message: `dấu "${start}" ở đầu giá trị bị hiểu là ký hiệu tham chiếu`,
      hint: quoteIt,
    }
  }
  if (start === '"' || start === "'") {
    return {
      message: 'còn chữ sau dấu nháy đóng, cần cả giá trị nằm trong dấu nháy',
      hint: 'dấu nháy bên trong giá trị thì dùng “ ”',
    }
  }
  if (start === '[' || start === '{') {
    return {
      message: `còn chữ sau dấu ngoặc đóng của giá trị mở bằng "${start}"`,
      hint: 'nếu giá trị là lời văn bắt đầu bằng dấu ngoặc, đặt cả giá trị trong dấu nháy',
    }
  }
  if (start === '|' || start === '>' || /^(Block scalar header|Not a YAML token)/.test(english)) {
    return {
      message: 'còn chữ sau dấu "|" hoặc ">" ở đầu giá trị',
      hint: 'xuống dòng ngay sau dấu đó, rồi thụt lời văn vào 2 dấu cách',
    }
  }
  if (/block-seq-ind/.test(english)) {
    return {
      message: 'danh sách bắt đầu ngay trên dòng có tên mục',
      hint: 'xuống dòng trước dấu "- " đầu tiên',
    }
  }
  const found = shown(line.slice(index), 20)
  return {
    message: found ? `không hiểu "${found}" ở chỗ này` : 'tệp kết thúc ở chỗ còn đang dở',
    hint: straight,
  }
}
