/**
 * src/ and the scripts -> dist/. The program stands in a folder named after its contents, with its packages in it;
 * dist/cli.js, which knows the name, is replaced last: a command that starts while we compile gets the one program or
 * the other, whole. `dist/build-id` says which program this is: what was made by another one may be out of date.
 */

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { bundle } from './compile/bundle.mjs'
import { thirdParty } from './compile/third-party.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')

/** What runs besides the program, by the name it gets in dist/; packages stay in node_modules. */
const scripts = { conformance: 'scripts/conformance/main.ts', bench: 'scripts/bench/main.ts' }

const common = {
  absWorkingDir: root,
  outdir: dist,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  charset: 'utf8',
  write: false,
  logLevel: 'warning',
}

/** Under a temporary name first: nobody must read half a file. */
const put = (path, contents) => {
  if (existsSync(path) && readFileSync(path).equals(contents)) return
  const temporary = `${path}.${process.pid}`
  writeFileSync(temporary, contents)
  if (/^#!/.test(contents.subarray(0, 2).toString())) chmodSync(temporary, 0o755)
  renameSync(temporary, path)
}

/** Fills a folder under a temporary name and puts it in its place, unless it is there. */
const putFolder = (path, fill) => {
  if (existsSync(path)) return
  const temporary = `${path}.${process.pid}`
  try {
    mkdirSync(temporary, { recursive: true })
    fill(temporary)
    renameSync(temporary, path)
  } catch (fault) {
    if (!existsSync(path)) throw fault // else another process was as quick
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

/** The files that start a part of the program. */
const starters = async (entryPoints, define) => {
  const logOverride = { 'commonjs-variable-in-esm': 'silent' } // CommonJS they become
  const { outputFiles } = await build({ ...common, format: 'cjs', entryPoints, define, logOverride })
  return outputFiles.map(({ path, contents }) => [relative(dist, path), Buffer.from(contents)])
}

const program = async () => {
  const { parts, inputs } = await bundle(root)
  const files = new Map(await starters({ worker: 'scripts/launch/worker.ts' }))
  for (const [name, { code, map }] of parts)
    files.set(name, Buffer.from(code, 'latin1')).set(`${name}.map`, Buffer.from(map))
  // pdfkit reads it beside itself.
  const profile = 'data/sRGB_IEC61966_2_1.icc'
  files.set(profile, readFileSync(join(root, 'node_modules/pdfkit/js', profile)))
  files.set('THIRD-PARTY.txt', Buffer.from(thirdParty(root, inputs)))
  const id = buildId(files)
  return { id, files: files.set('build-id', Buffer.from(id)) }
}

/** SHA-256 over the program's own files and the versions of its packages, in hex. */
const buildId = (files) => {
  const hash = createHash('sha256')
  const add = (name, contents) =>
    hash.update(`${name}\0${createHash('sha256').update(contents).digest('hex')}\n`)
  for (const name of [...files.keys()].sort()) if (!name.endsWith('.map')) add(name, files.get(name))
  add('package-lock.json', readFileSync(join(root, 'package-lock.json')))
  return hash.digest('hex')
}

/** The compiled forms for this Node; without them the program only starts slower. */
const putForms = (cli, folder) =>
  putFolder(folder, (temporary) => {
    const project = mkdtempSync(join(tmpdir(), 'thongbao-'))
    try {
      for (const from of ['_base', 'the-same-in-yaml-and-markdown/input', 'tasks-of-every-kind/input'])
        cpSync(join(root, 'test/cases', from), project, { recursive: true })
      cpSync(join(root, 'templates'), join(project, 'templates'), { recursive: true })
      const maker = join(root, 'scripts/compile/forms.mjs')
      const { status, stderr } = spawnSync(process.execPath, [maker, cli, temporary, project], {
        encoding: 'utf8',
      })
      if (status !== 0) throw new Error(stderr)
    } finally {
      rmSync(project, { recursive: true, force: true })
    }
  })

/** Which program dist/cli.js starts, if any: commands that began with it may still load parts of it. */
const generationOf = (cli) =>
  existsSync(cli) ? /\bprogram-[0-9a-f]{12}\b/.exec(readFileSync(cli, 'utf8'))?.[0] : undefined

try {
  const { id, files } = await program()
  const generation = `program-${id.slice(0, 12)}`
  const folder = join(dist, generation)
  mkdirSync(dist, { recursive: true })
  putFolder(folder, (temporary) => {
    for (const [name, contents] of files) {
      mkdirSync(dirname(join(temporary, name)), { recursive: true })
      writeFileSync(join(temporary, name), contents)
    }
  })

  const [[, cli]] = await starters(
    { cli: 'scripts/launch/cli.ts' },
    { generation: JSON.stringify(generation) },
  )
  const start = Buffer.concat([Buffer.from('#!/usr/bin/env node\n'), cli])
  put(join(dist, 'package.json'), Buffer.from('{ "type": "commonjs" }\n'))
  const trial = join(dist, `cli.${process.pid}.js`)
  try {
    writeFileSync(trial, start)
    putForms(trial, join(folder, `${process.version}-${process.platform}-${process.arch}`))
  } catch (fault) {
    console.error(`The program will start slowly: ${fault.message}`)
  } finally {
    rmSync(trial, { force: true })
  }

  const { outputFiles } = await build({
    ...common,
    entryPoints: scripts,
    format: 'esm',
    packages: 'external',
    sourcemap: 'linked',
    outExtension: { '.js': '.mjs' },
  })
  for (const { path, contents } of outputFiles) put(path, Buffer.from(contents))

  const before = generationOf(join(dist, 'cli.js'))
  put(join(dist, 'cli.js'), start)
  put(join(dist, 'build-id'), Buffer.from(id))
  const kept = new Set(['cli.js', 'package.json', 'build-id', generation, before])
  for (const { path } of outputFiles) kept.add(relative(dist, path))
  for (const name of readdirSync(dist)) if (!kept.has(name)) rmSync(join(dist, name), { recursive: true })
} catch (fault) {
  if (!Array.isArray(fault?.errors)) throw fault
  process.exitCode = 1 // esbuild has already said what is wrong, and where
}
