/** A project folder → calls when something in `content/` or `templates/` changes, with the path of it. */

import { type FSWatcher, readdirSync, watch } from 'node:fs'
import { join } from 'node:path'
import { errorCode } from '../text/system-errors.ts'
import { isNoise } from './file-names.ts'

export type Watching = { readonly close: () => void }

const folders = ['content', 'templates']

/**
 * `changed`: path below the root, with "/", of a file or folder that came, went, or is other than it was; often more than
 * once. One watcher a folder: chokidar 5 looks at every file of a folder whenever one of them changes.
 */
export const watchProject = (root: string, changed: (path: string) => void): Watching => {
  const watchers = new Map<string, FSWatcher>()
  const leave = (folder: string): void => {
    watchers.get(folder)?.close()
    watchers.delete(folder)
  }
  const enter = (folder: string, wanted: (name: string) => boolean): void => {
    leave(folder)
    try {
      const watcher = watch(join(root, folder))
      watchers.set(folder, watcher)
      // It is gone; whatever comes in its place is heard of by the folder above.
      watcher.on('error', () => leave(folder))
      watcher.on('change', (event, name) => {
        const path = below(folder, name === null ? '' : String(name))
        if (name !== null && !wanted(String(name))) return
        if (event === 'rename') enter(path, isOurs)
        changed(path)
      })
      for (const entry of readdirSync(join(root, folder), { withFileTypes: true }))
        if (entry.isDirectory() && wanted(entry.name)) enter(below(folder, entry.name), isOurs)
    } catch (error) {
      leave(folder)
      // A file, or nothing at all.
      if (!['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) throw error
    }
  }
  enter('', (name) => folders.includes(name))
  return {
    close: () => {
      for (const folder of [...watchers.keys()]) leave(folder)
    },
  }
}

const isOurs = (name: string): boolean => !isNoise(name)

const below = (folder: string, name: string): string => [folder, name].filter((part) => part !== '').join('/')
