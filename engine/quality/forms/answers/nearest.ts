/** Words for comparing: case, accents and spacing do not count. */
export function plainWords(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim()
}

/** The one of `names` that differs least from `wanted` by letters (Levenshtein); null where none is near. */
export function nearestName(wanted: string, names: readonly string[]): string | null {
  const word = plainWords(wanted).slice(0, 200)
  let best: string | null = null
  let least = Math.max(2, Math.ceil(word.length * 0.6)) + 1
  for (const name of names) {
    const other = plainWords(name).slice(0, 200)
    const distance = other.includes(word) || word.includes(other) ? 1 : lettersBetween(word, other)
    if (distance >= least) continue
    least = distance
    best = name
  }
  return best
}

function lettersBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1]
    for (const [place, compared] of [...other].entries())
      next.push(
        Math.min(
          next[place]! + 1,
          (row[place + 1] ?? place + 1) + 1,
          (row[place] ?? place) + (letter === compared ? 0 : 1),
        ),
      )
    row = next
  }
  return row.at(-1) ?? 0
}
