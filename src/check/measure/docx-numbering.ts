/** numbering.xml → the labels that Word counts out ("1.", "a)", "-"), paragraph by paragraph in document order. */

import { roman } from '../../text/numerals.ts'
import {
  overParagraph,
  overRun,
  type ParagraphProperties,
  type RunProperties,
  readParagraphProperties,
  readRunProperties,
} from './docx-properties.ts'
import { child, children, isOn, numberIn, valOf, type Xml } from './xml.ts'

export type Label = {
  readonly text: string
  /** What stands between the label and the words. */
  readonly suffix: 'tab' | 'space' | 'nothing'
  readonly run: RunProperties
  readonly paragraph: ParagraphProperties
}

export type Numbering = {
  /** Counts on, so it must be called once for each numbered paragraph, in order. */
  readonly next: (id: string, level: number) => Label | undefined
  /** The level that a list gives to a paragraph style. */
  readonly levelOf: (id: string, style: string) => number | undefined
}

type Level = {
  readonly start: number
  readonly format: string
  readonly pattern: string
  readonly suffix: Label['suffix']
  readonly legal: boolean
  readonly restartsAfter: number | undefined
  readonly style: string | undefined
  readonly run: RunProperties
  readonly paragraph: ParagraphProperties
}

type List = {
  readonly abstract: string
  readonly levels: ReadonlyMap<number, Level>
  readonly restarts: ReadonlyMap<number, number>
}

export const readNumbering = (xml: Xml | undefined): Numbering => {
  const lists = readLists(xml)
  // Lists over the same definition count together.
  const counters = new Map<string, number[]>()
  const begun = new Set<string>()
  return {
    levelOf: (id, style) =>
      [...(lists.get(id)?.levels ?? [])].find(([, level]) => level.style === style)?.[0],
    next: (id, at) => {
      const list = lists.get(id)
      const level = list?.levels.get(at)
      if (!list || !level) return undefined
      const counts = counters.get(list.abstract) ?? []
      counters.set(list.abstract, counts)
      const restart = begun.has(`${id} ${at}`) ? undefined : list.restarts.get(at)
      begun.add(`${id} ${at}`)
      const before = counts[at]
      counts[at] = restart ?? (before === undefined ? level.start : before + 1)
      for (let deeper = at + 1; deeper < 9; deeper += 1) {
        const after = list.levels.get(deeper)?.restartsAfter
        if (after === undefined || at < after) delete counts[deeper]
      }
      return {
        text: labelText(list, level, counts),
        suffix: level.suffix,
        run: level.run,
        paragraph: level.paragraph,
      }
    },
  }
}

const labelText = (list: List, level: Level, counts: readonly (number | undefined)[]): string =>
  level.format === 'bullet'
    ? level.pattern
    : level.pattern.replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1
        const other = list.levels.get(at)
        const value = counts[at] ?? other?.start ?? 1
        return spelt(value, level.legal ? 'decimal' : (other?.format ?? 'decimal'))
      })

const spelt = (value: number, format: string): string => {
  switch (format) {
    case 'upperRoman':
      return roman(value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    case 'upperLetter':
      return letters(value).toUpperCase()
    case 'lowerLetter':
      return letters(value)
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'none':
      return ''
    default:
      return String(value)
  }
}

/** Word knows no Vietnamese counting: a … z, then aa, bb … */
const letters = (value: number): string => {
  const index = (Math.max(1, value) - 1) % 26
  return String.fromCharCode(97 + index).repeat(Math.floor((Math.max(1, value) - 1) / 26) + 1)
}

const readLists = (xml: Xml | undefined): Map<string, List> => {
  const abstracts = new Map(
    children(xml, 'w:abstractNum').map((each) => [each.attributes['w:abstractNumId'] ?? '', each]),
  )
  const styled = new Map(
    [...abstracts.values()].flatMap((each) => {
      const style = valOf(each, 'w:styleLink')
      return style === undefined ? [] : [[style, each] as const]
    }),
  )
  return new Map(
    children(xml, 'w:num').map((num) => {
      const abstract = abstracts.get(valOf(num, 'w:abstractNumId') ?? '')
      const linked = styled.get(valOf(abstract, 'w:numStyleLink') ?? ' ') ?? abstract
      const levels = new Map(children(linked, 'w:lvl').map(readLevel))
      const restarts = new Map<number, number>()
      for (const override of children(num, 'w:lvlOverride')) {
        const at = numberIn(override.attributes['w:ilvl']) ?? 0
        const level = child(override, 'w:lvl')
        if (level) levels.set(...readLevel(level))
        const start = numberIn(valOf(override, 'w:startOverride'))
        if (start !== undefined) restarts.set(at, start)
      }
      const name = linked?.attributes['w:abstractNumId'] ?? ''
      return [num.attributes['w:numId'] ?? '', { abstract: name, levels, restarts }]
    }),
  )
}

const readLevel = (level: Xml): [number, Level] => {
  const suffix = valOf(level, 'w:suff')
  return [
    numberIn(level.attributes['w:ilvl']) ?? 0,
    {
      start: numberIn(valOf(level, 'w:start')) ?? 0,
      format: valOf(level, 'w:numFmt') ?? 'decimal',
      pattern: valOf(level, 'w:lvlText') ?? '',
      suffix: suffix === 'space' || suffix === 'nothing' ? suffix : 'tab',
      legal: isOn(child(level, 'w:isLgl')) === true,
      restartsAfter: numberIn(valOf(level, 'w:lvlRestart')),
      style: valOf(level, 'w:pStyle'),
      run: overRun({}, readRunProperties(child(level, 'w:rPr'))),
      paragraph: overParagraph({}, readParagraphProperties(child(level, 'w:pPr'))),
    },
  ]
}
