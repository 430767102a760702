/** `npm ci` refuses a lock file that leaves out a package, also one that only another system needs. */

import { expect, it } from 'vitest'
import { text } from './fixtures/readme.ts'

it.each(['package-lock.json', 'scripts/bench/package-lock.json'])(
  'has every package of every system in %s',
  (file) => {
    type Locked = Partial<Record<'dependencies' | 'optionalDependencies', Record<string, string>>>
    const packages = (JSON.parse(text(file)) as { packages: Record<string, Locked> }).packages
    /** "node_modules/a/node_modules/b" looks beside itself, then in every folder above. */
    const found = (from: string, name: string): boolean => {
      const inside = `${from === '' ? '' : `${from}/`}node_modules/${name}`
      if (inside in packages) return true
      return from !== '' && found(from.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, ''), name)
    }
    const lost = Object.entries(packages).flatMap(([from, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter((name) => !found(from, name))
        .map((name) => `${from} → ${name}`),
    )
    expect(lost).toEqual([])
  },
)
