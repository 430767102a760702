/** Inlines as a reader of paper sees them: words with their look, one space between words, nothing empty. */

import { upper } from '../text/names.ts'
import type { Inline } from './notice.ts'

/** A word or a space. */
export type Look = { readonly text: string; readonly strong: boolean; readonly emphasis: boolean }

/** Spaces of every kind and breaks are one space that looks like the words on both sides of it; none at the ends. */
export const looksOf = (inlines: readonly Inline[]): Look[] => {
  const looks: Look[] = []
  for (const { text, ...style } of flat(inlines, false, false))
    for (const piece of text
      .replace(unseen, '')
      .normalize('NFC')
      .match(/\s+|\S+/gu) ?? []) {
      const last = looks.at(-1)
      if (piece.trim() !== '') looks.push({ text: piece, ...style })
      else if (last && !isBlank(last)) looks.push({ text: ' ', ...style })
    }
  const last = looks.at(-1)
  if (last && isBlank(last)) looks.pop()
  return looks.map((look, index) => {
    const [before, after] = [looks[index - 1], looks[index + 1]]
    return isBlank(look) && before && after
      ? {
          text: look.text,
          strong: before.strong && after.strong,
          emphasis: before.emphasis && after.emphasis,
        }
      : look
  })
}

/** Marks that take no room and that no reader sees. */
const unseen = /[\u200b-\u200d\u2060\ufeff\u00ad]/gu

const isBlank = ({ text }: Look): boolean => text === ' '

const flat = (inlines: readonly Inline[], strong: boolean, emphasis: boolean): Look[] =>
  inlines.flatMap((inline): Look[] => {
    if (inline.is === 'text') return [{ text: inline.value, strong, emphasis }]
    if (inline.is === 'break') return [{ text: '\n', strong, emphasis }]
    return flat(inline.text, strong || inline.is === 'strong', emphasis || inline.is === 'emphasis')
  })

/** The same looks always give the same inlines: emphasis stands inside strong. */
export const inlinesOf = (looks: readonly Look[]): Inline[] => {
  const out: Inline[] = []
  for (const group of grouped(looks, (look) => look.strong)) {
    const inner = grouped(group, (look) => look.emphasis).flatMap((run): Inline[] =>
      run[0]?.emphasis ? [{ is: 'emphasis', text: plainly(run) }] : plainly(run),
    )
    if (group[0]?.strong) out.push({ is: 'strong', text: inner })
    else out.push(...inner)
  }
  return out
}

const grouped = (looks: readonly Look[], by: (look: Look) => boolean): Look[][] => {
  const groups: Look[][] = []
  for (const look of looks) {
    const last = groups.at(-1)
    if (last?.[0] && by(last[0]) === by(look)) last.push(look)
    else groups.push([look])
  }
  return groups
}

const plainly = (looks: readonly Look[]): Inline[] => [{ is: 'text', value: textOf(looks) }]

export const textOf = (looks: readonly Look[]): string => looks.map(({ text }) => text).join('')

/** A plain string as it is printed. */
export const tidy = (text: string): string => textOf(looksOf([{ is: 'text', value: text }]))

/** The same where it is printed in capitals. */
export const capital = (text: string): string => upper(tidy(text)).normalize('NFC')
