/** `w:rPr` and `w:pPr` → what they state, and nothing else: absent keys are left to whoever stands below in the cascade. */

import { child, children, isOn, numberIn, twips, valOf, type Xml } from './xml.ts'

/** A face by name, or by its role in the theme ('minorHAnsi'), which wins. */
export type Faces = Partial<Record<'ascii' | 'hAnsi' | 'asciiTheme' | 'hAnsiTheme', string>>

export const toggles = ['bold', 'italic', 'caps', 'smallCaps', 'hidden'] as const
export type Toggle = (typeof toggles)[number]

export type RunProperties = Partial<Record<Toggle, boolean>> & {
  readonly faces?: Faces
  /** pt */
  readonly size?: number
  readonly underline?: boolean
  /** RRGGBB, or 'auto'. */
  readonly colour?: string
  readonly raised?: boolean
}

const toggleNames = {
  bold: 'w:b',
  italic: 'w:i',
  caps: 'w:caps',
  smallCaps: 'w:smallCaps',
  hidden: 'w:vanish',
} as const

export const readRunProperties = (xml: Xml | undefined): RunProperties => {
  if (!xml) return {}
  const fonts = child(xml, 'w:rFonts')?.attributes
  const size = halfPoints(valOf(xml, 'w:sz'))
  const underline = valOf(xml, 'w:u')
  const colour = valOf(xml, 'w:color')
  const raised = valOf(xml, 'w:vertAlign')
  return {
    ...Object.fromEntries(
      toggles.flatMap((toggle) => {
        // Written twice, the last one counts.
        const on = isOn(children(xml, toggleNames[toggle]).at(-1))
        return on === undefined ? [] : [[toggle, on]]
      }),
    ),
    ...(fonts && {
      faces: given({
        ascii: fonts['w:ascii'],
        hAnsi: fonts['w:hAnsi'],
        asciiTheme: fonts['w:asciiTheme'],
        hAnsiTheme: fonts['w:hAnsiTheme'],
      }),
    }),
    ...(size !== undefined && { size }),
    ...(underline !== undefined && { underline: underline !== 'none' }),
    ...(colour !== undefined && { colour: colour.toLowerCase() === 'auto' ? 'auto' : colour.toUpperCase() }),
    ...(raised !== undefined && { raised: raised === 'superscript' || raised === 'subscript' }),
  }
}

/** Half points, or in strict files a length with its unit. */
const halfPoints = (text: string | undefined): number | undefined => {
  if (text !== undefined && /[a-z]/.test(text)) {
    const twentieths = twips(text)
    return twentieths === undefined ? undefined : twentieths / 20
  }
  const value = numberIn(text)
  return value === undefined ? undefined : value / 2
}

/** The later one wins, key by key; a face given by name ends the theme's say, and the other way round. */
export const overRun = (below: RunProperties, above: RunProperties): RunProperties => ({
  ...below,
  ...above,
  ...((below.faces || above.faces) && { faces: overFaces(below.faces ?? {}, above.faces ?? {}) }),
})

const overFaces = (below: Faces, above: Faces): Faces => {
  const merged = { ...below, ...above }
  if (above.ascii !== undefined && above.asciiTheme === undefined) delete merged.asciiTheme
  if (above.hAnsi !== undefined && above.hAnsiTheme === undefined) delete merged.hAnsiTheme
  return merged
}

export type Tab = { readonly at: number; readonly align: string }

/** Lengths in twips, as the file has them. */
export type ParagraphProperties = {
  readonly align?: string
  readonly left?: number
  readonly right?: number
  /** Hanging is negative. */
  readonly firstLine?: number
  /** Hundredths of a letter; wins over `firstLine` in Word. */
  readonly firstLineChars?: number
  readonly before?: number
  readonly after?: number
  readonly beforeLines?: number
  readonly afterLines?: number
  readonly beforeAuto?: boolean
  readonly afterAuto?: boolean
  readonly line?: number
  readonly lineRule?: string
  readonly contextual?: boolean
  readonly newPage?: boolean
  readonly tabs?: readonly Tab[]
  readonly borders?: Readonly<Record<string, { readonly style: string; readonly space: number }>>
  readonly numbering?: { readonly id?: string; readonly level?: number }
  /** Set by `w:framePr`: a frame placed on the page, such as Word's own page number. */
  readonly framed?: { readonly align?: string }
}

export const readParagraphProperties = (xml: Xml | undefined): ParagraphProperties => {
  if (!xml) return {}
  const spacing = child(xml, 'w:spacing')?.attributes ?? {}
  const indent = child(xml, 'w:ind')?.attributes ?? {}
  const hanging = twips(indent['w:hanging'])
  const hangingChars = numberIn(indent['w:hangingChars'])
  const first = twips(indent['w:firstLine'])
  const firstChars = numberIn(indent['w:firstLineChars'])
  const borders = child(xml, 'w:pBdr')
  const number = child(xml, 'w:numPr')
  const frame = child(xml, 'w:framePr')?.attributes
  const tabs = child(xml, 'w:tabs')
  return given<ParagraphProperties>({
    align: valOf(xml, 'w:jc'),
    left: twips(indent['w:left'] ?? indent['w:start']),
    right: twips(indent['w:right'] ?? indent['w:end']),
    firstLine: hanging !== undefined ? -hanging : first,
    firstLineChars: hangingChars ? -hangingChars : firstChars,
    before: twips(spacing['w:before']),
    after: twips(spacing['w:after']),
    beforeLines: numberIn(spacing['w:beforeLines']),
    afterLines: numberIn(spacing['w:afterLines']),
    beforeAuto: onValue(spacing['w:beforeAutospacing']),
    afterAuto: onValue(spacing['w:afterAutospacing']),
    line: twips(spacing['w:line']),
    lineRule: spacing['w:lineRule'],
    contextual: isOn(child(xml, 'w:contextualSpacing')),
    newPage: isOn(child(xml, 'w:pageBreakBefore')),
    tabs:
      tabs &&
      children(tabs, 'w:tab').map(({ attributes }) => ({
        at: twips(attributes['w:pos']) ?? 0,
        align: attributes['w:val'] ?? 'left',
      })),
    borders:
      borders &&
      Object.fromEntries(
        borders.children.map(({ name, attributes }) => [
          name.replace('w:', ''),
          { style: attributes['w:val'] ?? 'none', space: numberIn(attributes['w:space']) ?? 0 },
        ]),
      ),
    numbering: number && given({ id: valOf(number, 'w:numId'), level: numberIn(valOf(number, 'w:ilvl')) }),
    framed: frame && given({ align: frame['w:xAlign'] }),
  })
}

const onValue = (text: string | undefined): boolean | undefined =>
  text === undefined ? undefined : !['0', 'false', 'off'].includes(text)

/** Tabs add up, and 'clear' takes one away; the rest is replaced key by key. */
export const overParagraph = (
  below: ParagraphProperties,
  above: ParagraphProperties,
): ParagraphProperties => ({
  ...below,
  // A first line in letters is set by whoever set the first line last.
  ...(above.firstLine !== undefined && above.firstLineChars === undefined && { firstLineChars: 0 }),
  ...above,
  ...((below.tabs || above.tabs) && { tabs: overTabs(below.tabs ?? [], above.tabs ?? []) }),
  ...((below.numbering || above.numbering) && { numbering: { ...below.numbering, ...above.numbering } }),
  ...((below.borders || above.borders) && { borders: { ...below.borders, ...above.borders } }),
})

const overTabs = (below: readonly Tab[], above: readonly Tab[]): Tab[] =>
  [...below.filter(({ at }) => !above.some((tab) => Math.abs(tab.at - at) < 1)), ...above]
    .filter(({ align }) => align !== 'clear')
    .sort((a, b) => a.at - b.at)

/** Without the keys whose value is not known. */
export const given = <T extends object>(values: { [K in keyof T]?: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T
