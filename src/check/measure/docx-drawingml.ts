/** `w:drawing` → its lines, text boxes and pictures; groups and canvases are opened and their scale undone. */

import { type Shape, slope, thinnest } from './docx-shape.ts'
import { child, descendants, numberIn, type Xml } from './xml.ts'

const emuPerMm = 36_000
const mm = (emu: string | undefined): number => (numberIn(emu) ?? 0) / emuPerMm

type Place = Pick<Shape, 'x' | 'y' | 'verticalFrom' | 'horizontalFrom' | 'centred'>
type Scale = { readonly x: number; readonly y: number; readonly left: number; readonly top: number }

export const drawingShapes = (drawing: Xml): Shape[] =>
  drawing.children.flatMap((placed) => {
    const place = placeOf(placed)
    const extent = child(placed, 'wp:extent')?.attributes ?? {}
    const size = { width: mm(extent.cx), height: mm(extent.cy) }
    const data = child(child(placed, 'a:graphic'), 'a:graphicData')
    return (data?.children ?? []).flatMap((each) => shapes(each, place, size, undefined))
  })

const placeOf = (placed: Xml): Place => {
  if (placed.name === 'wp:inline') return { verticalFrom: 'inline', horizontalFrom: 'column', centred: false }
  const vertical = child(placed, 'wp:positionV')
  const horizontal = child(placed, 'wp:positionH')
  const from = vertical?.attributes.relativeFrom
  const across = horizontal?.attributes.relativeFrom
  const y = child(vertical, 'wp:posOffset')?.text
  const x = child(horizontal, 'wp:posOffset')?.text
  return {
    verticalFrom: from === 'paragraph' || from === 'line' ? 'paragraph' : 'page',
    ...(y !== undefined && { y: mm(y) }),
    horizontalFrom: across === 'column' || across === 'margin' || across === 'page' ? across : 'other',
    ...(x !== undefined && { x: mm(x) }),
    centred: child(horizontal, 'wp:align')?.text === 'center',
  }
}

type Size = { readonly width: number; readonly height: number }

const shapes = (xml: Xml, place: Place, whole: Size, scale: Scale | undefined): Shape[] => {
  switch (xml.name) {
    case 'wps:wsp':
      return shape(xml, place, whole, scale)
    case 'pic:pic':
      return [{ ...place, ...whole, is: 'picture' }]
    case 'wpg:wgp':
    case 'wpg:grpSp':
    case 'wpc:wpc': {
      const inner = scaleOf(child(xml, 'wpg:grpSpPr'), whole, scale)
      return xml.children.flatMap((each) => shapes(each, place, whole, inner))
    }
    default:
      return []
  }
}

/** The units inside a group: how long one is, and where the group's own corner stands in them. */
const scaleOf = (properties: Xml | undefined, whole: Size, outer: Scale | undefined): Scale => {
  const frame = child(properties, 'a:xfrm')
  const inner = child(frame, 'a:chExt')?.attributes
  const corner = child(frame, 'a:chOff')?.attributes
  const [width, height] = [mm(inner?.cx), mm(inner?.cy)]
  const ext = child(frame, 'a:ext')?.attributes
  const size = outer ? { width: mm(ext?.cx) * outer.x, height: mm(ext?.cy) * outer.y } : whole
  return {
    x: width > 0 ? size.width / width : (outer?.x ?? 1),
    y: height > 0 ? size.height / height : (outer?.y ?? 1),
    left: mm(corner?.x),
    top: mm(corner?.y),
  }
}

const shape = (xml: Xml, place: Place, whole: Size, scale: Scale | undefined): Shape[] => {
  const properties = child(xml, 'wps:spPr')
  const frame = child(properties, 'a:xfrm')
  const ext = child(frame, 'a:ext')?.attributes
  const off = child(frame, 'a:off')?.attributes
  const turned = Math.abs((numberIn(frame?.attributes.rot) ?? 0) % 10_800_000) === 5_400_000
  const own = ext ? { width: mm(ext.cx) * (scale?.x ?? 1), height: mm(ext.cy) * (scale?.y ?? 1) } : whole
  const size = turned ? { width: own.height, height: own.width } : own
  const moved: Place = scale
    ? {
        ...place,
        ...(place.x !== undefined && { x: place.x + (mm(off?.x) - scale.left) * scale.x }),
        ...(place.y !== undefined && { y: place.y + (mm(off?.y) - scale.top) * scale.y }),
      }
    : place
  const outlined = isOutlined(xml, properties)
  const content = child(child(xml, 'wps:txbx'), 'w:txbxContent')
  if (content) return [{ ...moved, ...size, is: 'box', content, framed: outlined }]
  const form = child(properties, 'a:prstGeom')?.attributes.prst ?? ''
  const isLine = form === 'line' || /^straightConnector/.test(form)
  const filled = child(properties, 'a:solidFill') !== undefined
  const thin = size.height <= thinnest && (outlined || filled)
  if (isLine ? !outlined || size.height > size.width * slope : !thin) return []
  return [{ ...moved, ...size, is: 'line', solid: isSolid(properties) }]
}

/** A line without a weight of its own takes the theme's, if its style names one. */
const isOutlined = (xml: Xml, properties: Xml | undefined): boolean => {
  const line = child(properties, 'a:ln')
  if (line?.children.some(({ name }) => name === 'a:noFill')) return false
  if (line?.children.some(({ name }) => /Fill$/.test(name))) return true
  const themed = child(child(xml, 'wps:style'), 'a:lnRef')?.attributes.idx
  return line !== undefined ? themed !== '0' : themed !== undefined && themed !== '0'
}

const isSolid = (properties: Xml | undefined): boolean =>
  properties === undefined ||
  descendants(properties, 'a:prstDash').every(({ attributes }) => attributes.val === 'solid')
