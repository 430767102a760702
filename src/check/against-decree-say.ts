/** A shorter way to tell faults of the foot: one clause, and "found, cần allowed" for a message. */

import type { Level, RuleId } from '../problem.ts'
import type { Context } from './against-decree-fault.ts'
import type { Piece } from './pieces.ts'

export type Say = (
  rule: Extract<RuleId, 'decree/recipients' | 'decree/authority'>,
  level: Level,
  message: string,
  found: string,
  allowed: string,
  piece: Piece,
  hint?: string,
) => void

export const teller =
  (context: Context, cite: string): Say =>
  (rule, level, message, found, allowed, piece, hint) =>
    context.say({
      rule,
      level,
      message: `${message}, cần ${allowed}`,
      found,
      allowed,
      cite,
      pieces: [piece],
      ...(hint !== undefined && { hint }),
    })
