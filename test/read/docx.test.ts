import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rulerOf } from '../../src/check/against-decree.ts'
import { stylePartsOf } from '../../src/check/identified-parts.ts'
import { arrange } from '../../src/layout/arrange.ts'
import { decree30 } from '../../src/layout/decree30.ts'
import { openedFonts } from '../../src/load/opened-fonts.ts'
import { asPrinted } from '../../src/notice/as-printed.ts'
import { fixedWords } from '../../src/notice/fixed-words.ts'
import { readDocxNotice } from '../../src/read/docx.ts'
import { renderDocx } from '../../src/render/docx/docx.ts'
import { typedNotice } from '../check/typed-notice.ts'
import { p, wordFile } from '../check/word-file.ts'
import { notices } from '../fixtures/notices.ts'
import { comparable, sound } from './comparable.ts'

const ruler = rulerOf(openedFonts())
const styles = stylePartsOf(decree30)

test('the DOCX of any notice gives the notice back', async () => {
  await fc.assert(
    fc.asyncProperty(notices.map(sound), async (notice) => {
      const bytes = await renderDocx(arrange(notice, decree30, (text) => text.length, '2020-03-10'))
      const read = await readDocxNotice('x.docx', bytes, ruler, styles)
      expect(read && comparable(read.notice)).toEqual(comparable(asPrinted(notice)))
      const bare = (words: object | undefined) => JSON.stringify(words)?.replaceAll(' ', '')
      expect(bare(read?.fixed)).toBe(bare(fixedWords(asPrinted(notice))))
    }),
    { numRuns: 40 },
  )
})

test('a notice that somebody typed in Word, without a style of ours, gives its parts and its content', async () => {
  const read = await readDocxNotice('go-tay.docx', typedNotice(), ruler, styles)
  const { content, recipients, ...parts } = read?.notice ?? { content: [], recipients: [] }
  expect(parts).toMatchObject({
    id: 'go-tay',
    parentBody: ['UBND TỈNH SUỐI BẠC'],
    issuingBody: ['SỞ GIÁO DỤC VÀ ĐÀO TẠO'],
    number: 15,
    symbol: 'TB-SGDĐT',
    place: 'Suối Bạc',
    date: '2026-02-09',
    kind: 'THÔNG BÁO',
    subject: 'Kết luận cuộc họp giao ban tháng 01 năm 2026',
  })
  expect({
    content,
    recipients,
    signature: read?.notice.signature,
    basis: read?.notice.basis,
  }).toMatchSnapshot()
})

test('what is no administrative document is no notice', async () => {
  const letter = wordFile({ body: p('Gửi bạn, mình vẫn khỏe.') })
  expect(await readDocxNotice('thu.docx', letter, ruler, styles)).toBeUndefined()
})
