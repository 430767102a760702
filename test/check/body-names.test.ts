import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nameIndex, namesIn } from '../../src/check/body-names.ts'

const index = nameIndex([
  {
    file: 'content/directory/a.yaml',
    text: '',
    value: {
      units: { a: { name: 'Phòng Tổ chức cán bộ' }, b: { name: 'Trường Tiểu học Hoa Sen' } },
      bodies: { c: { name: 'Sở Giáo dục và Đào tạo Hậu Giang' } },
    },
    at: () => undefined,
  },
])

/** Word by word, as long as that takes. */
const wordByWord = (text: string): string[] => {
  const lower = text.toLowerCase().replaceAll('\n', ' ')
  if (lower.length !== text.length) return []
  const found: string[] = []
  let past = 0
  for (const { index: at, 0: word } of lower.matchAll(/\p{L}+/gu)) {
    const name =
      at < past
        ? undefined
        : index.names
            .get(word)
            ?.find(
              ({ lower: each }) =>
                lower.startsWith(each, at) && !/[\p{L}\d]/u.test(lower[at + each.length] ?? ''),
            )
    if (!name) continue
    past = at + name.lower.length
    found.push(`${at} ${text.slice(at, past)}`)
  }
  return found
}

it('finds the names that a look at every word finds', () => {
  const piece = fc.constantFrom(
    ...[
      'Sở Giáo dục và đào tạo',
      'sở',
      ' Hậu Giang',
      'phòng tổ chức cán bộ',
      'bộ y tế',
      'Bộ Y tế',
      'Ủy ban',
      ' nhân dân',
    ],
    ...[
      'trường tiểu học',
      ' Hoa Sen',
      'bộ',
      'xbộ y tế',
      'bộx',
      '𝐀',
      '𝐀bộ y tế',
      'sở y tế𝐀',
      '5',
      ' ',
      ' ',
      '\n',
      ', ',
      '-',
      'İ',
      '\u0301',
    ],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('')
      expect(namesIn(text, index).map(({ offset, written }) => `${offset} ${written}`)).toEqual(
        wordByWord(text),
      )
    }),
    { numRuns: 1000 },
  )
})

it.each([
  'các cơ sở giáo dục và đào tạo trên địa bàn',
  'đội ngũ cán bộ xây dựng, cán bộ y tế và cán bộ\ntư pháp',
  'triển khai đồng bộ giáo dục và đào tạo',
  'trụ sở y tế, nội bộ tài chính',
])('takes no everyday word for the beginning of a name: %s', (text) => {
  expect(namesIn(text, index)).toEqual([])
})

it.each([
  ['báo cáo bộ xây dựng', ['bộ xây dựng']],
  ['tại cơ sở, sở giáo dục và đào tạo giao', ['sở giáo dục và đào tạo']],
  ['cán bộ bộ y tế', ['bộ y tế']],
  ['Sở Y tế và sở tư pháp', ['Sở Y tế', 'sở tư pháp']],
])('still finds the name in: %s', (text, names) => {
  expect(namesIn(text, index).map(({ written }) => written)).toEqual(names)
})
