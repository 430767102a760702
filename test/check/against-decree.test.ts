/** Documents that were typed by hand, right and wrong, and other kinds than notices. */

import { describe, expect, it, test } from 'vitest'
import { againstDecree, rulerOf } from '../../src/check/against-decree.ts'
import { measureDocx } from '../../src/check/measure/docx.ts'
import { openedFonts } from '../../src/load/opened-fonts.ts'
import type { Problem } from '../../src/problem.ts'
import { type Typed, typedNotice, words } from './typed-notice.ts'
import { a4, b, centred, i, p, r, size, spoken, table, wordFile } from './word-file.ts'

const fonts = openedFonts()
const problems = async (bytes: Uint8Array): Promise<Problem[]> =>
  againstDecree(await measureDocx('x.docx', bytes, rulerOf(fonts)), fonts).map(({ problem }) => problem)
const said = async (bytes: Uint8Array): Promise<string[]> =>
  (await problems(bytes)).map(({ level, rule, message }) => `${level} ${rule}: ${message}`)
const told = async (change: Parameters<typeof typedNotice>[0]): Promise<string[]> => said(typedNotice(change))

const single = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
const middle = `${single}${centred}`
const swap =
  (from: string, to: string): ((usual: Typed) => Partial<Typed>) =>
  (usual) =>
    Object.fromEntries(
      Object.entries(usual).map(([key, value]) => [
        key,
        typeof value === 'string' ? value.replace(from, to) : value,
      ]),
    )

describe('a notice typed by hand that keeps to the decree', () => {
  test('is told nothing', async () => {
    expect(await told({})).toEqual([])
  })

  test.each([
    [
      'text cut into runs by Word',
      swap(
        words.motto,
        'Độc lập</w:t></w:r><w:proofErr w:type="gramStart"/><w:r><w:rPr><w:b/><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve"> - Tự do - Hạnh phúc',
      ),
    ],
    [
      'an empty line between paragraphs instead of space',
      (usual: Typed) => ({
        content: usual.content
          .replaceAll('<w:spacing w:before="120"/>', '')
          .replaceAll('</w:p><w:p', `</w:p>${p('', single)}<w:p`),
      }),
    ],
    [
      'a first line put in with a tab',
      swap(
        '<w:ind w:firstLine="567"/><w:jc w:val="both"/></w:pPr><w:r w:rsidRPr="00C21D5B"><w:rPr>',
        '<w:jc w:val="both"/></w:pPr><w:r><w:tab/></w:r><w:r><w:rPr>',
      ),
    ],
    ['no-break spaces', swap('Số: 15', 'Số:\u00a015')],
    [
      'names on two lines of one paragraph',
      (usual: Typed) => ({
        head: usual.head
          .replace('SỞ GIÁO DỤC VÀ ĐÀO TẠO</w:t>', 'SỞ GIÁO DỤC</w:t><w:br/><w:t>VÀ ĐÀO TẠO</w:t>')
          .replaceAll('cx="792000"', 'cx="504000"')
          // One line more on the left wants one more on the right.
          .replace('<w:t xml:space="preserve">Suối', '<w:br/><w:t xml:space="preserve">Suối'),
      }),
    ],
    ['a draft without number and day', swap('Số: 15/', 'Số:        /')],
    ['a space left at the end of a line', swap('- Lưu: VT, VP.', '- Lưu: VT, VP.  ')],
    ['letters with separate marks', (usual: Typed) => ({ content: usual.content.normalize('NFD') })],
    [
      'deleted words still in the file',
      swap(
        'Các phòng rà soát',
        '</w:t></w:r><w:del w:id="9" w:author="x"><w:r><w:delText>CŨ</w:delText></w:r></w:del><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t>Các phòng rà soát',
      ),
    ],
  ])('in whatever way Word has it: %s', async (_, change) => {
    expect((await problems(typedNotice(change))).filter(({ level }) => level !== 'info')).toEqual([])
  })

  test('has its head typed with tabs: what a tab hides is said, not guessed', async () => {
    const tab = (left: string, right: string, run: string): string =>
      `<w:p><w:pPr>${single}<w:tabs><w:tab w:val="center" w:pos="1900"/><w:tab w:val="center" w:pos="6400"/></w:tabs></w:pPr>${r(left, run)}<w:r><w:tab/></w:r>${r(right, b + size(13))}</w:p>`
    const head =
      tab(words.parent, words.nation, size(13)) +
      `<w:p><w:pPr>${single}</w:pPr>${r(words.body, b + size(13))}<w:r><w:tab/></w:r>${r(words.motto, b + size(14))}</w:p>` +
      `<w:p><w:pPr>${single}</w:pPr>${r(words.number, size(13))}<w:r><w:tab/></w:r>${r(words.date, i + size(14))}</w:p>`
    const found = await told({ head })
    expect(found.filter((each) => !each.startsWith('info'))).toEqual([
      'error decree/stroke: Tiêu ngữ: phía dưới không có đường kẻ, cần đường kẻ ngang, nét liền, dài bằng dòng chữ',
      'error decree/stroke: Tên cơ quan ban hành văn bản: phía dưới không có đường kẻ, cần đường kẻ ngang, nét liền, dài từ 1/3 đến 1/2 dòng chữ',
    ])
    expect(found.join('\n')).toContain('gõ bằng phím Tab, không đo được canh giữa')
  })
})

describe('what offices often get wrong', () => {
  test.each([
    [
      'month with a zero',
      swap('tháng 02 năm 2026', 'tháng 03 năm 2026'),
      'decree/date',
      'tháng 03 có số 0 phía trước',
    ],
    ['wrong abbreviation of the kind', swap('15/TB-', '15/TBao-'), 'decree/number', 'cần "TB" (thông báo)'],
    [
      'superior body in bold',
      swap(
        `${size(13)}</w:rPr><w:t xml:space="preserve">UBND`,
        `${b}${size(13)}</w:rPr><w:t xml:space="preserve">UBND`,
      ),
      'decree/weight',
      'Tên cơ quan chủ quản: đậm',
    ],
    [
      'Kính gửi in a notice',
      (usual: Typed) => ({ content: p('Kính gửi: Các phòng thuộc Sở.', spoken, size(14)) + usual.content }),
      'decree/recipients',
      'thông báo có "Kính gửi"',
    ],
    [
      'recipients at 12',
      (usual: Typed) => ({ foot: usual.foot.replaceAll(size(11), size(12)) }),
      'decree/size',
      'Nơi nhận (danh sách): cỡ chữ 12, cần 11',
    ],
    [
      'title in capitals',
      swap('Kết luận cuộc họp giao ban tháng 01 năm 2026', 'KẾT LUẬN CUỘC HỌP'),
      'decree/letters',
      'Trích yếu nội dung: chữ in hoa',
    ],
    ['./ alone', swap('thực hiện./.', 'thực hiện./'), 'decree/closing', '“./”'],
    [
      'number at the foot of the page',
      {
        more: {
          headers: {},
          footers: { rId20: `<w:p><w:pPr>${centred}</w:pPr><w:fldSimple w:instr="PAGE"/></w:p>` },
          section: `<w:footerReference w:type="default" r:id="rId20"/>${a4}<w:titlePg/>`,
        },
      },
      'decree/page-number',
      'ở lề dưới, cần ở lề trên',
    ],
    [
      'line under the body as long as its name',
      (usual: Typed) => ({ head: usual.head.replaceAll('cx="792000"', 'cx="2160000"') }),
      'decree/stroke',
      'đường kẻ quá dài',
    ],
    [
      'theme font in one line',
      swap(
        `<w:rPr>${b}${size(14)}</w:rPr><w:t xml:space="preserve">Độc`,
        `<w:rPr>${b}${size(14)}<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/></w:rPr><w:t xml:space="preserve">Độc`,
      ),
      'decree/face',
      'phông chữ Calibri',
    ],
    [
      'signature at the left',
      (usual: Typed) => ({
        foot: usual.foot.replace(
          `${middle}</w:pPr><w:r w:rsidRPr="00C21D5B"><w:rPr>${b}${size(14)}</w:rPr><w:t xml:space="preserve">GIÁM`,
          `${single}</w:pPr><w:r><w:rPr>${b}${size(14)}</w:rPr><w:t xml:space="preserve">GIÁM`,
        ),
      }),
      'decree/align',
      'Quyền hạn, chức vụ người ký: canh trái',
    ],
    [
      'old fonts',
      (usual: Typed) => ({
        content: usual.content.replace(
          size(14),
          `<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>${size(14)}`,
        ),
      }),
      'decree/face',
      '.VnTime',
    ],
  ] as const)('%s', async (_, change, rule, message) => {
    const found = await problems(typedNotice(change))
    const hit = found.find((problem) => problem.rule === rule && problem.message.includes(message))
    expect(hit, found.map((problem) => problem.message).join('\n')).toBeDefined()
    expect(hit?.cite).toMatch(/^NĐ 30\/2020\/NĐ-CP, Phụ lục I/)
    expect(hit?.found).not.toBe('')
    expect(hit?.allowed).not.toBe('')
  })

  test('equal faults are told once, with the first place and how many there are', async () => {
    const [problem, ...others] = await problems(
      typedNotice((usual) => ({ content: usual.content.replaceAll('<w:ind w:firstLine="567"/>', '') })),
    )
    expect(problem).toMatchObject({
      rule: 'decree/indent',
      found: 'lùi đầu dòng 0 mm',
      allowed: '10–12,7 mm',
    })
    expect(problem?.where).toMatch(/^đoạn \d+: “Ngày 02 tháng 02 năm 2026, .*” và 1 chỗ khác$/)
    expect(others.every(({ rule }) => rule === 'decree/indent')).toBe(true)
  })
})

describe('other documents', () => {
  test('a công văn has its trích yếu under the number and may be addressed', async () => {
    const bytes = typedNotice((usual) => ({
      head: usual.head
        .replace('Số: 15/TB-SGDĐT', 'Số: 15/SGDĐT-VP')
        .replace(
          '</w:tc><w:tc>',
          `${p('V/v báo cáo tiến độ tháng 01', `<w:spacing w:before="120"/>${centred}`, size(12))}</w:tc><w:tc>`,
        ),
      kind: '',
      subject: p(
        'Kính gửi: Các trường trực thuộc Sở.',
        '<w:spacing w:before="240"/><w:ind w:left="2268"/>',
        size(14),
      ),
      foot: usual.foot.replace('- Ban Giám đốc Sở;', '- Như trên;'),
    }))
    expect(await said(bytes)).toEqual([])
    expect(
      await said(
        typedNotice((usual) => ({
          ...usual,
          head: usual.head
            .replace('Số: 15/TB-SGDĐT', 'Số: 15/SGDĐT-VP')
            .replace('</w:tc><w:tc>', `${p('V/v báo cáo tiến độ', centred, size(14))}</w:tc><w:tc>`),
          kind: '',
          subject: p('Kính gửi: Các trường.', spoken, size(14)),
        })),
      ),
    ).toContain('error decree/size: Trích yếu công văn: cỡ chữ 14, cần 12–13')
  })

  test('a quyết định has who decides, grounds in italics and articles', async () => {
    const ground = (text: string): string => p(text, spoken, i + size(14))
    const bytes = typedNotice((usual) => ({
      head: usual.head.replace('15/TB-SGDĐT', '15/QĐ-SGDĐT'),
      kind: p('', single) + p('QUYẾT ĐỊNH', middle, b + size(14)),
      content:
        p('', single) +
        p('GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO', middle, b + size(14)) +
        ground(
          'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;',
        ) +
        ground('Theo đề nghị của Chánh Văn phòng Sở.') +
        p('QUYẾT ĐỊNH:', middle, b + size(14)) +
        `<w:p><w:pPr>${spoken}</w:pPr>${r('Điều 1.', b + size(14))}${r(' Thành lập Tổ giúp việc cải cách hành chính của Sở Giáo dục và Đào tạo gồm các ông, bà có tên trong danh sách.', size(14))}</w:p>` +
        `<w:p><w:pPr>${spoken}</w:pPr>${r('Điều 2.', b + size(14))}${r(' Quyết định này có hiệu lực kể từ ngày ký./.', size(14))}</w:p>`,
    }))
    expect(await said(bytes)).toEqual([])
  })

  test('a template that types its lines is told so gently, and what cannot be measured is said', async () => {
    const typed = (count: number, run = ''): string => p('_'.repeat(count), middle, run)
    const raised = '<w:vertAlign w:val="superscript"/>'
    const head = table(
      [3829, 5670],
      [
        [
          p('TÊN CQ, TC CHỦ QUẢN', middle, size(13)) +
            p('TÊN CƠ QUAN, TỔ CHỨC', middle, b + size(13)) +
            typed(11, raised + size(13)) +
            p('Số:        /…-…', middle, size(13)),
          p(words.nation, middle, b + size(13)) +
            p(words.motto, middle, b + size(14)) +
            typed(40, raised + size(14)) +
            p('……, ngày …… tháng …… năm ……', middle, i + size(14)),
        ],
      ],
    )
    const found = await told({ head })
    expect(found.filter((each) => !each.startsWith('info'))).toEqual([])
    expect(found.filter((each) => each.includes('decree/stroke'))).toHaveLength(2)
    expect(
      found.filter((each) => each.includes('file/gap') && each.includes('không đo được chiều dài')),
    ).toHaveLength(2)
  })

  test('an annex in a file of its own needs no head', async () => {
    const annex = (title: string): Uint8Array =>
      wordFile({
        body:
          p('Phụ lục', middle, b + size(14)) +
          p(title, middle, b + size(14)) +
          p(
            '(Kèm theo Thông báo số …/TB-SGDĐT ngày … tháng … năm … của Sở Giáo dục và Đào tạo)',
            middle,
            i + size(14),
          ) +
          p('Danh sách các trường.', spoken, size(14)),
      })
    expect(await said(annex('DANH SÁCH CÁC TRƯỜNG'))).toEqual([])
    expect(await said(annex('Danh sách các trường'))).toEqual([
      'error decree/letters: Tên phụ lục: có chữ thường, cần chữ in hoa',
    ])
  })

  test('a document of the Party is left alone but for paper, type and colour', async () => {
    const bytes = wordFile({
      body:
        table(
          [4500, 4571],
          [
            [
              p('TỈNH ỦY SUỐI BẠC', middle) + p('*', middle),
              p('ĐẢNG CỘNG SẢN VIỆT NAM', middle, b + size(15)),
            ],
          ],
        ) +
        p('THÔNG BÁO', middle, b + size(16)) +
        p('Nội dung.', spoken, '<w:color w:val="FF0000"/>'),
    })
    const found = await said(bytes)
    expect(found.filter((each) => each.startsWith('error'))).toEqual([
      'error decree/colour: chữ màu #FF0000, cần màu đen',
    ])
    expect(found.join()).toContain('văn bản của Đảng')
  })

  test('any other file is told what it lacks, not how its lines should look', async () => {
    const rules = (await problems(wordFile({ body: p('Danh sách lớp') + p('1. Nguyễn Văn A') }))).map(
      ({ rule }) => rule,
    )
    expect(new Set(rules)).toEqual(new Set(['decree/missing-part', 'file/gap']))
  })

  it('an empty file is no fault of ours', async () => {
    expect((await problems(wordFile({ body: '' }))).length).toBeGreaterThan(5)
  })
})
