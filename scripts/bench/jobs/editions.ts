/** A project folder -> its editions, as `thongbao build` has them before it renders; a project with problems is of no use here. */

import { type Fonts, openFonts } from '../../../src/fonts/fonts.ts'
import { tinosFiles } from '../../../src/load/fonts.ts'
import { loadProject } from '../../../src/load/project.ts'
import { type Edition, editions } from '../../../src/pipeline.ts'
import type { Problem } from '../../../src/problem.ts'
import { secondsOf } from './timer.ts'

export type Ready = {
  readonly editions: readonly Edition[]
  readonly fonts: Fonts
  /** Seconds: reading the files, and everything from there to the sheets. */
  readonly load: number
  readonly arrange: number
}

/** `limit`: so many of them, evenly over the whole, so that a sample has the shapes of all. */
export const readyEditions = async (root: string, limit?: number): Promise<Ready> => {
  const problems: Problem[] = []
  const report = (problem: Problem): void => void problems.push(problem)
  const fonts = openFonts(tinosFiles())
  let found: readonly Edition[] = []
  let project: Awaited<ReturnType<typeof loadProject>> | undefined
  const load = await secondsOf(async () => {
    project = await loadProject(root, report)
  })
  const arrange = await secondsOf(() => {
    if (project) found = editions(project, fonts, report)
  })
  const [first] = problems
  if (first) throw new Error(`${first.file}: ${first.message}`)
  return { editions: spread(found, limit), fonts, load, arrange }
}

/** Evenly over the list, without keeping step with a list that repeats itself after ten or a hundred. */
export const spread = <T>(all: readonly T[], limit = all.length): readonly T[] => {
  if (limit >= all.length) return all
  const step = all.length / limit
  return Array.from({ length: limit }, (_, index) => all[Math.floor(index * step + (index % step))]).filter(
    (each): each is T => each !== undefined,
  )
}
