import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Problem } from '../../src/problem.ts'
import { manifestName, manifestOf } from '../../src/publish/archive/manifest.ts'
import { openPackage } from '../../src/publish/archive/open-package.ts'
import type { Package } from '../../src/publish/archive/package.ts'
import { verifyPackage } from '../../src/publish/archive/verify-package.ts'
import { verifyRebuilt } from '../../src/publish/archive/verify-rebuilt.ts'
import { zipFlaw } from '../../src/publish/archive/zip-flaw.ts'
import { readZip, writeZip } from '../../src/zip.ts'
import { archivedNotice, hoso, onDisk, packaged, smallPdf } from '../fixtures/hoso.ts'
import { filesIn, folder } from '../fixtures/project.ts'

const look = async (path: string): Promise<Problem[]> => {
  const problems: Problem[] = []
  const opened = await openPackage(path, 'gói', (problem) => problems.push(problem))
  if (opened) verifyPackage(opened, (problem) => problems.push(problem))
  return problems
}

const errors = async (path: string): Promise<string[]> =>
  (await look(path))
    .filter(({ level }) => level === 'error')
    .map(({ rule, file, message }) => `${rule} ${file} ${message}`)

const flip = (path: string, at: number): void => {
  const bytes = readFileSync(path)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(path, bytes)
}

const made = packaged()
const put = (): Promise<string> => onDisk(folder())

describe('a good package', () => {
  it('is good as a whole, as its folder alone, and as its zip alone', async () => {
    const path = await put()
    expect(await look(path)).toEqual([])
    expect(await look(join(path, made.objid))).toEqual([])
    expect(await look(join(path, `1${made.objid}.zip`))).toEqual([])
  })

  it('is good elsewhere too; without its list of checksums that is said', async () => {
    const [path, elsewhere] = [await put(), folder()]
    for (const name of [made.objid, `1${made.objid}.zip`]) {
      renameSync(join(path, name), join(elsewhere, name))
      expect(await look(join(elsewhere, name))).toMatchObject([{ level: 'warning', rule: 'verify/missing' }])
    }
  })
})

describe('one bit', () => {
  it('is found in every file of a package, and named', async () => {
    const path = await put()
    for (const name of Object.keys(filesIn(path))) {
      const whole = readFileSync(join(path, name))
      flip(join(path, name), Math.floor(whole.length / 2))
      const found = await errors(path)
      expect([name, found.length > 0]).toEqual([name, true])
      if (name !== manifestName) expect(found.join('\n')).toContain(`gói/${name}`)
      writeFileSync(join(path, name), whole)
    }
    expect(await look(path)).toEqual([])
  })

  it('is found wherever it makes a difference in a zip that nothing else speaks of', () => {
    const zip = writeZip(
      new Map([
        ['a/METS.xml', new TextEncoder().encode('<mets/>'.repeat(30))],
        ['a/b.txt', new TextEncoder().encode('b')],
      ]),
    )
    expect(zipFlaw(zip)).toBeUndefined()
    fc.assert(
      fc.property(fc.nat(zip.length - 1), fc.nat(7), (at, bit) => {
        const torn = zip.slice()
        torn[at] = (torn[at] ?? 0) ^ (1 << bit)
        if (zipFlaw(torn) !== undefined) return
        // The last bits of a packed entry may be unused: then nothing at all is different inside.
        expect([at, bit, [...readZip(torn)]]).toEqual([at, bit, [...readZip(zip)]])
      }),
      { numRuns: 300 },
    )
    for (const bytes of [zip.slice(0, -1), zip.slice(1), new Uint8Array(), new Uint8Array([...zip, 0])])
      expect(zipFlaw(bytes)).toBeDefined()
  })
})

describe('files', () => {
  it('that are missing are named, in the folder and in the list', async () => {
    const path = await put()
    rmSync(join(path, made.objid, 'representations/rep1/data/H99.12.2026.01.TB.1.docx'))
    rmSync(join(path, `1${made.objid}.zip`))
    expect((await errors(path)).map((each) => each.split(' ').slice(0, 2).join(' '))).toEqual([
      `verify/missing gói/1${made.objid}.zip`,
      `verify/missing gói/${made.objid}/representations/rep1/data/H99.12.2026.01.TB.1.docx`,
    ])
  })

  it('include the list of checksums itself', async () => {
    const path = await put()
    rmSync(join(path, manifestName))
    expect(await errors(path)).toEqual([expect.stringContaining(`không có ${manifestName}`)])
  })

  it('that do not belong are named, wherever they lie', async () => {
    const path = await put()
    for (const name of ['note.txt', `${made.objid}/x.txt`, `${made.objid}/representations/rep1/data/y.pdf`])
      writeFileSync(join(path, name), 'x')
    symlinkSync('/etc/hostname', join(path, made.objid, 'link'))
    expect((await errors(path)).map((each) => each.split(' ').slice(0, 2).join(' ')).sort()).toEqual([
      'verify/extra gói/note.txt',
      `verify/extra gói/${made.objid}/link`,
      `verify/extra gói/${made.objid}/representations/rep1/data/y.pdf`,
      `verify/extra gói/${made.objid}/x.txt`,
    ])
  })

  it('that are no package are said to be none', async () => {
    const path = folder()
    writeFileSync(join(path, 'a.zip'), 'no zip')
    mkdirSync(join(path, 'b'))
    expect(await errors(join(path, 'b'))).toMatchObject([expect.stringContaining('không phải một gói')])
    expect(await errors(join(path, 'c'))).toMatchObject([expect.stringContaining('không có tệp')])
    expect((await errors(join(path, 'a.zip')))[0]).toContain('tệp nén đã bị thay đổi')
  })
})

/** Writes a file of the package and puts the list of checksums right again: somebody covers his traces. */
const forge = async (
  path: string,
  name: string,
  edit: (bytes: Buffer) => Uint8Array | undefined,
): Promise<void> => {
  const inside = join(path, made.objid, name)
  const content = edit(readFileSync(inside))
  if (content) writeFileSync(inside, content)
  else rmSync(inside)
  // The zip would tell; it goes too.
  rmSync(join(path, `1${made.objid}.zip`), { force: true })
  const { [manifestName]: _, ...files } = filesIn(path)
  writeFileSync(join(path, manifestName), manifestOf(new Map(Object.entries(files))))
}

const replaced =
  (from: string | RegExp, to: string) =>
  (bytes: Buffer): Uint8Array => {
    const text = bytes.toString('utf8')
    if (text.replace(from, to) === text) throw new Error(`nothing to replace: ${from}`)
    return Buffer.from(text.replace(from, to))
  }

describe('a list of checksums that was put right', () => {
  const rep = 'representations/rep1'
  const cases: readonly [
    name: string,
    path: string,
    edit: (bytes: Buffer) => Uint8Array | undefined,
    says: RegExp,
  ][] = [
    [
      'a changed PDF',
      `${rep}/data/H99.12.2026.01.TB.1.pdf`,
      () => smallPdf(1, 'other'),
      /mã kiểm tra khác representations/,
    ],
    ['a longer schema', 'schemas/ead.xsd', replaced('</xs:schema>', '</xs:schema>\n'), /byte, METS.xml ghi/],
    [
      'a missing DOCX',
      `${rep}/data/H99.12.2026.01.TB.1.docx`,
      () => undefined,
      /verify\/missing .*\.docx thiếu/,
    ],
    [
      'METS of the representation',
      `${rep}/METS.xml`,
      replaced('ORIGINAL', 'ORIGINAL '),
      /mã kiểm tra khác METS/,
    ],
    ['an id that is gone', 'METS.xml', replaced(/ DMDID="[^"]*"/, ' DMDID="uuid-X"'), /trỏ tới mã "uuid-X"/],
    [
      'an id given twice',
      'METS.xml',
      replaced(/<amdSec ID="[^"]*"/, '<amdSec ID="twice"/><amdSec ID="twice"'),
      /dùng hai lần/,
    ],
    ['another OBJID', 'METS.xml', replaced(/OBJID="[^"]*"/, 'OBJID="uuid-0"'), /OBJID là "uuid-0"/],
    ['no METS', 'METS.xml', () => undefined, /thiếu tệp METS/],
    ['broken XML', 'METS.xml', replaced('</mets>', '</met>'), /không phải XML đúng cú pháp/],
    ['a document type', 'METS.xml', replaced('<mets ', '<!DOCTYPE mets [<!ENTITY a "b">]><mets '), /DOCTYPE/],
    [
      'an address outside',
      'METS.xml',
      replaced('metadata/descriptive/EAD.xml', '../../etc/passwd'),
      /trỏ ra ngoài gói/,
    ],
    [
      'an address on the net',
      'METS.xml',
      replaced('metadata/descriptive/EAD.xml', 'https://a.vn/EAD.xml'),
      /trỏ ra ngoài gói/,
    ],
    ['a weaker checksum', 'METS.xml', replaced('SHA-256', 'MD5'), /không phải SHA-256/],
    ['a part left out', 'METS.xml', replaced(/<amdSec[^>]*>/, ''), /các phần là metsHdr, dmdSec, fileSec/],
    ['a file named twice', 'METS.xml', replaced(/(<mdRef[^>]*>)/, '$1$1'), /được ghi hai lần|dùng hai lần/],
  ]
  it.each(cases)('does not hide %s', async (_, name, edit, says) => {
    const path = await put()
    await forge(path, name, edit)
    expect((await errors(path)).join('\n')).toMatch(says)
  })

  it('does not hide fields that contradict one another', async () => {
    const path = await put()
    await forge(path, 'metadata/descriptive/EAD.xml', replaced('<totalDoc>3', '<totalDoc>4'))
    const found = (await errors(path)).join('\n')
    expect(found).toContain('totalDoc là 4, gói có 3 tài liệu')
    await forge(path, 'metadata/descriptive/EAD.xml', replaced('<keyword>thông báo; kết luận</keyword>', ''))
    expect((await errors(path)).join('\n')).toContain('thiếu trường keyword')
  })

  it('does not hide a zip that differs from the folder beside it', async () => {
    const path = await put()
    const files = new Map(
      [...made.files].map(([name, bytes]) => [
        `${made.objid}/${name}`,
        name.endsWith('1.docx') ? new Uint8Array([1]) : bytes,
      ]),
    )
    writeFileSync(join(path, `1${made.objid}.zip`), writeZip(files))
    const { [manifestName]: _, ...all } = filesIn(path)
    writeFileSync(join(path, manifestName), manifestOf(new Map(Object.entries(all))))
    expect((await errors(path)).join('\n')).toMatch(/1\.docx" trong tệp nén khác tệp/)
  })
})

describe('a package against the one that its records give', () => {
  const differences = (rebuilt: Package): string[] => {
    const problems: Problem[] = []
    verifyRebuilt(rebuilt, made.files, { where: 'gói', known: new Set(), older: false }, (problem) =>
      problems.push(problem),
    )
    return problems.map(
      ({ level, file, message }) => `${level} ${basename(dirname(file))}/${basename(file)}: ${message}`,
    )
  }
  const [first, ...others] = hoso().documents
  if (!first) throw new Error('no document')

  it('is silent when they are the same', () => expect(differences(packaged())).toEqual([]))

  it('says which part of which record changed', () => {
    const notice = { ...archivedNotice(1, ''), subject: 'Trích yếu khác' }
    const found = differences(
      packaged({ documents: [{ ...first, notice, composed: notice, pdf: smallPdf(1, 'khác') }, ...others] }),
    )
    expect(found).toEqual([
      expect.stringMatching(/^error data\/.*1\.pdf: nội dung khác bản dựng lại/),
      expect.stringMatching(
        /^error descriptive\/.*: trích yếu \(subject\) trong gói là "Kết luận tại cuộc họp giao ban", theo dự án hiện nay là "Trích yếu khác"$/,
      ),
      expect.stringMatching(
        /^error documentation\/muc-luc-van-ban.csv: dòng 1, cột "Tên loại và trích yếu nội dung"/,
      ),
      'error documentation/notices.json: bản ghi "hop-1" đã đổi so với lúc đóng gói, ở phần subject',
    ])
  })

  it('warns of what may be filled in later, and of what the office settles anew', () => {
    const later = { ...first, note: 'Đã thay thế' }
    expect(differences(packaged({ documents: [later, ...others] }))).toEqual([
      'warning documentation/muc-luc-van-ban.csv: dòng 1, cột "Ghi chú": trong gói là "", hiện nay là "Đã thay thế"',
    ])
    expect(differences(packaged({ keyword: '' })).map((each) => each.slice(0, 16))).toEqual(
      Array(4).fill('warning descript'),
    )
  })

  it('says which files are missing and which are too many', () => {
    const schemas = new Map([['xlink.xsd', new TextEncoder().encode('<a/>')]])
    expect(differences(packaged({ schemas }))).toEqual([
      'error schemas/xlink.xsd: gói không có tệp này, bản dựng lại từ bản ghi thì có',
    ])
    expect(differences(packaged({ documents: [first] }))).toContainEqual(
      expect.stringMatching(/^error data\/.*2\.pdf: bản dựng lại từ bản ghi không có tệp này/),
    )
  })

  it('does not pass over METS when everything else is the same', () =>
    expect(differences(packaged({ fonds: 'H99' }))).toEqual([
      expect.stringMatching(/METS\.xml: khác bản dựng lại/),
      expect.stringMatching(/METS\.xml: khác bản dựng lại/),
    ]))
})
