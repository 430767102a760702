/** The inside of one `w:p` → its text as Word shows it, in runs of one look, with what is drawn beside it. */

import { chosen, shapesOf } from './docx-drawing.ts'
import { type Field, isPageField, openFields } from './docx-fields.ts'
import { type Piece, piecesOf } from './docx-pieces.ts'
import { type RunProperties, readRunProperties } from './docx-properties.ts'
import type { Shape } from './docx-shape.ts'
import { runLook, type Setting, type Styles } from './docx-styles.ts'
import { child, valOf, type Xml } from './xml.ts'

export type Content = {
  readonly pieces: readonly Piece[]
  readonly shapes: readonly Shape[]
  /** A page break stands before the last words, or after them. */
  readonly pageBreak?: 'before' | 'after'
}

/** Fields may run over several paragraphs, so they are kept outside. */
export type Reading = {
  readonly styles: Styles
  readonly fields: Field[]
  readonly gaps: Set<string>
}

/** A page number shows as this one: the first page that has it is the second. */
const shownPage = '2'

export const readContent = (paragraph: Xml, setting: Setting, reading: Reading): Content => {
  const pieces: Piece[] = []
  const shapes: Shape[] = []
  let broken = -1
  const { styles, gaps } = reading
  const fields = openFields(reading.fields)

  const look = (run: Xml | undefined): RunProperties => {
    const properties = child(run, 'w:rPr')
    return runLook(
      styles,
      setting,
      styles.character(valOf(properties, 'w:rStyle')),
      readRunProperties(properties),
    )
  }
  const say = (text: string, of: RunProperties): void => {
    if (fields.hides() || of.hidden) return
    pieces.push(...piecesOf(text, of, styles))
  }
  const sayPage = (of: RunProperties): void => {
    if (fields.isConditional())
      gaps.add('số trang hiện theo điều kiện (trường IF): không biết trang 1 có số hay không')
    pieces.push(
      ...piecesOf(shownPage, of, styles).map((piece) => ({ ...piece, isPageNumber: true as const })),
    )
  }

  const run = (xml: Xml): void => {
    const of = look(xml)
    for (const each of xml.children) {
      switch (each.name) {
        case 'w:t':
          fields.sees(of)
          say(each.text, of)
          break
        case 'w:tab':
        case 'w:ptab':
          say('\t', of)
          break
        case 'w:cr':
          say('\n', of)
          break
        case 'w:br': {
          const type = each.attributes['w:type']
          if (type === 'page') broken = pieces.length
          else if (type !== 'column') say('\n', of)
          break
        }
        case 'w:noBreakHyphen':
          say('-', of)
          break
        case 'w:sym':
          say(symbol(each), {
            ...of,
            faces: { ascii: each.attributes['w:font'] ?? '', hAnsi: each.attributes['w:font'] ?? '' },
          })
          break
        case 'w:pgNum':
          sayPage(of)
          break
        case 'w:fldChar': {
          const done = fields.mark(each.attributes['w:fldCharType'] ?? '', of)
          if (done) sayPage(done)
          break
        }
        case 'w:instrText':
          fields.instruct(each.text)
          break
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
          shapes.push(...shapesOf(each))
          break
        case 'mc:AlternateContent':
          for (const inner of chosen(each)?.children ?? [])
            if (isDrawn(inner)) shapes.push(...shapesOf(inner))
          break
      }
    }
  }

  const walk = (xml: Xml): void => {
    for (const each of xml.children) {
      switch (each.name) {
        case 'w:r':
          run(each)
          break
        case 'w:fldSimple':
          if (isPageField(each.attributes['w:instr'] ?? '')) sayPage(look(firstRun(each)))
          else walk(each)
          break
        // Deleted text is gone, text moved away stands where it was moved to.
        case 'w:del':
        case 'w:moveFrom':
          gaps.add(trackedChanges)
          break
        case 'w:ins':
        case 'w:moveTo':
          gaps.add(trackedChanges)
          walk(each)
          break
        case 'w:sdt':
          walk(child(each, 'w:sdtContent') ?? each)
          break
        case 'mc:AlternateContent':
          walk(chosen(each) ?? { ...each, children: [] })
          break
        case 'm:oMath':
        case 'm:oMathPara':
          gaps.add('công thức toán: không đo')
          break
        case 'w:hyperlink':
        case 'w:smartTag':
        case 'w:customXml':
        case 'w:dir':
        case 'w:bdo':
          walk(each)
          break
      }
    }
  }
  walk(paragraph)
  const said = pieces.slice(Math.max(0, broken)).some(({ text }) => text.trim() !== '')
  return {
    pieces,
    shapes,
    ...(broken >= 0 && { pageBreak: said ? ('before' as const) : ('after' as const) }),
  }
}

const trackedChanges =
  'tệp còn thay đổi chưa duyệt (Track Changes): đo như khi đã chấp nhận tất cả, chữ đã xóa không tính'

const isDrawn = ({ name }: Xml): boolean => name === 'w:drawing' || name === 'w:pict' || name === 'w:object'

const firstRun = (xml: Xml): Xml | undefined =>
  child(xml, 'w:r') ?? xml.children.map(firstRun).find((found) => found !== undefined)

const symbol = (xml: Xml): string => {
  const code = Number.parseInt(xml.attributes['w:char'] ?? '', 16)
  return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}
