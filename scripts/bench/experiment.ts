/** What an experiment is, and how a group of them is run: round after round, so that all see the same minutes of the machine. */

import { median, spread } from './statistics.ts'

export type Sample = {
  readonly seconds: number
  /** Seconds of all cores, and the largest memory in bytes, where they were looked at. */
  readonly cpu?: number | undefined
  readonly peak?: number | undefined
  /** Of what was made, in all. */
  readonly bytes?: number | undefined
  /** Anything else that is worth keeping, in seconds or as a count. */
  readonly more?: Readonly<Record<string, number>> | undefined
}

export type Experiment = {
  readonly name: string
  /** Vietnamese, for the table. */
  readonly what: string
  /** How many notices `seconds` is for. */
  readonly notices?: number
  /** It was done to so many only; `whole` says what all of them would take. */
  readonly sampled?: number
  readonly whole?: (seconds: number) => number
  /** Why it cannot be done here. */
  readonly missing?: string | undefined
  /** Not timed; once. */
  readonly before?: () => Promise<void>
  readonly after?: () => Promise<void>
  readonly once: (round: number) => Promise<Sample>
  /** What takes minutes is repeated less often, what is over at once more often. */
  readonly most?: number
  readonly least?: number
}

export type Group = {
  readonly name: string
  readonly title: string
  readonly experiments: readonly Experiment[]
}

export type Measurement = {
  readonly name: string
  readonly group: string
  readonly what: string
  readonly notices: number | null
  readonly sampled: number | null
  /** Of all notices, worked out where only some were done. */
  readonly seconds: number
  readonly samples: readonly number[]
  readonly spread: number
  readonly cpu: number | null
  readonly peak: number | null
  readonly bytes: number | null
  readonly more: Readonly<Record<string, number>>
}

export type Skipped = { readonly name: string; readonly group: string; readonly why: string }

export type Telling = {
  readonly measured: (measurement: Measurement) => void
  readonly skipped: (skipped: Skipped) => void
}

/** `quick`: never more often than `runs`. What fails is told and left out; the others go on. */
export const runGroup = async (
  { name: group, experiments }: Group,
  { runs, quick }: { readonly runs: number; readonly quick: boolean },
  telling: Telling,
): Promise<void> => {
  const samples = new Map<Experiment, Sample[]>()
  const skip = (experiment: Experiment, why: string): void => {
    samples.delete(experiment)
    telling.skipped({ name: experiment.name, group, why })
  }
  for (const experiment of experiments) {
    samples.set(experiment, [])
    if (experiment.missing !== undefined) skip(experiment, experiment.missing)
    else await attempt(experiment.before).catch((fault) => skip(experiment, said(fault)))
  }
  const timesOf = ({ most = runs, least = 0 }: Experiment): number =>
    quick ? Math.min(runs, most) : Math.max(least, Math.min(runs, most))
  const rounds = Math.max(0, ...experiments.map(timesOf))
  for (let round = 0; round < rounds; round += 1)
    for (const experiment of experiments) {
      const taken = samples.get(experiment)
      if (!taken || round >= timesOf(experiment)) continue
      await experiment
        .once(round)
        .then((sample) => taken.push(sample))
        .catch((fault) => skip(experiment, said(fault)))
      if (round + 1 === timesOf(experiment) && taken.length > 0)
        telling.measured(measurementOf(experiment, group, taken))
    }
  for (const experiment of experiments) await attempt(experiment.after).catch(() => undefined)
}

const attempt = async (work: (() => Promise<void>) | undefined): Promise<void> => work?.()

const said = (fault: unknown): string =>
  (fault instanceof Error ? fault.message : String(fault)).trim().split('\n').slice(0, 4).join(' · ')

const measurementOf = (experiment: Experiment, group: string, samples: readonly Sample[]): Measurement => {
  const { name, what, notices = null, sampled = null, whole = (seconds: number) => seconds } = experiment
  const seconds = samples.map((sample) => sample.seconds)
  const middle = (values: readonly (number | undefined)[]): number | null => {
    const known = values.filter((value): value is number => value !== undefined)
    return known.length === 0 ? null : median(known)
  }
  const keys = Object.keys(samples[0]?.more ?? {})
  return {
    name,
    group,
    what,
    notices,
    sampled,
    seconds: whole(median(seconds)),
    samples: seconds,
    spread: spread(seconds),
    cpu: middle(samples.map(({ cpu }) => cpu)),
    peak: middle(samples.map(({ peak }) => peak)),
    bytes: middle(samples.map(({ bytes }) => bytes)),
    more: Object.fromEntries(keys.map((key) => [key, middle(samples.map(({ more }) => more?.[key])) ?? 0])),
  }
}
