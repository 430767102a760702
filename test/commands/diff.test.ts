import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readZip, toText, writeZip } from '../../src/zip.ts'
import { filesIn, goodMeeting, problemsOf, project, thongbao } from '../fixtures/project.ts'
import { commit, hasGit, repository } from '../fixtures/repository.ts'

const meeting = 'content/meetings/2026/hop-giao-ban.yaml'
const draft = 'out/drafts/2026/hop-giao-ban'
const later = goodMeeting
  .replace('hoàn thành đề thi', 'hoàn thành đề thi trước ngày 20/3/2026')
  .replace('due: 2026-04-30', 'due: 2026-05-15')
const words = 'Khoản 1: Phòng Khảo thí hoàn thành đề thi{+ trước ngày 20/3/2026+}.'

/** A project whose edition was built before its record was changed. */
const edited = async (): Promise<string> => {
  const root = await project({ [meeting]: goodMeeting })
  expect((await thongbao(root, ['build', '--formats', 'pdf,docx,md'])).code).toBe(0)
  await writeFile(join(root, meeting), later)
  return root
}

describe('what may be compared', () => {
  test.each(['md', 'docx', 'pdf'])('an edition as %s with its record', async (ending) => {
    const root = await edited()
    const { code, out, err } = await thongbao(root, ['diff', `${draft}.${ending}`, 'hop-giao-ban'])
    expect([code, err]).toEqual([0, ''])
    expect(out.split('\n').slice(0, 2)).toEqual([`${draft}.${ending} → hop-giao-ban`, words])
  })

  test('the files of one edition, which say the same', async () => {
    const root = await edited()
    for (const ending of ['docx', 'pdf']) {
      const { code, out } = await thongbao(root, ['diff', `${draft}.md`, `${draft}.${ending}`])
      expect(code).toBe(0)
      expect(out).toMatch(/\nkhông có gì khác\n/)
    }
  })

  test('a DOCX that somebody edited with tracked changes: what was put in counts, what was taken out does not', async () => {
    const root = await edited()
    const entries = readZip(readFileSync(join(root, `${draft}.docx`)))
    const xml = toText(entries.get('word/document.xml') ?? new Uint8Array())
    const run = (inner: string): string => `<w:r>${inner}</w:r>`
    const tracked = xml.replace(
      /<w:r>(<w:rPr>.*?<\/w:rPr>)?<w:t[^>]*>([^<]*)hoàn thành đề thi\.<\/w:t><\/w:r>/,
      (_, look = '', before) =>
        `${run(`${look}<w:t xml:space="preserve">${before}</w:t>`)}<w:del w:id="901" w:author="a" w:date="2026-03-01T00:00:00Z">${run('<w:delText>hoàn thành</w:delText>')}</w:del><w:ins w:id="902" w:author="a" w:date="2026-03-01T00:00:00Z">${run('<w:t>nộp</w:t>')}</w:ins>${run('<w:t xml:space="preserve"> đề thi.</w:t>')}`,
    )
    expect(tracked).not.toBe(xml)
    const changed = new Map(entries).set('word/document.xml', new TextEncoder().encode(tracked))
    await writeFile(join(root, 'sua.docx'), writeZip(changed))
    const { out } = await thongbao(root, ['diff', `${draft}.docx`, 'sua.docx'])
    expect(out).toContain('Khoản 1: Phòng Khảo thí [-hoàn thành-]{+nộp+} đề thi.')
    expect(out).toMatch(/thay đổi chưa duyệt/)
  })

  test.runIf(hasGit)(
    'a record as it was at a revision, with the directory and templates of that day',
    async () => {
      const root = await repository({ [meeting]: goodMeeting })
      const directory = 'content/directory/so.yaml'
      const renamed = readFileSync(join(root, directory), 'utf8').replaceAll('Phạm Văn Long', 'Phạm Văn Hổ')
      await commit(root, { [meeting]: later, [directory]: renamed }, 'Gia hạn')
      const { code, out, err } = await thongbao(root, ['diff', 'HEAD~1:hop-giao-ban', 'hop-giao-ban'])
      expect([code, err]).toEqual([0, ''])
      expect(out).toContain('Người ký: Phạm Văn Long → Phạm Văn Hổ\n')
      expect(out).toContain(`\n${words}\n`)
      expect(out).toContain('Nhiệm vụ "Ra đề": hạn 30/4/2026 → 15/5/2026\n')
      expect((await thongbao(root, ['diff', `HEAD~1:${meeting}`, `HEAD:./${meeting}`])).out).toContain(words)
    },
  )

  test.runIf(hasGit)('a project that is not the top of its repository', async () => {
    const inside = (files: Record<string, string>) =>
      Object.fromEntries(Object.entries(files).map(([path, text]) => [`office/${path}`, text]))
    const plain = await project({ [meeting]: goodMeeting })
    const files = Object.fromEntries(
      Object.entries(filesIn(plain)).map(([path, bytes]) => [path, String(bytes)]),
    )
    const root = await repository(inside(files))
    await commit(root, inside({ [meeting]: later }), 'Gia hạn')
    const { out } = await thongbao(root, ['-C', 'office', 'diff', 'HEAD~1:hop-giao-ban', 'hop-giao-ban'])
    expect(out).toContain(words)
  })
})

describe('what may not', () => {
  test.each<[string, RegExp]>([
    ['khong-co', /không có bản ghi nào tên là "khong-co"/],
    ['x.docx', /không đọc được|không có tệp/],
    ['HEAD~1:hop-giao-ban', /git không có bản nào tên là "HEAD~1"/],
    ['--output:x', /./],
    [`${draft}.pdf`, /PDF bị hỏng/],
  ])('%s', async (given, said) => {
    const root = await edited()
    await writeFile(join(root, `${draft}.pdf`), '%PDF-1.4')
    const { code, err } = await thongbao(root, ['diff', 'hop-giao-ban', '--', given])
    expect(code).not.toBe(0)
    expect(err).toMatch(said)
    expect(err).not.toMatch(/\n {4}at |Lỗi của chương trình/)
  })

  test('a record with mistakes: they are told', async () => {
    const root = await edited()
    await writeFile(join(root, meeting), goodMeeting.replace('pham-van-long', 'khong-ai'))
    const { code, err } = await thongbao(root, ['diff', `${draft}.md`, 'hop-giao-ban'])
    expect(code).toBe(1)
    expect(err).toMatch(/không có người nào mang mã "khong-ai"/)
  })
})

describe('forms', () => {
  test('JSON has always the same keys', async () => {
    const root = await edited()
    const json = async (...argv: string[]) => JSON.parse((await thongbao(root, [...argv, '--json'])).out)
    const found = await json('diff', `${draft}.md`, 'hop-giao-ban')
    const keys = ['ok', 'same', 'before', 'after', 'changes', 'notCompared', 'problems']
    expect(Object.keys(found)).toEqual(keys)
    expect(found.changes[0]).toEqual({
      where: 'Khoản 1',
      what: null,
      words: [
        { is: 'kept', text: 'Phòng Khảo thí hoàn thành đề thi' },
        { is: 'added', text: ' trước ngày 20/3/2026' },
        { is: 'kept', text: '.' },
      ],
    })
    expect(Object.keys(await json('diff', 'hop-giao-ban', 'khong-co'))).toEqual(keys)
    expect(problemsOf(await thongbao(root, ['diff', 'hop-giao-ban', 'khong-co', '--json']))).toHaveLength(1)
  })

  test('a page and Markdown go into a file', async () => {
    const root = await edited()
    const run = (as: string) =>
      thongbao(root, ['diff', `${draft}.md`, 'hop-giao-ban', '--as', as, '-o', `so.${as}`])
    expect(await run('html')).toMatchObject({ code: 0, out: '', err: '' })
    expect(readFileSync(join(root, 'so.html'), 'utf8')).toContain('<ins> trước ngày 20/3/2026</ins>')
    expect(await run('md')).toMatchObject({ code: 0 })
    expect(readFileSync(join(root, 'so.md'), 'utf8')).toContain('đề thi **trước ngày 20/3/2026**.')
  })

  test('colours on a terminal only', async () => {
    const root = await edited()
    const argv = ['diff', `${draft}.md`, 'hop-giao-ban']
    expect((await thongbao(root, argv, { tty: true })).out).toContain(
      '\u001b[32m trước ngày 20/3/2026\u001b[0m',
    )
    expect((await thongbao(root, argv, { tty: true, env: { NO_COLOR: '1' } })).out).toContain('{+ trước')
  })
})
