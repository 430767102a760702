/** Samples -> what is told of them: the median, how far they lie apart, and the ratio of two medians. */

export const median = (samples: readonly number[]): number => {
  if (samples.length === 0) throw new Error('no samples')
  const sorted = [...samples].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

/** Largest less smallest, as a share of the median; 0 for one sample. */
export const spread = (samples: readonly number[]): number => {
  const half = median(samples)
  return half === 0 ? 0 : (Math.max(...samples) - Math.min(...samples)) / half
}

export type Target = { readonly is: 'at most' | 'at least'; readonly limit: number }

export const reached = (ratio: number, { is, limit }: Target): boolean =>
  is === 'at most' ? ratio <= limit : ratio >= limit
