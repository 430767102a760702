/** A copy of a document (sao y, sao lục, trích sao): its own parts are there and set as the decree has them (Phụ lục I, Phần II). */

import { checkDate } from './against-decree-date.ts'
import { type Check, type Context, labelOf, ruleOf } from './against-decree-fault.ts'
import { checkNumber } from './against-decree-number.ts'
import { checkRecipients } from './against-decree-recipients.ts'
import { checkSigner } from './against-decree-signer.ts'
import { checkStrokes } from './against-decree-strokes.ts'
import { checkType } from './against-decree-type.ts'
import type { KnownPart } from './identified-parts.ts'
import type { Copy } from './identify-copy.ts'

const required: readonly KnownPart[] = [
  'issuingBody',
  'number',
  'placeDate',
  'authority',
  'signerName',
  'recipientsLabel',
  'recipient',
]

export const checkCopy: Check = (context) => {
  const { copy, measured } = context.identified
  if (!copy) return
  missing(copy, context)
  const alone: Context = {
    ...context,
    identified: {
      measured,
      form: 'document',
      parts: copy.parts,
      content: [],
      kind: copy.form.text,
      isLetter: false,
      pieces: [...copy.parts.values()].flat(),
      annexes: [],
    },
  }
  for (const check of [checkType, checkNumber, checkDate, checkStrokes, checkRecipients, checkSigner])
    check(alone)
}

const missing = ({ parts, ruled, form }: Copy, context: Context): void => {
  const say = (label: string, cite: string): void =>
    context.say({
      rule: 'decree/missing-part',
      level: 'error',
      message: `bản sao: không thấy ${label}`,
      found: 'không thấy',
      allowed: 'có',
      cite,
      pieces: [form],
    })
  if (ruled === false) say(labelOf('copyRule', context), context.rules.parts.copyRule.cite)
  for (const part of required)
    if (!parts.has(part)) say(labelOf(part, context), ruleOf('copyForm', context).cite ?? '')
}
