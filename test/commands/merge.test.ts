/** What a clerk changed in the Word file of a notice goes back into the record: its words, and nothing else. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fromText, readZip, toText, writeZip } from '../../src/zip.ts'
import { base, type Files, filesIn, problemsOf, project, thongbao } from '../fixtures/project.ts'
import { editParagraphs, editWord, type Manner, reworded, type WordEdit } from '../fixtures/word-edits.ts'

const record = 'content/meetings/2026/hop.yaml'
const yaml = `# Ghi chú ở đầu tệp.
notice:
  subject: "Kết luận \\"họp giao ban\\" tháng 3" # trích yếu
  signatory: pham-van-long
  drafting: {unit: van-phong, initials: T, copies: 2}
basis:
  - Căn cứ Kế hoạch số 19/KH-UBND ngày 10 tháng 02 năm 2026 của UBND tỉnh
  # căn cứ thứ hai
  - 'Căn cứ Công văn "khẩn" của Sở'
meeting:
  sessions: 2026-03-02
  place: Hội trường tầng 2
  chair: pham-van-long
  topic: rà soát kế hoạch *năm học*
  with:
    - {text: một số trường trên địa bàn}
  heard: >-
    các phòng báo cáo tình hình
    thực hiện nhiệm vụ
  remarks: ghi nhận kết quả đạt được
attendees:
  list:
    - {role: Lãnh đạo, units: [van-phong, khao-thi]}
    - {text: "Đại diện: Công đoàn ngành"}
conclusions:
  - heading: Công tác thi
    items:
      - text: |
          Phòng Khảo thí hoàn thành **đề thi**
          trước ngày 15/4/2026.

          - in sao tại chỗ;
          - niêm phong theo quy chế.
        tasks:
          - {what: Ra đề, lead: khao-thi, due: 2026-04-15}
      - Văn phòng bố trí xe # cuối
  - heading: Công tác khác
    items:
      - 'Các trường <unit:thpt-doi-gio> và Suối Bạc báo cáo.'
      - text: "Rà soát điều kiện: phòng, máy"
closing:
  text: Yêu cầu các đơn vị nghiêm túc thực hiện.
annexes:
  - title: Danh mục phòng thi
    text: |
      Số liệu do các trường báo cáo.

      | TT | Trường | Số phòng |
      | --- | --- | ---: |
      | 1 | THPT Suối Bạc | 24 |
      | 2 | THPT Nà Lúa | 18 |
`

const office = async (files: Files = { [record]: yaml }): Promise<string> => {
  const root = await project(files, base())
  const built = await thongbao(root, ['build', '--formats', 'docx'])
  expect(built.code).toBe(0)
  return root
}

let made: Files | undefined

/** The office of most tests, built for the first of them; each has a copy. */
const built = async (): Promise<string> => {
  made ??= filesIn(await office())
  return project({}, made)
}

const docx = (root: string, name = 'hop'): Uint8Array =>
  readFileSync(join(root, `out/drafts/2026/${name}.docx`))

const mergeEdited = async (root: string, edited: Uint8Array, ...flags: string[]) => {
  writeFileSync(join(root, 'sua.docx'), edited)
  return thongbao(root, ['merge', 'hop', 'sua.docx', ...flags])
}

/** Each kind of text: what the clerk did, and what that is in the record's own writing. */
const kinds: readonly (readonly [string, WordEdit, string, string])[] = [
  [
    'trích yếu, trong dấu nháy kép',
    { find: 'tháng 3', put: 'tháng 4 "mới"' },
    'giao ban\\" tháng 3"',
    'giao ban\\" tháng 4 \\"mới\\""',
  ],
  ['căn cứ', { find: '19/KH-UBND', put: '21/KH-UBND' }, '19/KH-UBND', '21/KH-UBND'],
  ['căn cứ, trong dấu nháy đơn', { find: 'của Sở.', put: "của 'Sở'." }, 'của Sở', "của ''Sở''"],
  ['nơi họp', { find: 'tầng 2', put: 'tầng 3' }, 'tầng 2', 'tầng 3'],
  ['nội dung họp', { find: 'rà soát kế hoạch', put: 'rà soát công tác' }, 'kế hoạch *năm', 'công tác *năm'],
  ['thành phần họp với', { find: 'trên địa bàn', put: 'ở địa bàn' }, 'trên địa bàn', 'ở địa bàn'],
  [
    'sau khi nghe, xuống dòng trong tệp',
    { find: 'tình hình thực hiện', put: 'kết quả thực hiện' },
    'tình hình',
    'kết quả',
  ],
  ['nhận xét', { find: 'đạt được', put: 'nổi bật' }, 'đạt được', 'nổi bật'],
  ['thành phần tham dự', { find: 'Công đoàn ngành', put: 'Công đoàn' }, 'Công đoàn ngành', 'Công đoàn'],
  [
    'tiêu đề in hoa',
    { find: 'CÔNG TÁC THI', put: 'CÔNG TÁC THI CỬ' },
    'heading: Công tác thi',
    'heading: Công tác thi cử',
  ],
  ['chữ đậm trong lời văn', { find: 'đề thi', put: 'đề thi thử' }, '**đề thi**', '**đề thi thử**'],
  [
    'gạch đầu dòng trong lời văn',
    { find: 'in sao tại chỗ', put: 'in sao ở tỉnh' },
    'in sao tại chỗ',
    'in sao ở tỉnh',
  ],
  ['mục chỉ có lời', { find: 'bố trí xe', put: 'bố trí * xe' }, 'bố trí xe', 'bố trí \\* xe'],
  [
    'lời quanh tên lấy từ danh bạ',
    { find: 'Suối Bạc báo cáo', put: 'Rừng Thông báo cáo' },
    'Suối Bạc báo',
    'Rừng Thông báo',
  ],
  ['câu kết', { find: 'nghiêm túc', put: 'khẩn trương' }, 'nghiêm túc', 'khẩn trương'],
  ['tên phụ lục in hoa', { find: 'PHÒNG THI', put: 'PHÒNG HỌC' }, 'Danh mục phòng thi', 'Danh mục phòng học'],
  ['lời của phụ lục', { find: 'do các trường', put: 'do từng trường' }, 'do các trường', 'do từng trường'],
  ['ô chữ của bảng', { find: 'THPT Nà Lúa', put: 'THPT Nà Mây' }, '| THPT Nà Lúa', '| THPT Nà Mây'],
  ['ô số của bảng', { find: '18', put: '19' }, '| 18 |', '| 19 |'],
  ['ký hiệu người soạn thảo', { find: 'T02', put: 'M02' }, 'initials: T', 'initials: M'],
]
const manners: readonly Manner[] = ['plain', 'pieces', 'tracked']

describe('the words of every kind of text', () => {
  test('an untouched file has nothing to merge', async () => {
    const root = await built()
    const ran = await mergeEdited(root, docx(root), '--write')
    expect(ran).toMatchObject({ code: 0, err: '', out: 'không có lời nào khác để nhập\n' })
    expect(readFileSync(join(root, record), 'utf8')).toBe(yaml)
  })

  test.each(manners)('go back letter for letter, edited in Word: %s', async (manner) => {
    const root = await built()
    const clean = docx(root)
    for (const [kind, edit, from, to] of kinds) {
      writeFileSync(join(root, record), yaml)
      const ran = await mergeEdited(root, editWord(clean, [edit], manner), '--write')
      expect([kind, ran.code, ran.err.match(/lỗi|cảnh báo/)]).toEqual([kind, 0, null])
      expect(yaml.split(from), kind).toHaveLength(2)
      expect(readFileSync(join(root, record), 'utf8'), kind).toBe(yaml.replace(from, to))
    }
  })

  test('all go back at once, and the notice then says what the clerk wrote', async () => {
    const root = await built()
    const edits = kinds.map(([, edit]) => edit)
    const ran = await mergeEdited(root, editWord(docx(root), edits, 'tracked'), '--write')
    expect(ran.code).toBe(0)
    const expected = kinds.reduce((text, [, , from, to]) => text.replace(from, to), yaml)
    expect(readFileSync(join(root, record), 'utf8')).toBe(expected)
    await thongbao(root, ['build'])
    const again = await thongbao(root, ['diff', 'hop', 'sua.docx', '--json'])
    expect(JSON.parse(again.out)).toMatchObject({ same: true })
  })
})

describe('what came and what went', () => {
  /** The paragraph that says `words`, then a copy of it that says something else. */
  const behind = (words: string, added: string) => (paragraph: string, said: string) =>
    said === words ? paragraph + reworded(paragraph, added) : paragraph
  const without = (words: string) => (paragraph: string, said: string) => (said === words ? '' : paragraph)
  const put = (old: string, fresh: string) => (text: string) => text.replace(old, fresh)

  const cases: readonly (readonly [
    string,
    (paragraph: string, said: string) => string,
    (text: string) => string,
  ])[] = [
    [
      'nơi nhận thêm bằng lời',
      behind('- Ban Giám đốc Sở;', '- Thanh tra tỉnh, để b/c;'),
      put('  drafting:', '  recipients: {add: [{text: "Thanh tra tỉnh, để b/c"}]}\n  drafting:'),
    ],
    [
      'nơi nhận thêm có trong danh bạ',
      behind('- Ban Giám đốc Sở;', '- Trung tâm Tin học tỉnh;'),
      put('  drafting:', '  recipients: {add: [trung-tam-tin-hoc]}\n  drafting:'),
    ],
    [
      'nơi nhận bỏ đi',
      without('- Ban Giám đốc Sở;'),
      put('  drafting:', '  recipients: {remove: [so-gddt]}\n  drafting:'),
    ],
    [
      'khoản thêm vào giữa',
      behind('2. Văn phòng bố trí xe', '3. Văn phòng chuẩn bị: phòng họp, máy chiếu.'),
      put(
        'Văn phòng bố trí xe # cuối\n',
        'Văn phòng bố trí xe # cuối\n      - "Văn phòng chuẩn bị: phòng họp, máy chiếu."\n',
      ),
    ],
    ['khoản bỏ đi', without('2. Văn phòng bố trí xe'), put('      - Văn phòng bố trí xe # cuối\n', '')],
    [
      'căn cứ thêm vào',
      (paragraph, said) =>
        said === 'Căn cứ Công văn "khẩn" của Sở.'
          ? reworded(paragraph, said.replace('.', ';')) +
            reworded(paragraph, 'Theo đề nghị của Chánh Văn phòng.')
          : paragraph,
      put(
        `'Căn cứ Công văn "khẩn" của Sở'\n`,
        `'Căn cứ Công văn "khẩn" của Sở'\n  - Theo đề nghị của Chánh Văn phòng.\n`,
      ),
    ],
  ]

  test.each(cases)('%s', async (_, edit, expected) => {
    const root = await built()
    const ran = await mergeEdited(root, editParagraphs(docx(root), edit), '--write')
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(readFileSync(join(root, record), 'utf8')).toBe(expected(yaml))
  })
})

describe('what is not in the record', () => {
  const refused: readonly (readonly [string, WordEdit, RegExp, string])[] = [
    ['lời của mẫu', { find: 'kết luận một số nội dung', put: 'kết luận các nội dung' }, /của mẫu/, 'Đoạn 3'],
    ['tên trong danh bạ', { find: 'Trường THPT Đồi Gió', put: 'Trường THPT Đồi Mây' }, /danh bạ/, 'khoản 1'],
    ['người ký', { find: 'Phạm Văn Long', put: 'Phạm Văn Lân' }, /danh bạ/, 'Đoạn 1'],
    ['số', { find: '/TB-SGDĐT', put: '/TB-SGD' }, /danh bạ/, 'Ký hiệu'],
    ['tên loại', { find: 'THÔNG BÁO', put: 'KẾT LUẬN' }, /do mẫu/, 'Tên loại'],
    ['tiêu ngữ', { find: 'Độc lập', put: 'Đôc lập' }, /Nghị định/, 'Tiêu ngữ'],
    ['dòng kèm theo', { find: '(Kèm theo', put: '(Kèm' }, /chương trình ghi/, 'Phụ lục 1'],
    ['mục Lưu', { find: 'VT, VP', put: 'VT, VPS' }, /drafting/, 'Nơi nhận'],
  ]

  test.each(refused)(
    '%s is refused with its place, and nothing is written',
    async (_, edit, reason, where) => {
      const root = await built()
      const ran = await mergeEdited(root, editWord(docx(root), [edit], 'plain'), '--write', '--json')
      expect(ran.code).toBe(1)
      const errors = problemsOf(ran).filter(({ level }) => level === 'error')
      expect(errors.length).toBeGreaterThan(0)
      expect(errors.map(({ rule }) => rule)).toEqual(errors.map(() => 'merge/unplaced'))
      expect(errors[0]?.message).toMatch(reason)
      expect(JSON.stringify(errors)).toContain(where)
      expect(readFileSync(join(root, record), 'utf8')).toBe(yaml)
    },
  )
})

test('only a Word file can be merged: any other is refused, with what to do', async () => {
  const root = await built()
  for (const ending of ['pdf', 'md']) {
    const ran = await thongbao(root, ['merge', 'hop', `out/drafts/2026/hop.${ending}`, '--json'])
    expect(ran.code).toBe(1)
    expect(problemsOf(ran)).toMatchObject([
      { rule: 'read/file', hint: expect.stringContaining('thongbao diff hop') },
    ])
  }
})

describe('the file of the record', () => {
  const edit: WordEdit = { find: 'bố trí xe', put: 'bố trí hai xe' }

  test('is left alone without --write', async () => {
    const root = await built()
    const ran = await mergeEdited(root, editWord(docx(root), [edit], 'plain'))
    expect(ran).toMatchObject({ code: 0, err: '' })
    expect(ran.out).toContain('Văn phòng bố trí {+hai +}xe')
    expect(ran.out).toContain('thêm --write')
    expect(readFileSync(join(root, record), 'utf8')).toBe(yaml)
  })

  test('takes what can be placed with --partial', async () => {
    const root = await built()
    const edits = [edit, { find: 'Phạm Văn Long', put: 'Phạm Văn Lân' }]
    const ran = await mergeEdited(root, editWord(docx(root), edits, 'plain'), '--write', '--partial')
    expect(ran.code).toBe(1)
    expect(ran.err).toContain('"Long" → "Lân"')
    expect(readFileSync(join(root, record), 'utf8')).toBe(yaml.replace('bố trí xe', 'bố trí hai xe'))
  })

  test('keeps its byte order mark and line ends', async () => {
    const windows = `\uFEFF${yaml.replaceAll('\n', '\r\n')}`
    const root = await office({ [record]: windows })
    const added = editParagraphs(editWord(docx(root), [edit], 'plain'), (paragraph, said) =>
      said === '- Ban Giám đốc Sở;' ? paragraph + reworded(paragraph, '- Thanh tra tỉnh;') : paragraph,
    )
    const ran = await mergeEdited(root, added, '--write')
    expect(ran).toMatchObject({ code: 0, err: '' })
    expect(readFileSync(join(root, record), 'utf8')).toBe(
      windows
        .replace('bố trí xe', 'bố trí hai xe')
        .replace('  drafting:', '  recipients: {add: [{text: Thanh tra tỉnh}]}\r\n  drafting:'),
    )
  })

  test('may be Markdown', async () => {
    const file = 'content/meetings/2026/hop.md'
    const head = yaml.slice(0, yaml.indexOf('conclusions:'))
    const body =
      '\n# Công tác thi\n\n1. Hoàn thành **đề thi** trước\n   ngày 15/4/2026. <!-- for: [khao-thi] -->\n2. Bố trí xe.\n'
    const text = `---\n${head}---\n${body}`
    const root = await office({ [file]: text })
    const edits = [
      { find: 'đề thi', put: 'đề thi thử' },
      { find: 'trước ngày', put: 'trước_hạn ngày' },
      { find: 'nội dung trọng tâm', put: 'nội dung trọng tâm' },
      { find: 'Bố trí xe', put: 'Bố trí *hai* xe' },
      { find: 'tầng 2', put: 'tầng 3' },
    ]
    const ran = await mergeEdited(root, editWord(docx(root), edits, 'pieces'), '--write')
    expect(ran).toMatchObject({ code: 0, err: '' })
    expect(readFileSync(join(root, file), 'utf8')).toBe(
      text
        .replace('**đề thi** trước\n', '**đề thi thử** trước\\_hạn\n')
        .replace('Bố trí xe', 'Bố trí \\*hai\\* xe')
        .replace('tầng 2', 'tầng 3'),
    )
  })

  test('a text that YAML would take for something else is quoted', async () => {
    const root = await built()
    const ran = await mergeEdited(
      root,
      editWord(docx(root), [{ find: 'nghiêm túc thực hiện', put: 'lưu ý: thực hiện' }], 'plain'),
      '--write',
    )
    expect(ran).toMatchObject({ code: 0, err: '' })
    expect(readFileSync(join(root, record), 'utf8')).toBe(
      yaml.replace(
        'text: Yêu cầu các đơn vị nghiêm túc thực hiện.',
        'text: "Yêu cầu các đơn vị lưu ý: thực hiện."',
      ),
    )
  })
})

describe('a record that was issued', () => {
  const edit: WordEdit = { find: 'bố trí xe', put: 'bố trí hai xe' }
  const issued = async () => {
    const root = await built()
    expect((await thongbao(root, ['issue', 'hop'])).code).toBe(0)
    const bytes = readFileSync(join(root, 'out/issued/2026/01-TB-SGDDT.docx'))
    return { root, bytes }
  }
  const told = (level: string) => [[level, 'merge/issued', record]]
  const toldOf = (ran: Awaited<ReturnType<typeof thongbao>>) =>
    problemsOf(ran).map(({ level, rule, file }) => [level, rule, file])

  test('shows what was changed, and says what it would need', async () => {
    const { root, bytes } = await issued()
    const ran = await mergeEdited(root, editWord(bytes, [edit], 'plain'))
    expect(ran.code).toBe(0)
    expect(ran.out).toContain('Văn phòng bố trí {+hai +}xe')
    expect(ran.out).toContain('thêm --write --new-version')
    expect(ran.err).toContain('đã ban hành (01/TB-SGDĐT)')
    expect(ran.err).toContain('thongbao issue hop --new-version --reason')
    // The file as it was issued changes nothing, so there is nothing to say.
    expect(await mergeEdited(root, bytes, '--write')).toMatchObject({ code: 0, err: '' })
  })

  test('is not written into unless it is for a new version', async () => {
    const { root, bytes } = await issued()
    const edited = editWord(bytes, [edit], 'plain')
    const refused = await mergeEdited(root, edited, '--write', '--json')
    expect([refused.code, toldOf(refused)]).toEqual([1, told('error')])
    expect(readFileSync(join(root, record), 'utf8')).toBe(yaml)
    const merged = await mergeEdited(root, edited, '--write', '--new-version', '--json')
    expect([merged.code, toldOf(merged)]).toEqual([0, told('warning')])
    expect(readFileSync(join(root, record), 'utf8')).toBe(yaml.replace('bố trí xe', 'bố trí hai xe'))
    expect((await thongbao(root, ['check', 'hop'])).code).toBe(1)
    expect((await thongbao(root, ['issue', 'hop', '--new-version', '--reason', 'thêm xe'])).code).toBe(0)
    expect((await thongbao(root, ['check', 'hop'])).code).toBe(0)
  })

  test('is not written into at all once it was sent', async () => {
    const { root, bytes } = await issued()
    await thongbao(root, ['note', '1', '--forwarded', '2026-11-23'])
    const edited = editWord(bytes, [edit], 'plain')
    for (const flags of [[], ['--write'], ['--write', '--new-version']]) {
      const ran = await mergeEdited(root, edited, ...flags, '--json')
      expect([ran.code, toldOf(ran)]).toEqual([1, told('error')])
      expect(problemsOf(ran)[0]?.hint).toContain('--amends')
      expect(readFileSync(join(root, record), 'utf8')).toBe(yaml)
    }
  })
})

test('a sentence whose date changed is told of its task', async () => {
  const root = await built()
  const ran = await mergeEdited(
    root,
    editWord(docx(root), [{ find: '15/4/2026', put: '20/4/2026' }], 'plain'),
    '--write',
  )
  expect(ran.code).toBe(0)
  expect(ran.err).toContain('merge/deadline')
  expect(ran.err).toContain('hop.yaml:35:')
})

test('bold and italics do not come back, and that is said', async () => {
  const root = await built()
  const plain = editParagraphs(docx(root), (paragraph, said) =>
    said.includes('Hoàn thành') || said.includes('hoàn thành')
      ? paragraph.replace(/<w:b\/>|<w:bCs\/>/g, '')
      : paragraph,
  )
  const ran = await mergeEdited(root, plain, '--write')
  expect(ran.code).toBe(0)
  expect(ran.err).toContain('merge/look')
  expect(readFileSync(join(root, record), 'utf8')).toBe(yaml)
})

describe('what changed its place', () => {
  /** Paragraphs put in another order, their numbers with them. */
  const swapped =
    (first: string, second: string, renumber = true) =>
    (bytes: Uint8Array): Uint8Array => {
      const kept: Record<string, readonly [string, string]> = {}
      editParagraphs(bytes, (paragraph, said) => {
        if (said === first || said === second) kept[said] = [paragraph, said]
        return paragraph
      })
      const label = (said: string): string => (renumber ? (/^[^ ]+ /.exec(said)?.[0] ?? '') : '')
      const as = (from: string, to: string): string =>
        reworded(kept[from]?.[0] ?? '', label(to) + from.slice(label(from).length))
      return editParagraphs(bytes, (paragraph, said) =>
        said === first ? as(second, first) : said === second ? as(first, second) : paragraph,
      )
    }

  test('goes to its place in the record with its remarks, tasks and ids', async () => {
    const remarked = yaml.replace(
      "      - 'Các trường <unit",
      "      # về các trường\n      - 'Các trường <unit",
    )
    const root = await office({ [record]: remarked })
    const edited = swapped(
      '1. Các trường Trường THPT Đồi Gió và Suối Bạc báo cáo.',
      '2. Rà soát điều kiện: phòng, máy',
    )(docx(root))
    const ran = await mergeEdited(root, edited, '--write')
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(ran.out).toContain('chuyển thành')
    expect(readFileSync(join(root, record), 'utf8')).toBe(
      remarked
        .replace(/ {6}# về các trường\n.*\n/, '')
        .replace(
          'phòng, máy"\n',
          "phòng, máy\"\n      # về các trường\n      - 'Các trường <unit:thpt-doi-gio> và Suối Bạc báo cáo.'\n",
        ),
    )
    expect(await mergeEdited(root, edited, '--write')).toMatchObject({ code: 0, err: '' })
  })

  test('together with a changed word, in a list on one line too', async () => {
    const flow = yaml.replace(
      / {2}- heading: Công tác khác\n(.*\n){3}/,
      '  - {heading: Công tác khác, items: [Sửa nhà xe., {text: Trồng cây., id: cay}, Quét sân.]}\n',
    )
    const root = await office({ [record]: flow })
    const edited = swapped('1. Sửa nhà xe.', '3. Quét sân.')(docx(root))
    const ran = await mergeEdited(
      root,
      editWord(edited, [{ find: 'Trồng cây', put: 'Trồng hai cây' }], 'plain'),
      '--write',
    )
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(readFileSync(join(root, record), 'utf8')).toBe(
      flow.replace(/items: \[Sửa.*\]/, 'items: [Quét sân., {text: Trồng hai cây., id: cay}, Sửa nhà xe.]'),
    )
  })

  test('into another section is refused with its place', async () => {
    const root = await built()
    let kept = ''
    const cut = editParagraphs(docx(root), (paragraph, said) => {
      if (said !== '2. Văn phòng bố trí xe') return paragraph
      kept = paragraph
      return ''
    })
    const edited = editParagraphs(cut, (paragraph, said) =>
      said === '2. Rà soát điều kiện: phòng, máy'
        ? paragraph + reworded(kept, '3. Văn phòng bố trí xe')
        : paragraph,
    )
    const ran = await mergeEdited(root, edited, '--write')
    expect(ran.code).toBe(1)
    expect(ran.err).toMatch(/chuyển/)
    expect(readFileSync(join(root, record), 'utf8')).toBe(yaml)
  })
})

test('an annex that was dropped is dropped from the record', async () => {
  const second = '  - title: Danh sách tổ thi\n    text: Do Phòng Khảo thí lập.\n'
  const root = await office({ [record]: `${yaml.replace('annexes:\n', `annexes:\n${second}`)}` })
  let inFirst = false
  const edited = editParagraphs(docx(root), (paragraph, said) => {
    if (said === 'Phụ lục I') inFirst = true
    if (said === 'Phụ lục II') {
      inFirst = false
      return reworded(paragraph, 'Phụ lục')
    }
    // What ends a section is part of its last paragraph.
    return inFirst ? (/<w:sectPr/.test(paragraph) ? reworded(paragraph, '') : '') : paragraph
  })
  const ran = await mergeEdited(root, edited, '--write')
  expect([ran.code, ran.err]).toEqual([0, ''])
  expect(readFileSync(join(root, record), 'utf8')).toBe(yaml)
})

describe('rows of a table', () => {
  const row = (words: string) => (xml: string) => xml.includes(`>${words}<`)
  /** Every `<w:tr>` of the file, changed. */
  const editRows = (bytes: Uint8Array, change: (xml: string) => string): Uint8Array => {
    const entries = readZip(bytes)
    const xml = toText(entries.get('word/document.xml') ?? new Uint8Array())
    const made = xml.replace(/<w:tr>(?:(?!<w:tr>).)*?<\/w:tr>/gs, change)
    expect(made).not.toBe(xml)
    return writeZip(new Map(entries).set('word/document.xml', fromText(made)))
  }
  const put = (xml: string, ...cells: string[]): string => {
    const rest = [...cells]
    return xml.replace(
      /(<w:t[^>]*>)[^<]*(<\/w:t>)/g,
      (_, open: string, close: string) => `${open}${rest.shift() ?? ''}${close}`,
    )
  }
  const line = '      | 2 | THPT Nà Lúa | 18 |\n'

  const cases: readonly (readonly [string, (xml: string) => string, (text: string) => string])[] = [
    [
      'dropped',
      (xml) => (row('THPT Suối Bạc')(xml) ? '' : xml),
      (text) => text.replace('      | 1 | THPT Suối Bạc | 24 |\n', ''),
    ],
    ['dropped at the end', (xml) => (row('THPT Nà Lúa')(xml) ? '' : xml), (text) => text.replace(line, '')],
    [
      'added at the end',
      (xml) => (row('THPT Nà Lúa')(xml) ? xml + put(xml, '3', 'THPT Mới | A', '9') : xml),
      (text) => text.replace(line, `${line}      | 3 | THPT Mới \\| A | 9 |\n`),
    ],
    [
      'added below the head',
      (xml) =>
        row('TT')(xml) ? xml : row('THPT Suối Bạc')(xml) ? put(xml, '0', 'THPT Đầu', '7') + xml : xml,
      (text) =>
        text.replace(
          '      | --- | --- | ---: |\n',
          '      | --- | --- | ---: |\n      | 0 | THPT Đầu | 7 |\n',
        ),
    ],
    [
      'dropped while a word of another changed',
      (xml) =>
        row('THPT Suối Bạc')(xml) ? '' : row('THPT Nà Lúa')(xml) ? put(xml, '1', 'THPT Nà Lúa', '18') : xml,
      (text) =>
        text.replace('      | 1 | THPT Suối Bạc | 24 |\n', '').replace('| 2 | THPT Nà', '| 1 | THPT Nà'),
    ],
  ]

  test.each(cases)('%s', async (_, change, expected) => {
    const root = await built()
    const ran = await mergeEdited(root, editRows(docx(root), change), '--write')
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(readFileSync(join(root, record), 'utf8')).toBe(expected(yaml))
  })

  test('in a file with line ends of Windows', async () => {
    const windows = yaml.replaceAll('\n', '\r\n')
    const root = await office({ [record]: windows })
    const edited = editRows(docx(root), (xml) =>
      row('THPT Nà Lúa')(xml) ? xml + put(xml, '3', 'THPT Mới', '9') : xml,
    )
    expect(await mergeEdited(root, edited, '--write')).toMatchObject({ code: 0, err: '' })
    const crlf = line.replace('\n', '\r\n')
    expect(readFileSync(join(root, record), 'utf8')).toBe(
      windows.replace(crlf, `${crlf}      | 3 | THPT Mới | 9 |\r\n`),
    )
  })

  test('a column that was added is refused', async () => {
    const root = await built()
    const edited = editRows(docx(root), (xml) =>
      xml.replace(/<w:tc>(?:(?!<w:tc>).)*<\/w:tc>(?=<\/w:tr>)/s, (cell) =>
        /Số phòng|24|18/.test(cell) ? cell + cell : cell,
      ),
    )
    const ran = await mergeEdited(root, edited, '--write')
    expect(ran.code).toBe(1)
    expect(ran.err).toMatch(/cột/)
    expect(readFileSync(join(root, record), 'utf8')).toBe(yaml)
  })
})

describe('items of a record in Markdown', () => {
  const file = 'content/meetings/2026/hop.md'
  const head = yaml.slice(0, yaml.indexOf('conclusions:'))
  const body = `
# Công tác thi

1. Phòng Khảo thí lập danh sách. <!-- task: {lead: khao-thi} -->
2. Văn phòng bố trí xe.
   <!-- id: xe -->

   1. Xe đưa đề thi.
   2. Xe đón cán bộ.
3. Các trường dọn phòng
   trước ngày thi.

# Công tác khác

1. Quét sân.

2. Trồng cây.
`
  const text = `---\n${head}---\n${body}`
  const without = (words: string) => (paragraph: string, said: string) => (said === words ? '' : paragraph)
  const behind = (words: string, added: string) => (paragraph: string, said: string) =>
    said === words ? paragraph + reworded(paragraph, added) : paragraph

  const cases: readonly (readonly [
    string,
    (paragraph: string, said: string) => string,
    (text: string) => string,
  ])[] = [
    [
      'added in the middle, those behind it counted on',
      behind('1. Phòng Khảo thí lập danh sách.', '2. Thanh tra *sở* giám sát.'),
      (was) =>
        was
          .replace('3. Các trường', '4. Các trường')
          .replace('2. Văn phòng bố', '2. Thanh tra \\*sở\\* giám sát.\n3. Văn phòng bố'),
    ],
    [
      'added at the end',
      behind('2. Trồng cây.', '3. Sửa nhà xe.'),
      (was) => was.replace('2. Trồng cây.\n', '2. Trồng cây.\n\n3. Sửa nhà xe.\n'),
    ],
    [
      'added inside another',
      behind('b) Xe đón cán bộ.', 'c) Xe dự phòng.'),
      (was) => was.replace('   2. Xe đón cán bộ.\n', '   2. Xe đón cán bộ.\n   3. Xe dự phòng.\n'),
    ],
    [
      'dropped with its task',
      without('1. Phòng Khảo thí lập danh sách.'),
      (was) =>
        was
          .replace(/1\. Phòng Khảo thí.*\n/, '')
          .replace('2. Văn phòng', '1. Văn phòng')
          .replace('3. Các trường', '2. Các trường'),
    ],
  ]

  test.each(cases)('%s', async (_, edit, expected) => {
    for (const [name, feed] of [
      ['Unix', '\n'],
      ['Windows', '\r\n'],
    ]) {
      const lines = (all: string): string => all.replaceAll('\n', feed ?? '')
      const root = await office({ [file]: lines(text) })
      const ran = await mergeEdited(root, editParagraphs(docx(root), edit), '--write')
      expect([name, ran.code, ran.err]).toEqual([name, 0, ''])
      expect([name, readFileSync(join(root, file), 'utf8')]).toEqual([name, lines(expected(text))])
    }
  })

  test('in another order, each with its comment and what stands in it', async () => {
    const root = await office({ [file]: text })
    const said: Record<string, string> = {}
    editParagraphs(docx(root), (paragraph, words) => {
      said[words] = paragraph
      return paragraph
    })
    const all = [
      '2. Văn phòng bố trí xe.',
      'a) Xe đưa đề thi.',
      'b) Xe đón cán bộ.',
      '3. Các trường dọn phòng trước ngày thi.',
    ]
    const [vehicles, first, second, schools] = all.map((words) => said[words] ?? '')
    const edited = editParagraphs(docx(root), (paragraph, words) => {
      if (words === all[0])
        return (
          reworded(schools ?? '', '2. Các trường dọn phòng trước ngày thi.') +
          reworded(vehicles ?? '', '3. Văn phòng bố trí xe.') +
          first +
          second
        )
      return all.includes(words) ? '' : paragraph
    })
    const ran = await mergeEdited(root, edited, '--write')
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(readFileSync(join(root, file), 'utf8')).toBe(
      text
        .replace('3. Các trường dọn phòng\n   trước ngày thi.\n', '')
        .replace('2. Văn phòng', '2. Các trường dọn phòng\n   trước ngày thi.\n3. Văn phòng'),
    )
  })
})
