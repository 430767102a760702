/** The parts of a notice as Word styles: what a clerk finds in the list of styles. */

import { describe, expect, it } from 'vitest'
import { decree30 } from '../../src/layout/decree30.ts'
import type { PartRule } from '../../src/layout/rules.ts'
import { toTwips } from '../../src/layout/units.ts'
import { renderDocx } from '../../src/render/docx/docx.ts'
import { noticeSheet } from '../fixtures/sheets.ts'
import { all, xmlOf } from './docx-parts.ts'

const notice = await renderDocx(noticeSheet)
/** Parts of copies and registers have no place in a notice. */
const parts = (Object.entries(decree30.parts) as [keyof typeof decree30.parts, PartRule][]).filter(
  ([, { aside }]) => aside !== true,
)
const document = xmlOf(notice, 'word/document.xml')
const styles = xmlOf(notice, 'word/styles.xml')

describe('styles', () => {
  const style = (id: string): string =>
    all(styles, /<w:style\b.*?<\/w:style>/gs).find((s) => s.includes(`w:styleId="${id}"`)) ?? ''

  it('has one paragraph style per part, as the decree table says', () => {
    for (const [part, rule] of parts) {
      const xml = style(part)
      const before = (rule.before?.use ?? 0) * 20
      expect(xml, part).toContain(`<w:name w:val="${rule.label.replaceAll(',', ' -')}"/>`)
      expect(xml, part).toContain('<w:basedOn w:val="Normal"/>')
      expect(xml, part).toContain(`<w:sz w:val="${rule.size.use * 2}"/>`)
      expect(xml, part).toContain(rule.weight === 'bold' ? '<w:b/>' : '<w:b w:val="false"/>')
      expect(xml, part).toContain(rule.slope === 'italic' ? '<w:i/>' : '<w:i w:val="false"/>')
      expect(xml, part).toContain(
        `<w:jc w:val="${{ left: 'left', centre: 'center', right: 'right', justify: 'both' }[rule.align]}"/>`,
      )
      expect(xml, part).toContain(
        `w:before="${before}" w:line="${Math.round(rule.leading.use * 240)}" w:lineRule="auto"`,
      )
      expect(/w:firstLine="(\d+)"/.exec(xml)?.[1], part).toBe(
        rule.indent ? String(toTwips(rule.indent.use)) : undefined,
      )
      expect(xml, part).toContain('<w:widowControl/>')
      expect(xml.includes('<w:caps/>'), part).toBe(rule.letters === 'upper')
    }
  })

  it('goes on in the same style when a clerk presses Enter in the body', () => {
    for (const part of ['paragraph', 'clause', 'point', 'item', 'recipient', 'basis'])
      expect(style(part)).toContain(`<w:next w:val="${part}"/>`)
    expect(style('subject')).toContain('<w:next w:val="paragraph"/>')
  })

  it('offers no styles that a notice has no use for', () => {
    const ids = [...styles.matchAll(/w:type="paragraph"[^>]* w:styleId="([^"]*)"/g)].map((match) => match[1])
    expect(ids).toEqual(expect.arrayContaining(['Normal', ...parts.map(([part]) => part)]))
    for (const part of ['copyForm', 'bookTitle', 'bookCell']) expect(ids).not.toContain(part)
    expect(ids.filter((id) => /^(Heading|Title|List|Caption|TOC)/.test(id ?? ''))).toEqual([])
  })

  it('writes black Times New Roman for every script, in Vietnamese', () => {
    const defaults = /<w:docDefaults>.*<\/w:docDefaults>/s.exec(styles)?.[0] ?? ''
    for (const script of ['ascii', 'hAnsi', 'cs', 'eastAsia'])
      expect(defaults).toContain(`w:${script}="Times New Roman"`)
    expect(defaults).toContain('<w:lang w:val="vi-VN"')
    expect(defaults).toContain('<w:color w:val="000000"/>')
  })

  it('never gives a line height without its rule, which LibreOffice would take for an exact one', () => {
    for (const xml of [styles, document])
      for (const spacing of all(xml, /<w:spacing [^>]*w:line=[^>]*>/g))
        expect(spacing).toContain('w:lineRule=')
  })
})
