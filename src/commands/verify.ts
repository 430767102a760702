/** `verify`: packages against their checksums, their METS, the register and the records that they were made of. */

import { join, relative, resolve } from 'node:path'
import { isThere } from '../load/files.ts'
import { openedFonts } from '../load/opened-fonts.ts'
import { loadProject } from '../load/project.ts'
import { prepare } from '../pipeline.ts'
import { isError, type Report } from '../problem.ts'
import { findPackages, type Receipt, readReceipts } from '../publish/archive/find-packages.ts'
import { openPackage } from '../publish/archive/open-package.ts'
import { verifyPackage } from '../publish/archive/verify-package.ts'
import { receiptsFolder } from './archive.ts'
import { type Common, collect, exitCodes } from './io.ts'
import { progress } from './progress.ts'
import { tell } from './tell.ts'
import { type Home, verifyOrigin } from './verify-origin.ts'
import { verifySigned } from './verify-signed.ts'

export type VerifyOptions = Common & {
  /** Paths of packages; none: all of out/archive. */
  readonly packages: readonly string[]
  /** Absolute; packages are below archive/. */
  readonly out: string
}

export const verify = async (options: VerifyOptions): Promise<number> => {
  const { io, root, out } = options
  const { problems, report } = collect()
  const shownOf = (path: string): string => (relative(io.cwd, path) || '.').replaceAll('\\', '/')
  const archive = { path: join(out, 'archive'), shown: shownOf(join(out, 'archive')) }
  const home = await homeOf(root)
  const receipts = home
    ? await readReceipts({ path: join(root, receiptsFolder), shown: receiptsFolder }, report)
    : []
  const all = options.packages.length === 0
  const found = all ? await findPackages(archive, report) : []
  const paths = all
    ? found.map((name) => join(archive.path, name))
    : options.packages.map((path) => resolve(io.cwd, path))
  if (all) missingPackages(found, receipts, archive.shown, report)
  if (all && home) await verifySigned(home, report)
  const bar = progress(io, options.quiet || options.json, 'Đang đối chiếu', paths.length)
  let count = 0
  for (const path of paths) {
    const opened = await openPackage(path, shownOf(path), report)
    bar.step()
    if (!opened) continue
    count += 1
    for (const looked of verifyPackage(opened, report))
      await verifyOrigin(home, opened, looked, receipts, report)
  }
  bar.end()
  if (!home) noProject(report)
  await tell(options, problems, { packages: paths.map(shownOf) })
  if (!options.json && !options.quiet && !problems.some(isError))
    io.stdout.write(count === 0 ? 'không có gói nào\n' : `${count} gói, đúng như lúc đóng\n`)
  return problems.some(isError) ? exitCodes.content : exitCodes.done
}

const homeOf = async (root: string): Promise<Home | undefined> => {
  if (!(await isThere(root, 'content', 'folder'))) return undefined
  // What is wrong with records that no package holds is told by check.
  const project = await loadProject(root, () => undefined)
  const fonts = openedFonts()
  return { root, project, records: prepare(project, fonts, () => undefined).records, fonts }
}

const noProject = (report: Report): void =>
  report({
    rule: 'verify/record',
    level: 'info',
    file: '.',
    message: 'không có dự án ở đây nên chỉ đối chiếu bên trong gói, không đối chiếu với sổ và bản ghi',
    hint: 'chạy trong thư mục dự án, hoặc dùng -C <thư mục>',
  })

const missingPackages = (
  found: readonly string[],
  receipts: readonly Receipt[],
  shown: string,
  report: Report,
): void => {
  for (const receipt of receipts)
    if (!found.includes(receipt.package))
      report({
        rule: 'verify/missing',
        level: 'error',
        file: `${shown}/${receipt.package}`,
        message: `thiếu cả gói, ${receiptsFolder}/${receipt.name} có ghi`,
        hint: 'lấy lại từ bản sao lưu, hoặc đóng lại đúng gói ấy: thongbao archive',
      })
}
