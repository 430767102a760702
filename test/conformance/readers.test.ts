/** Reading what other programs print, and the words of a Markdown edition. */

import { expect, test } from 'vitest'
import { unembedded } from '../../scripts/conformance/pdf-facts.ts'
import { readMarkdown } from '../../scripts/conformance/read-markdown.ts'
import { parting } from '../../scripts/conformance/words.ts'

const heading = `name                                 type              encoding         emb sub uni object ID
------------------------------------ ----------------- ---------------- --- --- --- ---------
`
const tinos =
  'BZZZZZ+Tinos-Regular                 CID TrueType      Identity-H       yes yes yes      9  0\n'
const helvetica =
  'Helvetica                            Type 1            WinAnsi          no  no  no       4  0\n'

test('pdffonts: a font that is in the file is fine, one that is not is told', () => {
  expect(unembedded(heading + tinos)).toEqual([])
  expect(unembedded(heading + tinos + helvetica)).toEqual([expect.stringContaining('Helvetica')])
})

test('pdffonts: a file without fonts has no words', () => {
  expect(unembedded(heading)).toHaveLength(1)
})

test('Markdown: headings, emphasis, lists with their marks and tables say their words in order', () => {
  const markdown = `---
subject: không đọc
---

# THÔNG BÁO

**Ý kiến *kết luận***

\\* Đối với A

3. Một\\
   hai
4. Ba

   tiếp

   - năm
     + sáu

- Lưu: VT

| STT | Việc |
| --- | --- |
| 1 | Rà \\| soát |
`
  const said =
    'THÔNG BÁO Ý kiến kết luận * Đối với A 3. Một hai 4. Ba tiếp - năm + sáu - Lưu: VT STT Việc 1 Rà | soát'
  expect(parting(said, readMarkdown(markdown))).toBeUndefined()
})
