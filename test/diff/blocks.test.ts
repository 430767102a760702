import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyBlocks, compareBlocks } from '../../src/diff/blocks.ts'
import { wordChanges } from '../../src/diff/words.ts'
import type { Block, Division } from '../../src/notice/notice.ts'
import { content } from '../fixtures/notices.ts'

/** Ids of divisions are identity, not content. */
const withoutIds = (blocks: readonly Block[]): unknown =>
  JSON.parse(JSON.stringify(blocks, (key, value) => (key === 'id' ? undefined : value)))

test('the changes between any two contents make the second of the first', () => {
  fc.assert(
    fc.property(content, content, (a, b) => {
      expect(withoutIds(applyBlocks(a, compareBlocks(a, b)))).toEqual(withoutIds(b))
    }),
    { numRuns: 300 },
  )
})

/** Edits as people make them: take out, put in, move, and change words anywhere in the tree. */
const edited = fc.tuple(content, content, fc.infiniteStream(fc.nat(1000))).map(([a, other, dice]) => {
  const roll = (below: number): number => (below < 1 ? 0 : dice.next().value % below)
  const edit = (blocks: readonly Block[]): Block[] => {
    const out = blocks.map((block) =>
      'blocks' in block && roll(2) ? { ...block, blocks: edit(block.blocks) } : block,
    )
    const kind = roll(4)
    if (kind === 0 && out.length > 0) out.splice(roll(out.length), 1)
    if (kind === 1 && other.length > 0)
      out.splice(roll(out.length + 1), 0, other[roll(other.length)] as Block)
    if (kind === 2 && out.length > 1) {
      const [moved] = out.splice(roll(out.length), 1)
      out.splice(roll(out.length + 1), 0, moved as Block)
    }
    const first = out[0]
    if (kind === 3 && first?.is === 'paragraph')
      out[0] = { ...first, text: [{ is: 'text', value: 'mới' }, ...first.text] }
    return out
  }
  return [a, edit(a)] as const
})

test('the changes between a content and its edited copy make the copy of it', () => {
  fc.assert(
    fc.property(edited, ([a, b]) => {
      expect(withoutIds(applyBlocks(a, compareBlocks(a, b)))).toEqual(withoutIds(b))
    }),
    { numRuns: 400 },
  )
})

test('equal contents have no changes', () => {
  fc.assert(
    fc.property(content, (a) => {
      expect(compareBlocks(a, structuredClone(a))).toEqual([])
    }),
  )
})

const clause = (id: string, value: string): Division => ({
  is: 'clause',
  id,
  mark: 'number',
  blocks: [{ is: 'paragraph', text: [{ is: 'text', value }] }],
})
const first = clause('k1', 'Rà soát kế hoạch công nhận trường đạt chuẩn quốc gia năm 2026.')
const second = clause('k2', 'Cử một cán bộ đầu mối phụ trách công tác kiểm định chất lượng.')
const third = clause('k3', 'Gửi hồ sơ đăng ký về Sở chậm nhất ngày 15/3/2026.')

test('a moved clause is one move, not a removal and an addition', () => {
  expect(compareBlocks([first, second, third], [second, third, { ...first, id: 'k3' }])).toEqual([
    expect.objectContaining({ is: 'moved', from: [0], to: [2] }),
  ])
})

test('a clause put in front changes nothing else, though all numbers after it do', () => {
  const added = clause('k1', 'Khẩn trương hoàn thiện báo cáo.')
  const changes = compareBlocks([first, second], [added, { ...first, id: 'k2' }, { ...second, id: 'k3' }])
  expect(changes.map((change) => change.is)).toEqual(['added', 'added'])
})

test('a changed deadline is one changed word', () => {
  const later = clause('k3', 'Gửi hồ sơ đăng ký về Sở chậm nhất ngày 30/3/2026.')
  const changes = compareBlocks([first, third], [first, later])
  expect(changes.map((change) => change.is)).toEqual(['changed'])
  expect(wordChanges('chậm nhất ngày 15/3/2026.', 'chậm nhất ngày 30/3/2026.')).toEqual([
    { is: 'kept', text: 'chậm nhất ngày ' },
    { is: 'removed', text: '15/3/2026' },
    { is: 'added', text: '30/3/2026' },
    { is: 'kept', text: '.' },
  ])
})

test('words of the second text are its kept and added words, of the first its kept and removed ones', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = wordChanges(before, after)
      const join = (other: string): string =>
        changes.flatMap(({ is, text: words }) => (is === other ? [] : [words])).join('')
      expect(join('added')).toBe(before)
      expect(join('removed')).toBe(after)
    }),
  )
})
