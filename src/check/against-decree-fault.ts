/** What a check says about a measured file, and how it becomes a problem: the place in words, equal faults told once. */

import type { decree30 } from '../layout/decree30.ts'
import type { Limit, PartRule } from '../layout/rules.ts'
import type { Level, Problem, RuleId } from '../problem.ts'
import { shown } from '../text/terminal.ts'
import { foreignParts, type KnownPart } from './identified-parts.ts'
import type { Identified } from './identify.ts'
import type { Measured } from './measure/measured.ts'
import type { Ruler } from './measure/text-lines.ts'
import type { Piece } from './pieces.ts'

export type Fault = {
  readonly rule: RuleId
  readonly level: Level
  /** Vietnamese, without the place. */
  readonly message: string
  readonly found?: string
  readonly allowed?: string
  readonly hint?: string
  /** 'Phụ lục I, Phần I, mục II.1a' */
  readonly cite?: string
  readonly pieces?: readonly Piece[]
  /** In words, where there is no piece to point at. */
  readonly where?: string
  readonly page?: number
}

/** A problem with all its places, for whoever marks them. */
export type Finding = {
  readonly problem: Problem
  /** Indexes of measured paragraphs. */
  readonly paragraphs: readonly number[]
  readonly page?: number
}

export type Context = {
  readonly identified: Identified
  readonly rules: typeof decree30
  readonly ruler: Ruler
  readonly say: (fault: Fault) => void
  /** Vietnamese: what could not be measured. */
  readonly cannot: (gap: string) => void
}

export type Check = (context: Context) => void

/** Rule of a part: the table's, or what the decree says of parts that a notice does not have. */
export const ruleOf = (part: KnownPart, { rules }: Pick<Context, 'rules'>): Partial<PartRule> => {
  const table: Readonly<Record<string, PartRule>> = rules.parts
  return table[part] ?? (foreignParts as Readonly<Record<string, Partial<PartRule>>>)[part] ?? {}
}

export const labelOf = (part: KnownPart, context: Pick<Context, 'rules'>): string =>
  ruleOf(part, context).label ?? part

/** 13.5 → "13,5". */
export const figure = (value: number, digits = 1): string =>
  String(Number(value.toFixed(digits))).replace('.', ',')

/** "13–14", "13", "từ 6", "đến 1,5". */
export const rangeOf = ({ from, to }: Omit<Limit, 'use'>, digits = 1): string => {
  if (from !== undefined && to !== undefined)
    return from === to ? figure(from, digits) : `${figure(from, digits)}–${figure(to, digits)}`
  return from !== undefined
    ? `từ ${figure(from, digits)}`
    : to !== undefined
      ? `đến ${figure(to, digits)}`
      : ''
}

export const isWithin = (value: number, { from, to }: Omit<Limit, 'use'>, tolerance: number): boolean =>
  (from === undefined || value >= from - tolerance) && (to === undefined || value <= to + tolerance)

const quote = (text: string): string => `“${shown(text, 60)}”`

export const placeOf = (piece: Piece, measured: Measured): string => {
  const { page, index, cell, within, lines } = piece.paragraph
  const words = quote(piece.text)
  if (page !== undefined) {
    const line = lines?.[0] && lineNumber(measured, page, lines[0].baseline)
    return `trang ${page}${line ? `, dòng ${line}` : ''}: ${words}`
  }
  const part =
    within === 'header'
      ? 'đầu trang'
      : within === 'footer'
        ? 'chân trang'
        : within === 'text-box'
          ? 'hộp chữ'
          : cell
            ? `bảng ${cell.table}, hàng ${cell.row + 1}, ô ${cell.column + 1}`
            : undefined
  return `đoạn ${index}${part ? ` (${part})` : ''}: ${words}`
}

/** Lines of a page counted from the top; what stands side by side is one line. */
const lineNumber = ({ paragraphs }: Measured, page: number, baseline: number): number => {
  const above = paragraphs
    .flatMap(({ lines }) => lines ?? [])
    .filter((line) => line.page === page && line.baseline < baseline - 1)
    .map((line) => Math.round(line.baseline))
  return new Set(above).size + 1
}

/** Faults in the same words are one finding with several places. */
export const findings = (faults: readonly Fault[], measured: Measured): Finding[] => {
  const groups = new Map<string, Fault[]>()
  for (const fault of faults) {
    const key = JSON.stringify([fault.rule, fault.level, fault.message, fault.pieces ? '' : fault.where])
    groups.set(key, [...(groups.get(key) ?? []), fault])
  }
  return [...groups.values()].map((group) => finding(group, measured))
}

const finding = (group: readonly Fault[], measured: Measured): Finding => {
  const [first] = group
  if (!first) throw new Error('a group of faults without any')
  const pieces = group.flatMap((fault) => fault.pieces ?? [])
  const paragraphs = [...new Set(pieces.map(({ paragraph }) => paragraph.index))]
  const others = paragraphs.length - 1
  const place = pieces[0] ? placeOf(pieces[0], measured) : first.where
  const where = place && (others > 0 ? `${place} và ${others} chỗ khác` : place)
  const { rule, level, message, found, allowed, hint, cite } = first
  const page = first.page ?? pieces[0]?.paragraph.page
  return {
    problem: {
      rule,
      level,
      message,
      file: measured.file,
      ...(where !== undefined && { where }),
      ...(found !== undefined && { found }),
      ...(allowed !== undefined && { allowed }),
      ...(hint !== undefined && { hint }),
      ...(cite !== undefined && { cite: `NĐ 30/2020/NĐ-CP, ${cite}` }),
    },
    paragraphs,
    ...(page !== undefined && { page }),
  }
}
