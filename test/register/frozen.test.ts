import fc from 'fast-check'
import { expect, it } from 'vitest'
import { frozenText } from '../../src/register/frozen.ts'

it('does not mind the order of keys', () => {
  expect(frozenText({ a: 1, b: [{ c: 'x', d: null }] })).toBe(frozenText({ b: [{ d: null, c: 'x' }], a: 1 }))
})

it('minds every value and every place', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const same = JSON.stringify(a) === JSON.stringify(b)
      if (!same && !hasKeys(a) && !hasKeys(b)) expect(frozenText(a)).not.toBe(frozenText(b))
      expect(frozenText(structuredClone(a))).toBe(frozenText(a))
    }),
  )
  expect(frozenText([1, 2])).not.toBe(frozenText([2, 1]))
  expect(frozenText({ a: '1' })).not.toBe(frozenText({ a: 1 }))
})

it('lets the progress of a task go on', () => {
  const task = { what: 'Gửi báo cáo', lead: 'van-phong' }
  expect(frozenText({ tasks: [{ ...task, progress: [{ on: '2026-03-20', state: 'done' }] }] })).toBe(
    frozenText({ tasks: [task] }),
  )
})

/** Order of keys is what the text leaves out. */
const hasKeys = (value: unknown): boolean => JSON.stringify(value).includes('{"')
