/**
 * Which of the p-values are discoveries at the given false discovery rate: the step-up procedure of Benjamini
 * & Hochberg (1995). Answers in the order given; ties are treated alike.
 */
export function benjaminiHochberg(pValues: readonly number[], falseDiscoveryRate: number): boolean[] {
  const sorted = pValues.toSorted((a, b) => a - b)
  let threshold = -1
  sorted.forEach((p, index) => {
    if (p <= (falseDiscoveryRate * (index + 1)) / sorted.length) threshold = p
  })
  return pValues.map((p) => p <= threshold)
}
