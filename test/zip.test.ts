/** Archives keep names and bytes, and depend on nothing but their entries. */

import fc from 'fast-check'
import { type Zippable, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { fromText, packed, readZip, toText, writeZip } from '../src/zip.ts'

const path = fc.stringMatching(/^[a-zà-ỹđ][a-zà-ỹđ0-9 ._-]{0,8}(\/[a-zà-ỹđ0-9_-]{1,8}){0,2}$/)
const entries = fc
  .dictionary(path, fc.uint8Array({ maxLength: 300 }), { noNullPrototype: true })
  .map((object) => new Map(Object.entries(object)))

describe('zip', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(entries, (map) => {
        const read = readZip(writeZip(map))
        expect([...read.keys()].sort()).toEqual([...map.keys()].sort())
        for (const [name, bytes] of map) expect(read.get(name)).toEqual(bytes)
      }),
      { numRuns: 50 },
    )
  })

  it('does not depend on the order in which entries were put in', () => {
    fc.assert(
      fc.property(entries, (map) => {
        expect(writeZip(new Map([...map].reverse()))).toEqual(writeZip(map))
      }),
      { numRuns: 50 },
    )
  })

  it('puts [Content_Types].xml first and sorts the rest', () => {
    const bytes = writeZip(
      new Map(
        ['word/b.xml', '_rels/.rels', '[Content_Types].xml', 'A.xml'].map((name) => [name, fromText(name)]),
      ),
    )
    expect([...readZip(bytes).keys()]).toEqual(['[Content_Types].xml', 'A.xml', '_rels/.rels', 'word/b.xml'])
  })

  it('keeps Vietnamese names and marks them as UTF-8 made on Unix, so that every unpacker shows them', () => {
    const bytes = writeZip(new Map([['Thông báo/số 05.txt', fromText('Kết luận')]]))
    expect([...readZip(bytes)].map(([name, content]) => [name, toText(content)])).toEqual([
      ['Thông báo/số 05.txt', 'Kết luận'],
    ])
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    expect(view.getUint16(6, true) & 0x800).toBe(0x800)
    const central = bytes.findIndex(
      (_, at) => at + 4 <= bytes.length && view.getUint32(at, true) === 0x02014b50,
    )
    expect(bytes[central + 5]).toBe(3)
  })

  it('stamps every entry with the first moment a zip can hold', () => {
    const bytes = writeZip(new Map([['a', fromText('a')]]))
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    expect(view.getUint16(10, true)).toBe(0)
    expect(view.getUint16(12, true)).toBe((0 << 9) | (1 << 5) | 1)
  })

  it('refuses paths that leave the archive', () => {
    for (const bad of ['../a', '/a', 'a//b', 'a/./b', 'a\\b', ''])
      expect(() => writeZip(new Map([[bad, fromText('a')]])), bad).toThrow()
  })

  it('refuses bytes that are no archive', () => {
    expect(() => readZip(fromText('%PDF-1.7'))).toThrow()
  })

  it('is the archive that fflate makes in one go, whatever was compressed before', () => {
    fc.assert(
      fc.property(entries, (map) => {
        const names = [...map.keys()].sort((a, b) => (a < b ? -1 : 1))
        const inOrder = Object.fromEntries(
          names.map((name) => [
            name,
            [map.get(name) ?? new Uint8Array(), { os: 3, attrs: 0o100644 * 65536 }] as const,
          ]),
        )
        const whole = zipSync(inOrder as Zippable, { level: 9, mtime: new Date(1980, 0, 1) })
        expect(writeZip(map)).toEqual(whole)
        const [own, before] = [new Map([...map].slice(1)), packed(new Map([...map].slice(0, 2)))]
        expect(writeZip(own, before)).toEqual(whole)
        expect(writeZip(own, before)).toEqual(whole)
      }),
      { numRuns: 50 },
    )
  })
})
