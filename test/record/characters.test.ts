/** What no edition could print as it stands is refused; everything else passes untouched. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unprintable, withoutFinalBreaks } from '../../src/record/characters.ts'
import { fonts } from '../fixtures/memory.ts'

const rules = (value: unknown): string[] => unprintable(value, fonts.covers).map(({ rule }) => rule)

test('Vietnamese, marks of offices and everyday signs are printed', () => {
  const letters = 'aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY'
  const tones = 'àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ'
  expect(rules(letters + tones + tones.toLocaleUpperCase('vi'))).toEqual([])
  expect(rules('0123456789 .,;:!?()[]{}<>/\\|+-*=%&@#$^~_`\'"“”‘’…–—§°±×÷½²³€₫•\u00a0')).toEqual([])
})

test.each<[string, string, string]>([
  ['a bell', 'a\u0007', 'record/character'],
  ['a soft hyphen', 'a\u00adb', 'record/character'],
  ['a space of no width', 'a\u200bb', 'record/character'],
  ['a mark that turns the direction', 'a\u202eb', 'record/character'],
  ['a byte order mark inside', 'a\ufeffb', 'record/character'],
  ['a line separator', 'a\u2028b', 'record/character'],
  ['half a pair', 'a\ud83db', 'record/character'],
  ['private use', '\uE000', 'record/character'],
  ['a code without a letter', '\u0378', 'record/character'],
  ['a mark on nothing it fits', 'x\u0323', 'record/character'],
  ['a picture', '📌', 'record/glyph'],
  ['Chinese', '会议', 'record/glyph'],
  ['Hebrew, though the type has it', 'א', 'record/glyph'],
])('%s', (_, value, rule) => {
  expect(rules({ list: [{ text: value }] })).toEqual([rule])
})

test('a finding names the characters and where they stand, each once, five at most', () => {
  const [finding] = unprintable({ a: ['ok', '会议会议決定事項x'] }, fonts.covers)
  expect(finding?.path).toEqual(['a', 1])
  expect(finding?.message).toBe(
    'có ký tự mà phông chữ của văn bản không in được: "会" (U+4F1A), "议" (U+8BAE), "決" (U+6C7A), "定" (U+5B9A), "事" (U+4E8B) …',
  )
})

test('whatever is let through has a glyph in every face', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 8 }), (value) => {
      fc.pre(rules(value).length === 0)
      for (const character of value.replace(/[\n\t]/g, ''))
        expect(fonts.covers(character.codePointAt(0) ?? 0)).toBe(true)
    }),
  )
})

test('line feeds at the end of a YAML block are nobody’s; all others stay', () => {
  expect(withoutFinalBreaks({ a: 'x\n', b: ['y\n\n', 'a\n\nb\n'], c: 5, d: null })).toEqual({
    a: 'x',
    b: ['y', 'a\n\nb'],
    c: 5,
    d: null,
  })
})
