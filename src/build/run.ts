/**
 * A project → its editions in the output folder. What is as it was is left alone; the rest is made here or on threads,
 * written as it gets ready, and remembered for the next run. Light: what makes and renders is loaded when it is needed.
 */

import type { Report } from '../problem.ts'
import { keyOf } from './hash.ts'
import { contentKey, inputsOf } from './inputs.ts'
import { lookInto, openManifest } from './kept.ts'
import { noManifest } from './manifest.ts'
import { meetingsById, namingsNow } from './namings.ts'
import { planOf } from './plan.ts'
import { keptStanding, type Ran, type RunOptions, tellIdle, type Warm } from './scene.ts'

export const runBuild = async (options: RunOptions, report: Report): Promise<Ran> => {
  const { root, out, formats, program, force, clock } = options
  const start = clock?.() ?? 0
  const inputs = await inputsOf(root, program ?? '', report)
  if (!inputs) return { editions: [], sound: [], took: {} }
  const before = program === undefined || force ? noManifest : (options.warm?.manifest ?? openManifest(out))
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
  if (options.warm) options.warm.scene = scene
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
      scene,
      report,
    )
    if (options.warm) options.warm.manifest = before
    return { editions: plan.kept.flatMap(keptStanding), sound: [], took }
  }
  const { carryOut } = await import('./carry-out.ts')
  return carryOut(scene, office, took, report)
}

/**
 * Some meetings again, after a run that kept itself warm: whatever else there is, is as it was then. Undefined when
 * that cannot be: there was no such run, or one of the files is something else that others lean on, new, or gone.
 */
export const rebuild = async (
  files: readonly string[],
  options: RunOptions & { readonly warm: Warm },
  report: Report,
): Promise<Ran | undefined> => {
  const { scene, manifest } = options.warm
  const office = manifest?.office
  if (!scene || !manifest || !office || office.key !== scene.officeKey) return undefined
  const { root, out, formats } = options
  const known = [...scene.meetings].filter(([, file]) => files.includes(file))
  const allThere = files.every(
    (each) => known.some(([, file]) => file === each) && contentKey(root, each) !== undefined,
  )
  if (files.length === 0 || !allThere) return undefined
  const meetings = new Map(known.filter(([id]) => scene.only?.includes(id) ?? true))
  const plan = planOf({
    root,
    inputs: scene.inputs,
    before: manifest,
    meetings,
    naming: scene.namings.of,
    formats,
    look: lookInto(out),
  })
  for (const problem of plan.problems) report(problem)
  const { carryOut } = await import('./carry-out.ts')
  return carryOut(
    { ...scene, options, before: manifest, only: [...meetings.keys()], plan },
    office,
    {},
    report,
  )
}

/**
 * Makes a meeting that is as it was, for nothing but the speed of the next one: V8 has to see a program at work before it
 * makes good code of it, and whoever waits for a page that was just saved should not wait for that. False: there is
 * nothing to be made here.
 */
export const practise = async (
  options: RunOptions & { readonly warm: Warm },
  turn: number,
): Promise<boolean> => {
  const { scene, office } = options.warm
  const files = scene ? [...scene.meetings.values()] : []
  const file = files[turn % Math.max(1, files.length)]
  if (!scene || !office || file === undefined) return false
  const { makeMeeting } = await import('./make.ts')
  const { root, formats } = options
  await makeMeeting({ file, entries: [] }, office.opened.office, { root, maker: scene.inputs.maker, formats })
  return true
}
