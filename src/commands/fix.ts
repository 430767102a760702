/** `check --fix`: what can be corrected without a doubt is written into the files themselves. */

import { checkerOf } from '../check/check.ts'
import { type Change, fixText } from '../check/fix.ts'
import { readMeeting } from '../load/body.ts'
import { readFrontMatter } from '../load/front-matter.ts'
import { readYaml } from '../load/yaml.ts'
import type { Report } from '../problem.ts'
import { writeFiles } from '../publish/write.ts'
import type { Project, Source } from '../source.ts'
import { rawTexts } from './raw-texts.ts'

export type FileChange = Change & { readonly file: string }

/** `only`: ids of the meetings to correct; directory and templates too when undefined. */
export const fixFiles = async (
  root: string,
  project: Project,
  only: readonly string[] | undefined,
  report: Report,
): Promise<FileChange[]> => {
  const quiet = (): undefined => undefined
  const { checker } = checkerOf(project, quiet)
  const meetings = project.meetings.filter(({ file }) => only === undefined || only.includes(stem(file)))
  const templates = only ? [] : project.templates
  const partials = only ? [] : project.partials
  const directory = only ? [] : project.directory
  const texts = await rawTexts(root, [...directory, ...templates, ...partials, ...meetings])
  const written = new Map<string, Uint8Array>()
  const changes: FileChange[] = []
  const each = (
    sources: readonly Source[],
    read: (file: string, raw: string) => Source | undefined,
    look: (source: Source, raw: string) => ReturnType<typeof checker.meeting>,
  ): void => {
    for (const { file } of sources) {
      const raw = texts.get(file)
      if (raw === undefined) continue
      const fixed = fixText(raw, (text) => read(file, text), look)
      if (fixed.changes.length === 0) continue
      written.set(file, new TextEncoder().encode(fixed.raw))
      changes.push(...fixed.changes.map((change) => ({ file, ...change })))
    }
  }
  each(
    meetings,
    (file, raw) => (file.endsWith('.md') ? readMeeting(file, raw, quiet) : readYaml(file, raw, quiet)),
    (source, raw) => [...checker.meeting(source), ...checker.file(source, raw)],
  )
  each(
    directory,
    (file, raw) => readYaml(file, raw, quiet),
    (source, raw) => [...checker.directory(source), ...checker.file(source, raw)],
  )
  each(
    templates,
    (file, raw) => readFrontMatter(file, raw, quiet),
    (source) => checker.template(source),
  )
  each(
    partials,
    (file, raw) => readFrontMatter(file, raw, quiet, { required: false }),
    (source) => checker.template(source),
  )
  const { ok, written: done } = await writeFiles(root, written, report, { shown: '.' })
  return ok ? changes : changes.filter(({ file }) => done.includes(file))
}

const stem = (file: string): string => file.replace(/^.*\//, '').replace(/\.(ya?ml|md)$/, '')
