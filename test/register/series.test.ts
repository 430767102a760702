import { describe, expect, it } from 'vitest'
import type { Settings } from '../../src/record/settings.ts'
import { seriesOf } from '../../src/register/series.ts'
import { build } from '../fixtures/memory.ts'
import { goodMeeting } from '../fixtures/project.ts'

const settings = (series?: Settings['series']): Settings => ({
  body: 'so-gddt',
  template: 'ket-luan-hop',
  ...(series ? { series } : {}),
})

describe('the series of a document', () => {
  it('is that of its kind, when nothing is said', () => {
    expect(seriesOf(settings(), 'thong-bao', 'so-gddt')).toEqual({ series: 'TB' })
    expect(seriesOf(settings(), 'quyet-dinh', 'so-gddt')).toEqual({ series: 'QD' })
  })

  it('is never that of another body', () => {
    expect(seriesOf(settings(), 'thong-bao', 'ubnd-xa')).toMatchObject({
      message: 'chưa có sổ nào cho thông báo của cơ quan "ubnd-xa"',
    })
    const both = settings({
      TB: { kinds: ['thong-bao'] },
      'TB-XA': { kinds: ['thong-bao'], body: 'ubnd-xa' },
    })
    expect(seriesOf(both, 'thong-bao', 'ubnd-xa')).toEqual({ series: 'TB-XA' })
    expect(seriesOf(both, 'thong-bao', 'so-gddt')).toEqual({ series: 'TB' })
  })

  it('may be shared by all kinds, but for those that have their own', () => {
    const shared = settings({ chung: {}, QD: { kinds: ['quyet-dinh'] } })
    expect(seriesOf(shared, 'thong-bao', 'so-gddt')).toEqual({ series: 'chung' })
    expect(seriesOf(shared, 'ke-hoach', 'so-gddt')).toEqual({ series: 'chung' })
    expect(seriesOf(shared, 'quyet-dinh', 'so-gddt')).toEqual({ series: 'QD' })
  })

  it('must be named for every kind once series are named at all', () => {
    expect(seriesOf(settings({ QD: { kinds: ['quyet-dinh'] } }), 'thong-bao', 'so-gddt')).toMatchObject({
      hint: expect.stringContaining('TB-so-gddt: {kinds: [thong-bao], body: so-gddt}'),
    })
  })
})

describe('series in content/project.yaml', () => {
  const said = (series: string) =>
    build({
      'content/meetings/2026/hop.yaml': goodMeeting,
      'content/project.yaml': `body: so-gddt\ntemplate: ket-luan-hop\nseries: ${series}\n`,
    }).problems.map(({ at, message }) => [at?.line, message])

  it('are good as the README shows them', () => {
    expect(said('{TB: {kinds: [thong-bao]}}')).toEqual([])
    expect(said('{chung: {}}')).toEqual([])
  })

  it.each([
    ['{../x: {}}', '"../x" không dùng làm tên sổ được'],
    ['{TB: {kinds: [thongbao]}}', '"thongbao" không phải một tên loại'],
    ['{A: {kinds: [thong-bao]}, B: {kinds: [thong-bao]}}', '"thong-bao" đã lấy số ở sổ "A"'],
    ['{A: {}, B: {body: so-gddt}}', 'sổ "B" và sổ "A" cùng nhận mọi loại văn bản'],
  ])('%s is a mistake', (series, words) => {
    expect(said(series)).toEqual([[3, expect.stringContaining(words)]])
  })
})
