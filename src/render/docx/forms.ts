/**
 * Forms: the XML that docx writes of an element of one kind, with places for what differs from one such element to the
 * next. docx is asked once for each kind; its objects cost more than all the rest of a file.
 */

import type { XmlComponent } from 'docx'
import type { Sheet } from '../../layout/sheet.ts'
import { xmlOf } from './library.ts'

/** The element with this content, which is XML, and these numbers in it. */
export type Form = (content: string, numbers?: readonly number[]) => string

/** The forms of sheets with the same rules, by what they are forms of. */
export type Forms = { readonly rules: Sheet['rules']; readonly known: Map<string, Form> }

export const formsOf = (rules: Sheet['rules']): Forms => ({ rules, known: new Map() })

/**
 * The form of that name. `name` says everything that `make` leans on besides the rules, and nothing that differs from
 * notice to notice: there are as many forms as there are styles, not as there are texts.
 */
export const formFor = (forms: Forms, name: string, make: () => Form): Form => {
  const known = forms.known.get(name)
  if (known) return known
  const form = make()
  forms.known.set(name, form)
  return form
}

/** Stands for the content, as a text. */
export const place = '\ue000'

/** Stands for the number at this index; no measure in a file has ten digits. */
export const numberPlace = (index: number): number => 1_000_000_000 + index

const places = /(\ue000|\b1\d{9}\b)/

/** `content`: the child of the element that stands for all its content, where that is not a text. */
export const formOf = (element: XmlComponent, content?: XmlComponent): Form => {
  const xml = xmlOf(element)
  const child = content ? xmlOf(content) : place
  if (content && !xml.includes(child)) throw new Error('an element that docx writes otherwise alone')
  const [start = '', ...rest] = xml.replace(child, place).split(places)
  const texts = rest.filter((_, index) => index % 2 === 1)
  const indices = rest
    .filter((_, index) => index % 2 === 0)
    .map((found) => (found === place ? undefined : Number(found) - numberPlace(0)))
  return (inside, numbers = []) =>
    texts.reduce((filled, text, at) => {
      const index = indices[at]
      if (index === undefined) return filled + inside + text
      const number = numbers[index]
      if (!Number.isFinite(number)) throw new Error(`${number} cannot stand in a Word file`)
      return filled + number + text
    }, start)
}
