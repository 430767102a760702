/** Hand-over packages of real projects, measured with xmllint, coreutils, unzip and pdfinfo; and damaged on purpose. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { mutationFindings } from './archive-mutations.ts'
import { coreutilsSums, hasIssued, layOutForArchive, mustRun, withSignature } from './archive-projects.ts'
import { filesIn, ownContent, type ProjectFolder } from './editions.ts'
import type { Check, Findings } from './ledger.ts'
import { read, run } from './tools.ts'

/** How many random damages `verify` must find. */
const damages = 100

/** `root`: of the repository. Only projects that have issued something are packed; the real one is damaged, too. */
export const archiveChecks = (
  root: string,
  cli: string,
  projects: readonly ProjectFolder[],
  scratch: string,
): Check[] =>
  projects.filter(hasIssued).flatMap((project) => {
    const folder = join(scratch, 'archive', project.name)
    const first = join(folder, 'một')
    const out = join(first, 'out/archive')
    const about = (name: string, needs: Check['needs'], look: Check['look']): Check => ({
      name: `${project.name}: ${name}`,
      needs,
      look,
    })
    return [
      about('đóng gói lưu trữ được', [], () => {
        layOutForArchive(cli, project, join(root, 'scripts/conformance/schemas'), first)
        if (project.name === ownContent) signOne(cli, first)
        mustRun(cli, first, ['archive'])
        mustRun(cli, first, ['verify'])
        return filesIn(out).length === 0 ? ['không có gói nào'] : []
      }),
      about('gói đóng ở múi giờ và thư mục khác là từng byte ấy', ['sha256sum'], () =>
        sameElsewhere(cli, first, join(folder, 'hai')),
      ),
      about('sha256sum -c nhận danh sách mã kiểm tra', ['sha256sum'], () => manifestFindings(first)),
      about('METS hợp lược đồ 1.12, EAD hợp lược đồ của gói (xmllint)', ['xmllint'], () =>
        schemaFindings(root, out),
      ),
      about('mã kiểm tra và kích thước trong METS là của coreutils', ['sha256sum', 'xmllint'], () =>
        metsFindings(out),
      ),
      about('unzip nhận tệp nén, trong đó là đúng thư mục bên cạnh', ['unzip', 'sha256sum'], () =>
        zipFindings(out, join(folder, 'unzip')),
      ),
      about('số trang trong EAD_doc là của pdfinfo', ['pdfinfo'], () => pageFindings(out)),
      ...(project.name === ownContent
        ? [
            about(`verify thấy ${damages} trên ${damages} chỗ hỏng ngẫu nhiên`, [], () =>
              mutationFindings(cli, first, damages),
            ),
          ]
        : []),
    ]
  })

/** The first issued notice comes back signed. */
const signOne = (cli: string, project: string): void => {
  mustRun(cli, project, ['build', '--formats', 'pdf'])
  const issued = filesIn(join(project, 'out/issued')).find((file) => file.endsWith('.pdf'))
  const entry = filesIn(join(project, 'content/register')).find((file) => file.endsWith('.yaml'))
  if (issued === undefined || entry === undefined) throw new Error('không có văn bản nào để ký')
  const back = join(project, 'da-ky.pdf')
  writeFileSync(back, withSignature(readFileSync(join(project, 'out/issued', issued))))
  mustRun(cli, project, ['signed', entry.replace(/\.yaml$/, ''), back])
}

const sameElsewhere = (cli: string, first: string, second: string): Findings => {
  mkdirSync(second, { recursive: true })
  read('cp', ['-r', ...['content', 'templates', 'luoc-do'].map((name) => join(first, name)), second])
  mustRun(cli, second, ['archive'], 'America/Los_Angeles')
  const [one, other] = [first, second].map((project) => coreutilsSums(join(project, 'out/archive')))
  return [...new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])]
    .filter((file) => one?.get(file) !== other?.get(file))
    .map((file) => `${file} khác nhau`)
}

/** Folders of versions: '2020/<fileCode>/v1'. */
const versionsIn = (out: string): string[] =>
  filesIn(out)
    .filter((file) => basename(file) === 'manifest-sha256.txt')
    .map(dirname)

/** Folders of packages: '2020/<fileCode>/v1/uuid-…'. */
const packagesIn = (out: string): string[] =>
  filesIn(out)
    .filter((file) => /\/v\d+\/uuid-[^/]+\/METS\.xml$/.test(file))
    .map(dirname)

const manifestFindings = (project: string): Findings => {
  const out = join(project, 'out/archive')
  const receipts = filesIn(join(project, 'content/archive')).map((file) =>
    join(project, 'content/archive', file),
  )
  const lists = [
    ...versionsIn(out).map(
      (version) => [join(out, version), join(out, version, 'manifest-sha256.txt')] as const,
    ),
    ...receipts.map((file) => [out, file] as const),
  ]
  const unlisted = versionsIn(out).flatMap((version) => {
    const list = readFileSync(join(out, version, 'manifest-sha256.txt'), 'utf8')
    return filesIn(join(out, version))
      .filter((file) => file !== 'manifest-sha256.txt' && !list.includes(`  ${file}\n`))
      .map((file) => `${version}/${file} không có trong danh sách`)
  })
  return [
    ...(lists.length < 2 ? ['thiếu danh sách hoặc biên nhận'] : []),
    ...unlisted,
    ...lists.flatMap(([folder, file]) => {
      const said = run('bash', ['-c', 'cd "$1" && sha256sum --strict -c "$2"', '-', folder, file])
      return said.code === 0 ? [] : [`${file}: ${said.out}${said.err}`]
    }),
  ]
}

const schemaFindings = (root: string, out: string): Findings => {
  const mets = join(root, 'scripts/conformance/schemas/mets1_12.xsd')
  const validated = packagesIn(out).flatMap((folder) =>
    filesIn(join(out, folder)).flatMap((file) => {
      const schema = /(^|\/)METS\.xml$/.test(file)
        ? mets
        : file.endsWith('/EAD.xml')
          ? join(out, folder, 'schemas/ead.xsd')
          : /\/EAD_DOC_[^/]*$/.test(file)
            ? join(out, folder, 'schemas/ead_doc.xsd')
            : undefined
      if (schema === undefined) return []
      const said = run('xmllint', ['--noout', '--nonet', '--schema', schema, join(out, folder, file)])
      return [{ file, fault: said.code === 0 ? undefined : said.err }]
    }),
  )
  return validated.length < 4
    ? [`chỉ có ${validated.length} tệp XML`]
    : validated.flatMap(({ file, fault }) => (fault === undefined ? [] : [`${file}: ${fault}`]))
}

/** What METS says of files, read as text: href, size and checksum stand on one element or on its child. */
const metsFindings = (out: string): Findings =>
  packagesIn(out).flatMap((folder) => {
    const sums = coreutilsSums(join(out, folder))
    const said = new Map<string, readonly [size: number, sum: string]>()
    for (const base of ['', 'representations/rep1/']) {
      const text = read('xmllint', ['--nonet', '--format', join(out, folder, base, 'METS.xml')])
      for (const [element] of text.matchAll(/<mdRef [^>]*>|<file [^>]*>\s*<FLocat [^>]*>/g)) {
        const attribute = (name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(element)?.[1] ?? ''
        said.set(base + attribute('xlink:href'), [Number(attribute('SIZE')), attribute('CHECKSUM')])
      }
    }
    const wrong = [...said].filter(
      ([file, [size, sum]]) =>
        sums.get(file)?.toUpperCase() !== sum || readFileSync(join(out, folder, file)).length !== size,
    )
    const unsaid = [...sums.keys()].filter((file) => file !== 'METS.xml' && !said.has(file))
    return [
      ...wrong.map(([file]) => `${file}: METS ghi sai`),
      ...unsaid.map((file) => `${file}: METS không ghi`),
    ]
  })

const zipFindings = (out: string, scratch: string): Findings =>
  packagesIn(out).flatMap((folder) => {
    const zip = join(out, dirname(folder), `1${basename(folder)}.zip`)
    const to = join(scratch, basename(folder))
    const tested = run('unzip', ['-tq', zip])
    if (tested.code !== 0) return [`${zip}: ${tested.out}${tested.err}`]
    mkdirSync(to, { recursive: true })
    read('unzip', ['-q', '-o', zip, '-d', to])
    const [packed, loose] = [coreutilsSums(join(to, basename(folder))), coreutilsSums(join(out, folder))]
    return packed.size === loose.size && [...loose].every(([file, sum]) => packed.get(file) === sum)
      ? []
      : [`${zip}: khác thư mục bên cạnh`]
  })

const pageFindings = (out: string): Findings =>
  filesIn(out)
    .filter((file) => /\/EAD_DOC_[^/]*\.xml$/.test(file))
    .flatMap((file) => {
      const [, docId = ''] = /EAD_DOC_(.*)\.xml$/.exec(file) ?? []
      const pdf = join(out, dirname(file), '../../data', `${docId}.pdf`)
      const [, counted] = /Pages:\s+(\d+)/.exec(read('pdfinfo', [pdf])) ?? []
      const [, said] = /<numberOfPage>(\d+)</.exec(readFileSync(join(out, file), 'utf8')) ?? []
      return counted === said ? [] : [`${docId}: EAD_doc ghi ${said}, pdfinfo đếm ${counted}`]
    })
