/** Ratios and measurements -> the lines that a person reads, the ratios first. */

import { widthOf as terminalWidth } from '../../src/text/terminal.ts'
import type { Measurement, Skipped } from './experiment.ts'
import type { Ratio } from './ratios.ts'

export const ratioLines = (ratios: readonly Ratio[]): string[] =>
  columns(
    ratios.map(({ what, ratio, target, reached }) => [
      what,
      number(ratio),
      target ? `${target.is === 'at most' ? '≤' : '≥'} ${number(target.limit)}` : '',
      reached === null ? '' : reached ? 'đạt' : 'CHƯA ĐẠT',
    ]),
    ['Tỉ số', 'đo được', 'cần', ''],
    [1],
  )

export const measurementLines = (title: string, measurements: readonly Measurement[]): string[] => [
  title,
  ...columns(
    measurements.map((each) => [
      `${each.what}${each.sampled !== null && each.sampled !== each.notices ? ` (đo ${each.sampled}, tính ra ${each.notices})` : ''}`,
      seconds(each.seconds),
      each.notices === null || each.notices < 2
        ? ''
        : `${number((each.seconds / each.notices) * 1000)} ms/vb`,
      each.cpu === null ? '' : `${number(each.cpu)} s CPU`,
      each.peak === null ? '' : `${Math.round(each.peak / 1e6)} MB`,
      `±${Math.round(each.spread * 50)} % × ${each.samples.length}`,
    ]),
    undefined,
    [1, 2, 3, 4],
  ),
]

export const skippedLines = (skipped: readonly Skipped[]): string[] =>
  skipped.map(({ name, why }) => `bỏ qua ${name}: ${why}`)

/** Average sizes of what was made, in kilobytes. */
export const sizeLines = (measurements: readonly Measurement[]): string[] =>
  measurements.flatMap(({ what, notices, sampled, bytes, more }) => {
    const count = sampled ?? notices
    if (count === null) return []
    const each = Object.entries(more).flatMap(([key, size]) =>
      key.startsWith('bytes-') ? [`${key.slice(6)} ${kilobytes(size / count)}`] : [],
    )
    const sizes = [...(bytes === null ? [] : [kilobytes(bytes / count)]), ...each]
    return sizes.length === 0 ? [] : [`  ${what}: ${sizes.join(', ')}`]
  })

export const kilobytes = (bytes: number): string => `${number(bytes / 1000)} kB`

export const seconds = (value: number): string =>
  value < 1 ? `${number(value * 1000)} ms` : `${number(value)} s`

/** Three digits that matter. */
export const number = (value: number): string => {
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))))
  return value.toLocaleString('vi', { maximumFractionDigits: Math.min(digits, 4) })
}

const columns = (
  rows: readonly (readonly string[])[],
  head: readonly string[] | undefined,
  right: readonly number[],
): string[] => {
  const all = head ? [head, ...rows] : rows
  const widths = (all[0] ?? []).map((_, column) =>
    Math.max(...all.map((row) => terminalWidth(row[column] ?? ''))),
  )
  return all.map((row) =>
    `  ${row
      .map((cell, column) => {
        const space = ' '.repeat((widths[column] ?? 0) - terminalWidth(cell))
        return right.includes(column) ? `${space}${cell}` : `${cell}${space}`
      })
      .join('  ')}`.trimEnd(),
  )
}
