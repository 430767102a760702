/** Typst in this process (`@myriaddreamin/typst-ts-node-compiler`, installed under scripts/bench): sources -> PDFs, one call after another. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { tinosFiles } from '../../../src/load/fonts.ts'

type Compiler = {
  readonly addSource: (path: string, source: string) => void
  readonly pdf: (
    what: { readonly mainFilePath: string } | { readonly mainFileContent: string },
    options: { readonly pdfStandard: string; readonly pdfTags: boolean },
  ) => Uint8Array
  readonly evictCache: (maxAge: number) => void
}
type Package = {
  readonly NodeCompiler: {
    readonly create: (options: {
      readonly workspace: string
      readonly fontArgs: readonly { readonly fontBlobs: readonly Buffer[] }[]
    }) => Compiler
  }
}

const name = '@myriaddreamin/typst-ts-node-compiler'

/** Undefined where it is not installed, or has no binary for this system. */
export const findTypst = (root: string): Package | undefined => {
  try {
    return createRequire(join(root, 'scripts/bench/package.json'))(name) as Package
  } catch {
    return undefined
  }
}

/** As its own manual advises for programs that do not watch. */
const cacheAge = 10

/**
 * Fonts are loaded once. A PDF/A-2b without tags, as ours is. `prelude` lies in `workspace`, where the sources
 * import it from.
 */
export const openTypst = (typst: Package, workspace: string): ((source: string) => Uint8Array) => {
  const blobs = Object.values(tinosFiles()).map((file) => Buffer.from(file))
  const compiler = typst.NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: blobs }] })
  return (source) => {
    const bytes = compiler.pdf({ mainFileContent: source }, { pdfStandard: 'a-2b', pdfTags: false })
    compiler.evictCache(cacheAge)
    return bytes
  }
}

export const readSource = (file: string): string => readFileSync(file, 'utf8')
