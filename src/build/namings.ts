/** Meetings by id, and the entries of the register that name them: as they were remembered when no entry has changed. */

import { contentNow } from '../load/contents.ts'
import type { Problem } from '../problem.ts'
import { keyOf, sha256 } from './hash.ts'
import { contentKey, type Inputs } from './inputs.ts'
import type { KeptEntry, KeptRegister, Manifest, Naming } from './manifest.ts'

export type Namings = {
  readonly of: ReadonlyMap<string, Naming>
  readonly problems: readonly Problem[]
  /** To be remembered; absent when only a part of the register was looked at. */
  readonly register?: KeptRegister
  /** Those of the register, when they were looked at anew. */
  readonly entries?: ReadonlyMap<string, KeptEntry>
}

/** id → path. Of two meetings with one name the first has it. */
export const meetingsById = (
  files: readonly string[],
): {
  readonly meetings: ReadonlyMap<string, string>
  readonly doubles: readonly [file: string, other: string][]
} => {
  const meetings = new Map<string, string>()
  const doubles: [string, string][] = []
  for (const path of files) {
    const file = path.normalize('NFC')
    const id = file.replace(/^.*\//, '').replace(/\.(ya?ml|md)$/, '')
    const other = meetings.get(id)
    if (other === undefined) meetings.set(id, path)
    else doubles.push([file, other])
  }
  return { meetings, doubles }
}

export type NamingInputs = {
  readonly root: string
  readonly inputs: Inputs
  readonly meetings: ReadonlyMap<string, string>
  /** Ids that are wanted; all when absent. */
  readonly only: readonly string[] | undefined
  readonly before: Manifest
}

export const namingsNow = async (given: NamingInputs): Promise<Namings> => {
  const { root, inputs, meetings, only, before } = given
  const { maker, rooms } = inputs
  if (only) {
    // Of a part of the register what the other entries say is not looked at.
    const files = rooms.register.flatMap((file): [string, string | undefined][] => {
      const bytes = contentNow(root, file)
      return bytes === undefined || only.some((id) => bytes.includes(id))
        ? [[file, bytes && sha256(bytes)]]
        : []
    })
    if (files.length === 0) return { of: new Map(), problems: [] }
    const { viewRegister } = await import('./register.ts')
    const { register } = await viewRegister({ root, maker, files, meetings, whole: false }, new Map())
    return { of: new Map(register.naming), problems: register.problems }
  }
  const files = rooms.register.map((file): [string, string | undefined] => [file, contentKey(root, file)])
  const key = keyOf(maker, ...meetings.keys(), ...files.flat())
  const kept = before.register
  if (kept?.key === key && files.every(([, content]) => content !== undefined))
    return { of: new Map(kept.naming), problems: kept.problems, register: kept }
  const { viewRegister } = await import('./register.ts')
  const { register, entries } = await viewRegister(
    { root, maker, files, meetings, whole: true },
    before.entries.all(),
  )
  return {
    of: new Map(register.naming),
    problems: register.problems,
    register: { key, ...register },
    entries,
  }
}
