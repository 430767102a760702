/** The issued notices of a project → the hồ sơ that they make, one a year, series and body, every file held against the register. */

import { threadsFor } from '../build/thread-count.ts'
import type { Fonts } from '../fonts/fonts.ts'
import { type Edition, editions, prepare } from '../pipeline.ts'
import type { Report } from '../problem.ts'
import type { ArchivedDocument, Hoso } from '../publish/archive/hoso.ts'
import { isIssued } from '../record/register-entry.ts'
import type { Issued, Registered } from '../record/validate.ts'
import type { Project } from '../source.ts'
import { documentOf } from './archived-document.ts'
import { hosoOf } from './hoso-of.ts'
import { renderAll } from './render-all.ts'

export type Asked = {
  readonly root: string
  readonly project: Project
  readonly fonts: Fonts
  /**
   * A file as it was issued, when it can no longer be made. `hash`: what the register says of it; absent where the
   * notice was issued before there were any.
   */
  readonly issuedFile: (
    edition: Edition,
    format: 'pdf' | 'docx',
    hash: string | undefined,
  ) => Promise<Uint8Array | undefined>
  readonly schemas: ReadonlyMap<string, Uint8Array>
  /** Which entries of the register; all issued ones that have a record when absent. */
  readonly wanted?: (entry: Issued) => boolean
  /** Which signed files of an entry; all when absent. By checksum. */
  readonly signed?: ReadonlySet<string>
  /** Which rows of the register go along: the whole book up to the last number, or only those of the documents. */
  /** Let a hồ sơ come out without those of its documents that are not as they were issued. */
  readonly partial?: true
  readonly rows: 'book' | 'documents' | ReadonlySet<string>
}

/** A hồ sơ without its version, which is decided when it meets what has been handed over. */
export type Gathered = Omit<Hoso, 'version'>

/** Of a hồ sơ whose notices are not all as they were issued, nothing comes out; what is wrong is reported. */
export const gatherHoso = async (asked: Asked, report: Report): Promise<Gathered[]> => {
  const { project, fonts, wanted = () => true } = asked
  const prepared = prepare(project, fonts, () => undefined)
  const { register } = prepared.records
  const chosen = register.filter(isDocument).filter(wanted)
  const ready = editions(
    project,
    fonts,
    report,
    chosen.map(({ value }) => value.record),
  )
  const documents = await documentsOf(asked, ready, report)
  const editionOf = new Map(ready.map((edition) => [edition.registered?.id, edition]))
  const groups = new Map<string, { readonly entries: Issued[]; readonly edition: Edition }>()
  for (const entry of chosen) {
    const edition = editionOf.get(entry.id)
    if (!edition) continue
    const key = `${entry.year}/${entry.series}/${edition.facts.body.id}`
    const group = groups.get(key) ?? { entries: [], edition }
    group.entries.push(entry)
    groups.set(key, group)
  }
  const lost = chosen.filter((entry) => !documents.has(entry.id)).map(bookOf)
  const made: Gathered[] = []
  for (const { entries, edition } of groups.values()) {
    const [first] = entries
    if (!first || (lost.includes(bookOf(first)) && asked.partial !== true)) continue
    const whole = entries.flatMap((entry) => documents.get(entry.id) ?? [])
    if (whole.length === 0) continue
    whole.sort((a, b) => a.notice.number - b.notice.number)
    made.push(await hosoOf(asked, prepared, first, edition, whole, editionOf, report))
  }
  return made
}

const bookOf = ({ year, series }: Registered): string => `${year}/${series}`

type WithRecord = Issued & { readonly value: { readonly record: string } }

/** Documents made elsewhere are in the register, but we have no files of theirs. */
export const isDocument = (entry: Registered): entry is WithRecord =>
  isIssued(entry.value) && entry.value.record !== undefined

/** By entry id; a notice that is not as it was issued is left out and reported. */
const documentsOf = async (
  asked: Asked,
  ready: readonly Edition[],
  report: Report,
): Promise<Map<string, ArchivedDocument>> => {
  const documents = new Map<string, ArchivedDocument>()
  let fault: unknown
  await renderAll(
    ready.filter(({ registered }) => registered !== undefined),
    ['pdf', 'docx'],
    threadsFor(ready.length),
    async ({ edition, files }) => {
      const entry = edition.registered
      const document = entry && (await documentOf(asked, edition, entry, files, report))
      if (entry && document) documents.set(entry.id, document)
    },
    (_, error) => {
      fault ??= error
    },
  )
  if (fault !== undefined) throw fault
  return documents
}
