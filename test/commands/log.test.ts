import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { goodMeeting, project, thongbao } from '../fixtures/project.ts'
import { commit, hasGit, move, repository } from '../fixtures/repository.ts'

const meeting = 'content/meetings/2026/hop-giao-ban.yaml'
const later = goodMeeting.replace('hoàn thành đề thi', 'hoàn thành đề thi trước ngày 20/3/2026')
const words = 'Khoản 1: Phòng Khảo thí hoàn thành đề thi{+ trước ngày 20/3/2026+}.'
const entry = 'number: 7\nsymbol: TB-SGDĐT\ndate: 2026-03-05\nrecord: hop-giao-ban\n'

type Step = { subject: string; author: string; is: string; issued: boolean; changes: { where: string }[] }
const history = async (root: string, ...argv: string[]): Promise<Step[]> =>
  (JSON.parse((await thongbao(root, ['log', ...argv, '--json'])).out) as { history: Step[] }).history

describe.runIf(hasGit)('the history of a notice', () => {
  test('says who changed what and when, the latest first', async () => {
    const root = await repository({ [meeting]: goodMeeting })
    await commit(root, { [meeting]: later }, 'Thêm hạn')
    await commit(root, { 'content/meetings/2026/khac.yaml': goodMeeting }, 'Cuộc họp khác')
    await commit(root, { [meeting]: `# ghi chú\n${later}` }, 'Chú thích')
    const { code, out, err } = await thongbao(root, ['log', 'hop-giao-ban'])
    expect([code, err]).toEqual([0, ''])
    expect(out.replace(/^[0-9a-f]{10}/gm, 'x')).toBe(
      [
        'x  20/11/2026  Nguyễn Văn Thư  Chú thích',
        '  thông báo không đổi chữ nào',
        '',
        'x  20/11/2026  Nguyễn Văn Thư  Thêm hạn',
        `  ${words}`,
        '',
        'x  20/11/2026  Nguyễn Văn Thư  Bản đầu',
        '  bản đầu tiên',
        '',
      ].join('\n'),
    )
  })

  test('tells a record that made no notice, and goes on from the last good one', async () => {
    const root = await repository({ [meeting]: goodMeeting })
    await commit(root, { [meeting]: goodMeeting.replace('pham-van-long', 'khong-ai') }, 'Sai mã')
    await commit(root, { [meeting]: later }, 'Sửa lại')
    const steps = await history(root, 'hop-giao-ban')
    expect(steps.map(({ is }) => is)).toEqual(['changed', 'broken', 'made'])
    expect(steps[0]?.changes).toEqual([expect.objectContaining({ where: 'Khoản 1' })])
  })

  test('the number in the register is a part of it; with --issued only what has one is told', async () => {
    const root = await repository({ [meeting]: goodMeeting })
    await commit(root, { [meeting]: later }, 'Thêm hạn')
    await commit(root, { 'content/register/2026/TB/7.yaml': entry }, 'Cấp số')
    const steps = await history(root, 'hop-giao-ban')
    expect(steps.map(({ subject, issued }) => [subject, issued])).toEqual([
      ['Cấp số', true],
      ['Thêm hạn', false],
      ['Bản đầu', false],
    ])
    expect(steps[0]?.changes.map(({ where }) => where)).toEqual(['Số', 'Ngày ban hành'])
    expect((await history(root, 'hop-giao-ban', '--issued')).map(({ subject, is }) => [subject, is])).toEqual(
      [['Cấp số', 'made']],
    )
  })

  test('follows a record that got another name, when asked to', async () => {
    const root = await repository({ [meeting]: goodMeeting })
    await move(root, meeting, 'content/meetings/2026/giao-ban.yaml')
    await commit(root, {}, 'Đổi tên')
    expect(await history(root, 'giao-ban')).toHaveLength(1)
    expect((await history(root, 'giao-ban', '--follow')).map(({ is }) => is)).toEqual(['same', 'made'])
  })

  test('a deleted record has its history', async () => {
    const root = await repository({ [meeting]: goodMeeting })
    rmSync(join(root, meeting))
    await commit(root, {}, 'Xóa')
    expect((await history(root, 'hop-giao-ban')).map(({ is }) => is)).toEqual(['gone', 'made'])
  })
})

test('without git, and for what git does not know, it says so', async () => {
  const root = await project({ [meeting]: goodMeeting })
  const { code, err } = await thongbao(root, ['log', 'hop-giao-ban'])
  expect(code).toBe(1)
  expect(err).toMatch(/không nằm trong một kho git/)
})

test.runIf(hasGit)('a record that is not there is told with what was meant', async () => {
  const root = await repository({ [meeting]: goodMeeting })
  expect((await thongbao(root, ['log', 'hop-giao-bann'])).err).toMatch(/"hop-giao-ban"/)
  await commit(root, {}, 'Không')
})
