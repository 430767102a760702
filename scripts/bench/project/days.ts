/** Days counted from the start of a year -> as records and sentences write them. */

const day = 24 * 60 * 60 * 1000

/** `0` is the first of January. */
export const dayOf = (year: number, count: number): string =>
  new Date(Date.UTC(year, 0, 1) + count * day).toISOString().slice(0, 10)

/** The same day, or the Monday after a weekend. */
export const workday = (date: string): string => {
  const at = new Date(`${date}T00:00:00Z`)
  const past = { 6: 2, 0: 1 }[at.getUTCDay()] ?? 0
  return new Date(at.getTime() + past * day).toISOString().slice(0, 10)
}

/** '2026-03-05' -> '05/3/2026', as offices write it. */
export const spoken = (date: string): string => {
  const [year, month, of] = date.split('-')
  return `${Number(month) < 3 ? `${of}/${month}` : `${of}/${Number(month)}`}/${year}`
}
