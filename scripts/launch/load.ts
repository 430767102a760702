/**
 * A part of the compiled program, by its file name → what it exports. V8's own compiled form of it lies beside it, so
 * that starting a command is not first of all reading JavaScript; without that form everything works, only slower.
 */

import { readFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { Script } from 'node:vm'

type Exports = Record<string, unknown>
type Part = { exports: Exports; readonly url: string }
type Factory = (
  exports: Exports,
  require: (id: string) => unknown,
  module: Part,
  filename: string,
  folder: string,
  load: (id: string) => Promise<unknown>,
) => void

/** Where this Node looks for compiled forms: those of another one would be refused. */
const formFolder = `${process.version}-${process.platform}-${process.arch}`

/**
 * A run of seconds is over before V8's best code has paid for itself: it is asked to wait nine times as long, and to
 * let the space for young objects grow in larger steps. Only numbers that it reads as it goes; set before the first
 * part is loaded, for a form is refused under other flags than those it was made under.
 */
export const unhurried = (): void => {
  if (!process.versions.v8.startsWith('11.3.')) return // the one of Node 20; others do not know the first flag
  setFlagsFromString('--interrupt-budget=600000')
  setFlagsFromString('--semi-space-growth-factor=8')
}

export type Loader = {
  readonly load: (name: string) => Exports
  /** What was loaded so far; for making the compiled forms. */
  readonly scripts: ReadonlyMap<string, { readonly script: Script; readonly source: Buffer }>
  readonly formFolder: string
}

/** `debug`: Node's own way of loading, whose traces show our sources. */
export const loader = (folder: string, debug: boolean): Loader => {
  const parts = new Map<string, Part>()
  const scripts = new Map<string, { script: Script; source: Buffer }>()
  const outside = createRequire(join(folder, 'parts.js'))
  const require = (id: string): unknown => (id.startsWith('./') ? load(id.slice(2)) : outside(id))
  if (debug) process.setSourceMapsEnabled(true)

  const load = (name: string): Exports => {
    const known = parts.get(name)
    if (known) return known.exports
    const filename = join(folder, name)
    const part: Part = {
      exports: {},
      get url() {
        return pathToFileURL(filename).href
      },
    }
    parts.set(name, part)
    const factory = debug ? traced(filename) : compiled(filename, name)
    factory(part.exports, require, part, filename, folder, async (id) =>
      id.startsWith('./') ? require(id) : import(id),
    )
    return part.exports
  }

  const compiled = (filename: string, name: string): Factory => {
    const source = readFileSync(filename)
    const cachedData = formOf(source, join(folder, formFolder, `${name}.form`))
    const script = new Script(source.toString('latin1'), {
      filename,
      ...(cachedData ? { cachedData } : {}),
    })
    scripts.set(name, { script, source })
    return script.runInThisContext() as Factory
  }
  return { load, scripts, formFolder }
}

/**
 * The compiled form, if it is the form of just this source: V8 itself compares no more than the length. A copy of the
 * source stands at the end of the file, because comparing is quicker than hashing.
 */
const formOf = (source: Buffer, file: string): Buffer | undefined => {
  try {
    const form = readFileSync(file)
    const length = form.length - source.length
    return length > 0 && form.subarray(length).equals(source) ? form.subarray(0, length) : undefined
  } catch {
    return undefined
  }
}

/** Node forgets the map of a script with its module. */
const kept: Module[] = []

const traced = (filename: string): Factory => {
  const module = new Module(filename) as Module & { _compile: (code: string, filename: string) => void }
  module._compile(`module.exports = ${readFileSync(filename, 'latin1')}`, filename)
  kept.push(module)
  return module.exports as Factory
}
