/**
 * A project → its editions in the output folder. What is as it was is left alone; the rest is made here or on threads,
 * written as it gets ready, and remembered for the next run. Light: what makes and renders is loaded when it is needed.
 */

import type { Report } from '../problem.ts'
import { keyOf } from './hash.ts'
import { inputsOf } from './inputs.ts'
import { lookInto, openManifest } from './kept.ts'
import { noManifest } from './manifest.ts'
import { meetingsById, namingsNow } from './namings.ts'
import { planOf } from './plan.ts'
import { keptStanding, type Ran, type RunOptions, tellIdle } from './scene.ts'

export const runBuild = async (options: RunOptions, report: Report): Promise<Ran> => {
  const { root, out, formats, program, force, clock } = options
  const start = clock?.() ?? 0
  const inputs = await inputsOf(root, program ?? '', report)
  if (!inputs) return { editions: [], took: {} }
  const before = program === undefined || force ? noManifest : openManifest(out)
  const { meetings, doubles } = meetingsById(inputs.rooms.meetings)
  const only = options.wanted([...meetings.keys()])
  const namings = await namingsNow({ root, inputs, meetings, only, before })
  for (const problem of namings.problems) report(problem)
  const wanted = only ? new Map([...meetings].filter(([id]) => only.includes(id))) : meetings
  const plan = planOf({
    root,
    inputs,
    before,
    meetings: wanted,
    naming: namings.of,
    formats,
    look: lookInto(out),
  })
  for (const problem of plan.problems) report(problem)
  const officeKey = keyOf(inputs.officeKey, ...meetings.keys())
  const scene = { options, inputs, before, meetings, only, namings, plan, officeKey }
  const took = clock ? { plan: clock() - start } : {}
  if (doubles.length > 0) {
    const { sameName } = await import('../record/validate.ts')
    for (const [file, other] of doubles) if (!only) report(sameName(file, other))
  }
  const office = before.office?.key === officeKey ? before.office : undefined
  if (plan.todo.length === 0 && office && namings.entries === undefined) {
    for (const problem of office.problems) report(problem)
    tellIdle(
      office,
      plan.kept.map(({ meeting }) => meeting),
      only,
      report,
    )
    return { editions: plan.kept.flatMap(keptStanding), took }
  }
  const { carryOut } = await import('./carry-out.ts')
  return carryOut(scene, office, took, report)
}
