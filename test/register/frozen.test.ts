import fc from 'fast-check'
import { expect, it } from 'vitest'
import { frozenRecord, frozenWords } from '../../src/register/frozen.ts'
import { edition } from '../fixtures/memory.ts'
import { goodMeeting } from '../fixtures/project.ts'

it('minds every word of a notice, and not how it is set', () => {
  const words = (from = '', to = '') =>
    frozenWords(
      edition({
        'content/meetings/2026/hop.yaml': goodMeeting
          .replace('hoàn thành đề thi', 'hoàn thành **đề thi** và:\n\n      - giấy;\n      - | a |')
          .replace('- text: Phòng', '- text: |-\n      Phòng')
          .replace(from, to),
      }).notice,
    )
  const issued = words()
  expect(words('**đề thi**', 'đề thi')).toBe(issued)
  for (const [from, to] of [
    ['đề thi', 'đề kiểm tra'],
    ['- giấy;', '- giấy, bút;'],
    ['subject: Kết luận', 'subject: Ý kiến kết luận'],
    ['initials: T', 'initials: B'],
    ['about: giao ban', 'about: họp'],
    ['role: Lãnh đạo', 'role: Đại diện'],
  ] as const)
    expect(words(from, to)).not.toBe(issued)
})

it('does not mind the order of keys', () => {
  expect(frozenRecord({ a: 1, b: [{ c: 'x', d: null }] })).toBe(
    frozenRecord({ b: [{ d: null, c: 'x' }], a: 1 }),
  )
})

it('minds every value and every place', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const same = JSON.stringify(a) === JSON.stringify(b)
      if (!same && !hasKeys(a) && !hasKeys(b)) expect(frozenRecord(a)).not.toBe(frozenRecord(b))
      expect(frozenRecord(structuredClone(a))).toBe(frozenRecord(a))
    }),
  )
  expect(frozenRecord([1, 2])).not.toBe(frozenRecord([2, 1]))
  expect(frozenRecord({ a: '1' })).not.toBe(frozenRecord({ a: 1 }))
})

it('lets the progress of a task go on', () => {
  const task = { what: 'Gửi báo cáo', lead: 'van-phong' }
  expect(frozenRecord({ tasks: [{ ...task, progress: [{ on: '2026-03-20', state: 'done' }] }] })).toBe(
    frozenRecord({ tasks: [task] }),
  )
})

/** Order of keys is what the text leaves out. */
const hasKeys = (value: unknown): boolean => JSON.stringify(value).includes('{"')
