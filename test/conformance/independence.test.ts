/** The instruments share with what they judge only the decree table; one module makes files, and measures nothing. */

import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = new URL('../../scripts/conformance/', import.meta.url)
const maker = 'archival.ts'
/** Here our own checker is not an instrument but what is looked at. */
const onTrial = ['checker-checks.ts', 'cross-check-pdf.ts']
/** Make notices for the instruments to look at, and measure nothing either. */
const samples = ['edits.ts', 'sample-notices.ts', 'redline-checks.ts', 'merge-checks.ts']
const table = ['../../src/layout/decree30.ts', '../../src/layout/rules.ts']

const importsOf = (file: string): string[] =>
  [...readFileSync(new URL(file, folder), 'utf8').matchAll(/ from '([^']+)'|import\('([^']+)'\)/g)].map(
    ([, still, lazy]) => still ?? lazy ?? '',
  )

test.each(
  readdirSync(folder).filter(
    (file) => file.endsWith('.ts') && file !== maker && ![...onTrial, ...samples].includes(file),
  ),
)('%s', (file) => {
  expect(importsOf(file).filter((from) => from.includes('/src/') && !table.includes(from))).toEqual([])
})

test('the one that makes files imports no instrument', () => {
  const ours = importsOf(maker).filter((from) => from.startsWith('./'))
  expect(ours).toEqual(['./editions.ts'])
})
