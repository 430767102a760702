/** A project folder → calls when its files change, with the paths of those that did. */

import { join, relative } from 'node:path'
import { watch } from 'chokidar'
import { isNoise } from './file-names.ts'

export type Watching = { readonly close: () => Promise<void> }

/**
 * `changed`: path below the root, with "/"; `only` its content is other than it was, when true. Resolves when every
 * change from now on will be heard; it may be heard twice.
 */
export const watchProject = async (
  root: string,
  changed: (file: string, only: boolean) => void,
): Promise<Watching> => {
  const pathOf = (path: string): string => relative(root, path).replaceAll('\\', '/')
  const folders = ['content', 'templates'].map((name) => join(root, name))
  const watcher = watch(folders, {
    ignoreInitial: true,
    ignored: (path) =>
      pathOf(path)
        .split('/')
        .some((name) => isNoise(name)),
  })
  const again = new Set<NodeJS.Timeout>()
  watcher.on('all', (event, path) => {
    const tell = (): void => changed(pathOf(path), event === 'change')
    tell()
    const timer = setTimeout(() => {
      again.delete(timer)
      tell()
    }, deafness)
    again.add(timer)
  })
  await new Promise<void>((ready, fail) => {
    watcher.once('ready', ready)
    watcher.once('error', fail)
  })
  return {
    close: async () => {
      for (const timer of again) clearTimeout(timer)
      await watcher.close()
    },
  }
}

/** Milliseconds. For 50 after a change chokidar hears no other one of that file: whatever came then is told after it. */
const deafness = 60
