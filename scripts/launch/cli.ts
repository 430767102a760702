/** dist/cli.js: starts the command line, or hands it over to who imports it. */

import { join } from 'node:path'
import type * as Cli from '../../src/cli.ts'
import { loader, unhurried } from './load.ts'

declare const generation: string

unhurried()

export const parts = loader(join(__dirname, generation), process.argv.includes('--debug'))
const cli = (): typeof Cli => parts.load('cli.js') as typeof Cli

export const run: typeof Cli.run = (...given) => cli().run(...given)

if (require.main === module) void cli().main()
