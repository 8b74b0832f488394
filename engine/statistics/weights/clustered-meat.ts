/**
 * The middle of the cluster-robust variance, CR1: G/(G-1) x (N-1)/(N-K) x sum over clusters of u u', with u =
 * X'(y - Xw) of the cluster (Liang & Zeger 1986; Cameron & Miller 2015, eq. 11-12). Effects that lie within
 * clusters are not counted in K. A prior leaves the scores with a common part, which is taken out; without
 * one they sum to 0 anyway. `scores` has one vector per cluster, at least two.
 */
export function clusteredMeat(
  scores: readonly Float64Array[],
  observations: number,
  parameters: number,
): Float64Array {
  const size = scores[0]?.length ?? 0
  const clusters = scores.length
  const mean = new Float64Array(size)
  for (const score of scores) for (let j = 0; j < size; j++) mean[j]! += score[j]! / clusters
  const factor = (clusters / (clusters - 1)) * ((observations - 1) / Math.max(1, observations - parameters))
  const meat = new Float64Array(size * size)
  for (const score of scores) {
    for (let j = 0; j < size; j++) {
      for (let k = 0; k < size; k++) {
        meat[j * size + k]! += factor * (score[j]! - mean[j]!) * (score[k]! - mean[k]!)
      }
    }
  }
  return meat
}
