/**
 * Sums over contacts whose outcome is known, for one agent in one queue: all that a joint regression within
 * agents and queues needs, and additive, so that a rollup may keep them per week. Variables are the drivers
 * in a fixed order and the outcome last; matrices are size x size, row by row. A driver may be unknown on a
 * contact.
 */
export interface PairedSums {
  size: number
  /** Contacts on which j and k are both known. */
  counts: Float64Array
  /** Sum of j over contacts on which j and k are both known. */
  sums: Float64Array
  /** Sum of j times k over those contacts. */
  products: Float64Array
}

/** Sums over no contacts, for so many drivers and one outcome. */
export function emptyPairedSums(driverCount: number): PairedSums {
  const size = driverCount + 1
  return {
    size,
    counts: new Float64Array(size * size),
    sums: new Float64Array(size * size),
    products: new Float64Array(size * size),
  }
}

/** Adds one contact, in place: its driver values (null where unknown) and its outcome. */
export function addContact(to: PairedSums, drivers: readonly (number | null)[], outcome: number): void {
  const values = [...drivers, outcome]
  for (let j = 0; j < to.size; j++) {
    const left = values[j] ?? null
    if (left === null) continue
    for (let k = 0; k < to.size; k++) {
      const right = values[k] ?? null
      if (right === null) continue
      const at = j * to.size + k
      to.counts[at]! += 1
      to.sums[at]! += left
      to.products[at]! += left * right
    }
  }
}

/** Adds other sums over the same variables, in place. */
export function mergePairedSums(to: PairedSums, from: PairedSums): void {
  for (let at = 0; at < to.counts.length; at++) {
    to.counts[at]! += from.counts[at]!
    to.sums[at]! += from.sums[at]!
    to.products[at]! += from.products[at]!
  }
}

/** Contacts in the sums. */
export function contactCount({ size, counts }: PairedSums): number {
  return counts[size * size - 1]!
}

/**
 * Products of deviations from each variable's own mean here (both sides demeaned). A driver unknown on a
 * contact counts as being at its mean there, which keeps the matrix positive semidefinite.
 */
export function centredProducts({ size, counts, sums, products }: PairedSums): Float64Array {
  const means = new Float64Array(size)
  for (let j = 0; j < size; j++) {
    const own = j * size + j
    means[j] = counts[own]! > 0 ? sums[own]! / counts[own]! : 0
  }
  const centred = new Float64Array(size * size)
  for (let j = 0; j < size; j++) {
    for (let k = 0; k < size; k++) {
      const at = j * size + k
      const value =
        products[at]! -
        means[j]! * sums[k * size + j]! -
        means[k]! * sums[at]! +
        counts[at]! * means[j]! * means[k]!
      // What rounding leaves of equal values is no variation.
      const isRounding = j === k && value <= 1e-12 * products[at]!
      centred[at] = isRounding ? 0 : value
    }
  }
  return centred
}
