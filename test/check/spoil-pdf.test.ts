import { describe, expect, test } from 'vitest'
import { againstDecree } from '../../src/check/against-decree.ts'
import { measurePdf } from '../../src/check/measure/pdf.ts'
import { openFonts } from '../../src/fonts/fonts.ts'
import { tinosFiles } from '../../src/load/fonts.ts'
import type { Problem } from '../../src/problem.ts'
import { goodPdf, spoiltPdfs } from './spoil-pdf.ts'

const fonts = openFonts(tinosFiles())
const problemsOf = async (bytes: Uint8Array): Promise<Problem[]> =>
  againstDecree(await measurePdf('x.pdf', bytes), fonts).map(({ problem }) => problem)
const told = ({ rule, level, message, cite }: Problem): string => `${level} ${rule}: ${message} (${cite})`

test('a good PDF is told nothing', async () => {
  expect((await problemsOf(await goodPdf())).map(told)).toEqual([])
})

describe('a PDF with one thing wrong is told so, with the clause', () => {
  test.each(spoiltPdfs.map((spoilt) => [spoilt.name, spoilt] as const))('%s', async (_, spoilt) => {
    const problems = await problemsOf(await spoilt.bytes())
    const hit = problems.filter(({ rule, cite }) => rule === spoilt.rule && cite?.endsWith(spoilt.clause))
    expect(hit.length, problems.map(told).join('\n')).toBeGreaterThan(0)
    const others = problems.filter(({ level, rule }) => level === 'error' && rule !== spoilt.rule)
    expect(others.map(told)).toEqual([])
  })
})
