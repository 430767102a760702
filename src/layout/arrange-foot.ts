/** Recipients beside the signature: the foot of a notice, and of a copy of one. */

import type { Notice } from '../notice/notice.ts'
import { recipientsWord } from '../notice/terms.ts'
import type { Setting } from './arrange-content.ts'
import { centred, line } from './arrange-line.ts'
import type { decree30 } from './decree30.ts'
import type { Columns } from './sheet.ts'

/** Ô 9b beside ô 7: "Nơi nhận:" level with the first line of the authority (mục II.9d). */
export const foot = (
  { recipients, drafter, signature }: Pick<Notice, 'recipients' | 'drafter' | 'signature'>,
  setting: Setting,
  rules: typeof decree30,
): Columns => {
  const widths = rules.foot.shares.map((share) => share * setting.textWidth)
  const right = widths[1] ?? 0
  return {
    is: 'columns',
    role: 'foot',
    widths,
    rows: [
      [
        [
          line('recipientsLabel', recipientsWord, setting),
          ...recipients.map((text) => line('recipient', `- ${text}`, setting)),
          ...(drafter === undefined ? [] : [line('drafter', drafter, setting)]),
        ],
        [
          ...signature.authority.map((text) => centred('authority', text, right, setting)),
          line('signerName', signature.name, setting),
        ],
      ],
    ],
  }
}
