import matter from 'gray-matter'
import { describe, expect, it } from 'vitest'
import { readFrontMatter } from '../../src/load/front-matter.ts'
import { reading } from './reading.ts'

const read = (text: Uint8Array | string) => reading(readFrontMatter, text)

describe('a file with front matter', () => {
  it('gives facts, body and the line on which the body starts', () => {
    const { source, problems } = read(
      '---\nkind: Thông báo\ndates: [2020-03-10, 0392]\n---\n\n# {{subject}}\n',
    )
    expect(problems).toEqual([])
    expect(source?.value).toEqual({ kind: 'Thông báo', dates: ['2020-03-10', '0392'] })
    expect(source?.body).toBe('\n# {{subject}}\n')
    expect(source?.bodyLine).toBe(5)
    expect(source?.at(['dates', 1])).toEqual({ line: 3, column: 21 })
  })

  it.each([
    ['CRLF', '---\r\na: 1\r\n---\r\nb\r\n', 'b\n', 4],
    ['a byte order mark', '\ufeff---\na: 1\n---\nb', 'b', 4],
    ['spaces after the dashes', '---  \na: 1\n--- \nb', 'b', 4],
    ['the word yaml', '--- yaml\na: 1\n---\nb', 'b', 4],
    ['no body', '---\na: 1\n---', '', 3],
    ['a rule in the body', '---\na: 1\n---\nb\n---\nc', 'b\n---\nc', 4],
  ])('%s', (_, text, body, line) => {
    const { source, problems } = read(text)
    expect(problems).toEqual([])
    expect(source).toMatchObject({ value: { a: 1 }, body, bodyLine: line })
    expect(source?.at(['a'])).toEqual({ line: 2, column: 4 })
  })

  it('counts the lines of mistakes from the top of the file', () => {
    expect(read('---\na: 1\nb: @x\n---\n').said).toEqual(['load/yaml 3:4'])
    expect(read('---  \na: 1\na: 2\n---\n').said).toEqual(['load/duplicate-key 3:1'])
  })
})

describe('what cannot be relied on', () => {
  it.each([
    ['nothing', '\n \n', 'load/empty'],
    ['no front matter', 'chỉ có lời văn\n', 'load/front-matter 1:1'],
    ['four dashes', '----\na: 1\n----\n', 'load/front-matter 1:1'],
    ['no closing line', '---\na: 1\n\nlời văn\n', 'load/front-matter 1:1'],
    ['a closing line with more on it', '---\na: 1\n--- hết\nb', 'load/front-matter 3:1'],
    ['nothing between the lines', '---\n---\nb', 'load/front-matter 1:1'],
    ['comments between the lines', '---\n# a: 1\n---\nb', 'load/front-matter 1:1'],
  ])('%s', (_, text, said) => {
    const found = read(text)
    expect(found.source).toBeUndefined()
    expect(found.said).toEqual([said])
  })

  it.each(['js', 'JS', 'javascript', 'coffee', 'cson', 'json', 'toml', 'constructor', '__proto__', ' js '])(
    'never runs or reads ---%s',
    (language) => {
      const { said, source } = read(`---${language}\n(() => { globalThis.ran = true; return {} })()\n---\nb`)
      expect(source).toBeUndefined()
      expect(said).toEqual(['load/front-matter 1:1'])
      expect(globalThis).not.toHaveProperty('ran')
    },
  )

  it('finds the same mistakes the second time: nothing is remembered between files', () => {
    Reflect.set(matter, 'cache', {})
    const broken = '---\na: "x\n---\nb'
    const first = read(broken)
    expect(first.said).toEqual(['load/yaml 2:4'])
    expect(read(broken).said).toEqual(first.said)
    const good = '---\na: [1]\n---\nb'
    const value = read(good).source?.value as { a: number[] }
    value.a.push(2)
    expect(read(good).source?.value).toEqual({ a: [1] })
    expect(Reflect.get(matter, 'cache')).toEqual({})
  })
})

it('takes a partial without front matter as all body', () => {
  const partial = (text: string) =>
    reading((file, bytes, report) => readFrontMatter(file, bytes, report, { required: false }), text)
  expect(partial('Nơi nhận\n').source).toMatchObject({ value: {}, body: 'Nơi nhận\n', bodyLine: 1 })
  expect(partial('---\na: 1\n---\nb').source).toMatchObject({ value: { a: 1 }, body: 'b', bodyLine: 4 })
})
