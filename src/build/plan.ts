/** Inputs beside what was made before → which meetings have to be made, and what is already there. Light: nothing is parsed. */

import type { Problem } from '../problem.ts'
import type { FormatName } from '../render/index.ts'
import { contentKey, type Inputs, meetingKey } from './inputs.ts'
import { type Look, standing } from './kept.ts'
import type { KeptFile, KeptMeeting, Manifest, Naming } from './manifest.ts'

export type Todo = {
  readonly file: string
  readonly id: string
  readonly naming: Naming | undefined
  /** Hash of the original whose files are all there. */
  readonly known?: string
}

/** A meeting that is as it was, with its files as they stand now. */
export type Kept = {
  readonly file: string
  readonly meeting: KeptMeeting
  readonly files: readonly (readonly [FormatName, KeptFile])[]
}

export type Plan = {
  readonly todo: readonly Todo[]
  readonly kept: readonly Kept[]
  /** What was wrong with those that are kept, and clashes of names. */
  readonly problems: readonly Problem[]
}

export type PlanOptions = {
  readonly root: string
  readonly inputs: Inputs
  readonly before: Manifest
  /** id → path, of those that are wanted. */
  readonly meetings: ReadonlyMap<string, string>
  readonly naming: ReadonlyMap<string, Naming>
  readonly formats: readonly FormatName[]
  readonly look: Look
}

export const planOf = ({ root, inputs, before, meetings, naming, formats, look }: PlanOptions): Plan => {
  const todo: Todo[] = []
  const kept: Kept[] = []
  const problems: Problem[] = []
  for (const [id, file] of meetings) {
    const named = naming.get(id)
    if (named?.clash) problems.push(named.clash)
    const meeting = before.meetings.get(file)
    const files = meeting?.edition ? standing(meeting.edition, formats, look) : []
    const content = meeting && files ? contentKey(root, file) : undefined
    if (
      meeting &&
      files &&
      content &&
      meeting.key === meetingKey(inputs.officeKey, file, content, named?.key)
    ) {
      kept.push({ file, meeting, files })
      problems.push(...meeting.problems)
      continue
    }
    const known = files && meeting?.edition?.original
    todo.push({ file, id, naming: named, ...(known === undefined ? {} : { known }) })
  }
  return { todo, kept, problems }
}
