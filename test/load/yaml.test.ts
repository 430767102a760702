import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { readYaml } from '../../src/load/yaml.ts'
import { foreign, reading } from './reading.ts'

const read = (text: Uint8Array | string) => reading(readYaml, text)
const value = (text: string): unknown => read(text).source?.value
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)))

describe('values', () => {
  it('keeps every digit: what would change as a number stays text', () => {
    expect(value('[0392, 1.10, 1e3, 0x1F, +1, -0, .5, 12345678901234567890, .inf, .nan]')).toEqual([
      '0392',
      '1.10',
      '1e3',
      '0x1F',
      '+1',
      '-0',
      '.5',
      '12345678901234567890',
      '.inf',
      '.nan',
    ])
    expect(value('[392, -5, 1.5, 0]')).toEqual([392, -5, 1.5, 0])
  })

  it('leaves dates, times and words alone', () => {
    expect(value('[2020-03-10, 08:30, no, yes, on, True, 2020-02-30]')).toEqual([
      '2020-03-10',
      '08:30',
      'no',
      'yes',
      'on',
      'True',
      '2020-02-30',
    ])
    expect(value('[true, false]')).toEqual([true, false])
  })

  it('gives null for a value that was left out', () => {
    expect(value('due:\nlist:\n  -\n')).toEqual({ due: null, list: [null] })
  })

  it('takes keys as they were typed', () => {
    expect(value('392: a\n01: b\ntrue: c\n')).toEqual({ 392: 'a', '01': 'b', true: 'c' })
  })

  it('gives NFC however letters were typed, escaped or composed', () => {
    const typed = 'đồng chí'
    expect(value(`${'khóa'.normalize('NFD')}: ${typed.normalize('NFD')}\n`)).toEqual({ khóa: typed })
    expect(value('a: "\\u0065\\u0301"\n')).toEqual({ a: 'é' })
  })

  it('repeats what an alias names', () => {
    expect(value('a: &x [1, {b: 2}]\nc: *x\n')).toEqual({ a: [1, { b: 2 }], c: [1, { b: 2 }] })
  })

  it('gives back any plain data that was written as YAML', () => {
    const key = fc.string().filter((name) => !['__proto__', 'constructor', 'prototype', '<<'].includes(name))
    const text = fc.string({ unit: 'grapheme' }).map((each) => each.normalize('NFC').replaceAll('\0', ''))
    const leaf = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null))
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie('tree')),
        fc.dictionary(key, tie('tree'), { noNullPrototype: true }),
      ),
    }))
    fc.assert(
      fc.property(fc.dictionary(key, tree, { minKeys: 1, noNullPrototype: true }), (data) => {
        expect(read(stringify(data, { lineWidth: 0 }))).toMatchObject({
          problems: [],
          source: { value: data },
        })
      }),
    )
  })
})

describe('encodings', () => {
  it('passes over a byte order mark and takes CRLF, with the columns of the file', () => {
    const { source, said } = read(bytes([0xef, 0xbb, 0xbf], 'a: 1\r\nb:\r\n  c: |\r\n    x\r\n    y\r\n'))
    expect(said).toEqual([])
    expect(source?.value).toEqual({ a: 1, b: { c: 'x\ny\n' } })
    expect(source?.at(['a'], 'key')).toEqual({ line: 1, column: 1 })
    expect(source?.at(['b', 'c'])).toEqual({ line: 3, column: 6 })
  })

  it('says at which byte a file stops being UTF-8', () => {
    expect(read(bytes('a: 1\nb: đồ', [0xff], 'c\n')).said).toEqual(['load/encoding 2:6'])
    expect(read(bytes('a: 1\nb: ', [0xe1, 0xbb])).said).toEqual(['load/encoding 2:4'])
    // "Sở" in windows-1258
    expect(read(bytes('S', [0xf5, 0xd2], '\n')).said).toEqual(['load/encoding 1:2'])
  })

  it.each([
    ['UTF-16 with its mark', Buffer.from('\ufeffa: 1', 'utf16le'), /UTF-16/],
    ['UTF-16 without', Buffer.from('a: 1', 'utf16le'), /NUL/],
    ['a Word file under another name', Buffer.from([0x50, 0x4b, 3, 4, 0xff]), /Word/],
  ])('refuses %s and says how to save it', (_, file, message) => {
    const { problems, source } = read(file)
    expect(source).toBeUndefined()
    expect(problems).toEqual([
      expect.objectContaining({
        rule: 'load/encoding',
        message: expect.stringMatching(message),
        hint: expect.stringMatching(/UTF-8/),
      }),
    ])
  })

  it('counts columns in the composed text', () => {
    const line = 'khóa: "đồng chí" x'
    expect(read(`${line}\n`.normalize('NFD')).said).toEqual([`load/yaml 1:${line.length}`])
  })
})

describe('mistakes', () => {
  it.each([
    ['nothing', '', 'load/empty', /không có nội dung/],
    ['comments only', '# chưa viết\n', 'load/empty', /không có nội dung/],
    ['a tab', 'a:\n\tb: 1\n', 'load/yaml 2:1', /Tab/],
    ['a colon in prose', 'subject: Về việc: họp\n', 'load/yaml 1:10', /hai dấu hai chấm/],
    ['a crooked key', 'a:\n  b: 1\n c: 2\n', 'load/yaml 3:1', /thẳng hàng/],
    ['a crooked dash', 'a:\n  - b\n - c\n', 'load/yaml 3:1', /thẳng hàng/],
    ['a line without key', 'a: 1\nchỉ có chữ\nb: 2\n', 'load/yaml 2:1', /"chỉ có chữ" không có dạng/],
    ['no space after the colon', 'a:1\nb: 2\n', 'load/yaml 1:1', /dấu cách sau dấu hai chấm/],
    ['an open quote', 'a: 1\nb: "x\nc: 2\n', 'load/yaml 2:4', /không có dấu đóng/],
    ['words after a quote', 'a: "x" y\n', 'load/yaml 1:8', /sau dấu nháy đóng/],
    ['an open bracket', 'a: [x, y\nb: 2\n', 'load/yaml 2:1', /thiếu dấu đóng "]"/],
    ['a key twice', 'a: 1\nb: 2\na: 3\n', 'load/duplicate-key 3:1', /"a" đã có ở dòng 1/],
    ['a star', 'a: * Đối với\n', 'load/alias 1:4', /tham chiếu/],
    ['a star that names nothing', 'a: *abc\n', 'load/alias 1:4', /chưa được đặt tên/],
    ['a star inside what it names', 'a: &x [*x]\n', 'load/alias 1:8', /nằm ngay trong/],
    ['an @', 'a: @abc\n', 'load/yaml 1:4', /"@"/],
    ['a template in a value', 'a: {{x}}\n', 'load/yaml 1:5', /không phải là chữ/],
    ['a tag', 'a: !!binary aGk=\n', 'load/yaml 1:4', /thẻ/],
    ['a wrong escape', 'a: "\\d"\n', 'load/yaml 1:5', /nháy kép/],
    ['two documents', 'a: 1\n---\nb: 2\n', 'load/yaml 2:1', /mỗi tệp một bản ghi/],
    ['another YAML', '%YAML 1.1\n---\na: no\n', 'load/yaml 1:1', /"%"/],
    ['a merge key', 'a: &x {b: 1}\nc:\n  <<: *x\n', 'load/yaml 3:3', /"<<"/],
    ['a key without name', ': 3\n', 'load/yaml 1:1', /thiếu tên mục/],
    ['words after |', 'a: | abc\n', 'load/yaml 1:6', /xuống dòng|sau dấu/],
    ['brackets by the thousand', '['.repeat(50_000), 'load/yaml 1:819', /quá sâu/],
    ['seventy levels', `${'['.repeat(70)}${']'.repeat(70)}`, 'load/yaml 1:62', /quá sâu/],
  ])('%s: one problem, at its place, in Vietnamese', (name, text, said, message) => {
    const found = read(text)
    // How deep the parser's stack goes is the machine's business.
    expect(
      name === 'brackets by the thousand' ? found.said.map((each) => each.split(' ')[0]) : found.said,
    ).toEqual(name === 'brackets by the thousand' ? ['load/yaml'] : [said])
    expect(found.problems[0]?.message).toMatch(message)
    expect(`${found.problems[0]?.message} ${found.problems[0]?.hint}`).not.toMatch(/ {2}|[.]$/)
  })

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s wherever it stands', (key) => {
    const { said, source } = read(`a:\n  ${key}: {polluted: true}\nb: 1\n`)
    expect(said).toEqual(['load/yaml 2:3'])
    expect(source?.value).toEqual({ a: {}, b: 1 })
    expect(Object.getPrototypeOf(Object(source?.value).a)).toBe(Object.prototype)
    expect(({} as { polluted?: true }).polluted).toBeUndefined()
  })

  it('stops aliases that explode, quickly', () => {
    const levels = 'bcdefghij'.split('').map((name, index) => {
      const above = String.fromCharCode(97 + index)
      return `${name}: &${name} [${Array(9).fill(`*${above}`).join(', ')}]`
    })
    const { said, source } = read(['a: &a [x, x, x]', ...levels].join('\n'))
    expect(source).toBeUndefined()
    expect(said).toEqual([expect.stringMatching(/^load\/alias 5:/)])
  })

  it('tells mistakes on different lines all at once', () => {
    expect(read('a: @x\nb: `y\nc: 1\n').said).toEqual(['load/yaml 1:4', 'load/yaml 2:4'])
  })

  it('never throws, and never speaks English, whatever the text', () => {
    const piece = fc.constantFrom(
      'a: ',
      '- ',
      '\n',
      '  ',
      '\t',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ',',
      ':',
      '|',
      '>',
      '*',
      '&x',
      '*x',
      '!t',
      '%',
      '@',
      '#',
      '---',
      '...',
      '? ',
      'đ',
      '\0',
      '\u0301',
      '<<: ',
      '__proto__: ',
      '\ud800',
      '1',
      '~',
      '\\',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { problems, source } = read(pieces.join(''))
        for (const { message, hint } of problems) {
          const ours = `${message} ${hint ?? ''}`.replace(/"[^"]*"/g, '')
          expect(ours).not.toMatch(foreign)
        }
        expect(source !== undefined || problems.length > 0).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('at', () => {
  const { source } = read(
    'meeting:\n  chair: a\n  due:\nlist:\n  - x\n  - role: r\n    units: [u, v]\nmore: &m {k: 1}\nagain: *m\n',
  )
  it.each([
    [['meeting', 'chair'], 'value', '2:10'],
    [['meeting', 'chair'], 'key', '2:3'],
    [['meeting'], 'value', '2:3'],
    [['meeting'], 'key', '1:1'],
    [['meeting', 'due'], 'value', '3:3'],
    [['list', 0], 'value', '5:5'],
    [['list', 1, 'units', 1], 'value', '7:16'],
    [['list', 1, 'units'], 'key', '7:5'],
    // not there: the nearest that is
    [['meeting', 'place'], 'value', '1:1'],
    [['meeting', 'chair', 'name'], 'value', '2:3'],
    [['list', 1, 'who', 'name'], 'value', '6:5'],
    [['list', 7], 'value', '4:1'],
    [['nothing'], 'key', '1:1'],
    [[], 'value', '1:1'],
    // behind an alias: where it was written
    [['again', 'k'], 'value', '8:14'],
    [['again'], 'value', '9:8'],
  ] as const)('%j, its %s: %s', (path, aim, place) => {
    const at = source?.at(path, aim)
    expect(`${at?.line}:${at?.column}`).toBe(place)
  })
})
