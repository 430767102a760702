/** Issued editions → what their drafts left in out/drafts is taken away, and that is said in one line. */

import type { Fonts } from '../fonts/fonts.ts'
import { editionUnder } from '../pipeline.ts'
import type { Report } from '../problem.ts'
import type { DraftFiles } from '../publish/draft-files.ts'
import { removeDrafts } from '../publish/leftover-drafts.ts'
import { render } from '../render/index.ts'
import { openOne } from './open-one.ts'

export type Cleared = {
  readonly root: string
  readonly fonts: Fonts
  readonly out: { readonly folder: string; readonly shown: string }
}

/** The files that are gone, as the user knows them. */
export const clearDrafts = async (
  { root, fonts, out }: Cleared,
  drafts: DraftFiles,
  { id, name }: { readonly id: string; readonly name: string },
  report: Report,
): Promise<string[]> => {
  const markdown = async (): Promise<Uint8Array | undefined> => {
    const opened = await openOne(root, id, fonts, ignore)
    const draft = opened && editionUnder(undefined, opened.meeting, opened.prepared, ignore)
    if (!draft) return undefined
    const { notice, sheet } = draft
    return (await render({ notice, sheet }, ['md'], () => fonts))[0]?.[1]
  }
  const removed = await removeDrafts(out.folder, drafts, { id, name, markdown }, report, out.shown)
  return removed.map((file) => `${out.shown}/${file}`)
}

const ignore = (): void => undefined
