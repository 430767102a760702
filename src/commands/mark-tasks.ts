/** `tasks --done …`: a step of progress into the files of the meetings, every other byte left as it was. */

import type { Fonts } from '../fonts/fonts.ts'
import { loadProject } from '../load/project.ts'
import { recordProgress } from '../load/record-progress.ts'
import { prepare } from '../pipeline.ts'
import type { Report } from '../problem.ts'
import { writeFiles } from '../publish/write.ts'
import { type ProgressState, progressStates } from '../record/conclusion.ts'
import type { Meeting } from '../record/meeting.ts'
import { tasksIn } from '../record/tasks-in.ts'
import type { Entry } from '../record/validate.ts'
import type { Path } from '../source.ts'
import { nearest } from '../text/nearest.ts'
import { rawTexts } from './raw-texts.ts'

export type Marking = {
  readonly mark: readonly { readonly task: string; readonly state: ProgressState }[]
  readonly on: string
  readonly note: string | undefined
}

export type Marked = {
  readonly tasks: readonly { readonly task: string; readonly state: ProgressState; readonly on: string }[]
  readonly files: readonly string[]
  /** Lines for a terminal. */
  readonly said: readonly string[]
}

type Found = { readonly entry: Entry<Meeting>; readonly path: Path; readonly key: string }

/** All or nothing: one name that is not there, and no file is touched (reported). */
export const markTasks = async (
  { root }: { readonly root: string },
  { mark, on, note }: Marking,
  fonts: Fonts,
  report: Report,
): Promise<Marked> => {
  const none: Marked = { tasks: [], files: [], said: [] }
  const project = await loadProject(root, () => undefined)
  const { records } = prepare(project, fonts, () => undefined)
  const known = records.meetings.flatMap((entry) =>
    tasksIn(entry.value).map(({ id, path }): Found => ({ entry, path, key: `${entry.id}/${id}` })),
  )
  const found = mark.map(({ task, state }) => ({ task: find(task, known, report), state }))
  const chosen = found.flatMap(({ task, state }) => (task ? [{ ...task, state }] : []))
  if (chosen.length < mark.length) return none
  const texts = await rawTexts(root, [...new Set(chosen.map(({ entry }) => entry.source))])
  for (const { entry, path, key, state } of chosen) {
    const { file } = entry.source
    const raw = texts.get(file)
    const after = raw === undefined ? undefined : recordProgress(file, raw, path, { state, on, note })
    if (after === undefined) {
      const place = entry.source.at(path)
      report({
        rule: 'tasks/progress',
        level: 'error',
        file,
        ...(place ? { at: place } : {}),
        message: `không tự ghi được tiến độ của "${key}" mà giữ nguyên phần còn lại của tệp`,
        hint: `ghi tay vào nhiệm vụ này: progress: [{state: ${state}, on: ${on}}]`,
      })
      return none
    }
    texts.set(file, after)
  }
  const files = new Map([...texts].map(([file, text]) => [file, new TextEncoder().encode(text)] as const))
  const { ok } = await writeFiles(root, files, report, { shown: '.' })
  if (!ok) return none
  return {
    tasks: chosen.map(({ key, state }) => ({ task: key, state, on })),
    files: [...files.keys()],
    said: chosen.map(({ key, state, entry }) => `${key}: ${progressStates[state]} (${entry.source.file})`),
  }
}

/** By '<record>/<task>'; the task's id alone will do where only one task has it. */
const find = (given: string, known: readonly Found[], report: Report): Found | undefined => {
  const exact = known.filter(({ key }) => key === given)
  const alike = exact.length > 0 ? exact : known.filter(({ key }) => key.endsWith(`/${given}`))
  const [first] = alike
  if (first && alike.length === 1) return first
  const near = nearest(
    given,
    known.map(({ key }) => key),
  )
  report({
    rule: 'record/not-found',
    level: 'error',
    file: 'content/meetings',
    message: first
      ? `"${given}" có thể là ${alike.map(({ key }) => key).join(', ')}, cần nói rõ một nhiệm vụ`
      : `không có nhiệm vụ nào mang mã "${given}"`,
    hint: near && !first ? `có phải ý bạn là "${near}"?` : 'xem mã ở cột cuối: thongbao tasks --drafts',
  })
  return undefined
}
