/** From a record to a number: what a clerk relies on. Today is 2026-11-23, the meetings were on 2026-03-02. */

import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Files, filesIn, folder, problemsOf, type Ran, thongbao } from '../fixtures/project.ts'
import { entryOf, faultsOf, meetings, names, office, recordFile } from '../fixtures/register.ts'

/** Ran, and its errors as one text. */
const ran = async (root: string, ...argv: string[]): Promise<Ran> => thongbao(root, argv)
const rulesOf = async (root: string, ...argv: string[]): Promise<string[]> =>
  problemsOf(await ran(root, ...argv, '--json')).map(({ level, rule }) => `${level} ${rule}`)
const edit = (root: string, file: string, from: string | RegExp, to: string): void =>
  writeFileSync(join(root, file), readFileSync(join(root, file), 'utf8').replace(from, to))

describe('issuing', () => {
  it('gives number and date, enters the register and writes the three files', async () => {
    const root = await office(1)
    expect(await ran(root, 'issue', 'hop-1')).toEqual({
      code: 0,
      err: '',
      out: [
        'Đã ban hành số 01/TB-SGDĐT',
        'content/register/2026/TB/1.yaml',
        'out/issued/2026/01-TB-SGDDT.pdf',
        'out/issued/2026/01-TB-SGDDT.docx',
        'out/issued/2026/01-TB-SGDDT.md',
        '',
      ].join('\n'),
    })
    expect(entryOf(root, '2026/TB/1')).toEqual({
      number: 1,
      symbol: 'TB-SGDĐT',
      body: 'so-gddt',
      state: 'issued',
      date: '2026-11-23',
      record: 'hop-1',
      kind: 'Thông báo',
      subject: 'Kết luận tại cuộc họp giao ban tháng 3 năm 2026, lần 1',
      signatory: { authority: ['Giám đốc'], name: 'Phạm Văn Long' },
      recipients: ['Ban Giám đốc Sở', 'Các phòng thuộc Sở'],
      keeper: 'VT, VP, T02',
      text: expect.stringMatching(/^[0-9a-f]{64}$/),
      source: expect.stringMatching(/^[0-9a-f]{64}$/),
      files: expect.anything(),
      events: [{ on: '2026-11-23', is: 'issued' }],
    })
    expect(readFileSync(join(root, 'out/issued/2026/01-TB-SGDDT.md'), 'utf8')).toContain('Số: 01/TB-SGDĐT')
    expect(faultsOf(root)).toEqual([])
  })

  it('builds to the same bytes afterwards, and checks without a word', async () => {
    const root = await office(2)
    await ran(root, 'issue', 'hop-1')
    const before = filesIn(join(root, 'out'))
    rmSync(join(root, 'out'), { recursive: true })
    expect(await ran(root, 'build', 'hop-1')).toMatchObject({ code: 0, err: '' })
    expect(filesIn(join(root, 'out'))).toEqual(before)
    expect(await ran(root, 'check')).toMatchObject({ code: 0, err: '' })
  })

  it('counts from 01 every year, and each series for itself', async () => {
    const root = await office(3, { 'content/register/2025/TB/812.yaml': 'number: 812\nstate: reserved\n' })
    expect((await ran(root, 'issue', 'hop-1')).out).toContain('số 01/')
    expect((await ran(root, 'issue', 'hop-2')).out).toContain('số 02/')
    const next = await thongbao(root, ['issue', 'hop-3'], { today: '2027-01-01' })
    expect(next.out).toContain('content/register/2027/TB/1.yaml')
    expect(faultsOf(root)).toEqual([])
  })

  it('takes all kinds from one series when the office wants it so', async () => {
    const root = await office(1, {
      'content/project.yaml': 'body: so-gddt\ntemplate: ket-luan-hop\nseries: {chung: {}}\n',
      'content/register/2026/chung/41.yaml':
        'number: 41\nsymbol: QĐ-SGDĐT\ndate: 2026-11-20\nkind: Quyết định\nsubject: Bổ nhiệm\n',
    })
    expect((await ran(root, 'issue', 'hop-1')).out).toContain('content/register/2026/chung/42.yaml')
    expect(await ran(root, 'check')).toMatchObject({ code: 0, err: '' })
  })
})

describe('refusals: nothing is written, no number is spent', () => {
  const refused = async (rule: string, argv: readonly string[], more: Files = {}): Promise<void> => {
    const root = await office(2, {
      'content/register/2026/TB/1.yaml': 'number: 1\nsymbol: TB-SGDĐT\ndate: 2026-11-20\nrecord: hop-2\n',
      ...more,
    })
    const before = filesIn(root)
    expect(await rulesOf(root, ...argv)).toContain(`error ${rule}`)
    expect(await ran(root, ...argv)).toMatchObject({ code: 1, out: '' })
    expect(filesIn(root)).toEqual(before)
  }
  const wrongMeeting = (from: string, to: string): Files => ({
    [recordFile('hop-1')]: String(meetings(1)[recordFile('hop-1')]).replace(from, to),
  })

  it.each<[string, string, string[], Files?]>([
    ['a record that is not there', 'record/not-found', ['issue', 'hop-3']],
    ['a record with mistakes', 'record/missing', ['issue', 'hop-1'], wrongMeeting('topic', '# topic')],
    [
      'words with mistakes',
      'text/date-exists',
      ['issue', 'hop-1'],
      wrongMeeting('đề thi.', 'đề thi ngày 31/02/2026.'),
    ],
    [
      'a signatory without authority on that day',
      'resolve/authority',
      ['issue', 'hop-1'],
      wrongMeeting('signatory: pham-van-long', 'signatory: do-thi-may\n  authority: TUQ'),
    ],
    ['a second issue', 'register/state', ['issue', 'hop-2']],
    ['a number that is taken', 'register/number', ['issue', 'hop-1', '--number', '1']],
    [
      'a day before that of the number before',
      'register/reason',
      ['issue', 'hop-1', '--date', '2026-11-19', '--number', '7'],
    ],
    ['a day in the past', 'register/reason', ['issue', 'hop-1', '--date', '2026-11-22']],
    ['a day to come', 'register/date', ['issue', 'hop-1', '--date', '2026-11-24']],
    [
      'a day before the meeting',
      'register/date',
      ['issue', 'hop-1', '--date', '2026-03-01', '--reason', 'x'],
    ],
    ['another series', 'register/series', ['issue', 'hop-1', '--series', 'QD']],
    ['a relation without a reason', 'register/reason', ['issue', 'hop-1', '--amends', '1']],
    ['a relation to nothing', 'record/not-found', ['issue', 'hop-1', '--amends', '8', '--reason', 'x']],
    [
      'a number and symbol that another series gave',
      'register/number',
      ['issue', 'hop-1'],
      { 'content/register/2026/cu/2.yaml': 'number: 2\nsymbol: TB-SGDĐT\ndate: 2026-11-20\nsubject: Cũ\n' },
    ],
  ])('%s', async (_, rule, argv, more) => refused(rule, argv, more))

  it('a folder that is no project, where no register is begun', async () => {
    const root = folder()
    expect(await rulesOf(root, 'issue', 'hop-1')).toContain('error load/unreadable')
    expect(await rulesOf(root, 'reserve', '--reason', 'x')).toContain('error load/unreadable')
    expect(await rulesOf(root, 'cancel', '1', '--reason', 'x')).toEqual(['error record/not-found'])
    expect(readdirSync(root)).toEqual([])
  })

  it('a folder of results that cannot be written', async () => {
    const root = await office(1, { out: 'a file where the folder should be' })
    const before = filesIn(root)
    const { code, err } = await ran(root, 'issue', 'hop-1')
    expect([code, err]).toEqual([1, expect.stringMatching(/không ghi được tệp/)])
    expect(filesIn(root)).toEqual(before)
  })

  it.skipIf(process.getuid?.() === 0)('a folder of results that is read-only', async () => {
    const root = await office(1)
    mkdirSync(join(root, 'out'))
    chmodSync(join(root, 'out'), 0o500)
    expect(await ran(root, 'issue', 'hop-1')).toMatchObject({ code: 1 })
    chmodSync(join(root, 'out'), 0o700)
    expect(names(root, 'content/register')).toEqual([])
  })
})

describe('the two ways of working', () => {
  it('takes number and day from the records office, and only warns of a gap', async () => {
    const root = await office(2)
    const { code, err, out } = await ran(root, 'issue', 'hop-1', '--number', '57', '--date', '2026-03-05')
    expect([code, err]).toEqual([
      0,
      expect.stringMatching(/cảnh báo {2}số 57 bỏ cách từ đầu năm: sổ chưa có các số 1–56/),
    ])
    expect(out).toContain('57/TB-SGDĐT')
    expect(await ran(root, 'issue', 'hop-2', '--number', '58', '--date', '2026-03-05')).toMatchObject({
      code: 0,
      err: '',
    })
  })

  it('keeps a number for later, and gives it to nobody else', async () => {
    const root = await office(2)
    expect((await ran(root, 'reserve', '--reason', 'Hội nghị tổng kết')).out).toContain('Đã giữ số 1 ')
    edit(root, 'content/register/2026/TB/1.yaml', 'number: 1', 'number: 1 # cho Văn phòng')
    expect((await ran(root, 'issue', 'hop-1')).out).toContain('02/TB')
    expect((await ran(root, 'issue', 'hop-2', '--number', '1')).out).toContain('01/TB')
    expect(entryOf(root, '2026/TB/1')).toMatchObject({
      state: 'issued',
      record: 'hop-2',
      events: [{ is: 'reserved', reason: 'Hội nghị tổng kết' }, { is: 'issued' }],
    })
    expect(readFileSync(join(root, 'content/register/2026/TB/1.yaml'), 'utf8')).toContain('# cho Văn phòng')
    expect(faultsOf(root)).toEqual([])
  })
})

describe('what is told besides', () => {
  it('a record that was planned for another day', async () => {
    const root = await office(1)
    edit(root, recordFile('hop-1'), 'notice:', 'notice:\n  date: 2026-03')
    expect(await rulesOf(root, 'issue', 'hop-1')).toEqual(['warning register/date'])
    expect(entryOf(root, '2026/TB/1').date).toBe('2026-11-23')
  })
})

describe('afterwards', () => {
  it('another notice amends: both entries say so, the amended edition stays as it was', async () => {
    const root = await office(2)
    await ran(root, 'issue', 'hop-1')
    const before = filesIn(join(root, 'out'))
    expect(await ran(root, 'issue', 'hop-2', '--amends', '1', '--reason', 'Sai thời hạn')).toMatchObject({
      code: 0,
    })
    expect(entryOf(root, '2026/TB/2').relations).toMatchObject([
      { is: 'amends', entry: '2026/TB/1', number: 1, symbol: 'TB-SGDĐT', reason: 'Sai thời hạn' },
    ])
    expect(entryOf(root, '2026/TB/1')).toMatchObject({
      state: 'amended',
      relations: [{ is: 'amended-by', entry: '2026/TB/2', number: 2, reason: 'Sai thời hạn' }],
      events: [{ is: 'issued' }, { is: 'amended', reason: 'Sai thời hạn' }],
    })
    expect(await ran(root, 'build')).toMatchObject({ code: 0, err: '' })
    expect(filesIn(join(root, 'out'))).toMatchObject(before)
    expect(faultsOf(root)).toEqual([])
  })

  it.each([
    ['--replaces', 'replaced'],
    ['--corrects', 'corrected'],
    ['--recalls', 'recalled'],
  ])('%s leaves the other document %s', async (option, state) => {
    const root = await office(2)
    await ran(root, 'issue', 'hop-1')
    await ran(root, 'issue', 'hop-2', option, '01/TB-SGDĐT', '--reason', 'Sai')
    expect(entryOf(root, '2026/TB/1')).toMatchObject({ state, relations: [{ is: `${state}-by` }] })
    expect(await ran(root, 'check')).toMatchObject({ code: 0, err: '' })
  })

  it('a recalled edition is still built as it was issued', async () => {
    const root = await office(1)
    await ran(root, 'issue', 'hop-1')
    const before = filesIn(join(root, 'out'))
    expect(await ran(root, 'recall', 'hop-1', '--reason', 'Sai thẩm quyền')).toMatchObject({ code: 0 })
    expect(entryOf(root, '2026/TB/1')).toMatchObject({ state: 'recalled' })
    expect(await ran(root, 'build')).toMatchObject({ code: 0, err: '' })
    expect(filesIn(join(root, 'out'))).toEqual(before)
    expect(await rulesOf(root, 'recall', 'hop-1', '--reason', 'x')).toEqual(['error register/state'])
  })

  it('a cancelled number stays, and its record may have another', async () => {
    const root = await office(1)
    await ran(root, 'issue', 'hop-1')
    expect(await ran(root, 'cancel', '1', '--reason', 'In nhầm')).toMatchObject({ code: 0 })
    expect((await ran(root, 'issue', 'hop-1')).out).toContain('02/TB')
    expect(entryOf(root, '2026/TB/1')).toMatchObject({ state: 'cancelled', reason: 'In nhầm' })
    expect(await ran(root, 'check')).toMatchObject({ code: 0, err: '' })
  })

  it('a document outside the register corrects', async () => {
    const root = await office(1)
    await ran(root, 'issue', 'hop-1')
    const by = 'Công văn số 12/SGDĐT-VP ngày 16/3/2026'
    await ran(root, 'mark', '1', '--corrected-by', by, '--reason', 'Sai thể thức')
    expect(entryOf(root, '2026/TB/1')).toMatchObject({
      state: 'corrected',
      relations: [{ is: 'corrected-by', document: by, reason: 'Sai thể thức' }],
    })
  })

  it('half of a pair is told, and completed by the same command', async () => {
    const root = await office(2)
    await ran(root, 'issue', 'hop-1')
    await ran(root, 'issue', 'hop-2')
    await ran(root, 'mark', '1', '--amended-by', '2', '--reason', 'Sai')
    edit(root, 'content/register/2026/TB/2.yaml', /relations:\n.*\n/, '')
    expect(await rulesOf(root, 'check')).toEqual(['warning resolve/register'])
    await ran(root, 'mark', '1', '--amended-by', '2', '--reason', 'Sai')
    expect(entryOf(root, '2026/TB/2').relations).toMatchObject([{ is: 'amends' }])
    expect(entryOf(root, '2026/TB/1').relations).toHaveLength(1)
    expect(await ran(root, 'check')).toMatchObject({ code: 0, err: '' })
  })

  it('the clerk fills in the other columns', async () => {
    const root = await office(1)
    await ran(root, 'issue', 'hop-1', '--copies', '20')
    await ran(
      root,
      'note',
      '1',
      '--forwarded',
      '2026-11-24',
      '--receipt',
      'Lý Thu Sương',
      '--note',
      'Qua trục',
    )
    expect(entryOf(root, '2026/TB/1')).toMatchObject({
      copies: 20,
      forwarded: '2026-11-24',
      receipt: 'Lý Thu Sương',
      note: 'Qua trục',
    })
    expect(await ran(root, 'check')).toMatchObject({ code: 0, err: '' })
  })
})

describe('an issued record that was edited', () => {
  const editedOffice = async (
    ...then: string[][]
  ): Promise<{ root: string; before: Record<string, Buffer> }> => {
    const root = await office(1)
    await ran(root, 'issue', 'hop-1')
    for (const argv of then) await ran(root, ...argv)
    const before = filesIn(join(root, 'out'))
    edit(root, recordFile('hop-1'), 'hoàn thành đề thi', 'hoàn thành đề thi trước hạn')
    return { root, before }
  }

  it('is an error that says what to do, and its files are left as they were', async () => {
    const { root, before } = await editedOffice()
    for (const command of ['check', 'build']) {
      const { code, err } = await ran(root, command)
      expect([code, err]).toEqual([1, expect.stringContaining('issue hop-1 --new-version')])
    }
    expect(filesIn(join(root, 'out'))).toEqual(before)
  })

  it('may be a new version while nobody has it: the number stays, the old files too', async () => {
    const { root, before } = await editedOffice()
    expect(await rulesOf(root, 'issue', 'hop-1', '--new-version')).toEqual(['error register/reason'])
    const { text, files } = entryOf(root, '2026/TB/1')
    expect((await ran(root, 'issue', 'hop-1', '--new-version', '--reason', 'Sửa lỗi gõ')).out).toContain(
      'out/issued/2026/01-TB-SGDDT-v2.pdf',
    )
    expect(entryOf(root, '2026/TB/1')).toMatchObject({
      number: 1,
      version: 2,
      events: [{ is: 'issued' }, { is: 'versioned', version: 1, text, files, reason: 'Sửa lỗi gõ' }],
    })
    expect(filesIn(join(root, 'out'))).toMatchObject(before)
    expect(await ran(root, 'build')).toMatchObject({ code: 0, err: '' })
  })

  it('may not once it is sent: then another notice must amend it', async () => {
    const { root } = await editedOffice(['note', '1', '--forwarded', '2026-11-23'])
    expect((await ran(root, 'check')).err).toContain('--amends')
    expect(await rulesOf(root, 'issue', 'hop-1', '--new-version', '--reason', 'x')).toEqual([
      'error register/state',
    ])
  })

  it('is not one when a task went on, or when only the template changed', async () => {
    const root = await office(1)
    await ran(root, 'issue', 'hop-1')
    const before = filesIn(join(root, 'out'))
    edit(
      root,
      recordFile('hop-1'),
      'due: 2026-04-30',
      'due: 2026-04-30, progress: [{on: 2026-11-23, state: done}]',
    )
    expect(await ran(root, 'check')).toMatchObject({ code: 0, err: '' })
    edit(root, 'templates/partials/cau-ket.md', 'Trên đây', 'Ở trên')
    expect(await rulesOf(root, 'build')).toEqual(['warning register/edited'])
    expect(filesIn(join(root, 'out'))).toEqual(before)
  })

  it('that was issued before this program is sealed first', async () => {
    const root = await office(1, {
      'content/register/2026/TB/7.yaml':
        '# cũ\nnumber: 7\nsymbol: TB-SGDĐT\ndate: 2026-03-04\nrecord: hop-1\n',
    })
    expect(await ran(root, 'check')).toMatchObject({ code: 0, err: '' })
    expect(await ran(root, 'seal', 'hop-1')).toMatchObject({ code: 0 })
    expect(readFileSync(join(root, 'content/register/2026/TB/7.yaml'), 'utf8')).toMatch(/^# cũ\nnumber: 7\n/)
    expect(await ran(root, 'check')).toMatchObject({ code: 0, err: '' })
    edit(root, recordFile('hop-1'), 'hoàn thành đề thi', 'hoàn thành đề thi trước hạn')
    expect(await rulesOf(root, 'check')).toEqual(['error register/edited'])
    expect(await rulesOf(root, 'seal', 'hop-1')).toEqual(['error register/state'])
  })
})

describe('files of an issued edition', () => {
  it('are never written over: it may be a signed one that lies there', async () => {
    const root = await office(1)
    await ran(root, 'issue', 'hop-1')
    const pdf = join(root, 'out/issued/2026/01-TB-SGDDT.pdf')
    writeFileSync(pdf, 'signed')
    expect(await rulesOf(root, 'build')).toEqual(['warning register/file'])
    expect(readFileSync(pdf, 'utf8')).toBe('signed')
    rmSync(pdf)
    expect(await ran(root, 'build')).toMatchObject({ code: 0, err: '' })
    expect(faultsOf(root)).toEqual([])
  })
})
