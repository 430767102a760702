/** Sources → the text of their files as it stands on the disk: byte order mark, line ends and loose marks included. */

import { rawText, readBytes } from '../load/files.ts'
import type { Source } from '../source.ts'

/** By path. A file that can no longer be read, or is no UTF-8, is left out: it has been reported. */
export const rawTexts = async (root: string, sources: readonly Source[]): Promise<Map<string, string>> => {
  const texts = new Map<string, string>()
  for (const { file } of sources) {
    const bytes = await readBytes(root, file, () => undefined)
    if (bytes) texts.set(file, rawText(bytes))
  }
  return texts
}
