/** Word's fields (PAGE, IF, REF …), which are spread over runs and may nest: which of their text is shown. */

import type { RunProperties } from './docx-properties.ts'

export type Field = {
  instruction: string
  /** Past the instruction, in the result. */
  inResult: boolean
  /** Look of the code, then of the result once it is met. */
  look: RunProperties
  met: boolean
}

export type Fields = {
  /** A field character; the look of the page number when a PAGE field has just ended. */
  readonly mark: (kind: string, look: RunProperties) => RunProperties | undefined
  readonly instruct: (text: string) => void
  readonly sees: (look: RunProperties) => void
  /** Instructions are not shown, and a page number in the file is out of date. */
  readonly hides: () => boolean
  readonly isConditional: () => boolean
}

export const isPageField = (instruction: string): boolean => /^\s*PAGE\b/i.test(instruction)

const isConditionalField = (instruction: string): boolean => /^\s*(IF|=)/i.test(instruction)

export const openFields = (stack: Field[]): Fields => ({
  mark: (kind, look) => {
    if (kind === 'begin') stack.push({ instruction: '', inResult: false, look, met: false })
    else if (kind === 'separate') {
      const field = stack.at(-1)
      if (field) field.inResult = true
    } else if (kind === 'end') {
      const field = stack.pop()
      return field && isPageField(field.instruction) ? field.look : undefined
    }
    return undefined
  },
  instruct: (text) => {
    const field = stack.at(-1)
    if (field && !field.inResult) field.instruction += text
  },
  sees: (look) => {
    const field = stack.at(-1)
    if (!field?.inResult || field.met) return
    field.met = true
    field.look = look
  },
  hides: () => stack.some((field) => !field.inResult || isPageField(field.instruction)),
  isConditional: () => stack.some((field) => isConditionalField(field.instruction)),
})
