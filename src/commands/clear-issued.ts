/** A build → drafts of notices that are issued by now are taken away. Light: there are hardly ever any. */

import type { Report } from '../problem.ts'
import { draftFiles } from '../publish/draft-files.ts'

/** `issued`: the editions of a run, by id and by name below the output folder. The files that are gone. */
export const clearIssued = async (
  { root, out }: { readonly root: string; readonly out: { readonly folder: string; readonly shown: string } },
  issued: readonly { readonly id: string; readonly name: string }[],
  report: Report,
): Promise<string[]> => {
  if (issued.length === 0) return []
  const drafts = draftFiles(out.folder)
  const left = issued.filter(({ id }) => drafts.has(id))
  if (left.length === 0) return []
  const { clearDrafts } = await import('./clear-drafts.ts')
  const { openedFonts } = await import('../load/opened-fonts.ts')
  const removed: string[] = []
  for (const each of left)
    removed.push(...(await clearDrafts({ root, fonts: openedFonts(), out }, drafts, each, report)))
  return removed
}

/** Undefined when there is nothing to say. */
export const clearedLine = (removed: readonly string[]): string | undefined =>
  removed.length === 0 ? undefined : `Đã xóa bản dự thảo cũ: ${removed.join(', ')}\n`
