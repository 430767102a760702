/**
 * Proof by instruments that are not ours: builds the real project and the examples, measures what came out,
 * and counts. `--strict`: what cannot be looked at has failed. `--keep`: leave the built files to be looked at.
 * `--only word`: just the projects with the word in their names (may be given again); the seed and the instruments
 * are proven when `content` is among them. `--long`: also a thousand numbers at once and five hundred kills (half an hour).
 */

import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { archivalChecks } from './archival-checks.ts'
import { archiveChecks } from './archive-checks.ts'
import { bookChecks } from './book-checks.ts'
import { checkerChecks } from './checker-checks.ts'
import {
  buildProject,
  type Edition,
  editionsIn,
  ownContent,
  type ProjectFolder,
  projectsIn,
} from './editions.ts'
import { extractChecks } from './extract-checks.ts'
import { instrumentChecks } from './instrument-checks.ts'
import { type Check, openLedger } from './ledger.ts'
import { mergeChecks } from './merge-checks.ts'
import { type Converted, noticeChecks } from './notice-checks.ts'
import { convert, converted, officeText } from './office.ts'
import { redlineChecks } from './redline-checks.ts'
import { registerChecks } from './register-checks.ts'
import { allAtOnce, oneByOne, sameBytesFindings } from './same-bytes.ts'
import { seedChecks, seedName } from './seed-checks.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const cli = join(root, 'dist/cli.js')

const { values } = parseArgs({
  options: {
    strict: { type: 'boolean' },
    keep: { type: 'boolean' },
    only: { type: 'string', multiple: true },
    long: { type: 'boolean' },
  },
})
const wanted = ({ name }: ProjectFolder): boolean =>
  values.only === undefined || values.only.some((word) => name.includes(word))
const ledger = openLedger((line) => console.log(line), values.strict === true)
const scratch = mkdtempSync(join(tmpdir(), 'thongbao-conformance-'))

const build = (project: ProjectFolder): Check & { readonly editions: () => Edition[] } => {
  const out = join(scratch, 'out', project.name)
  return {
    name: `${project.name}: dựng được`,
    needs: [],
    look: () => {
      buildProject(cli, project.folder, out)
      const editions = editionsIn(project.name, out)
      const halves = editions
        .flatMap(({ docx, markdown }) => [docx, markdown])
        .filter((file) => !existsSync(file))
      return editions.length === 0 ? ['không có bản nào'] : halves.map((file) => `thiếu ${file}`)
    },
    editions: () => editionsIn(project.name, out),
  }
}

/** Names must differ in one folder: the project's name goes in front. */
const asOne = (edition: Edition): string =>
  join(scratch, 'word', `${edition.name.replaceAll('/', '--')}.docx`)

const convertAll = (editions: readonly Edition[]): Check => ({
  name: `LibreOffice mở và chuyển ${editions.length} tệp DOCX`,
  needs: ['soffice'],
  look: () => {
    mkdirSync(join(scratch, 'word'), { recursive: true })
    for (const edition of editions) copyFileSync(edition.docx, asOne(edition))
    const files = editions.map(asOne)
    convert(files, 'pdf', join(scratch, 'office'))
    convert(files, officeText, join(scratch, 'office'))
    return editions.flatMap((edition) =>
      Object.values(conversions(edition))
        .filter((file) => !existsSync(file))
        .map((file) => `không có ${file}`),
    )
  },
})

const conversions = (edition: Edition): Converted => ({
  pdf: converted(asOne(edition), 'pdf', join(scratch, 'office')),
  text: converted(asOne(edition), 'txt', join(scratch, 'office')),
})

const conform = async (): Promise<void> => {
  const projects = projectsIn(root, join(scratch, 'projects')).filter(wanted)
  const built: ProjectFolder[] = []
  const editions: Edition[] = []
  for (const project of projects) {
    const check = build(project)
    if (!(await ledger.check(check))) continue
    built.push(project)
    editions.push(...check.editions())
  }
  await ledger.check({
    name: 'có bản dựng để đo',
    needs: [],
    look: () => (editions.length === 0 ? ['không có'] : []),
  })
  await ledger.check(convertAll(editions))
  for (const edition of editions)
    for (const check of noticeChecks(edition, conversions(edition))) await ledger.check(check)
  for (const check of archivalChecks(root, built, editions, scratch)) await ledger.check(check)
  const whole = projects.some(({ name }) => name === ownContent)
  if (whole) for (const check of seedChecks(root, editions)) await ledger.check(check)
  if (whole) {
    for (const name of ['extracts', 'book']) mkdirSync(join(scratch, name))
    for (const check of extractChecks(root, cli, join(scratch, 'extracts'))) await ledger.check(check)
    for (const check of bookChecks(root, cli, join(scratch, 'book'))) await ledger.check(check)
  }
  const sample = editions.find(({ name }) => name === seedName) ?? editions[0]
  if (whole && sample !== undefined) {
    mkdirSync(join(scratch, 'wrong'))
    for (const check of instrumentChecks(root, sample, join(scratch, 'wrong'))) await ledger.check(check)
  }
  if (whole) for (const check of checkerChecks(cli, editions, conversions)) await ledger.check(check)
  for (const check of archiveChecks(root, cli, built, scratch)) await ledger.check(check)
  if (whole) {
    for (const check of redlineChecks(built, join(scratch, 'redline'))) await ledger.check(check)
    for (const check of mergeChecks(cli, built, join(scratch, 'out'), join(scratch, 'merge')))
      await ledger.check(check)
  }
  if (values.long === true)
    for (const check of registerChecks(root, cli, join(scratch, 'so'))) await ledger.check(check)
  for (const project of built)
    await ledger.check({
      name: `${project.name}: cùng đầu vào, cùng từng byte`,
      needs: [],
      look: () =>
        sameBytesFindings(
          cli,
          project,
          join(scratch, 'same', project.name),
          project.name === ownContent ? oneByOne : allAtOnce,
        ),
    })
}

try {
  await conform()
} catch (fault) {
  await ledger.check({ name: 'chạy hết các phép đo', needs: [], look: () => Promise.reject(fault) })
} finally {
  if (values.keep === true) console.log(`các tệp đã dựng: ${scratch}`)
  else rmSync(scratch, { recursive: true, force: true })
}

const { passed, failed, skipped } = ledger.counts
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = failed === 0 ? 0 : 1
