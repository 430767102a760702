/** The shipped faces, parsed once a process or thread. */

import { type Fonts, openFonts } from '../fonts/fonts.ts'
import { tinosFiles } from './fonts.ts'

let opened: Fonts | undefined

export const openedFonts = (): Fonts => {
  opened ??= openFonts(tinosFiles())
  return opened
}
