/** The extract of a notice for a unit: what is kept, under which number, and what tells that something is missing. */

import { describe, expect, it } from 'vitest'
import { extract } from '../../src/extract.ts'
import { labels } from '../../src/notice/labels.ts'
import { type Block, isDivision, plain } from '../../src/notice/notice.ts'
import { editions, prepare } from '../../src/pipeline.ts'
import type { Problem } from '../../src/problem.ts'
import { fonts, projectOf } from '../fixtures/memory.ts'
import { base, type Files } from '../fixtures/project.ts'
import { office } from './office.ts'

const made = (
  unit: string,
  given: Partial<Parameters<typeof extract>[1]> = {},
  record = 'giao-ban-thang-3',
  files: Files = {},
) => {
  const project = projectOf({ ...office, ...files }, () => undefined, base())
  const prepared = prepare(project, fonts, () => undefined)
  const [edition] = editions(project, fonts, () => undefined, [record])
  if (!edition) throw new Error(`no edition of ${record}`)
  const problems: Problem[] = []
  const request = { unit, number: undefined, date: undefined, signatory: undefined, ...given }
  const found = extract(edition, request, prepared, (problem) => problems.push(problem))
  return { found, problems, edition }
}

/** Labels and first words, as they are printed. */
const outline = (blocks: readonly Block[], depth = 0): string[] => {
  const marks = labels(blocks)
  return blocks.flatMap((block, index) => {
    const words =
      block.is === 'paragraph'
        ? plain(block.text)
        : isDivision(block)
          ? plain(block.title ?? (block.blocks[0]?.is === 'paragraph' ? block.blocks[0].text : []))
          : block.is
    const inner = isDivision(block)
      ? outline(block.title ? block.blocks : block.blocks.slice(1), depth + 1)
      : []
    return [`${' '.repeat(depth)}${marks[index] ? `${marks[index]} ` : ''}${words.slice(0, 24)}`, ...inner]
  })
}
const conclusionsOf = (unit: string): string[] => {
  const lines = outline(made(unit).found?.notice.content ?? [])
  const from = lines.findIndex((line) => /^(\[…\]|I\.|II\.)/.test(line))
  return lines.slice(from)
}

describe('what is kept', () => {
  it('is what the unit has to do, under its own numbers and titles', () => {
    expect(conclusionsOf('thpt-doi-gio')).toEqual([
      'I. Công tác thi',
      ' […]',
      ' 2. Các trường báo cáo hằng ',
      ' […]',
      'II. Công tác khác',
      ' 1. Trường THPT Đồi Gió sửa ',
      ' […]',
      'Trên đây là một số ý kiế',
    ])
    expect(conclusionsOf('khao-thi')).toEqual([
      'I. Công tác thi',
      ' 1. Phòng Khảo thí hoàn thàn',
      ' […]',
      '[…]',
      'Trên đây là một số ý kiế',
    ])
  })

  it('has the parts of the notice in full, and below them those of a copy', () => {
    const { found, edition } = made('khao-thi')
    const { content: _, annexes: __, ...parts } = edition.notice
    expect(found?.notice).toMatchObject(parts)
    expect(found?.notice.copy).toEqual({
      form: 'Trích sao',
      issuingBody: ['Sở Giáo dục và Đào tạo'],
      symbol: 'TrS-SGDĐT',
      place: 'Suối Bạc',
      signature: { authority: ['Giám đốc'], name: 'Phạm Văn Long' },
      recipients: ['Phòng Khảo thí;', 'Lưu: VT.'],
    })
    expect(found?.name).toBe('extracts/2026/01-TB-SGDDT-trich-sao-khao-thi')
  })

  it('ends with "./." when the end is left out', () => {
    const open: Files = {
      'templates/ket-luan-hop.md': '---\nkind: thong-bao\n---\n\nMở đầu.\n\n{{conclusions}}\n',
    }
    const { found } = made('khao-thi', {}, 'giao-ban-thang-3', open)
    expect(outline(found?.notice.content ?? []).at(-1)).toBe('[…]./.')
  })

  it('keeps everything where the task stands in no division of its own', () => {
    const loose: Files = {
      'content/meetings/2026/giao-ban-thang-3.yaml': String(
        office['content/meetings/2026/giao-ban-thang-3.yaml'],
      ).replace(
        /conclusions:\n[\s\S]*closing/,
        'conclusions:\n  - {mark: none, text: Việc chung., tasks: [{lead: khao-thi}]}\n  - Việc khác.\nclosing',
      ),
    }
    const { found, edition } = made('khao-thi', {}, 'giao-ban-thang-3', loose)
    expect(found?.notice.content).toEqual(edition.notice.content)
  })
})

describe('the copy', () => {
  it('takes the number, the date and the signatory that it is given', () => {
    const { found } = made('khao-thi', { number: 7, date: '2026-03-20', signatory: 'ho-quang-vinh' })
    expect(found?.notice.copy).toMatchObject({
      number: 7,
      date: '2026-03-20',
      signature: { authority: ['TL. Giám đốc', 'Chánh Văn phòng'], name: 'Hồ Quang Vinh' },
    })
  })

  it.each<[string, Parameters<typeof made>, string]>([
    ['a draft', ['van-phong', {}, 'giao-ban-thang-5'], 'extract/notice'],
    ['a unit that has nothing to do', ['ubnd-xa'], 'extract/notice'],
    ['a day before the notice', ['khao-thi', { date: '2026-03-04' }], 'extract/notice'],
    [
      'a signatory without authority',
      ['khao-thi', { signatory: 'trieu-van-kien', date: '2026-05-04' }],
      'resolve/authority',
    ],
    ['a signatory who is not there', ['khao-thi', { signatory: 'khong-co' }], 'record/not-found'],
    [
      'a notice that was recalled',
      [
        'khao-thi',
        {},
        'giao-ban-thang-3',
        {
          'content/register/2026/TB/1.yaml':
            'number: 1\nsymbol: TB-SGDĐT\nstate: recalled\ndate: 2026-03-05\nrecord: giao-ban-thang-3\n',
        },
      ],
      'extract/notice',
    ],
  ])('is refused for %s', (_, given, rule) => {
    const { found, problems } = made(...given)
    expect(found).toBeUndefined()
    expect(problems).toMatchObject([{ rule, level: 'error' }])
  })
})

it('sets the copy below a line across the text area, and holds it together', () => {
  const rows = made('khao-thi').found?.sheet.sections[0]?.rows ?? []
  const at = rows.findIndex((row) => row.is === 'line' && row.part === 'copyRule')
  expect(rows.slice(at)).toMatchObject([
    { part: 'copyRule', rule: 160, keepNext: true },
    { is: 'columns', role: 'head', keepNext: true },
    { is: 'columns', role: 'foot' },
  ])
  expect(rows[at - 1]).toMatchObject({ is: 'columns', role: 'foot' })
})
