/** The pages of an opened PDF → what is drawn on each, and what of it cannot be measured, in words. */

import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import type { PdfFile } from './pdf-file.ts'
import { type Font, fontOf } from './pdf-fonts.ts'
import type { InkPage } from './pdf-ink.ts'
import { matrixOf, numbersOf } from './pdf-matrix.ts'
import { readOperations } from './pdf-operators.ts'

/** A notice with its annexes stays far below; a book has no place here. */
const mostPages = 100

export const readPages = async ({
  document,
  operators,
}: PdfFile): Promise<{ readonly pages: InkPage[]; readonly gaps: string[] }> => {
  const count = Math.min(document.numPages, mostPages)
  const layers = await document.getOptionalContentConfig({ intent: 'display' })
  const shown = (layer: unknown): boolean => layers.isVisible(layer as never)
  const pages: InkPage[] = []
  const gaps: string[] = []
  if (count < document.numPages) gaps.push(`tệp có ${document.numPages} trang, chỉ đo ${count} trang đầu`)
  let notes = 0
  for (let number = 1; number <= count; number++) {
    const page = await open(document, number)
    try {
      if (!page) throw new Error('no such page')
      notes += await countAnnotations(page)
      pages.push(await readPage(page, number, operators, shown))
    } catch {
      gaps.push(`trang ${number} bị hỏng, không đo được`)
    }
    page?.cleanup()
  }
  if (notes > 0)
    gaps.push(
      `${notes} ô chữ ký số, ô biểu mẫu hoặc ghi chú đặt trên trang: chữ và hình bên trong không được đo`,
    )
  return { pages, gaps: [...gaps, ...pages.flatMap(gapsOf), ...unreadableFaces(pages), ...nameless(pages)] }
}

const open = (document: PDFDocumentProxy, number: number): Promise<PDFPageProxy | undefined> =>
  document.getPage(number).catch(() => undefined)

/** Kinds of annotation that show nothing of their own on the page. */
const silent = new Set(['Link', 'Popup'])

const countAnnotations = async (page: PDFPageProxy): Promise<number> => {
  const all: unknown[] = await page.getAnnotations({ intent: 'display' }).catch(() => [])
  return all.filter((each) => {
    const { subtype, rect } = each as { subtype?: string; rect?: unknown }
    const [left = 0, bottom = 0, right = 0, top = 0] = numbersOf(rect)
    return !silent.has(subtype ?? '') && right > left && top > bottom
  }).length
}

const readPage = async (
  page: PDFPageProxy,
  number: number,
  operators: Readonly<Record<string, number>>,
  shown: (layer: unknown) => boolean,
): Promise<InkPage> => {
  const operations = await page.getOperatorList({ intent: 'display', annotationMode: withoutAnnotations })
  const fonts = await fontsOf(page, operations, operators)
  const read = (turn: number): InkPage => {
    const { width, height, transform } = page.getViewport({ scale: 1, rotation: (page.rotate + turn) % 360 })
    const font = (id: string): Font | undefined => fonts.get(id)
    const view = matrixOf(transform)
    return readOperations(operations, { number, width, height, view, operators, font, shown })
  }
  const asShown = read(0)
  if (asShown.unmeasured.turned <= asShown.glyphs.length) return asShown
  // Laid on its side, by a scanner or by hand: measured the way it is read.
  const turned = [90, 180, 270].map(read)
  return turned.reduce(
    (best, each) => (each.unmeasured.turned < best.unmeasured.turned ? each : best),
    asShown,
  )
}

/** AnnotationMode.DISABLE of pdf.js. */
const withoutAnnotations = 0

const fontsOf = async (
  page: PDFPageProxy,
  { fnArray, argsArray }: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[][] },
  operators: Readonly<Record<string, number>>,
): Promise<Map<string, Font>> => {
  const ids = new Set<string>()
  fnArray.forEach((code, index) => {
    const args = argsArray[index]
    if (code === operators.setFont) ids.add(String(args?.[0]))
    if (code === operators.setGState)
      for (const [key, value] of Array.isArray(args?.[0]) ? args[0] : [])
        if (key === 'Font') ids.add(String(value?.[0]))
  })
  const fonts = new Map<string, Font>()
  for (const id of ids) {
    // Waits until the font has been read; a broken one comes as its error.
    const raw = await new Promise<unknown>((found) => page.commonObjs.get(id, found))
    fonts.set(id, fontOf(raw))
  }
  return fonts
}

const gapsOf = ({ number, glyphs, unmeasured }: InkPage): string[] => {
  const { turned, invisible, cut } = unmeasured
  const seen = glyphs.filter(({ text }) => text !== ' ').length
  return [
    ...(seen === 0 && turned === 0
      ? [`trang ${number} không có lớp chữ (có thể là ảnh quét), không đo được`]
      : []),
    ...(invisible > 0
      ? [
          `trang ${number} là ảnh quét có lớp chữ nhận dạng: chỉ biết chữ và chỗ đứng, không biết phông, cỡ, kiểu chữ`,
        ]
      : []),
    ...(turned > 0 ? [`trang ${number} có ${turned} ký tự xoay nghiêng hoặc dọc, không đo`] : []),
    ...(cut ? [`trang ${number} có quá nhiều ký tự hoặc nét vẽ, chỉ đo phần vẽ trước`] : []),
  ]
}

const unreadableFaces = (pages: readonly InkPage[]): string[] => {
  const faces = new Map<string, number>()
  for (const { unmeasured } of pages)
    for (const [face, count] of unmeasured.unreadable) faces.set(face, (faces.get(face) ?? 0) + count)
  return [...faces].map(
    ([face, count]) =>
      `phông ${face || 'không tên'} không cho biết ${count} ký tự là chữ gì (thiếu bảng ToUnicode)`,
  )
}

const nameless = (pages: readonly InkPage[]): string[] =>
  pages.some(({ glyphs }) => glyphs.some(({ look }) => look && look.face === undefined))
    ? ['tệp không ghi tên thật của phông chữ: không biết phông, cách dòng và cách đoạn của chữ dùng phông ấy']
    : []
