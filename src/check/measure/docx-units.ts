/** Twips and the words for alignment of Word files, in the terms of what is measured. */

import type { MeasuredParagraph } from './measured.ts'

export const mm = (twips: number): number => (twips * 25.4) / 1440

export const alignment = (jc: string | undefined): MeasuredParagraph['align'] => {
  switch (jc) {
    case 'center':
      return 'centre'
    case 'right':
    case 'end':
      return 'right'
    case undefined:
    case 'left':
    case 'start':
      return 'left'
    default:
      return 'justify'
  }
}
