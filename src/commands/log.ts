/** `log`: the history of one notice, from git: who changed what, and when, in the words of `diff`. */

import type { Statement } from '../diff/block-statements.ts'
import { terminalStatement } from '../diff/forms/terminal.ts'
import { comparisonOf } from '../diff/report.ts'
import { openedFonts } from '../load/opened-fonts.ts'
import { loadProject } from '../load/project.ts'
import type { Problem, Report } from '../problem.ts'
import { shortDate } from '../text/dates.ts'
import { safe, shown } from '../text/terminal.ts'
import { git, gitLines } from './git.ts'
import { type Blobs, treeAt } from './git-tree.ts'
import { type Common, collect, exitCodes, livelyOut } from './io.ts'
import { stem } from './open-one.ts'
import { type RecordSide, recordSide } from './record-side.ts'
import { tell } from './tell.ts'

export type LogOptions = Common & {
  readonly record: string
  readonly follow: boolean
  readonly issued: boolean
}

type Commit = {
  readonly commit: string
  readonly author: string
  readonly date: string
  readonly subject: string
}

/** 'made': the first one; 'broken': the record made no notice then; 'gone': it was not there. */
type Step = Commit & {
  readonly is: 'made' | 'changed' | 'same' | 'broken' | 'gone'
  readonly issued: boolean
  readonly changes: readonly Statement[]
  readonly why?: string
}

export const log = async (options: LogOptions): Promise<number> => {
  const { io, record, json } = options
  const { problems, report } = collect()
  const names = await filesOf(options, report)
  const steps = names ? await stepsOf(options, names) : []
  if (names && steps.length === 0) noHistory(record, report)
  await tell(options, problems, { record: stem(record), history: steps.map(stepJson) })
  if (!json) io.stdout.write(steps.map((step) => printed(step, livelyOut(io))).join('\n'))
  return problems.length > 0 ? exitCodes.content : exitCodes.done
}

type Names = { readonly records: readonly string[]; readonly entries: readonly string[] }

/** Where the record stands, and stood under other names; and its entry in the register. */
const filesOf = async ({ root, record, follow }: LogOptions, report: Report): Promise<Names | undefined> => {
  if ((await git(root, ['rev-parse', '--git-dir'])).code !== 0) {
    report({
      rule: 'git/missing',
      level: 'error',
      file: '.',
      message: 'thư mục dự án không nằm trong một kho git, hoặc máy chưa có git',
      hint: 'lịch sử được đọc từ git; chạy git init và git commit để bắt đầu ghi',
    })
    return undefined
  }
  const id = stem(record)
  const found: Problem[] = []
  const project = await loadProject(root, (problem) => found.push(problem), [id], { register: [id] })
  const broken = found.map(({ file }) => file).find((file) => isMeeting(file) && stem(file) === id)
  const file = project.meetings[0]?.file ?? broken ?? (await gone(root, id))
  if (file === undefined) {
    for (const problem of found.filter(({ rule }) => rule === 'record/not-found')) report(problem)
    return undefined
  }
  const entries = project.register.flatMap(({ file: entry, value }) =>
    typeof value === 'object' && value !== null && 'record' in value && value.record === id ? [entry] : [],
  )
  return { records: follow ? await formerNames(root, file) : [file], entries }
}

const isMeeting = (file: string): boolean => /^content\/meetings\/.*\.(ya?ml|md)$/.test(file)

/** A record that was deleted has a history too. */
const gone = async (root: string, id: string): Promise<string | undefined> =>
  (
    await gitLines(root, [
      'log',
      '--relative',
      '--format=',
      '--name-only',
      '--diff-filter=D',
      '--',
      'content/meetings',
    ])
  ).find((file) => isMeeting(file) && stem(file) === id)

const formerNames = async (root: string, file: string): Promise<string[]> => {
  const lines = await gitLines(root, [
    'log',
    '--relative',
    '--follow',
    '--format=',
    '--name-status',
    '--',
    file,
  ])
  return [...new Set([file, ...lines.flatMap((line) => line.split('\t').slice(1))])]
}

const stepsOf = async ({ root, issued }: LogOptions, { records, entries }: Names): Promise<Step[]> => {
  const commits = (
    await gitLines(root, [
      'log',
      '--format=%H%x00%an%x00%ad%x00%s',
      '--date=short',
      '--',
      ...records,
      ...entries,
    ])
  ).map((line): Commit => {
    const [commit = '', author = '', date = '', subject = ''] = line.split('\0')
    return { commit, author, date, subject }
  })
  const fonts = openedFonts()
  const blobs: Blobs = new Map()
  const steps: Step[] = []
  let before: RecordSide | undefined
  for (const each of commits.toReversed()) {
    const tree = await treeAt(root, each.commit, ['content', 'templates'], blobs)
    const file = records.find((name) => tree.has(name))
    const problems: Problem[] = []
    const side =
      file === undefined
        ? undefined
        : await recordSide(tree, file, fonts, (problem) => problems.push(problem))
    if (issued && side?.issued !== true) continue
    const none = { ...each, issued: side?.issued === true, changes: [] }
    if (!side) {
      const why = problems[0]?.message
      steps.push({
        ...none,
        is: file === undefined ? 'gone' : 'broken',
        ...(why === undefined ? {} : { why }),
      })
      continue
    }
    const changes = before ? comparisonOf({ ...before, name: '' }, { ...side, name: '' }, []).statements : []
    if (!issued || !before || changes.length > 0)
      steps.push({ ...none, is: !before ? 'made' : changes.length > 0 ? 'changed' : 'same', changes })
    before = side
  }
  return steps.reverse()
}

const printed = ({ commit, author, date, subject, ...step }: Step, colour: boolean): string => {
  const head = `${commit.slice(0, 10)}  ${shortDate(date)}  ${safe(author)}  ${safe(subject)}`
  const lines = step.changes.map((each) => terminalStatement(each, { colour }))
  const other = {
    made: [step.issued ? 'bản đầu tiên đã có số' : 'bản đầu tiên'],
    changed: lines,
    same: ['thông báo không đổi chữ nào'],
    broken: [`bản ghi lúc này chưa dựng được${step.why === undefined ? '' : `: ${shown(step.why, 200)}`}`],
    gone: ['lúc này không có bản ghi'],
  }[step.is]
  return `${colour ? `\u001b[33m${head}\u001b[0m` : head}\n${other.map((line) => `  ${line}\n`).join('')}`
}

/** Every key every time. */
const stepJson = ({ commit, author, date, subject, is, issued, changes }: Step) => ({
  commit,
  author,
  date,
  subject,
  is,
  issued,
  changes: changes.map(({ where, what, words }) => ({ where, what: what ?? null, words: words ?? null })),
})

const noHistory = (record: string, report: Report): void =>
  report({
    rule: 'diff/revision',
    level: 'error',
    file: record,
    message: 'git chưa ghi lần nào của bản ghi này',
    hint: 'lịch sử bắt đầu từ lần git commit đầu tiên có bản ghi',
  })
