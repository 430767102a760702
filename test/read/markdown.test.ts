import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decree30 } from '../../src/layout/decree30.ts'
import { asPrinted } from '../../src/notice/as-printed.ts'
import type { Problem } from '../../src/problem.ts'
import { readMarkdownNotice } from '../../src/read/markdown.ts'
import { renderMarkdown } from '../../src/render/markdown.ts'
import { notices } from '../fixtures/notices.ts'
import { comparable, sound } from './comparable.ts'

const read = (text: string) => {
  const problems: Problem[] = []
  const { notice, fixed } = readMarkdownNotice('x.md', text, (problem) => problems.push(problem)) ?? {}
  return { notice, fixed, problems }
}

test('what is printed of a notice is printed again from what was read', () => {
  fc.assert(
    fc.property(notices.map(sound), (notice) => {
      const printed = asPrinted(notice)
      expect(comparable(asPrinted(printed))).toEqual(comparable(printed))
    }),
    { numRuns: 150 },
  )
})

test('the Markdown of any notice gives the notice back', () => {
  fc.assert(
    fc.property(notices.map(sound), (notice) => {
      const { notice: back, fixed, problems } = read(renderMarkdown(notice, decree30))
      expect(problems).toEqual([])
      expect(back && comparable(back)).toEqual(comparable(asPrinted(notice)))
      expect(fixed?.others).toBe('')
    }),
    { numRuns: 150 },
  )
})

test.each(['', 'Chỉ có lời văn.\n', '---\na: 1\n---\n\nx\n', '---\nschema: 1\nid: a\n---\n\nx\n'])(
  'what is no edition is refused in words: %j',
  (text) => {
    const { notice, problems } = read(text)
    expect(notice).toBeUndefined()
    expect(problems).toHaveLength(1)
    expect(problems[0]?.hint).toBeTruthy()
  },
)
