import { expect, test } from 'vitest'
import { againstDecree } from '../../src/check/against-decree.ts'
import { measurePdf } from '../../src/check/measure/pdf.ts'
import { openedFonts } from '../../src/load/opened-fonts.ts'
import type { Problem } from '../../src/problem.ts'
import { goodPdf, type SpoiltPdf, spoiltPdfs } from './spoil-pdf.ts'

const fonts = openedFonts()
const problemsOf = async (bytes: Uint8Array): Promise<Problem[]> =>
  againstDecree(await measurePdf('x.pdf', bytes), fonts).map(({ problem }) => problem)
const told = ({ rule, level, message, cite }: Problem): string => `${level} ${rule}: ${message} (${cite})`

const results: { readonly spoilt: SpoiltPdf; readonly problems: readonly Problem[] }[] = []
for (const spoilt of spoiltPdfs) results.push({ spoilt, problems: await problemsOf(await spoilt.bytes()) })

test('a good PDF is told nothing', async () => {
  expect((await problemsOf(await goodPdf())).map(told)).toEqual([])
})

test('every PDF with one thing wrong is told so, with the clause', () => {
  const missed = results.filter(
    ({ spoilt, problems }) =>
      !problems.some(({ rule, cite }) => rule === spoilt.rule && cite?.endsWith(spoilt.clause)),
  )
  expect(missed.map(({ spoilt }) => spoilt.name)).toEqual([])
})

test('nothing else is called wrong in them', () => {
  const others = results.flatMap(({ spoilt, problems }) =>
    problems
      .filter(({ level, rule }) => level === 'error' && rule !== spoilt.rule)
      .map((problem) => `${spoilt.name}: ${told(problem)}`),
  )
  expect(others).toEqual([])
})

test('there are enough kinds of fault to tell', () => {
  expect(new Set(results.map(({ spoilt }) => spoilt.name)).size).toBe(results.length)
  expect(new Set(results.map(({ spoilt }) => spoilt.rule)).size).toBeGreaterThan(15)
})
