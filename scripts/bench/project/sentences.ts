/** Chance -> sentences as they stand in notices, and how many words have been said so far. */

import type { Chance } from '../chance.ts'
import { spoken } from './days.ts'
import { actors, doings, ends, links, manners, places, things, topics, verbs } from './phrases.ts'

export type Speech = {
  /** One sentence, with its full stop. */
  readonly sentence: () => string
  /** Several sentences in one paragraph. */
  readonly paragraph: (from: number, to: number) => string
  /** An item of a list: no capital, no mark at its end. */
  readonly phrase: () => string
  /** A title, without a number and a full stop. */
  readonly title: () => string
  /** "Chủ trì … trước ngày …": what a unit has to do until when, the deadline in bold now and then. */
  readonly order: (unit: string, due: string | undefined) => string
  /** Words said so far. */
  readonly said: () => number
}

/** `units`: what may be spoken of by its id in the directory. */
export const openSpeech = (chance: Chance, units: readonly string[]): Speech => {
  let words = 0
  const { one, in100, between } = chance
  const told = (text: string): string => {
    words += text.split(' ').length
    return text
  }
  const actor = (): string => (in100(35) ? `<unit:${one(units)}>` : one(actors))
  const deed = (): string => `${one(verbs)} ${one(things)} ${one(topics)}`
  const patterns: readonly (() => string)[] = [
    () => `${actor()} ${one(doings)} ${deed()} ${one(manners)}, ${one(links)} ${deed()}; ${one(ends)}.`,
    () => `${capital(deed())} tại ${one(places)} ${one(manners)}; ${one(links)} ${deed()} ${one(manners)}.`,
    () => `${actor()} ${deed()} và ${deed()} ${one(manners)}.`,
    () =>
      `Đến nay, ${between(41, 99)}% ${one(things)} ${one(topics)} tại ${one(places)} và ${one(places)} đã xong; ${one(links)} ${deed()}, ${one(ends)}.`,
    () => `Việc ${deed()} ${one(manners)} phải **${one(ends)}**.`,
    () =>
      `Trong ${between(3, 60)} ngày, ${lower(actor())} ${deed()} cho ${between(12, 950)} học sinh ở ${one(places)}, ${one(links)} ${deed()}.`,
  ]
  const sentence = (): string => told(one(patterns)())
  return {
    sentence,
    paragraph: (from, to) => Array.from({ length: between(from, to) }, sentence).join(' '),
    phrase: () => told(`${deed()} ${one(manners)}`),
    title: () => told(`${in100(50) ? 'Về việc ' : 'Công tác '}${deed()}`),
    order: (unit, due) => {
      const until = due === undefined ? '' : `, xong trước ngày ${spoken(due)}`
      const shown = in100(40) ? until.replace(/ngày .*/, '**$&**') : until
      return told(`<unit:${unit}> ${one(doings)} ${deed()}, ${one(links)} ${deed()} ${one(manners)}${shown}.`)
    },
    said: () => words,
  }
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

/** A reference to the directory keeps its letters. */
const lower = (text: string): string =>
  text.startsWith('<') ? text : text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
