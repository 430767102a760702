/**
 * Thể thức: the notice by its parts and content (Nghị định 30/2020, Điều 8), without a page.
 * Plain JSON; `is` is the tag of every union.
 */

/** 'YYYY-MM-DD' */
export type DateString = string

/** Lines of a name that the directory breaks by hand; one entry when it does not. */
export type Lines = readonly string[]

export type Notice = {
  readonly schema: 1
  /** Record id: file name without ending. */
  readonly id: string
  readonly language: 'vi'
  /** Cơ quan chủ quản; as written in the directory (not upper-cased). Empty: none. */
  readonly parentBody: Lines
  readonly issuingBody: Lines
  /** Absent while a draft. */
  readonly number?: number
  /** 'TB-SGDĐT' */
  readonly symbol: string
  /** Địa danh. */
  readonly place: string
  /** What is known of the date of issue: 'YYYY-MM-DD', 'YYYY-MM' (day left blank), or absent. */
  readonly date?: DateString
  /** Tên loại, sentence case: 'Thông báo'. */
  readonly kind: string
  /** Trích yếu. */
  readonly subject: string
  /** Căn cứ, one paragraph each, with its closing ";" or ".". */
  readonly basis: readonly (readonly Inline[])[]
  /** Ends with "./." */
  readonly content: readonly Block[]
  readonly signature: Signature
  /** Each without its dash and with its closing ";" or "."; the last is "Lưu: VT, ….". */
  readonly recipients: readonly string[]
  /** Drafter's mark (ô 12), e.g. "PL.(300)". */
  readonly drafter?: string
  /** Dấu chỉ mức độ khẩn (ô 10b), sentence case: 'Hỏa tốc'. */
  readonly urgency?: string
  /** Phạm vi lưu hành (ô 11), sentence case: 'Lưu hành nội bộ'. */
  readonly circulation?: string
  /** Địa chỉ cơ quan … (ô 13), at the foot of page 1, one entry a line. */
  readonly address?: Lines
  /** Phụ lục, in order; numbered with Roman numerals when there are several. */
  readonly annexes?: readonly Annex[]
  /** What makes a copy of it (Điều 25), below its own foot. */
  readonly copy?: Copy
}

/** The parts of a copy on paper: Phụ lục I, Phần II, mục II.1. */
export type Copy = {
  /** Hình thức sao, sentence case: 'Trích sao'. */
  readonly form: string
  readonly issuingBody: Lines
  /** Absent while it is not given. */
  readonly number?: number
  /** 'TrS-SGDĐT' */
  readonly symbol: string
  readonly place: string
  /** As far as it is known, like the notice's own. */
  readonly date?: DateString
  readonly signature: Signature
  /** Each with its closing ";" or "."; the last is "Lưu: VT." */
  readonly recipients: readonly string[]
}

export type Annex = {
  readonly id: string
  readonly title: string
  /** "(Kèm theo Thông báo số …)", with blanks where an electronic document leaves them. */
  readonly reference: string
  readonly content: readonly Block[]
  /** Absent: landscape only where a table needs the width. */
  readonly landscape?: boolean
}

export type Signature = {
  /** Quyền hạn, chức vụ, one entry a line, sentence case: ['KT. Giám đốc', 'Phó Giám đốc']. */
  readonly authority: readonly string[]
  /** Họ và tên. */
  readonly name: string
}

export type Inline =
  | { readonly is: 'text'; readonly value: string }
  | { readonly is: 'strong'; readonly text: readonly Inline[] }
  | { readonly is: 'emphasis'; readonly text: readonly Inline[] }
  | { readonly is: 'break' }

/** How a division is marked: by its number, by "*" as some offices do, or not at all. */
export type Mark = 'number' | 'star' | 'none'

/**
 * Mục (I. II.), khoản (1. 2.), điểm (a) b) … đ)). A division opens with its title (own line), its run-in title
 * (same line as the first paragraph), or the first paragraph itself; its label stands before whichever comes first.
 * Numbering restarts under each parent and counts divisions of the same kind with mark 'number'.
 */
export type Division = {
  readonly is: 'section' | 'clause' | 'point'
  /** Stable between versions; unique in the notice. */
  readonly id: string
  readonly mark: Mark
  /** Its number, where divisions before it are left out (an extract); else it counts on. */
  readonly counted?: number
  readonly title?: readonly Inline[]
  readonly runIn?: true
  readonly blocks: readonly Block[]
}

export type Paragraph = { readonly is: 'paragraph'; readonly text: readonly Inline[] }

/** "- …": a dash line. Deeper dash lines ("+ …") stand in `blocks`. */
export type Item = {
  readonly is: 'item'
  readonly text: readonly Inline[]
  readonly blocks: readonly Block[]
}

/** Cells hold one paragraph each. */
export type Table = {
  readonly is: 'table'
  readonly head: readonly (readonly Inline[])[]
  readonly align: readonly ('left' | 'centre' | 'right' | 'justify')[]
  readonly rows: readonly (readonly (readonly Inline[])[])[]
}

export type Block = Division | Paragraph | Item | Table

export const isDivision = (block: Block): block is Division =>
  block.is === 'section' || block.is === 'clause' || block.is === 'point'

/** The words of a run of inlines; a break is a line feed. */
export const plain = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) =>
      inline.is === 'text' ? inline.value : inline.is === 'break' ? '\n' : plain(inline.text),
    )
    .join('')
