/** A file that was understood before → its source, read and parsed again only when somebody asks where things stand in it. */

import type { Source } from '../source.ts'

/** `read` answers the source as it is when parsed; undefined when that is no longer possible. */
export const lazySource = (file: string, read: () => Source | undefined): Source => {
  let source: Source | undefined | null = null
  const now = (): Source | undefined => {
    source = source === null ? read() : source
    return source
  }
  return {
    file,
    get text() {
      return now()?.text ?? ''
    },
    get value() {
      return now()?.value
    },
    at: (path, aim) => now()?.at(path, aim),
  }
}
