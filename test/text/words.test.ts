/** Numerals, names and "did you mean". */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byName, fileSafe, inSentence, slug, upper } from '../../src/text/names.ts'
import { nearest } from '../../src/text/nearest.ts'
import { pointLetters, roman, twoDigits } from '../../src/text/numerals.ts'

describe('numerals', () => {
  test('Roman', () => {
    expect([1, 2, 3, 4, 5, 9, 14, 40, 90, 1999].map(roman)).toEqual([
      'I',
      'II',
      'III',
      'IV',
      'V',
      'IX',
      'XIV',
      'XL',
      'XC',
      'MCMXCIX',
    ])
  })

  test('Roman numbers are all different', () => {
    expect(new Set(Array.from({ length: 3000 }, (_, index) => roman(index + 1))).size).toBe(3000)
  })

  test('the letters of points, as the decree itself counts', () => {
    const letters = Array.from({ length: 23 }, (_, index) => pointLetters(index + 1)).join('')
    expect(letters).toBe('abcdđeghiklmnopqrstuvxy')
    expect([24, 25, 46, 47].map(pointLetters)).toEqual(['aa', 'ab', 'ay', 'ba'])
  })

  test('numbers below ten get a zero', () => {
    expect([1, 9, 10, 392, 1204].map(twoDigits)).toEqual(['01', '09', '10', '392', '1204'])
  })
})

describe('names', () => {
  test('upper case is Vietnamese, and keeps every letter one letter', () => {
    expect(upper('Sở Giáo dục và Đào tạo tỉnh Đắk Lắk, ưu ơ ỹ')).toBe(
      'SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH ĐẮK LẮK, ƯU Ơ Ỹ',
    )
    for (const letter of 'àảãáạằẳẵắặầẩẫấậđèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ') {
      expect(upper(letter)).toHaveLength(1)
      expect(upper(letter).toLocaleLowerCase('vi')).toBe(letter)
    }
  })

  test('order is Vietnamese', () => {
    expect(['đ', 'e', 'd', 'ă', 'b', 'â', 'a', 'ơ', 'o', 'ô', 'u', 'ư'].sort(byName).join('')).toBe(
      'aăâbdđeoôơuư',
    )
  })

  test('a file name has nothing that a system or a mailer minds', () => {
    expect(fileSafe('TB-SGDĐT')).toBe('TB-SGDDT')
    expect(fileSafe('QĐ-UBND/Đặc biệt')).toBe('QD-UBND-Dac-biet')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fileSafe(text)).toMatch(/^([A-Za-z0-9_]([A-Za-z0-9._-]*[A-Za-z0-9_])?)?$/)
      }),
    )
  })

  test('the name of a record can be made of anything and is one', () => {
    expect(slug('Họp giao ban tháng 3')).toBe('hop-giao-ban-thang-3')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(slug(text)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/)
      }),
    )
  })

  test('a plural is small inside a sentence, a name is not', () => {
    expect(['Các phòng thuộc Sở', 'Cácten', 'Văn phòng', 'UBND các xã'].map(inSentence)).toEqual([
      'các phòng thuộc Sở',
      'Cácten',
      'Văn phòng',
      'UBND các xã',
    ])
  })
})

describe('did you mean', () => {
  const keys = ['subject', 'signatory', 'drafting', 'recipients', 'to', 'from', 'add']
  test.each([
    ['subjcet', 'subject'],
    ['signatry', 'signatory'],
    ['Subject', 'subject'],
    ['recipient', 'recipients'],
    ['form', 'from'],
    ['ad', 'add'],
    ['ot', 'to'],
    ['xyz', undefined],
    ['ten', undefined],
    ['', undefined],
    ['hoàn toàn khác', undefined],
  ])('%s: %s', (word, meant) => {
    expect(nearest(word, keys)).toBe(meant)
  })

  test('a word that is there is its own nearest', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), (all) => {
        const [first = ''] = all
        expect(nearest(first, all)?.toLowerCase()).toBe(first.toLowerCase())
      }),
    )
  })
})
