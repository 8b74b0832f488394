/**
 * Inverse of a symmetric positive definite matrix (size x size, row by row) by Cholesky; the input is kept.
 */
export function invertPositiveDefinite(matrix: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]!
      for (let k = 0; k < j; k++) sum -= lower[i * size + k]! * lower[j * size + k]!
      if (i !== j) lower[i * size + j] = sum / lower[j * size + j]!
      // Rounding may eat a pivot of nearly collinear columns; the diagonal's own scale stands in.
      else lower[i * size + i] = Math.sqrt(Math.max(sum, 1e-12 * Math.abs(matrix[i * size + i]!), 1e-300))
    }
  }
  const inverse = new Float64Array(size * size)
  const column = new Float64Array(size)
  for (let c = 0; c < size; c++) {
    for (let i = 0; i < size; i++) {
      let sum = i === c ? 1 : 0
      for (let k = 0; k < i; k++) sum -= lower[i * size + k]! * column[k]!
      column[i] = sum / lower[i * size + i]!
    }
    for (let i = size - 1; i >= 0; i--) {
      let sum = column[i]!
      for (let k = i + 1; k < size; k++) sum -= lower[k * size + i]! * column[k]!
      column[i] = sum / lower[i * size + i]!
    }
    for (let i = 0; i < size; i++) inverse[i * size + c] = column[i]!
  }
  return inverse
}

/** Matrix times vector. */
export function timesVector(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length
  return vector.map((_, i) => {
    let sum = 0
    for (let j = 0; j < size; j++) sum += matrix[i * size + j]! * vector[j]!
    return sum
  })
}

/** Diagonal of bread x meat x bread, all symmetric. */
export function sandwichDiagonal(bread: Float64Array, meat: Float64Array, size: number): Float64Array {
  const diagonal = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    const row = bread.slice(i * size, (i + 1) * size)
    const through = timesVector(meat, row)
    for (let j = 0; j < size; j++) diagonal[i]! += row[j]! * through[j]!
  }
  return diagonal
}
