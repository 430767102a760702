/** What several rules ask of one record, found out once. */

/** Forgotten with what it was asked of. */
export const once = <Of extends object, Answer>(find: (of: Of) => Answer): ((of: Of) => Answer) => {
  const found = new WeakMap<Of, { readonly answer: Answer }>()
  return (of) => {
    const there = found.get(of) ?? { answer: find(of) }
    found.set(of, there)
    return there.answer
  }
}
