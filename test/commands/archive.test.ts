import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../src/publish/archive/identifiers.ts'
import { signPdf } from '../fixtures/hoso.ts'
import { base, filesIn, goodMeeting, problemsOf, project, type Ran, thongbao } from '../fixtures/project.ts'

const meetings = Object.fromEntries(
  ['mot', 'hai'].map((name) => [
    `content/meetings/2026/hop-${name}.yaml`,
    goodMeeting.replaceAll('tháng 3 năm 2026', `tháng 3 năm 2026 lần ${name}`),
  ]),
)

const settings = `body: so-gddt
template: ket-luan-hop
archive:
  files:
    TB: {notation: 01.TB, title: Tập lưu thông báo, maintenance: years-20, mode: open}
`

/** Two notices issued on one day; their register and files are there. Made once, copied for each test. */
const issued = async (): Promise<string> => project({}, await office)

const office = (async () => {
  const root = mkdtempSync(join(tmpdir(), 'thongbao-'))
  try {
    for (const [path, content] of Object.entries({
      ...base(),
      ...meetings,
      'content/project.yaml': settings,
    })) {
      if (content === null) continue
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), content)
    }
    for (const name of ['hop-mot', 'hop-hai'])
      expect((await thongbao(root, ['issue', name, '--date', '2026-11-23'])).code).toBe(0)
    return filesIn(root)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})()

/** Comparing checksums is much quicker than comparing bytes one by one. */
const sumsIn = (path: string): Record<string, string> =>
  Object.fromEntries(Object.entries(filesIn(path)).map(([name, bytes]) => [name, sha256(bytes)]))

const folder = 'out/archive/2026/SGDDT.2026.01.TB/v1'
const errorsOf = (ran: Ran): string[] =>
  problemsOf(ran)
    .filter(({ level }) => level === 'error')
    .map(({ file, message }) => `${file}: ${message}`)

const edit = (path: string, from: string | RegExp, to: string): void => {
  const text = readFileSync(path, 'utf8')
  expect(text.replace(from, to)).not.toBe(text)
  writeFileSync(path, text.replace(from, to))
}

describe('archive and verify', () => {
  it('make a package that is the same bytes when it is made again, elsewhere, and in another time zone', async () => {
    const root = await issued()
    const first = await thongbao(root, ['archive', '--json'])
    expect(first.code).toBe(0)
    expect(JSON.parse(first.out).packages).toMatchObject([
      { fileCode: 'SGDDT.2026.01.TB', version: 1, folder, documents: 2, written: true },
    ])
    const again = await thongbao(root, ['archive', '--json'])
    expect(JSON.parse(again.out).packages).toMatchObject([{ version: 1, written: false }])
    const zone = process.env.TZ
    process.env.TZ = 'America/Los_Angeles'
    try {
      expect((await thongbao(root, ['archive', '--out', 'other'])).code).toBe(0)
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
    expect(sumsIn(join(root, 'other/archive'))).toEqual(sumsIn(join(root, 'out/archive')))
    const verified = await thongbao(root, ['verify'])
    expect([verified.code, verified.out]).toEqual([0, '1 gói, đúng như lúc đóng\n'])
  })

  it('say what is missing in the settings and the schemas, and go on', async () => {
    const root = await issued()
    const found = problemsOf(await thongbao(root, ['archive', '--json']))
    expect(found.map(({ rule, level }) => [rule, level])).toEqual([
      ['archive/schemas', 'warning'],
      ['archive/settings', 'warning'],
    ])
  })

  it('take only what has been issued, and say so when nothing has', async () => {
    const root = await project({ ...meetings, 'content/project.yaml': settings })
    const none = await thongbao(root, ['archive', '--json'])
    expect(none.code).toBe(1)
    expect(errorsOf(none)).toMatchObject([expect.stringContaining('không có văn bản nào đã ban hành')])
    expect((await thongbao(root, ['archive', '--year', '26'])).code).toBe(2)
  })

  it('pack the year, or the records that are named', async () => {
    const root = await issued()
    const one = await thongbao(root, ['archive', 'hop-hai', '--json', '--out', 'one'])
    expect(JSON.parse(one.out).packages).toMatchObject([{ documents: 1 }])
    const other = await thongbao(root, ['archive', '--year', '2025', '--json'])
    expect(errorsOf(other)).toMatchObject([expect.stringContaining('năm 2025')])
  })

  it('never write a package again: it stays, or a new version comes beside it', async () => {
    const root = await issued()
    await thongbao(root, ['archive'])
    const before = sumsIn(join(root, folder))
    expect((await thongbao(root, ['issue', 'hop-ba'])).code).toBe(1)
    writeFileSync(
      join(root, 'content/meetings/2026/hop-ba.yaml'),
      goodMeeting.replaceAll('tháng 3 năm 2026', 'tháng 3 năm 2026 lần ba'),
    )
    expect((await thongbao(root, ['issue', 'hop-ba', '--date', '2026-11-23'])).code).toBe(0)
    const refused = await thongbao(root, ['archive', '--json'])
    expect(refused.code).toBe(1)
    expect(problemsOf(refused)).toContainEqual(
      expect.objectContaining({
        rule: 'archive/handed-over',
        hint: expect.stringContaining('--new-version'),
      }),
    )
    const renewed = await thongbao(root, ['archive', '--new-version', '--json'])
    expect(JSON.parse(renewed.out).packages).toMatchObject([{ version: 2, documents: 3 }])
    expect(sumsIn(join(root, folder))).toEqual(before)
    // Once more is nothing new.
    const same = await thongbao(root, ['archive', '--new-version', '--json'])
    expect(JSON.parse(same.out).packages).toMatchObject([{ version: 2, written: false }])
    expect((await thongbao(root, ['verify'])).code).toBe(0)
  })

  it('remember what was packed when out/ is gone', async () => {
    const root = await issued()
    await thongbao(root, ['archive'])
    const before = sumsIn(join(root, folder))
    rmSync(join(root, 'out/archive'), { recursive: true })
    const missing = await thongbao(root, ['verify', '--json'])
    expect(errorsOf(missing)).toEqual([expect.stringMatching(/v1: thiếu cả gói/)])
    edit(join(root, 'content/project.yaml'), 'years-20', 'years-10')
    expect((await thongbao(root, ['archive'])).code).toBe(1)
    edit(join(root, 'content/project.yaml'), 'years-10', 'years-20')
    expect((await thongbao(root, ['archive'])).code).toBe(0)
    expect(sumsIn(join(root, folder))).toEqual(before)
  })

  it('complete a package of which a killed run wrote only a part', async () => {
    const root = await issued()
    await thongbao(root, ['archive'])
    const before = sumsIn(join(root, folder))
    for (const name of Object.keys(before).filter((_, index) => index % 2 === 0))
      rmSync(join(root, folder, name))
    rmSync(join(root, 'content/archive'), { recursive: true })
    expect((await thongbao(root, ['archive'])).code).toBe(0)
    expect(sumsIn(join(root, folder))).toEqual(before)
    expect((await thongbao(root, ['verify'])).code).toBe(0)
  })

  it('refuse a record that was changed after it was issued, and find the change', async () => {
    const root = await issued()
    await thongbao(root, ['archive'])
    edit(join(root, 'content/meetings/2026/hop-mot.yaml'), 'hoàn thành đề thi', 'hoàn thành các đề thi')
    const verified = await thongbao(root, ['verify', '--json'])
    expect(verified.code).toBe(1)
    expect(errorsOf(verified)).toEqual([
      'content/register/2026/TB/1.yaml: bản ghi "hop-mot" đã sửa sau khi ban hành',
      expect.stringMatching(/TB\.1: không dựng lại được văn bản 2026\/TB\/1 từ sổ và bản ghi$/),
    ])
    rmSync(join(root, 'out/archive'), { recursive: true })
    rmSync(join(root, 'content/archive'), { recursive: true })
    expect((await thongbao(root, ['archive'])).code).toBe(1)
    expect(filesIn(join(root, 'out'))).not.toHaveProperty('archive')
  })

  it('take a record that is only written otherwise, as build and check do', async () => {
    const root = await issued()
    const record = join(root, 'content/meetings/2026/hop-mot.yaml')
    // Bold, and a name for the entry: not one word of the notice is another.
    edit(record, 'đề thi', '**đề thi**')
    edit(record, '    tasks:\n', '    id: de-thi\n    tasks:\n')
    expect((await thongbao(root, ['check', 'hop-mot'])).code).toBe(0)
    expect((await thongbao(root, ['archive'])).code).toBe(0)
    expect(await thongbao(root, ['verify'])).toMatchObject({ code: 0, err: '' })
    // Nor is it edited when that happens after it was packed.
    edit(record, '**đề thi**', '*đề thi*')
    expect(await thongbao(root, ['verify'])).toMatchObject({ code: 0, err: '' })
  })

  it('take the issued files themselves when the template has changed since', async () => {
    const root = await issued()
    const pdf = readFileSync(join(root, 'out/issued/2026/01-TB-SGDDT.pdf'))
    edit(join(root, 'templates/partials/cau-ket.md'), 'Trên đây là một số', 'Trên đây là các')
    expect((await thongbao(root, ['archive'])).code).toBe(0)
    const packed = Object.entries(filesIn(join(root, folder))).find(([name]) => name.endsWith('TB.1.pdf'))
    expect(packed?.[1].equals(pdf)).toBe(true)
    expect(await thongbao(root, ['verify'])).toMatchObject({ code: 0, err: '' })
    // A package that was made in time is as good a place as out/issued.
    rmSync(join(root, 'out/issued'), { recursive: true })
    expect((await thongbao(root, ['archive'])).code).toBe(0)
    rmSync(join(root, 'out'), { recursive: true })
    const lost = await thongbao(root, ['archive', '--json'])
    expect([lost.code, errorsOf(lost)[0]]).toEqual([
      1,
      expect.stringContaining('mẫu, danh bạ hoặc chương trình'),
    ])
  })

  it.each([
    ['the signatory of an entry', /name: Phạm Văn Long/, 'name: Phạm Văn Lan'],
    ['the subject of an entry', /lần mot/, 'lần khác'],
    ['the hash of an entry', /pdf: ..../, 'pdf: 0000'],
    ['the hash of the words', /text: ..../, 'text: 0000'],
    ['the day of an entry', /date: 2026-11-23/, 'date: 2026-11-22'],
  ])('find a change in %s', async (_, from, to) => {
    const root = await issued()
    await thongbao(root, ['archive'])
    edit(join(root, 'content/register/2026/TB/1.yaml'), from, to)
    expect((await thongbao(root, ['verify'])).code).toBe(1)
  })

  it('find an entry, a record, or a receipt that is gone', async () => {
    const root = await issued()
    await thongbao(root, ['archive'])
    for (const path of ['content/register/2026/TB/2.yaml', 'content/meetings/2026/hop-hai.yaml']) {
      renameSync(join(root, path), join(root, 'aside'))
      const verified = await thongbao(root, ['verify', '--json'])
      expect(errorsOf(verified).join('\n')).toContain('không dựng lại được văn bản 2026/TB/2')
      renameSync(join(root, 'aside'), join(root, path))
    }
    rmSync(join(root, 'content/archive'), { recursive: true })
    expect(problemsOf(await thongbao(root, ['verify', '--json']))).toMatchObject([
      { level: 'warning', message: expect.stringContaining('không có biên nhận') },
    ])
  })

  it('only warn of what the register was given later', async () => {
    const root = await issued()
    await thongbao(root, ['archive'])
    edit(join(root, 'content/register/2026/TB/1.yaml'), 'kind:', 'receipt: Trần Thị B (VT)\nkind:')
    const verified = await thongbao(root, ['verify', '--json'])
    expect([verified.code, problemsOf(verified)]).toEqual([
      0,
      [expect.objectContaining({ level: 'warning', message: expect.stringContaining('"Ký nhận"') })],
    ])
  })

  it('find what lies in out/archive and belongs to nothing', async () => {
    const root = await issued()
    await thongbao(root, ['archive'])
    writeFileSync(join(root, 'out/archive/2026/ghi-chu.txt'), 'x')
    expect(errorsOf(await thongbao(root, ['verify', '--json']))).toEqual([
      'out/archive/2026/ghi-chu.txt: không thuộc gói nào',
    ])
  })

  it('verify a package in a place where there is no project', async () => {
    const root = await issued()
    await thongbao(root, ['archive'])
    rmSync(join(root, 'content'), { recursive: true })
    const [zip = ''] = Object.keys(filesIn(join(root, folder))).filter((name) => name.endsWith('.zip'))
    const ran = await thongbao(root, ['verify', `${folder}/${zip}`, folder, '--json'])
    expect([ran.code, problemsOf(ran).map(({ level }) => level)]).toEqual([0, ['info']])
    expect((await thongbao(root, ['verify', 'nowhere'])).code).toBe(1)
  })

  it('write edXML beside the packages only, and call it an experiment', async () => {
    const root = await issued()
    const ran = await thongbao(root, ['archive', '--edxml', '--json'])
    const { edxml } = JSON.parse(ran.out) as { edxml: string[] }
    expect(edxml).toEqual(
      [1, 2].map((place) => `out/edxml-thu-nghiem/2026/SGDDT.2026.01.TB.${place}.edxml-thu-nghiem.xml`),
    )
    expect(problemsOf(ran).map(({ rule }) => rule)).toContain('archive/edxml')
    expect((await thongbao(root, ['verify'])).code).toBe(0)
  })
})

describe('signed', () => {
  const register = 'content/register/2026/TB/1.yaml'
  const kept = 'content/signed/2026/TB/01-TB-SGDDT.signed.pdf'

  it('keeps the file as it came back, and both checksums in the register; the package takes it along', async () => {
    const root = await issued()
    await thongbao(root, ['archive'])
    const signed = signPdf(readFileSync(join(root, 'out/issued/2026/01-TB-SGDDT.pdf')))
    writeFileSync(join(root, 'back.pdf'), signed)
    const ran = await thongbao(root, ['signed', '1', 'back.pdf', '--json'])
    expect([ran.code, JSON.parse(ran.out)]).toMatchObject([
      0,
      { signed: { file: kept, signatures: 1, new: true }, problems: [] },
    ])
    expect(readFileSync(join(root, kept)).equals(signed)).toBe(true)
    const entry = readFileSync(join(root, register), 'utf8')
    expect(entry).toMatch(/signed:\n.*file: 01-TB-SGDDT.signed.pdf, sha256: [0-9a-f]{64}, taken: 2026-11-23/)
    expect(entry).toMatch(/files:\n {2}pdf: [0-9a-f]{64}/)
    // Once more, by its record: nothing new.
    expect((await thongbao(root, ['signed', 'hop-mot', 'back.pdf'])).out).toContain('không đổi')
    expect(readFileSync(join(root, register), 'utf8')).toBe(entry)
    expect(problemsOf(await thongbao(root, ['verify', '--json']))).toMatchObject([
      { level: 'warning', message: expect.stringContaining('nhận về sau khi đóng gói') },
    ])
    expect((await thongbao(root, ['archive', '--new-version'])).code).toBe(0)
    const [name = ''] = Object.keys(filesIn(join(root, 'out/archive'))).filter((each) =>
      each.includes('-signed'),
    )
    expect(readFileSync(join(root, 'out/archive', name)).equals(signed)).toBe(true)
    expect(await thongbao(root, ['verify'])).toMatchObject({ code: 0, err: '' })
    // Neither signed files nor receipts are taken for records.
    const checked = problemsOf(await thongbao(root, ['check', '--json'])).map(({ file }) => file)
    expect(checked.filter((path) => /^content\/(signed|archive)/.test(path))).toEqual([])
  })

  it('refuses what carries no signature, or more than was signed, or belongs to another number', async () => {
    const root = await issued()
    const [first, second] = ['01', '02'].map((number) =>
      readFileSync(join(root, `out/issued/2026/${number}-TB-SGDDT.pdf`)),
    )
    if (!first || !second) throw new Error('not issued')
    const before = readFileSync(join(root, register), 'utf8')
    const cases: readonly [Uint8Array, RegExp][] = [
      [first, /không có chữ ký số/],
      [signPdf(first, '9 0 obj << /Type /Page >> endobj'), /32 byte cuối tệp không được chữ ký nào bảo vệ/],
      [signPdf(first).subarray(0, first.length + 200), /chữ ký/],
      [signPdf(second), /bản đã ký của số khác \(2026\/TB\/2\)/],
      [new TextEncoder().encode('PK'), /không phải tệp PDF/],
    ]
    for (const [bytes, says] of cases) {
      writeFileSync(join(root, 'back.pdf'), bytes)
      const ran = await thongbao(root, ['signed', '1', 'back.pdf', '--json'])
      expect(errorsOf(ran).join('\n')).toMatch(says)
      expect(ran.code).toBe(1)
    }
    expect(errorsOf(await thongbao(root, ['signed', '1', 'nowhere.pdf', '--json']))).toHaveLength(1)
    expect(errorsOf(await thongbao(root, ['signed', '7', 'back.pdf', '--json']))).toHaveLength(1)
    expect(readFileSync(join(root, register), 'utf8')).toBe(before)
    expect(filesIn(join(root, 'content'))).not.toHaveProperty(kept.slice('content/'.length))
  })

  it('warns of a file that was written anew, and of data behind the signature that only serves to check it', async () => {
    const root = await issued()
    const unsigned = readFileSync(join(root, 'out/issued/2026/01-TB-SGDDT.pdf'))
    writeFileSync(
      join(root, 'a.pdf'),
      signPdf(Buffer.from(unsigned.toString('latin1').replace('1.7', '1.6'), 'latin1')),
    )
    expect(problemsOf(await thongbao(root, ['signed', '1', 'a.pdf', '--json']))).toMatchObject([
      { level: 'warning', message: expect.stringContaining('không nối tiếp') },
    ])
    writeFileSync(join(root, 'b.pdf'), signPdf(unsigned, '\n8 0 obj << /DSS 9 0 R >> endobj'))
    const ran = await thongbao(root, ['signed', '1', 'b.pdf', '--json'])
    expect(problemsOf(ran)).toMatchObject([
      { level: 'warning', message: expect.stringContaining('kiểm tra chữ ký lâu dài') },
    ])
    expect(JSON.parse(ran.out).signed.file).toBe('content/signed/2026/TB/01-TB-SGDDT.signed-2.pdf')
  })

  it('is watched by verify: a changed, a missing and an unknown signed file are told', async () => {
    const root = await issued()
    writeFileSync(
      join(root, 'back.pdf'),
      signPdf(readFileSync(join(root, 'out/issued/2026/01-TB-SGDDT.pdf'))),
    )
    await thongbao(root, ['signed', '1', 'back.pdf'])
    const path = join(root, kept)
    writeFileSync(`${path.slice(0, -4)}-2.pdf`, 'x')
    writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from(' ')]))
    expect(errorsOf(await thongbao(root, ['verify', '--json']))).toEqual([
      expect.stringMatching(/signed-2\.pdf: sổ không ghi/),
      expect.stringMatching(/signed\.pdf: bản đã ký đã thay đổi/),
    ])
    expect((await thongbao(root, ['archive'])).code).toBe(1)
    rmSync(path)
    expect(errorsOf(await thongbao(root, ['verify', '--json'])).join('\n')).toMatch(
      /signed\.pdf: thiếu bản đã ký/,
    )
  })
})
