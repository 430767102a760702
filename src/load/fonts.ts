/** Font files from disk: the shipped Tinos (widths of Times New Roman, SIL OFL 1.1), or the office's own files. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Face, type FontFiles, type Fonts, openFonts } from '../fonts/fonts.ts'

const require = createRequire(import.meta.url)

const tinos: Readonly<Record<Face, string>> = {
  regular: '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  bold: '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
  italic: '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
  boldItalic: '@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf',
}

export const tinosFiles = (): FontFiles => {
  const read = (face: Face): Uint8Array => readFileSync(require.resolve(tinos[face]))
  return {
    regular: read('regular'),
    bold: read('bold'),
    italic: read('italic'),
    boldItalic: read('boldItalic'),
  }
}

let opened: Fonts | undefined

/** The shipped faces, opened once a thread: parsing their tables takes longer than arranging a notice. */
export const tinosFonts = (): Fonts => {
  opened ??= openFonts(tinosFiles())
  return opened
}
