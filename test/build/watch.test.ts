/** Who saves a record sees the new edition, or the mistake, without asking again. */

import { mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { goodMeeting, project, thongbao } from '../fixtures/project.ts'

const record = 'content/meetings/2026/giao-ban.yaml'
const edition = 'out/drafts/2026/giao-ban.md'
const waiting = 'Đang chờ bạn lưu tệp'

/** A watch at work; `next` answers what is said from one wait to the next. */
const watching = async (root: string, ...more: string[]) => {
  let said = ''
  let heard: () => void = () => undefined
  const stream = {
    write: (text: string) => {
      said += text
      heard()
    },
  }
  let stop: () => void = () => undefined
  const untilStopped = () => new Promise<void>((done) => (stop = done))
  const code = run(['build', '--watch', ...more], {
    stdout: stream,
    stderr: stream,
    env: {},
    cwd: root,
    today: '2026-11-23',
    version: 'một',
    untilStopped,
  })
  const next = async (): Promise<string> => {
    while (!said.includes(waiting)) await new Promise<void>((done) => (heard = done))
    const words = said
    said = ''
    return words
  }
  const end = async (): Promise<number> => {
    stop()
    return code
  }
  onTestFinished(() => void end())
  return { next, end }
}

test('a saved record is built, a mistake is told and keeps the last good edition', async () => {
  const root = await project({ [record]: goodMeeting })
  const save = (text: string): void => writeFileSync(join(root, record), text)
  const { next, end } = await watching(root)
  expect(await next()).toContain(edition)

  save(goodMeeting.replace('hoàn thành', 'làm xong'))
  expect(await next()).toContain(`${edition}\n`)
  const good = readFileSync(join(root, edition), 'utf8')
  expect(good).toContain('làm xong đề thi')

  save(goodMeeting.replace('chair: pham-van-long', 'chair: khong-co-ai'))
  const told = await next()
  expect(told).toContain('khong-co-ai')
  expect(told).toContain('bản dựng gần nhất của các văn bản có lỗi được giữ nguyên')
  expect(readFileSync(join(root, edition), 'utf8')).toBe(good)

  save(goodMeeting)
  expect(await next()).toContain(`${edition}\n`)
  expect(await end()).toBe(0)
  const { out } = await thongbao(root, ['build'], { version: 'một' })
  expect(out).toContain(`${edition}  (không đổi)`)
})

test('a change of the directory, a template or the register reaches every record; new records come and old ones go', async () => {
  const root = await project({ [record]: goodMeeting })
  const edit = (file: string, from: string, to: string): void => {
    const path = join(root, file)
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(from, to))
  }
  const { next, end } = await watching(root, '--formats', 'md')
  await next()
  edit('content/directory/so.yaml', 'name: Phạm Văn Long', 'name: Phạm Văn Lâm')
  expect(await next()).toContain(`${edition}\n`)
  expect(readFileSync(join(root, edition), 'utf8')).toContain('Phạm Văn Lâm')
  writeFileSync(join(root, 'content/meetings/2026/hop-moi.yaml'), goodMeeting)
  expect(await next()).toContain('out/drafts/2026/hop-moi.md\n')
  rmSync(join(root, 'content/meetings/2026/hop-moi.yaml'))
  expect(await next()).not.toContain('hop-moi')
  expect(await end()).toBe(0)
})

test('who waits for the PDF has it as soon as it is made, whatever becomes of the other files', async () => {
  const root = await project({ [record]: goodMeeting })
  const { next, end } = await watching(root, '--formats', 'pdf,docx')
  await next()
  const pdf = join(root, edition.replace(/md$/, 'pdf'))
  const docx = join(root, edition.replace(/md$/, 'docx'))
  const before = readFileSync(pdf)
  rmSync(docx)
  mkdirSync(docx)
  writeFileSync(join(root, record), goodMeeting.replace('hoàn thành', 'làm xong'))
  const refused = await next()
  expect(refused).toContain('giao-ban.docx  lỗi  không ghi được tệp')
  expect(refused).not.toContain('được giữ nguyên')
  expect(readFileSync(pdf).equals(before)).toBe(false)
  rmdirSync(docx)
  writeFileSync(join(root, record), goodMeeting.replace('hoàn thành', 'làm cho xong'))
  const told = await next()
  for (const file of [pdf, docx]) expect(told).toContain(`${relative(root, file)}\n`)
  expect(await end()).toBe(0)
})
