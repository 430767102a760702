/** Options that several commands share, and their values as commander hands them over. */

import { relative, resolve } from 'node:path'
import { Option } from 'commander'
import { words } from './arguments.ts'
import type { Common } from './io.ts'
import type { OutFolder } from './recover.ts'

export const reason = (text: string): Option => new Option('--reason <lý do>', text).argParser(words)

export const outOption = (): Option =>
  new Option('--out <thư mục>', 'thư mục kết quả (mặc định: out/ của dự án)')

/** Values by the names of options. */
export type Given = Readonly<Record<string, string | number | boolean | undefined>>

export const asText = (value: Given[string]): string | undefined =>
  typeof value === 'string' ? value : undefined

export const asNumber = (value: Given[string]): number | undefined =>
  typeof value === 'number' ? value : undefined

/** What every command takes, and the folder of results. */
export const outOf = (common: Common, out: Given[string]): Common & { readonly out: OutFolder } => {
  const { io, root } = common
  const folder = typeof out === 'string' ? resolve(io.cwd, out) : resolve(root, 'out')
  return {
    ...common,
    out: { folder, shown: (relative(io.cwd, folder) || '.').replaceAll('\\', '/') },
  }
}
