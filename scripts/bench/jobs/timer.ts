/** Seconds that a piece of work takes in this process. */

export const secondsOf = async (work: () => unknown): Promise<number> => {
  const started = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - started) / 1e9
}
