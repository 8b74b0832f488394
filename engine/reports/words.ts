const longDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** A day `YYYY-MM-DD` as `28 November 2026`. */
export function dayInWords(day: string): string {
  return longDay.format(new Date(`${day}T00:00:00Z`))
}

/** A day `YYYY-MM-DD` as `28 Nov`. */
export function dayInShort(day: string): string {
  return shortDay.format(new Date(`${day}T00:00:00Z`))
}

/** `1,284 contacts`, `1 contact`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`
}

/** `a, b and c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
