/** Comparing words: white space may differ, words and their order may not. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parting } from '../../scripts/conformance/words.ts'

const words = fc.array(fc.stringMatching(/^[a-zđêô.,;:-]{1,8}$/), { minLength: 1, maxLength: 30 })
const gap = fc.constantFrom(' ', '\n', '  ', '\n\n', '\u00a0')

describe('same words', () => {
  test('set in any other way', () => {
    fc.assert(
      fc.property(words, fc.array(gap, { minLength: 30, maxLength: 30 }), (list, gaps) => {
        expect(
          parting(list.join(' '), list.map((word, index) => word + gaps[index]).join('')),
        ).toBeUndefined()
      }),
    )
  })

  test('a layout program may turn the line after a hyphen', () => {
    expect(parting('phòng QLCL-CSVC nhận', 'phòng QLCL-\nCSVC nhận')).toBeUndefined()
  })
})

describe('other words', () => {
  test('a lost word is shown with what stands around it', () => {
    expect(parting('một hai ba', 'một ba')).toMatch(/cần “một⟨haiba⟩”, thấy “một⟨ba⟩”/)
  })

  test('one word too many at the end', () => {
    expect(parting('một hai', 'một hai ba')).toBeDefined()
  })

  test('letters taken apart: a search for the word would not find it', () => {
    expect(parting('Nguyễn', 'Nguyễn'.normalize('NFD'))).toBeDefined()
  })

  test('two words run together', () => {
    expect(parting('một hai', 'mộthai')).toMatch(/mất dấu cách/)
  })

  test('a word torn apart', () => {
    expect(parting('QLCL-CSVC', 'QLCL- CSVC')).toMatch(/thừa dấu cách/)
    expect(parting('một', 'mộ\nt')).toMatch(/thừa dấu cách/)
  })

  test('two words changed places', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        fc.pre([...a, ...b].join('') !== [...b, ...a].join(''))
        expect(parting([...a, ...b].join(' '), [...b, ...a].join(' '))).toBeDefined()
      }),
    )
  })
})
