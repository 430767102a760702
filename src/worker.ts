/** A worker's whole job: an original and the formats wanted → bytes. */

import { tinosFonts } from './load/fonts.ts'
import { type FormatName, formats, type Original } from './render/index.ts'

export type RenderJob = { readonly original: Original; readonly formats: readonly FormatName[] }
export type Rendered = readonly (readonly [FormatName, Uint8Array])[]

export const renderJob = async ({ original, formats: wanted }: RenderJob): Promise<Rendered> => {
  const out: (readonly [FormatName, Uint8Array])[] = []
  for (const name of wanted) out.push([name, await formats[name].render(original, tinosFonts)])
  return out
}
