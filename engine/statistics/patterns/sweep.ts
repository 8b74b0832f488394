/** A symmetric matrix with a right-hand side as its last row and column, row by row; `size` counts both. */
export interface Bordered {
  size: number
  values: Float64Array
}

/** Pivots under this share of what they were at first are taken as 0: their level says nothing the others do not say. */
const NEGLIGIBLE = 1e-9

/** An empty matrix of `levels` with room for a right-hand side. */
export function borderedMatrix(levels: number): Bordered {
  const size = levels + 1
  return { size, values: new Float64Array(size * size) }
}

export function copyOf({ size, values }: Bordered): Bordered {
  return { size, values: values.slice() }
}

/**
 * Sweeps the levels `from` to `to` (not included) in place and gives how many of them could be: the rank they add. Afterwards the last
 * diagonal entry has lost the sum of squares they explain, the rest holds the Schur complement, and the swept part a generalised
 * inverse (Goodnight 1979, A Tutorial on the SWEEP Operator, The American Statistician 33). `first` gives the diagonal
 * before any sweep.
 */
export function sweep(
  { size, values }: Bordered,
  from: number,
  to: number,
  first: Float64Array,
  swept: Uint8Array,
): number {
  let rank = 0
  for (let k = from; k < to; k++) {
    const row = k * size
    const pivot = values[row + k]!
    if (!(pivot > NEGLIGIBLE * first[k]!)) continue
    rank++
    swept[k] = 1
    for (let j = 0; j < size; j++) if (j !== k) values[row + j]! /= pivot
    for (let i = 0; i < size; i++) {
      const factor = values[i * size + k]!
      if (i === k || factor === 0) continue
      const at = i * size
      for (let j = 0; j < size; j++) if (j !== k) values[at + j]! -= factor * values[row + j]!
    }
    for (let i = 0; i < size; i++) if (i !== k) values[i * size + k] = -values[i * size + k]! / pivot
    values[row + k] = 1 / pivot
  }
  return rank
}

export function diagonalOf({ size, values }: Bordered): Float64Array {
  return Float64Array.from({ length: size }, (_, i) => values[i * size + i]!)
}
