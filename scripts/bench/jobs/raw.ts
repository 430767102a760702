/** docx and pdfmake as they are shipped, on the texts of our sheets: what a program that does nothing clever would take. */

import type { Sheet } from '../../../src/layout/sheet.ts'
import { rawDocx } from '../peers/raw-docx.ts'
import { rawPdfmake } from '../peers/raw-pdfmake.ts'
import { readyEditions } from './editions.ts'
import { secondsOf } from './timer.ts'

type Wanted = { root: string; limit: number }
type Made = { notices: number; seconds: number; bytes: number }

const each =
  (make: (sheet: Sheet) => Promise<Uint8Array>) =>
  async ({ root, limit }: Wanted): Promise<Made> => {
    const { editions } = await readyEditions(root, limit)
    let bytes = 0
    const seconds = await secondsOf(async () => {
      for (const { sheet } of editions) bytes += (await make(sheet)).length
    })
    return { notices: editions.length, seconds, bytes }
  }

export const rawDocxJob = each(rawDocx)
export const rawPdfmakeJob = each(rawPdfmake)
