/**
 * src/*.ts, the conformance script and the bench -> dist/*.js. The command line and its workers share chunks, so what
 * is imported lazily stays lazy; packages stay in node_modules. The same sources give the same files.
 */

import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')

/** What runs, by the name it gets in dist/. A program that is not written yet is left out. */
const programs = [
  { cli: 'src/cli.ts', worker: 'src/worker.ts' },
  { conformance: 'scripts/conformance/main.ts' },
  { bench: 'scripts/bench/main.ts' },
]

const options = {
  absWorkingDir: root,
  outdir: dist,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  splitting: true,
  chunkNames: '[name]-[hash]',
  sourcemap: 'linked',
  charset: 'utf8',
  write: false,
  logLevel: 'warning',
}

/** Under a temporary name first: a command that starts while we compile must not read half a file. */
const put = (path, contents) => {
  if (existsSync(path) && readFileSync(path).equals(contents)) return
  const temporary = `${path}.${process.pid}`
  writeFileSync(temporary, contents)
  if (/^#!/.test(contents.subarray(0, 2).toString())) chmodSync(temporary, 0o755)
  renameSync(temporary, path)
}

const compile = async (entries) => {
  const present = Object.fromEntries(
    Object.entries(entries).filter(([, file]) => existsSync(join(root, file))),
  )
  if (Object.keys(present).length === 0) return []
  return (await build({ ...options, entryPoints: present })).outputFiles
}

try {
  const files = (await Promise.all(programs.map(compile))).flat()
  mkdirSync(dist, { recursive: true })
  for (const file of files) put(file.path, Buffer.from(file.contents))
  const kept = new Set(files.map((file) => relative(dist, file.path)))
  for (const name of readdirSync(dist))
    if (/\.js(\.map)?$/.test(name) && !kept.has(name)) rmSync(join(dist, name))
} catch (fault) {
  if (!Array.isArray(fault?.errors)) throw fault
  process.exitCode = 1 // esbuild has already said what is wrong, and where
}
