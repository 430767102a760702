import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { changed, changeEntryText, type EntryChange, newEntryText } from '../../src/publish/entry-text.ts'

const old = `# yaml-language-server: $schema=../../../schemas/register-entry.schema.json
number: 392   # số của năm 2020
symbol: "TB-SGDĐT"

# Ngày ký
date: 2020-03-10
events:
  # lần đầu
  - {on: 2020-03-10, is: issued}   # văn thư
note: >-
  dài,
  hai dòng
`

describe('a change of an entry', () => {
  it('keeps every other byte and comment', () => {
    expect(
      changeEntryText(old, {
        set: { date: '2020-03-11', state: 'recalled' },
        append: { events: [{ on: '2020-04-01', is: 'recalled', reason: 'Sai: "hạn"' }] },
      }),
    ).toBe(
      `${old
        .replace('date: 2020-03-10', 'date: 2020-03-11')
        .replace(
          '# văn thư\n',
          `# văn thư\n  - {on: 2020-04-01, is: recalled, reason: 'Sai: "hạn"'}\n`,
        )}state: recalled\n`,
    )
  })

  it('is nothing when nothing changes', () => {
    expect(changeEntryText(old, { set: { number: 392 }, append: { events: [] } })).toBe(old)
  })

  it('takes a key away with its lines', () => {
    expect(changeEntryText(old, { set: { note: undefined } })).toBe(old.slice(0, old.indexOf('note:')))
  })

  it('starts a list that is not there, and keeps the ends of lines that are', () => {
    expect(changeEntryText('number: 1\r\n', { append: { events: [{ is: 'noted' }] } })).toBe(
      'number: 1\r\nevents:\r\n  - {is: noted}\r\n',
    )
    expect(changeEntryText('number: 1', { set: { note: 'x' } })).toBe('number: 1\nnote: x\n')
  })

  it('goes on with a list however it was written', () => {
    for (const list of ['[{is: a}]', '\n- is: a', '\n  - is: a\n  # cuối', '\n    -  is: a'])
      expect(
        parse(changeEntryText(`events: ${list}\nz: 1\n`, { append: { events: [{ is: 'b' }] } })),
      ).toEqual({
        events: [{ is: 'a' }, { is: 'b' }],
        z: 1,
      })
  })

  it('says exactly what was meant, for whatever words', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom(
        '"',
        "'",
        ': ',
        '#',
        '- x',
        '{a',
        '2020-01-01',
        'null',
        '12',
        'đ ế',
        '> |',
        '&a *b !c %',
      ),
    )
    const item = fc.record({ on: words, is: words, reason: fc.option(words, { nil: undefined }) }).map(given)
    const value = fc.oneof(words, fc.integer(), fc.array(words, { maxLength: 3 }), item)
    const change = fc.record({
      set: fc.dictionary(fc.constantFrom('a', 'b', 'note', 'files'), value),
      append: fc.dictionary(fc.constantFrom('events', 'relations'), fc.array(item, { maxLength: 3 })),
    })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), (changes: EntryChange[]) => {
        let [text, meant] = [newEntryText({ number: 1 }), { number: 1 } as Record<string, unknown>]
        for (const each of changes) {
          text = changeEntryText(text, each)
          meant = changed(meant, each)
          expect(parse(text)).toEqual(meant)
        }
      }),
    )
  })
})

/** Keys without a value are not there. */
const given = (item: object): object =>
  Object.fromEntries(Object.entries(item).filter(([, each]) => each !== undefined))
