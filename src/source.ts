/** Text and where things are in it. Types only. */

/** 1-based; columns count UTF-16 units of the line as it stands in the file. */
export type Place = { readonly line: number; readonly column: number }

/** Keys and indexes from the top of a value: ['conclusions', 1, 'tasks', 0, 'due']. */
export type Path = readonly (string | number)[]

/** What a path points at: the value, or the key that introduces it (for "unknown key"). */
export type Aim = 'value' | 'key'

/** One file of `content/` or `templates/`, read but not understood. */
export type Source = {
  /** Path relative to the project, with "/". */
  readonly file: string
  /** The whole text as it stands in the file (NFC), for the line under a problem. */
  readonly text: string
  /** Plain data from YAML or front matter (with the Markdown body of a meeting as its conclusions). NFC. */
  readonly value: unknown
  /** Markdown after the front matter; templates only. */
  readonly body?: string
  /** Line of the file on which the body starts, 1-based. */
  readonly bodyLine?: number
  /** Where a path stands; the nearest parent that is there when the path itself is not. */
  readonly at: (path: Path, aim?: Aim) => Place | undefined
}

/** Everything read of one project. */
export type Project = {
  /** content/project.yaml */
  readonly settings?: Source
  /** content/directory/**.yaml */
  readonly directory: readonly Source[]
  /** content/meetings/**.{yaml,md} */
  readonly meetings: readonly Source[]
  /** content/register/**.yaml */
  readonly register: readonly Source[]
  /** templates/*.md; the name of a template is its file name without ".md" */
  readonly templates: readonly Source[]
  /** templates/partials/*.md */
  readonly partials: readonly Source[]
}
