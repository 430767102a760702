/**
 * The checker of finished files put to the test: it finds what was spoilt on purpose, is silent about good files,
 * and sees in a PDF what poppler and MuPDF see.
 */

import { execFileSync } from 'node:child_process'
import { againstDecree } from '../../src/check/against-decree.ts'
import { measurePdf } from '../../src/check/measure/pdf.ts'
import { openedFonts } from '../../src/load/opened-fonts.ts'
import { spoilFigures } from '../../test/check/spoil-docx.ts'
import { goodPdf, spoiltPdfs } from '../../test/check/spoil-pdf.ts'
import { crossCheck } from './cross-check-pdf.ts'
import type { Edition } from './editions.ts'
import type { Check } from './ledger.ts'
import type { Converted } from './notice-checks.ts'
import { seedName } from './seed-checks.ts'

/** Of spoilt files at least this share has to be found. */
const enough = 0.95

const figures = (
  what: string,
  found: number,
  all: number,
  missed: readonly string[],
  alarms: readonly string[],
): string[] => {
  console.log(`     ${what}: tìm ra ${found} trên ${all} lỗi cố ý, ${alarms.length} báo động nhầm`)
  return [
    ...(found / all < enough ? [`chỉ tìm ra ${found} trên ${all}: sót ${missed.join(', ')}`] : []),
    ...alarms.map((alarm) => `báo nhầm trên tệp tốt: ${alarm}`),
  ]
}

export const checkerChecks = (
  cli: string,
  editions: readonly Edition[],
  conversions: (edition: Edition) => Converted,
): Check[] => [
  {
    name: 'bộ kiểm tra tìm ra lỗi cố ý trong DOCX',
    needs: [],
    look: async () => {
      const { found, all, missed, falseAlarms } = await spoilFigures(openedFonts())
      return figures('DOCX', found, all, missed, falseAlarms)
    },
  },
  {
    name: 'bộ kiểm tra tìm ra lỗi cố ý trong PDF',
    needs: [],
    look: async () => {
      const fonts = openedFonts()
      const problemsOf = async (bytes: Uint8Array) =>
        againstDecree(await measurePdf('x.pdf', bytes), fonts).map(({ problem }) => problem)
      const missed: string[] = []
      for (const { name, bytes, rule, clause } of spoiltPdfs) {
        const problems = await problemsOf(await bytes())
        if (!problems.some((problem) => problem.rule === rule && problem.cite?.endsWith(clause)))
          missed.push(name)
      }
      const alarms = (await problemsOf(await goodPdf())).map(({ message }) => message)
      return figures('PDF', spoiltPdfs.length - missed.length, spoiltPdfs.length, missed, alarms)
    },
  },
  {
    name: `bộ kiểm tra không báo lỗi nào trên ${editions.length} văn bản dựng được`,
    needs: [],
    look: () =>
      problemsOf(
        cli,
        editions.flatMap(({ docx, pdf }) => [docx, pdf]),
      )
        .filter(({ level }) => level !== 'info')
        // The seed's only căn cứ ends with ";": its official text is kept as it is.
        .filter(
          ({ file, message }) =>
            !(file.includes('392-TB-SGDDT') && message.startsWith('Căn cứ ban hành: căn cứ cuối')),
        )
        .map(({ file, message, where }) => `${file}: ${message} (${where ?? ''})`),
  },
  ...editions
    .filter(({ name }) => name === seedName)
    .flatMap((edition) => [
      crossCheck(edition.name, () => edition.pdf),
      crossCheck(`${edition.name} (LibreOffice)`, () => conversions(edition).pdf),
    ]),
]

type Told = {
  readonly level: string
  readonly rule: string
  readonly message: string
  readonly file: string
  readonly where?: string
}

const problemsOf = (cli: string, files: readonly string[]): Told[] => {
  try {
    return JSON.parse(
      execFileSync(process.execPath, [cli, '--json', 'check', ...files], {
        encoding: 'utf8',
        maxBuffer: 1e8,
      }),
    ).problems
  } catch (fault) {
    const { stdout, status } = fault as { stdout?: string; status?: number }
    if (status !== 1 || !stdout) throw fault
    return JSON.parse(stdout).problems
  }
}
