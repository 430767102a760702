/** The register → which entries name which meeting, and what is wrong in it; entries that were understood before are not read again. */

import { contentNow } from '../load/contents.ts'
import { readBytes } from '../load/files.ts'
import { lazySource } from '../load/lazy-source.ts'
import { openedFonts } from '../load/opened-fonts.ts'
import { readSource } from '../load/project.ts'
import { issuedName, nameTaken } from '../pipeline.ts'
import type { Problem, Report } from '../problem.ts'
import { isIssued } from '../record/register-entry.ts'
import { type Registered, validateEntry } from '../record/validate.ts'
import { registerOf } from '../resolve/numbering.ts'
import { keyOf } from './hash.ts'
import { type KeptEntry, type KeptRegister, type Naming, namingKey } from './manifest.ts'

export type RegisterInputs = {
  readonly root: string
  readonly maker: string
  /** Path and hash of the content; undefined when it cannot be read. */
  readonly files: readonly (readonly [file: string, content: string | undefined])[]
  /** All meetings: id → path. */
  readonly meetings: ReadonlyMap<string, string>
  /** False: of a part nobody can say that the other side of a relation is missing. */
  readonly whole: boolean
}

type View = { readonly register: Omit<KeptRegister, 'key'>; readonly entries: ReadonlyMap<string, KeptEntry> }

export const viewRegister = async (
  { root, maker, files, meetings, whole }: RegisterInputs,
  before: ReadonlyMap<string, KeptEntry>,
): Promise<View> => {
  const problems: Problem[] = []
  const report: Report = (problem) => void problems.push(problem)
  const entries = new Map<string, KeptEntry>()
  for (const [file, content] of files) {
    const hash = keyOf(maker, file, content)
    const known = before.get(file)
    const kept = known?.hash === hash && content !== undefined ? known : await understood(root, file, hash)
    entries.set(file, kept)
    for (const problem of kept.problems) report(problem)
  }
  const register: Registered[] = []
  const misregistered = new Set<string>()
  for (const [file, { value }] of entries) {
    if (typeof value === 'string') misregistered.add(value)
    else if (value) register.push(registered(root, file, value))
  }
  registerOf({ register, misregistered }, new Set(meetings.keys()), report, whole)
  return { register: { problems, naming: namingOf(entries, meetings) }, entries }
}

const understood = async (root: string, file: string, hash: string): Promise<KeptEntry> => {
  const problems: Problem[] = []
  const report: Report = (problem) => void problems.push(problem)
  const bytes = await readBytes(root, file, report)
  const source = bytes && readSource('register', file, bytes, report)
  const entry = source && validateEntry(source, openedFonts().covers, report)
  return { hash, problems, value: typeof entry === 'object' ? entry.value : (entry ?? null) }
}

/** As `validateEntry` makes it; its place says year, series and number, and agrees with it. */
const registered = (root: string, file: string, value: Registered['value']): Registered => {
  const [number = '', series = '', year = ''] = file
    .replace(/\.ya?ml$/, '')
    .split('/')
    .reverse()
  const source = lazySource(file.normalize('NFC'), () => {
    const bytes = contentNow(root, file)
    return bytes && readSource('register', file, bytes, () => undefined)
  })
  return { id: `${year}/${series}/${number}`, value, source, path: [], year, series }
}

const namingOf = (
  entries: ReadonlyMap<string, KeptEntry>,
  meetings: ReadonlyMap<string, string>,
): [string, Naming][] => {
  const files = new Map<string, string[]>()
  const names = new Map<string, string>()
  const clashes = new Map<string, Problem>()
  for (const [file, { value }] of entries) {
    const id = typeof value === 'string' ? value : value?.record
    if (id === undefined) continue
    files.set(id, [...(files.get(id) ?? []), file])
    if (typeof value === 'string' || !value || !isIssued(value)) continue
    const name = issuedName(value.number, value.symbol, value.date, value.version)
    const [own, other] = [meetings.get(id), names.get(name)]
    if (own !== undefined && other !== undefined && other !== own)
      clashes.set(id, nameTaken(own, name, other))
    if (own !== undefined && other === undefined) names.set(name, own)
  }
  return [...files].map(([id, list]) => {
    const clash = clashes.get(id)
    const key = namingKey(
      list.map((file) => [file, entries.get(file)?.hash] as const),
      clash,
    )
    return [id, { key, files: list, ...(clash ? { clash } : {}) }]
  })
}
