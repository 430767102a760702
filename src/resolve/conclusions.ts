/** The tree of conclusions with its references followed, the tasks in it, and whom it addresses. */

import type { Report } from '../problem.ts'
import type { ConclusionNode, Task } from '../record/conclusion.ts'
import type { Meeting } from '../record/meeting.ts'
import type { Entry } from '../record/validate.ts'
import type { Path } from '../source.ts'
import { escapeMarkdown } from '../text/escape.ts'
import { inSentence } from '../text/names.ts'
import type { ConclusionFacts, Due, TaskFacts, UnitFacts } from './facts.ts'
import { type Directory, type Member, problemAt, type Spot } from './references.ts'

export type Conclusions = {
  readonly conclusions: readonly ConclusionFacts[]
  readonly tasks: readonly TaskFacts[]
  /** Units and groups that are addressed or have a task, in order, each once. */
  readonly addressed: readonly string[]
}

export const conclusionFacts = (entry: Entry<Meeting>, directory: Directory, report: Report): Conclusions => {
  const tasks: TaskFacts[] = []
  const addressed = new Set<string>()
  const ids = new Set<string>()
  const { file } = entry.source

  const named = (list: string | readonly string[] | undefined, path: Path): UnitFacts[] => {
    const single = typeof list === 'string'
    return (single ? [list] : (list ?? [])).flatMap((id, index) => {
      const member = directory.member(id, { entry, path: single ? path : [...path, index] })
      if (!member) return []
      addressed.add(id)
      return [{ id, name: member.value.name }]
    })
  }

  const taskFacts = (task: Task, from: string, index: number, path: Path): TaskFacts => ({
    id: task.id ?? (index === 0 ? from : `${from}.${index + 1}`),
    from,
    what: task.what ?? null,
    lead: named(task.lead, [...path, 'lead']),
    with: named(task.with, [...path, 'with']),
    watch: named(task.watch, [...path, 'watch']),
    report: named(task.report, [...path, 'report']),
    due: due(task, { entry, path: [...path, 'due'] }, report),
  })

  /** What the author wrote, or "Đối với …" from whom it is for. */
  const headingOf = (node: ConclusionNode, whom: readonly string[], path: Path): string | null => {
    if (node.heading !== undefined)
      return directory.prose(node.heading, { entry, path: [...path, 'heading'] })
    return whom.length > 0 ? `Đối với ${escapeMarkdown(whom.map(inSentence).join(', '))}` : null
  }

  const visit = (given: string | ConclusionNode, path: Path, number: string): ConclusionFacts => {
    const node: ConclusionNode = typeof given === 'string' ? { text: given } : given
    const id = node.id ?? number
    if (ids.has(id))
      problemAt(
        report,
        { entry, path: [...path, 'id'] },
        'record/duplicate-id',
        `mã "${id}" đã dùng ở mục khác, cần mỗi mục một mã riêng`,
      )
    ids.add(id)
    const whom = (node.for ?? []).flatMap((each, index) => {
      const member = directory.member(each, { entry, path: [...path, 'for', index] })
      if (member) addressed.add(each)
      return member ? [shortName(member)] : []
    })
    for (const [index, task] of (node.tasks ?? []).entries())
      tasks.push(taskFacts(task, id, index, [...path, 'tasks', index]))
    if (
      node.text === undefined &&
      node.heading === undefined &&
      node.items === undefined &&
      whom.length === 0
    ) {
      problemAt(
        report,
        { entry, path },
        'record/missing',
        'mục kết luận này trống, cần heading, for, text hoặc items',
      )
    }
    return {
      id,
      heading: headingOf(node, whom, path),
      runIn: node.runIn ?? false,
      mark: node.mark ?? 'number',
      level: node.level ?? null,
      text:
        node.text === undefined
          ? null
          : directory.prose(node.text, { entry, path: typeof given === 'string' ? path : [...path, 'text'] }),
      deadlines: (node.tasks ?? []).flatMap(({ due }) => (typeof due === 'string' ? [due] : [])),
      items: (node.items ?? []).map((item, index) =>
        visit(item, [...path, 'items', index], `${number}.${index + 1}`),
      ),
      file,
      at: entry.source.at(typeof given === 'string' ? path : [...path, 'text']) ?? null,
    }
  }

  const conclusions = entry.value.conclusions.map((node, index) =>
    visit(node, ['conclusions', index], `k${index + 1}`),
  )
  return { conclusions, tasks, addressed: [...addressed] }
}

const shortName = (member: Member): string =>
  member.is === 'group' ? (member.value.short ?? member.value.name) : member.value.name

const due = (task: Task, spot: Spot, report: Report): Due | null => {
  if (task.due === undefined) return null
  if (typeof task.due === 'string') return { is: 'day', date: task.due }
  const { every, by } = task.due
  if ((every === undefined) === (by === undefined)) {
    problemAt(
      report,
      spot,
      'record/value',
      'hạn cần đúng một trong hai: every (định kỳ) hoặc by (thời hạn tương đối)',
    )
    return null
  }
  return every === undefined ? { is: 'by', text: by ?? '' } : { is: 'every', text: every }
}
