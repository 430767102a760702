/** `w:pict` → the lines and text boxes that Word drew before 2010, and still writes for older readers. */

import { type Shape, slope, thinnest } from './docx-shape.ts'
import { child, numberIn, type Xml } from './xml.ts'

type Scale = { readonly x: number; readonly y: number }
type Look = ReadonlyMap<string, string>

export const vmlShapes = (pict: Xml): Shape[] =>
  pict.children.flatMap((each) => shapes(each, undefined, undefined))

const shapes = (xml: Xml, scale: Scale | undefined, group: Look | undefined): Shape[] => {
  switch (xml.name) {
    case 'v:group': {
      const look = lookOf(xml)
      const [across = 0, down = 0] = pair(xml.attributes.coordsize).map((each) => numberIn(each) ?? 0)
      const inner = {
        x: across > 0 ? (length(look.get('width')) * (scale?.x ?? 1)) / across : 1,
        y: down > 0 ? (length(look.get('height')) * (scale?.y ?? 1)) / down : 1,
      }
      return xml.children.flatMap((each) => shapes(each, inner, group ?? look))
    }
    case 'v:line':
    case 'v:shape':
    case 'v:rect':
    case 'v:roundrect':
      return shape(xml, scale, group)
    default:
      return []
  }
}

const shape = (xml: Xml, scale: Scale | undefined, group: Look | undefined): Shape[] => {
  const look = lookOf(xml)
  const across = (text: string | undefined): number =>
    scale && isPlain(text) ? (numberIn(text) ?? 0) * scale.x : length(text)
  const down = (text: string | undefined): number =>
    scale && isPlain(text) ? (numberIn(text) ?? 0) * scale.y : length(text)
  const [fromX, fromY] = pair(xml.attributes.from)
  const [toX, toY] = pair(xml.attributes.to)
  const isEnded = xml.name === 'v:line' && fromX !== undefined
  const size = isEnded
    ? { width: Math.abs(across(toX) - across(fromX)), height: Math.abs(down(toY) - down(fromY)) }
    : { width: across(look.get('width')), height: down(look.get('height')) }
  const place = placeOf(group ?? look)
  const put = {
    ...place,
    ...(isEnded && !group && { x: Math.min(across(fromX), across(toX)), y: down(fromY) }),
    ...size,
  }
  const outlined = !['f', 'false', '0'].includes(xml.attributes.stroked ?? 't')
  const content = child(child(xml, 'v:textbox'), 'w:txbxContent')
  if (content) return [{ ...put, is: 'box', content, framed: outlined }]
  if (child(xml, 'v:imagedata')) return [{ ...put, is: 'picture' }]
  const horizontalRule = ['t', 'true', '1'].includes(xml.attributes['o:hr'] ?? '')
  if (horizontalRule)
    return [{ ...put, is: 'line', solid: true, ...(size.width === 0 && { whole: true as const }) }]
  const connects =
    xml.name === 'v:line' ||
    xml.attributes['o:connectortype'] === 'straight' ||
    /_t(20|32)$/.test(xml.attributes.type ?? '')
  const thin = size.height <= thinnest && size.width > thinnest
  if (!outlined || !(connects ? size.height <= size.width * slope && size.width > 0 : thin)) return []
  const dash = child(xml, 'v:stroke')?.attributes.dashstyle
  return [{ ...put, is: 'line', solid: dash === undefined || dash === 'solid' }]
}

const placeOf = (look: Look): Pick<Shape, 'x' | 'y' | 'verticalFrom' | 'horizontalFrom' | 'centred'> => {
  if (look.get('position') !== 'absolute')
    return { verticalFrom: 'inline', horizontalFrom: 'column', centred: false }
  const vertical = look.get('mso-position-vertical-relative') ?? 'text'
  const horizontal = look.get('mso-position-horizontal-relative') ?? 'text'
  const [x, y] = [look.get('margin-left'), look.get('margin-top')]
  return {
    verticalFrom: vertical === 'text' || vertical === 'line' ? 'paragraph' : 'page',
    horizontalFrom:
      horizontal === 'text'
        ? 'column'
        : horizontal === 'margin' || horizontal === 'page'
          ? horizontal
          : 'other',
    ...(x !== undefined && { x: length(x) }),
    ...(y !== undefined && { y: length(y) }),
    centred: look.get('mso-position-horizontal') === 'center',
  }
}

const lookOf = (xml: Xml): Look =>
  new Map(
    (xml.attributes.style ?? '').split(';').flatMap((rule) => {
      const [name, value] = rule.split(':')
      return name !== undefined && value !== undefined ? [[name.trim(), value.trim()] as const] : []
    }),
  )

const pair = (text: string | undefined): string[] => text?.split(',').map((each) => each.trim()) ?? []

const isPlain = (text: string | undefined): boolean => text !== undefined && /^-?[\d.]+$/.test(text)

/** CSS length → mm; a bare number is pixels. */
const length = (text: string | undefined): number => {
  const unit = /[a-z]+$/.exec(text ?? '')?.[0] ?? 'px'
  return (numberIn(text) ?? 0) * (units[unit] ?? 0)
}

const units: Readonly<Record<string, number>> = {
  pt: 25.4 / 72,
  in: 25.4,
  cm: 10,
  mm: 1,
  px: 25.4 / 96,
  pc: 25.4 / 6,
}
