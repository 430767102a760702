/** What a clerk calls a document ("392", "392/TB-SGDĐT", "2020/TB/392", its file, its record) → its id in the register. */

import { entriesWith, numbersIn, seriesIn } from '../load/register-folder.ts'
import { entryId, isIssued } from '../record/register-entry.ts'
import { nearest } from '../text/nearest.ts'
import { type Desk, readEntries, say } from './register-desk.ts'

/** Could this be meant as a document of our own register? Anything else is the name of a document outside. */
export const looksLikeEntry = (given: string): boolean =>
  entryId.test(idIn(given)) || /^\d+(\/\S+)?$/.test(given) || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(given)

/** "content/register/2020/TB/392.yaml" → "2020/TB/392". */
const idIn = (given: string): string =>
  given
    .replaceAll('\\', '/')
    .replace(/^.*content\/register\//, '')
    .replace(/\.ya?ml$/, '')

/** `year`: of a bare number. Undefined when there is none, or more than one (reported). */
export const findEntry = async (desk: Desk, given: string, year: string): Promise<string | undefined> => {
  const id = idIn(given)
  const found = entryId.test(id)
    ? (await isThere(desk, id))
      ? [id]
      : []
    : /^\d/.test(given) && !/^\d+-/.test(given)
      ? await byNumber(desk, given, year)
      : await byRecord(desk, given)
  if (found.length === 1) return found[0]
  say(
    desk,
    given,
    'record/not-found',
    found.length === 0
      ? { message: `sổ không có văn bản nào là "${given}"`, hint: await hintFor(desk, given, year) }
      : {
          message: `"${given}" có thể là ${found.join(', ')}, cần nói rõ một văn bản`,
          hint: 'ghi đủ <năm>/<sổ>/<số>',
        },
  )
  return undefined
}

const hintFor = async ({ root }: Desk, given: string, year: string): Promise<string> => {
  const ids: string[] = []
  for (const series of await seriesIn(root, year))
    for (const number of await numbersIn(root, year, series)) ids.push(`${year}/${series}/${number}`)
  const near = nearest(idIn(given), ids.slice(-1000))
  return near
    ? `có phải ý bạn là "${near}"?`
    : `số được tìm trong năm ${year}; năm khác thì ghi đủ <năm>/<sổ>/<số>, ví dụ 2020/TB/392`
}

const isThere = async ({ root }: Desk, id: string): Promise<boolean> => {
  const [year = '', series = '', number] = id.split('/')
  return (await numbersIn(root, year, series)).includes(Number(number))
}

const byNumber = async (desk: Desk, given: string, year: string): Promise<string[]> => {
  const [, number = '', symbol] = /^0*(\d+)(?:\/(.*))?$/.exec(given) ?? []
  const ids: string[] = []
  for (const series of await seriesIn(desk.root, year))
    if ((await numbersIn(desk.root, year, series)).includes(Number(number)))
      ids.push(`${year}/${series}/${number}`)
  if (symbol === undefined) return ids
  const entries = await readEntries(desk, ids)
  return entries
    .filter(({ value }) => value.symbol?.toLocaleLowerCase('vi') === symbol.toLocaleLowerCase('vi'))
    .map(({ id }) => id)
}

const byRecord = async (desk: Desk, given: string): Promise<string[]> => {
  const record = given.replace(/^.*[/\\]/, '').replace(/\.(ya?ml|md)$/, '')
  const entries = await readEntries(desk, await entriesWith(desk.root, record, '0000'))
  return entries.filter(({ value }) => value.record === record && isIssued(value)).map(({ id }) => id)
}
