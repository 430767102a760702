/** A revision → the project's files as they were then, in memory. The working tree is left alone. */

import { git, gitLines } from './git.ts'

/** Bytes by the name that git has for them; kept between revisions, which share most of them. */
export type Blobs = Map<string, Uint8Array>

/** The full name of a commit; undefined when there is no such revision. */
export const commitOf = async (root: string, revision: string): Promise<string | undefined> =>
  (await gitLines(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]))[0]

/** Paths are those of the project, with "/". `folders`: what is wanted of it. */
export const treeAt = async (
  root: string,
  commit: string,
  folders: readonly string[],
  blobs: Blobs,
): Promise<ReadonlyMap<string, Uint8Array>> => {
  const { code, out } = await git(root, ['ls-tree', '-r', '-z', commit, '--', ...folders])
  const entries = (code === 0 ? out.toString('utf8').split('\0') : []).flatMap((line) => {
    const [, object, path] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/su.exec(line) ?? []
    return object !== undefined && path !== undefined ? [{ object, path }] : []
  })
  await fetch(
    root,
    [...new Set(entries.map(({ object }) => object))].filter((object) => !blobs.has(object)),
    blobs,
  )
  return new Map(
    entries.flatMap(({ object, path }) => {
      const bytes = blobs.get(object)
      return bytes ? [[path.normalize('NFC'), bytes] as const] : []
    }),
  )
}

const fetch = async (root: string, objects: readonly string[], blobs: Blobs): Promise<void> => {
  if (objects.length === 0) return
  const { out } = await git(root, ['cat-file', '--batch'], `${objects.join('\n')}\n`)
  let at = 0
  while (at < out.length) {
    const feed = out.indexOf(10, at)
    if (feed === -1) return
    const [object = '', , size = ''] = out.subarray(at, feed).toString('utf8').split(' ')
    const length = Number.parseInt(size, 10)
    at = feed + 1
    if (!Number.isInteger(length)) continue
    blobs.set(object, new Uint8Array(out.subarray(at, at + length)))
    at += length + 1
  }
}

/** One file of a revision; undefined when it was not there. */
export const fileAt = async (root: string, commit: string, path: string): Promise<Uint8Array | undefined> => {
  const { code, out } = await git(root, ['cat-file', 'blob', `${commit}:./${path}`])
  return code === 0 ? new Uint8Array(out) : undefined
}
