/** Any text in a record either comes out as itself, in the notice and in every format, or is refused with a problem. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { plain } from '../src/notice/notice.ts'
import { unprintable } from '../src/record/characters.ts'
import { renderDocx } from '../src/render/docx/docx.ts'
import { renderMarkdown } from '../src/render/markdown.ts'
import { renderPdf } from '../src/render/pdf/pdf.ts'
import { escapeMarkdown } from '../src/text/escape.ts'
import { parseMarkdown } from '../src/text/markdown.ts'
import { build, fonts } from './fixtures/memory.ts'
import { base, type Files, goodMeeting } from './fixtures/project.ts'
import { readText } from './fixtures/read-pdf.ts'
import { paragraphsOf, textOf, xmlOf } from './render/docx-parts.ts'

type Texts = { subject: string; said: string; unit: string; person: string; topic: string }

const office = 'content/directory/so.yaml'

/** The meeting and the directory of the base with these texts in them. */
const files = ({ subject, said, unit, person, topic }: Texts): Files => {
  const record = parse(goodMeeting)
  const directory = parse(String(base()[office]))
  record.notice.subject = subject
  record.meeting.topic = escapeMarkdown(topic)
  record.conclusions[0].text = `${escapeMarkdown(said)}\n\nGiao <unit:khao-thi>.`
  directory.units['khao-thi'].name = unit
  directory.people['pham-van-long'].name = person
  return { 'content/meetings/2026/hop.yaml': stringify(record), [office]: stringify(directory) }
}

const printable = fc
  .integer({ min: 0x20, max: 0xffff })
  .map((code) => String.fromCodePoint(code).normalize('NFC'))
  .filter((character) => unprintable(character, fonts.covers).length === 0)
const marks = fc.constantFrom(
  ...'*_`#>-+.()[]{}<>|~&!\\:;"\'=/@$%^, 0123456789',
  '{{',
  '}}',
  './.',
  '-->',
  '&amp;',
  '\u00a0',
)
const vietnamese = fc.constantFrom('Nghị', ' quyết ', 'số 12', 'GD&ĐT', 'đ)', 'Ủy', '. ')
const line = fc
  .array(fc.oneof(printable, marks, vietnamese), { minLength: 1, maxLength: 10 })
  .map((parts) =>
    parts
      .join('')
      .replace(/^ +| +$/g, '')
      .normalize('NFC'),
  )
  .filter((text) => /\S/.test(text))
const texts = (unit: fc.Arbitrary<string>): fc.Arbitrary<Texts> =>
  fc.record({ subject: unit, said: unit, unit, person: unit, topic: unit })

/** Words without the spaces between them: where lines turn is the format's business. */
const bare = (text: string): string => text.replace(/\s+/gu, '')

test('printable text comes out as itself in the notice and in all formats', async () => {
  await fc.assert(
    fc.asyncProperty(texts(line), async (given) => {
      const { editions, problems } = build(files(given))
      const [edition] = editions
      expect(problems.filter(({ level }) => level === 'error')).toEqual([])
      if (!edition) throw new Error('no edition')
      const { notice, sheet } = edition
      const paragraphs = notice.content.flatMap((block) =>
        block.is === 'paragraph'
          ? [plain(block.text)]
          : block.is === 'clause'
            ? block.blocks.map((each) => (each.is === 'paragraph' ? plain(each.text) : ''))
            : [],
      )
      expect(notice.subject).toBe(given.subject)
      expect(notice.signature.name).toBe(given.person)
      expect(paragraphs).toContain(given.said)
      expect(paragraphs).toContain(`Giao ${given.unit}.`)
      expect(paragraphs.join('\n')).toContain(`về việc ${given.topic}.`)

      const markdown = renderMarkdown(notice, sheet.rules)
      const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(markdown) ?? []
      expect(parse(front)).toMatchObject({ subject: given.subject, signature: { name: given.person } })
      const docx = paragraphsOf(xmlOf(await renderDocx(sheet), 'word/document.xml')).map(textOf)
      const pdf = await readText(await renderPdf(sheet, fonts))
      for (const text of [given.subject, given.said, given.person, given.unit, given.topic]) {
        expect(docx.join('\n')).toContain(text)
        expect(bare(wordsOf(body))).toContain(bare(text))
        expect(bare(pdf)).toContain(bare(text))
      }
    }),
    { numRuns: 15 },
  )
})

const wordsOf = (markdown: string): string => {
  const say = (node: { type: string; value?: string; children?: unknown[] }): string =>
    node.value ?? (node.children ?? []).map((child) => say(child as Parameters<typeof say>[0])).join('')
  return say(parseMarkdown(markdown))
}

test('whatever is typed, there is a notice or a problem, and never a fault', () => {
  const anything = fc.oneof(
    { weight: 3, arbitrary: line },
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.constantFrom(
      '',
      ' ',
      '\n',
      '\t',
      'null',
      '{{subject}}',
      '<unit:khao-thi>',
      '<!--',
      '---',
      '[]',
      '\u0000',
    ),
  )
  fc.assert(
    fc.property(texts(anything), (given) => {
      const { editions, problems } = build(files(given))
      const errors = problems.filter(({ level }) => level === 'error')
      for (const { message, file } of errors) expect([message, file]).not.toContain('')
      expect(editions.length > 0).toBe(errors.length === 0)
      const [edition] = editions
      if (edition) expect(edition.notice.subject).toBe(given.subject.normalize('NFC').replace(/\n+$/, ''))
    }),
    { numRuns: 80 },
  )
})
