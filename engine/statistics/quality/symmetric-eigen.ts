const MOST_SWEEPS = 60

/** Eigenvalues of a symmetric matrix and, in parallel, its orthonormal eigenvectors. */
export interface Eigen {
  values: number[]
  vectors: Float64Array[]
}

/**
 * Eigenvalues and vectors of a small symmetric matrix by cyclic Jacobi rotations (Golub & Van Loan, Matrix Computations, section
 * 8.5). Rows in, not changed.
 */
export function symmetricEigen(matrix: readonly Float64Array[]): Eigen {
  const size = matrix.length
  const a = matrix.map((row) => Float64Array.from(row))
  const vectors = matrix.map((_, i) => {
    const unit = new Float64Array(size)
    unit[i] = 1
    return unit
  })
  let scale = 0
  for (const row of a) for (const value of row) scale += value * value
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let off = 0
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) off += a[p]![q]! ** 2
    if (off <= 1e-26 * scale) break
    for (let p = 0; p < size; p++)
      for (let q = p + 1; q < size; q++) if (a[p]![q]! !== 0) rotate(a, vectors, p, q)
  }
  return { values: a.map((row, i) => row[i]!), vectors }
}

/** Turns the plane of p and q so that their entry vanishes, in place; the rows of `vectors` turn with it. */
function rotate(a: Float64Array[], vectors: Float64Array[], p: number, q: number): void {
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!)
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const cosine = 1 / Math.sqrt(tangent * tangent + 1)
  const sine = tangent * cosine
  for (let k = 0; k < a.length; k++) {
    const [kp, kq] = [a[k]![p]!, a[k]![q]!]
    a[k]![p] = cosine * kp - sine * kq
    a[k]![q] = sine * kp + cosine * kq
  }
  for (const rows of [a, vectors])
    for (let k = 0; k < a.length; k++) {
      const [pk, qk] = [rows[p]![k]!, rows[q]![k]!]
      rows[p]![k] = cosine * pk - sine * qk
      rows[q]![k] = sine * pk + cosine * qk
    }
}
