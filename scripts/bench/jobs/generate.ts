/** A project, register or pair is written by a process of its own, so that the bench itself stays small. */

import { type Book, writeBook } from '../project/book.ts'
import { type Pair, writePair } from '../project/pair.ts'
import { writeProject } from '../project/project.ts'

type Wanted = { root: string; count: number; templates: string }

export type Written = {
  readonly root: string
  readonly meetings: readonly { readonly id: string; readonly file: string }[]
  readonly late: { readonly file: string; readonly name: string }
}

export const projectJob = async ({ root, count, templates }: Wanted): Promise<Written> => {
  const { meetings, late } = await writeProject(root, count, templates)
  return { root, meetings: meetings.map(({ id, file }) => ({ id, file })), late }
}

export const bookJob = ({ root, count, templates }: Wanted): Promise<Book> =>
  writeBook(root, count, templates)

export const pairJob = ({ root, count, templates }: Wanted): Promise<Pair> =>
  writePair(root, count, templates)
