/** The table of the layout -> a Typst library that every notice imports: paper, type, one function for each part. */

import type { LayoutRules, PartRule } from '../../../src/layout/rules.ts'
import type { Sheet } from '../../../src/layout/sheet.ts'

export const preludeFile = 'thong-bao.typ'

/** Of the face, in ems: between these Typst is told to keep its lines. What it takes by itself is less. */
const ascender = 0.891
const descender = 0.216

/** Plain paragraphs are set as the part `paragraph`; whoever writes Typst sets them once for the whole document. */
export const typstPrelude = (rules: Sheet['rules']): string => {
  const { page, parts } = rules
  const { top, bottom, left, right } = page.margins
  const { size, leading, before, indent } = parts.paragraph
  const number = parts.pageNumber
  const gap = `${apart(rules, leading.use)}em`
  return `#let paper(body) = {
  set page(width: ${page.width}mm, height: ${page.height}mm,
    margin: (top: ${top.use}mm, bottom: ${bottom.use}mm, left: ${left.use}mm, right: ${right.use}mm),
    header-ascent: 0pt,
    header: context {
      let n = counter(page).get().first()
      if n > 1 { place(top + center, dy: ${page.numberTop}mm, text(size: ${number.size.use}pt, str(n))) }
    })
  set text(font: "Tinos", size: ${size.use}pt, lang: "vi", hyphenate: false, kerning: false, top-edge: ${ascender}em, bottom-edge: -${descender}em)
  set smartquote(enabled: false)
  set par(justify: true, leading: ${gap}, spacing: ${before?.use ?? 0}pt + ${gap}, first-line-indent: (amount: ${indent?.use ?? 0}mm, all: true))
  body
}
#let stroke-under(length, below, after, weight) = block(above: below * 1pt, below: after * 1pt, width: 100%, align(center, line(length: length, stroke: weight * 1pt)))
${Object.entries(parts)
  .map(([part, rule]) => partFunction(part, rule, rules))
  .join('\n')}
`
}

/** What is left of a line's height when the ink is taken off, in ems. */
const apart = (rules: LayoutRules, leading: number): number =>
  Math.round((rules.singleLine * leading - ascender - descender) * 1000) / 1000

const aligned = { left: 'left', centre: 'center', right: 'right', justify: 'left' } as const

const partFunction = (part: string, rule: PartRule, rules: LayoutRules): string => {
  const { size, weight, slope, align, indent, before, after, leading } = rule
  const gap = apart(rules, leading.use)
  const type = `size: ${size.use}pt${weight === 'bold' ? ', weight: "bold"' : ''}${slope === 'italic' ? ', style: "italic"' : ''}`
  const first = align === 'justify' ? `(amount: ${indent?.use ?? 0}mm, all: true)` : '0pt'
  return `#let ${part}(sticky: false, body) = block(sticky: sticky, width: 100%, above: ${before?.use ?? 0}pt + ${gap}em, below: ${rule.rule ? 0 : (after?.use ?? 0)}pt + ${gap}em, {
  set text(${type})
  set par(justify: ${align === 'justify'}, leading: ${gap}em, first-line-indent: ${first})
  set align(${aligned[align]})
  body
})`
}
