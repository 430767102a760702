/** Measurements -> the ratios that are told first, with what the program is held to. Which is which is written down here once. */

import type { Measurement } from './experiment.ts'
import { fullName, rebuildName } from './groups/build.ts'
import { reached, type Target } from './statistics.ts'

export type Ratio = {
  readonly name: string
  /** Vietnamese. */
  readonly what: string
  readonly ours: number
  readonly peer: number
  readonly ratio: number
  readonly target: Target | null
  readonly reached: boolean | null
}

type Side = string | readonly string[]
type Wanted = {
  readonly name: string
  readonly what: string
  /** `ours` over `peer`; several names: their sum; a number: so many seconds. */
  readonly ours: Side
  readonly peer: Side | number
  readonly of?: 'seconds' | 'peak'
  readonly target?: Target
}

const atMost = (limit: number): Target => ({ is: 'at most', limit })
const atLeast = (limit: number): Target => ({ is: 'at least', limit })

const wantedRatios = (main: number, largest: number): readonly Wanted[] => [
  {
    name: 'pdf-all-cores : typst',
    what: 'PDF bằng mọi lõi so với Typst lần lượt từng văn bản',
    ours: 'pdf-all-cores',
    peer: 'typst',
    target: atMost(1),
  },
  {
    name: 'build-pdf : typst-program',
    what: 'lệnh build chỉ PDF (đọc, kiểm tra, dựng, ghi) so với cả tiến trình Typst',
    ours: 'build-pdf',
    peer: 'typst-program',
    target: atMost(1),
  },
  {
    name: 'pdf-one-core : typst',
    what: 'PDF một lõi so với Typst',
    ours: 'pdf-one-core',
    peer: 'typst',
  },
  {
    name: 'pandoc + libreoffice : all-all-cores',
    what: 'pandoc và LibreOffice so với dựng cả ba định dạng, mọi lõi, từ bản trình bày (số lần nhanh hơn)',
    ours: ['pandoc-docx', 'libreoffice-pdf'],
    peer: 'all-all-cores',
    target: atLeast(15),
  },
  {
    name: 'pandoc + libreoffice : full',
    what: 'pandoc và LibreOffice so với lệnh build cả ba định dạng, mọi lõi (số lần nhanh hơn)',
    ours: ['pandoc-docx', 'libreoffice-pdf'],
    peer: fullName(main),
    target: atLeast(15),
  },
  {
    name: 'raw-pdfmake : pdf-one-core',
    what: 'pdfmake như khi cài so với PDF một lõi (số lần nhanh hơn)',
    ours: 'raw-pdfmake',
    peer: 'pdf-one-core',
  },
  {
    name: 'raw-docx : docx-one-core',
    what: 'docx như khi cài so với DOCX một lõi',
    ours: 'raw-docx',
    peer: 'docx-one-core',
  },
  {
    name: 'build-one-core : full',
    what: 'lệnh build --jobs 1 so với mọi lõi',
    ours: 'build-one-core',
    peer: fullName(main),
  },
  {
    name: `full : nothing (${main})`,
    what: 'dựng toàn bộ so với dựng lại khi không có gì đổi (số lần nhanh hơn)',
    ours: fullName(main),
    peer: rebuildName('nothing', main),
    target: atLeast(100),
  },
  {
    name: `one : full (${largest})`,
    what: `một bản ghi đổi trong ${largest} so với dựng toàn bộ`,
    ours: rebuildName('one', largest),
    peer: fullName(largest),
    ...(largest === 10_000 ? { target: atMost(0.01) } : {}),
  },
  ...(largest === main
    ? []
    : [
        {
          name: `one : full (${main})`,
          what: `một bản ghi đổi trong ${main} so với dựng toàn bộ`,
          ours: rebuildName('one', main),
          peer: fullName(main),
        },
        {
          name: `full : nothing (${largest})`,
          what: `dựng toàn bộ so với không có gì đổi, ${largest} văn bản (số lần nhanh hơn)`,
          ours: fullName(largest),
          peer: rebuildName('nothing', largest),
        },
        {
          name: `time ${largest} : ${main}`,
          what: `thời gian dựng ${largest} so với ${main} văn bản`,
          ours: fullName(largest),
          peer: fullName(main),
          ...(largest === 10 * main ? { target: atMost(10.5) } : {}),
        },
        {
          name: `memory ${largest} : ${main}`,
          what: `bộ nhớ cao nhất, ${largest} so với ${main} văn bản`,
          ours: fullName(largest),
          peer: fullName(main),
          of: 'peak' as const,
          ...(largest === 10 * main ? { target: atMost(1.3) } : {}),
        },
      ]),
  {
    name: `directory : full (${main})`,
    what: 'tên một đơn vị đổi so với dựng toàn bộ',
    ours: rebuildName('directory', main),
    peer: fullName(main),
  },
  {
    name: 'cold-build : node',
    what: 'khởi động và dựng một văn bản ba định dạng so với node -e 0',
    ours: 'cold-build',
    peer: 'node',
    target: atMost(6),
  },
  {
    name: 'cold-build : cold-peers',
    what: 'một văn bản ba định dạng so với pandoc và LibreOffice cho một tệp',
    ours: 'cold-build',
    peer: 'cold-peers',
    target: atMost(0.5),
  },
  {
    name: 'help : node',
    what: 'thongbao --help so với node -e 0',
    ours: 'help',
    peer: 'node',
    target: atMost(1.6),
  },
  {
    name: 'watch : warm-render',
    what: 'từ lúc lưu đến PDF mới (build --watch) so với một lần dựng PDF khi máy đã nóng',
    ours: 'watch',
    peer: 'warm-render',
    target: atMost(3),
  },
  {
    name: 'register 10000 : 1000',
    what: 'in sổ 10.000 số so với 1.000 số',
    ours: 'register-10000',
    peer: 'register-1000',
    target: atMost(10),
  },
  {
    name: 'issue 10000 : 1000',
    what: 'lấy số tiếp theo khi sổ có 10.000 số so với 1.000 số',
    ours: 'issue-10000',
    peer: 'issue-1000',
    target: atMost(10),
  },
  {
    name: 'compare : 1 s',
    what: 'so hai văn bản 300 mục trong tiến trình, tính bằng giây',
    ours: 'compare',
    peer: 1,
    target: atMost(0.5),
  },
  {
    name: 'diff : 1 s',
    what: 'lệnh thongbao diff hai bản ghi 300 mục (cả khởi động), tính bằng giây',
    ours: 'diff-records',
    peer: 1,
    target: atMost(1),
  },
  {
    name: 'compare : git',
    what: 'so hai văn bản 300 mục trong tiến trình so với git diff --word-diff',
    ours: 'compare',
    peer: 'git-word-diff',
  },
  {
    name: 'diff : git',
    what: 'lệnh thongbao diff (cả khởi động) so với git diff --word-diff',
    ours: 'diff',
    peer: 'git-word-diff',
  },
  {
    name: 'diff : pandiff',
    what: 'lệnh thongbao diff so với cách của pandiff (pandoc hai tệp DOCX rồi so từng từ)',
    ours: 'diff-docx',
    peer: 'pandiff-docx',
  },
]

/** Those of which both sides were measured. */
export const ratiosOf = (
  measurements: readonly Measurement[],
  { main, largest }: { readonly main: number; readonly largest: number },
): Ratio[] => {
  const byName = new Map(measurements.map((each) => [each.name, each]))
  const sideOf = (side: Side | number, of: 'seconds' | 'peak'): number | undefined => {
    if (typeof side === 'number') return side
    const values = [side].flat().map((name) => byName.get(name)?.[of] ?? undefined)
    return values.every((value) => value !== undefined)
      ? values.reduce((sum, value) => sum + value, 0)
      : undefined
  }
  return wantedRatios(main, largest).flatMap(({ name, what, ours, peer, of = 'seconds', target }) => {
    const [a, b] = [sideOf(ours, of), sideOf(peer, of)]
    if (a === undefined || b === undefined || b === 0) return []
    const ratio = a / b
    return [
      {
        name,
        what,
        ours: a,
        peer: b,
        ratio,
        target: target ?? null,
        reached: target ? reached(ratio, target) : null,
      },
    ]
  })
}
