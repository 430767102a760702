/** What of a record must not change once its notice is issued, as one text. */

/** Keys under which a record goes on living: how far a task has come is no part of the notice. */
const living = new Set(['progress'])

/** The same text for the same content, in whatever order its keys are written. */
export const frozenText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(frozenText).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const pairs = Object.entries(value)
    .filter(([key, each]) => each !== undefined && !living.has(key))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${pairs.map(([key, each]) => `${JSON.stringify(key)}:${frozenText(each)}`).join(',')}}`
}
