/**
 * The program, run on a few notices → what V8 made of each part of it, for scripts/launch/load.ts. Compiling starts
 * this as a process of its own: a function is in the form only if it ran.
 * Usage: forms.mjs <dist/cli.js> <folder for the forms> <project to work in>
 */

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'

const [cli, folder, project] = process.argv.slice(2)
const { run, parts } = createRequire(import.meta.url)(cli)

const sink = { write: () => true }
const io = { stdout: sink, stderr: sink, env: {}, cwd: project, today: '2026-11-23' }
const below = (path) => {
  try {
    return readdirSync(join(project, path), { recursive: true }).map((name) => join(path, name))
  } catch {
    return []
  }
}

// V8 throws away what has not run for a while; the flag goes back, or the forms would be for a Node that has it.
setFlagsFromString('--no-flush-bytecode')
for (const argv of [['--help'], ['build', '--help'], ['build', '--no-such'], ['build'], ['check'], ['tasks']])
  await run(argv, io)
const records = below('content/meetings').filter((path) => /\.(ya?ml|md)$/.test(path))
for (const record of records.slice(0, 2)) await run(['issue', record], io)
for (const argv of [
  ['register'],
  ['build', '--json'],
  ['diff', ...records.slice(0, 2)],
  [
    'check',
    ...below('out')
      .filter((path) => path.endsWith('.docx'))
      .slice(0, 1),
  ],
  ['new', 'hop-moi'],
  ['rules'],
])
  await run(argv, io)
parts.load('render-job.js') // what it calls ran here
setFlagsFromString('--flush-bytecode')

mkdirSync(folder, { recursive: true })
for (const [name, { script, source }] of parts.scripts)
  writeFileSync(join(folder, `${name}.form`), Buffer.concat([script.createCachedData(), source]))
