/** An office with many meetings to issue, and what is wrong with its register afterwards: read with our own eyes, not the program's. */

import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The invented office of the tests, with hop-1 … hop-n. */
export const makeOffice = (root: string, folder: string, meetings: number): string => {
  mkdirSync(join(folder, 'content/meetings/2026'), { recursive: true })
  cpSync(join(root, 'test/cases/_base/content'), join(folder, 'content'), { recursive: true })
  cpSync(join(root, 'templates'), join(folder, 'templates'), { recursive: true })
  const meeting = readFileSync(join(root, 'test/fixtures/hop-giao-ban.yaml'), 'utf8')
  for (let index = 1; index <= meetings; index += 1)
    writeFileSync(
      join(folder, `content/meetings/2026/hop-${index}.yaml`),
      meeting.replace(/(subject: .*)/, `$1, lần ${index}`),
    )
  return folder
}

const listed = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => name.replaceAll('\\', '/'))
        .sort()
    : []

const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

export const series = '2026/TB'

export const numbersIn = (folder: string): number[] =>
  listed(join(folder, 'content/register', series))
    .flatMap((name) => (/^\d+\.yaml$/.test(name) ? [Number.parseInt(name, 10)] : []))
    .sort((a, b) => a - b)

/** Gaps, doubles, entries that are not whole, files that are not those of their entry, anything left lying about. */
export const registerFindings = (folder: string): string[] => {
  const numbers = numbersIn(folder)
  const findings = numbers
    .filter((number, index) => number !== index + 1)
    .map((number) => `có chỗ trống trước số ${number}`)
  const records = new Map<string, number>()
  for (const number of numbers) {
    const text = readFileSync(join(folder, 'content/register', series, `${number}.yaml`), 'utf8')
    const field = (name: string): string => new RegExp(`^ *${name}: (.*)$`, 'm').exec(text)?.[1] ?? ''
    const record = field('record')
    if (field('number') !== String(number) || !/\n {2}- \{on: .*\}\n$/.test(text))
      findings.push(`số ${number} ghi dở`)
    const other = records.get(record)
    if (other !== undefined) findings.push(`${record} có hai số: ${other} và ${number}`)
    records.set(record, number)
    for (const format of ['pdf', 'docx', 'md']) {
      const file = join(folder, 'out/issued/2026', `${String(number).padStart(2, '0')}-TB-SGDDT.${format}`)
      if (!existsSync(file)) findings.push(`số ${number}: thiếu tệp ${format}`)
      else if (sha256(file) !== field(format)) findings.push(`số ${number}: tệp ${format} khác sổ`)
    }
  }
  return [...findings, ...leftIn(folder)]
}

/** Temporary files of runs that are over. */
export const leftIn = (folder: string): string[] =>
  ['content/register', 'out'].flatMap((room) =>
    listed(join(folder, room))
      .filter((name) => name.includes('.thongbao'))
      .map((name) => `còn sót ${room}/${name}`),
  )
