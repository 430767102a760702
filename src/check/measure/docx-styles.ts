/** styles.xml and the theme → what a paragraph and a run really look like (ECMA-376 Part 1, 17.7.2 and 17.7.3). */

import {
  overParagraph,
  overRun,
  type ParagraphProperties,
  type RunProperties,
  readParagraphProperties,
  readRunProperties,
  toggles,
} from './docx-properties.ts'
import { child, children, valOf, type Xml } from './xml.ts'

export type Style = {
  readonly id: string
  readonly name: string
  readonly paragraph: ParagraphProperties
  readonly run: RunProperties
  readonly xml: Xml
}

export type Styles = {
  /** The style with all it is based on; the default one of its type for an unknown or missing id. */
  readonly paragraph: (id: string | undefined) => Style | undefined
  readonly character: (id: string | undefined) => Style | undefined
  readonly table: (id: string | undefined) => Style | undefined
  readonly defaults: { readonly paragraph: ParagraphProperties; readonly run: RunProperties }
  /** A face of the theme by its role. */
  readonly themeFace: (role: string) => string | undefined
}

export const readStyles = (styles: Xml | undefined, theme: Xml | undefined): Styles => {
  const all = children(styles, 'w:style')
  const byId = new Map(all.map((style) => [`${typeOf(style)} ${style.attributes['w:styleId'] ?? ''}`, style]))
  const resolved = new Map<Xml, Style>()
  const resolve = (xml: Xml, seen: ReadonlySet<Xml>): Style => {
    const known = resolved.get(xml)
    if (known) return known
    const base = byId.get(`${typeOf(xml)} ${valOf(xml, 'w:basedOn') ?? ''}`)
    // A style based on itself over detours: the chain ends there.
    const below = base && !seen.has(base) ? resolve(base, new Set([...seen, xml])) : undefined
    const style: Style = {
      id: xml.attributes['w:styleId'] ?? '',
      name: valOf(xml, 'w:name') ?? '',
      paragraph: overParagraph(below?.paragraph ?? {}, readParagraphProperties(child(xml, 'w:pPr'))),
      run: overRun(below?.run ?? {}, readRunProperties(child(xml, 'w:rPr'))),
      xml,
    }
    resolved.set(xml, style)
    return style
  }
  const find =
    (type: string) =>
    (id: string | undefined): Style | undefined => {
      const xml =
        (id === undefined ? undefined : byId.get(`${type} ${id}`)) ??
        all.find((style) => typeOf(style) === type && isDefault(style))
      return xml && resolve(xml, new Set([xml]))
    }
  const defaults = child(styles, 'w:docDefaults')
  const fonts = themeFonts(theme)
  return {
    paragraph: find('paragraph'),
    character: (id) => (id === undefined ? undefined : find('character')(id)),
    table: find('table'),
    defaults: {
      paragraph: readParagraphProperties(child(child(defaults, 'w:pPrDefault'), 'w:pPr')),
      run: readRunProperties(child(child(defaults, 'w:rPrDefault'), 'w:rPr')),
    },
    themeFace: (role) => fonts[role.startsWith('major') ? 'major' : 'minor'],
  }
}

const typeOf = (style: Xml): string => style.attributes['w:type'] ?? 'paragraph'

const isDefault = (style: Xml): boolean => ['1', 'true', 'on'].includes(style.attributes['w:default'] ?? '')

const themeFonts = (theme: Xml | undefined): { readonly major?: string; readonly minor?: string } => {
  const scheme = child(child(theme, 'a:themeElements'), 'a:fontScheme')
  const latin = (name: string): string | undefined =>
    child(child(scheme, name), 'a:latin')?.attributes.typeface
  const [major, minor] = [latin('a:majorFont'), latin('a:minorFont')]
  return { ...(major !== undefined && { major }), ...(minor !== undefined && { minor }) }
}

/** What stands between a paragraph and the defaults: the style of the table around it, its number, its own style. */
export type Setting = {
  readonly table?: Style | undefined
  readonly style?: Style | undefined
  /** Indents of the numbering level, and whether the paragraph names the number itself. */
  readonly numbered?: { readonly properties: ParagraphProperties; readonly direct: boolean }
}

export const paragraphLook = (
  styles: Styles,
  { table, style, numbered }: Setting,
  direct: ParagraphProperties,
): ParagraphProperties => {
  const base = overParagraph(styles.defaults.paragraph, table?.paragraph ?? {})
  const number = numbered?.properties ?? {}
  // Word: a number set on the paragraph brings its indents along, one set by the style yields to the style's own.
  const layers = numbered?.direct
    ? [style?.paragraph ?? {}, number, direct]
    : [number, style?.paragraph ?? {}, direct]
  return layers.reduce(overParagraph, base)
}

/**
 * The look of a run. Toggles (bold, italic …) set by several styles cancel each other out: bold text in a bold style's
 * paragraph turns regular when its character style is bold too. Direct formatting and defaults do not take part.
 */
export const runLook = (
  styles: Styles,
  { table, style }: Setting,
  character: Style | undefined,
  direct: RunProperties,
): RunProperties => {
  const levels = [table?.run ?? {}, style?.run ?? {}, character?.run ?? {}]
  const plain = [styles.defaults.run, ...levels, direct].reduce(overRun, {})
  const toggled = Object.fromEntries(
    toggles.flatMap((toggle) => {
      const set = levels.filter((level) => level[toggle] === true).length % 2 === 1
      const on = direct[toggle] ?? (set || styles.defaults.run[toggle] === true)
      return on ? [[toggle, true]] : [[toggle, false]]
    }),
  )
  return { ...plain, ...toggled }
}

/** Word's own default where nothing is said: Times New Roman 10. */
export const unsaid = { face: 'Times New Roman', size: 10 } as const

/** The face of basic Latin letters, and that of all others; they are two settings in Word. */
export const facesOf = (styles: Styles, { faces = {} }: RunProperties): { ascii: string; other: string } => ({
  ascii: themed(styles, faces.asciiTheme) ?? faces.ascii ?? unsaid.face,
  other: themed(styles, faces.hAnsiTheme) ?? faces.hAnsi ?? unsaid.face,
})

const themed = (styles: Styles, role: string | undefined): string | undefined =>
  role === undefined ? undefined : styles.themeFace(role)
