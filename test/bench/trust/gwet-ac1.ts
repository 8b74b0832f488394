/**
 * Gwet's AC1 of two raters who answered the same items, with the lower 95% bound by his analytic variance (Gwet, British Journal of
 * Mathematical and Statistical Psychology 61, 2008, eq. 6 and 36). Null under two categories or two items.
 */
export function gwetAc1(
  pairs: readonly (readonly [string, string])[],
): { value: number; low: number } | null {
  const n = pairs.length
  const shares = new Map<string, number>()
  for (const pair of pairs)
    for (const category of pair) shares.set(category, (shares.get(category) ?? 0) + 1 / (2 * n))
  if (shares.size < 2 || n < 2) return null
  const q = shares.size
  let byChance = 0
  for (const share of shares.values()) byChance += (share * (1 - share)) / (q - 1)
  const agreed = pairs.filter(([a, b]) => a === b).length / n
  const value = (agreed - byChance) / (1 - byChance)
  let squares = 0
  for (const [a, b] of pairs) {
    const item = (Number(a === b) - byChance) / (1 - byChance)
    const chanceOfItem = ((1 - shares.get(a)!) / 2 + (1 - shares.get(b)!) / 2) / (q - 1)
    const shift = (2 * (1 - value) * (chanceOfItem - byChance)) / (1 - byChance)
    squares += (item - shift - value) ** 2
  }
  return { value, low: value - 1.96 * Math.sqrt(squares / (n * (n - 1))) }
}
