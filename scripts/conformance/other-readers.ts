/** What MuPDF (stext) and poppler (bbox-layout) say of the pages of a PDF → their letters and words. mm and pt. */

export type Letter = {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly size: number
  readonly face: string
  readonly colour: string
}
export type Word = {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly middle: number
}

const mm = (points: number): number => (points * 25.4) / 72

const attribute = (tag: string, name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''

const decoded = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: 'lt') => entities[name])
    .replaceAll('\uF0B7', '•') // the bullet of the symbol faces

const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' } as const

export const readLetters = (stext: string): Letter[][] => {
  const pages: Letter[][] = []
  let font = ''
  for (const [tag] of stext.matchAll(/<(?:page|font|char) [^>]*>/g)) {
    if (tag.startsWith('<page')) pages.push([])
    else if (tag.startsWith('<font')) font = tag
    else {
      const corners = attribute(tag, 'quad').split(' ').map(Number)
      pages.at(-1)?.push({
        text: decoded(attribute(tag, 'c')),
        left: mm(Number(attribute(tag, 'x'))),
        right: mm(corners[2] ?? 0),
        baseline: mm(Number(attribute(tag, 'y'))),
        size: Number(attribute(font, 'size')),
        face: attribute(font, 'name'),
        colour: attribute(tag, 'color').slice(1).toUpperCase(),
      })
    }
  }
  return pages
}

export const readWords = (layout: string): Word[][] =>
  layout
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(/<word [^>]*>([^<]*)/g)].map(([tag, text = '']) => ({
        text: decoded(text),
        left: mm(Number(attribute(tag, 'xMin'))),
        right: mm(Number(attribute(tag, 'xMax'))),
        middle: mm((Number(attribute(tag, 'yMin')) + Number(attribute(tag, 'yMax'))) / 2),
      })),
    )
