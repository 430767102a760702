/** `thongbao check` on finished files, as a user meets it: words, exit codes, JSON, SARIF, annotated copies. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openedFonts } from '../../src/load/opened-fonts.ts'
import { renderDocx } from '../../src/render/docx/docx.ts'
import { renderPdf } from '../../src/render/pdf/pdf.ts'
import { typedNotice } from '../check/typed-notice.ts'
import { folder, thongbao } from '../fixtures/project.ts'
import { noticeSheet } from '../fixtures/sheets.ts'

const good = await renderDocx(noticeSheet)
const goodPdf = await renderPdf(noticeSheet, openedFonts())
const bad = typedNotice((usual) => ({
  head: usual.head.replace('Số: 15/', 'Số: 5/'),
  content: usual.content.replace('thực hiện./.', 'thực hiện.'),
}))

const room = (files: Readonly<Record<string, Uint8Array | string>>): string => {
  const root = folder()
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(root, name), bytes)
  return root
}

describe('thongbao check tệp.docx tệp.pdf', () => {
  test('says that good files are good', async () => {
    const root = room({ 'a.docx': good, 'b.PDF': goodPdf })
    expect(await thongbao(root, ['check', 'a.docx', 'b.PDF'])).toEqual({
      code: 0,
      out: 'a.docx: không thấy lỗi thể thức\nb.PDF: không thấy lỗi thể thức\n',
      err: '',
    })
  })

  test('says what was found, what is allowed, where, and the clause', async () => {
    const { code, out, err } = await thongbao(room({ 'a.docx': bad }), ['check', 'a.docx'])
    expect([code, out]).toEqual([1, ''])
    expect(err).toBe(
      [
        'a.docx  lỗi  Số, ký hiệu: số 5 nhỏ hơn 10 không có số 0 phía trước, cần 05  [decree/number]',
        '  = ở: đoạn 4 (bảng 1, hàng 1, ô 1): “Số: 5/TB-SGDĐT”',
        '  = căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3c',
        '',
        'a.docx  cảnh báo  nội dung kết thúc bằng “, thực hiện.”, cần "./." viết liền sau chữ cuối  [decree/closing]',
        '  = ở: đoạn 16: “Sở Giáo dục và Đào tạo thông báo để các đơn vị biết, thực h…”',
        '  = gợi ý: mọi mẫu văn bản của Phụ lục III đều kết thúc bằng "./."',
        '  = căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục III (mẫu trình bày văn bản)',
        '',
        '1 lỗi, 1 cảnh báo',
        '',
      ].join('\n'),
    )
    expect((await thongbao(room({ 'a.docx': bad }), ['--quiet', 'check', 'a.docx'])).err).not.toContain(
      'cảnh báo',
    )
  })

  test('tells the same to machines, every key every time', async () => {
    const { code, out, err } = await thongbao(room({ 'a.docx': bad, 'b.pdf': goodPdf }), [
      '--json',
      'check',
      'a.docx',
      'b.pdf',
    ])
    const told = JSON.parse(out)
    expect([code, err, told.ok]).toEqual([1, '', false])
    expect(told.files).toEqual([
      { file: 'a.docx', ok: false },
      { file: 'b.pdf', ok: true },
    ])
    expect(told.problems[0]).toEqual({
      file: 'a.docx',
      line: null,
      column: null,
      level: 'error',
      rule: 'decree/number',
      message: 'Số, ký hiệu: số 5 nhỏ hơn 10 không có số 0 phía trước, cần 05',
      hint: null,
      cite: 'NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3c',
      where: 'đoạn 4 (bảng 1, hàng 1, ô 1): “Số: 5/TB-SGDĐT”',
      found: '5',
      allowed: '05',
      page: null,
      paragraphs: [4],
    })
  })

  test('speaks SARIF, to a file when told so', async () => {
    const root = room({ 'văn bản.docx': bad })
    const { code, out } = await thongbao(root, ['check', '--sarif', '-o', 'kq.sarif', 'văn bản.docx'])
    expect([code, out]).toEqual([1, ''])
    const { version, runs } = JSON.parse(readFileSync(join(root, 'kq.sarif'), 'utf8'))
    const [run] = runs
    expect([version, run.tool.driver.name, run.results.length]).toEqual(['2.1.0', 'thongbao', 2])
    const [first] = run.results
    expect(first).toMatchObject({
      ruleId: 'decree/number',
      level: 'error',
      locations: [{ physicalLocation: { artifactLocation: { uri: 'v%C4%83n%20b%E1%BA%A3n.docx' } } }],
      properties: { found: '5', allowed: '05' },
    })
    expect(run.tool.driver.rules[first.ruleIndex]).toEqual({ id: 'decree/number' })
    expect(JSON.parse((await thongbao(root, ['check', '--sarif', 'văn bản.docx'])).out)).toEqual({
      ...JSON.parse(readFileSync(join(root, 'kq.sarif'), 'utf8')),
    })
  })

  test('writes annotated copies, and never over the file itself', async () => {
    const root = room({ 'a.docx': bad, 'b.pdf': goodPdf })
    const { out } = await thongbao(root, ['check', '--annotate', 'xem', 'a.docx', 'b.pdf'])
    expect(out).toContain('bản đánh dấu: xem/a.docx\nbản đánh dấu: xem/b.pdf\n')
    expect(readFileSync(join(root, 'xem/a.docx')).subarray(0, 2).toString()).toBe('PK')
    const before = readFileSync(join(root, 'a.docx'))
    const { code, err } = await thongbao(root, ['check', '--annotate', '.', 'a.docx'])
    expect([code, err.includes('ghi đè lên tệp gốc')]).toEqual([1, true])
    expect(readFileSync(join(root, 'a.docx')).equals(before)).toBe(true)
  })

  test('goes on past files that cannot be measured', async () => {
    const root = room({
      'a.docx': 'không phải',
      'b.pdf': '%PDF-1.7 hỏng',
      'c.doc': Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'd.docx': good,
    })
    const { code, out, err } = await thongbao(root, [
      'check',
      'a.docx',
      'b.pdf',
      'c.doc',
      'khong-co.docx',
      'd.docx',
    ])
    expect([code, out]).toEqual([1, 'd.docx: không thấy lỗi thể thức\n'])
    expect(err.match(/\[file\/unreadable\]/g)).toHaveLength(4)
    expect(err).toContain('c.doc  lỗi  tệp Word đời cũ (.doc), không đo được')
    expect(err).toContain('khong-co.docx  lỗi  không đọc được tệp: tệp hoặc thư mục không còn ở đó')
    expect(err).not.toMatch(/at .*\.ts/)
  })

  test('does not take records and files together', async () => {
    const root = room({ 'a.docx': good })
    const { code, err } = await thongbao(root, ['check', 'a.docx', 'hop-giao-ban'])
    expect([code, err]).toEqual([
      2,
      'Nêu tệp .docx, .pdf hoặc bản ghi, không nêu cả hai một lần.\nXem: thongbao --help\n',
    ])
    expect(existsSync(join(root, 'out'))).toBe(false)
  })
})
