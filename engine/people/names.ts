/** The words of a person's name, lower case, without accents and titles: `Okafor, Ada` and `Ada Okafor` give the same set. */
export function nameTokens(name: string): readonly string[] {
  let tokens = known.get(name)
  if (!tokens) {
    tokens = name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[^\p{L}\p{N}']+/u)
      .filter((token) => token.length > 0 && !titles.has(token))
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(name, tokens)
  }
  return tokens
}

/** Every name is compared with many others: its words are taken apart once. */
const known = new Map<string, readonly string[]>()
const MOST_KNOWN = 20_000

const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'prof', 'herr', 'frau', 'jr', 'sr'])

/** Whether two names are written with the same words, in whatever order. */
export function isSameName(a: string, b: string): boolean {
  const left = nameTokens(a)
  const right = nameTokens(b)
  return left.length > 1 && left.length === right.length && sorted(left) === sorted(right)
}

function sorted(tokens: readonly string[]): string {
  return tokens.toSorted().join(' ')
}

/** One name is the other with words left out or shortened to initials: `A. Okafor`, `Ada N. Okafor`, `Ada`. */
export function isShortForm(a: string, b: string): boolean {
  const [shorter, longer] = [nameTokens(a), nameTokens(b)].toSorted((x, y) => x.length - y.length) as [
    readonly string[],
    readonly string[],
  ]
  if (shorter.length === 0 || (shorter.length < 2 && longer.length < 2)) return false
  const free = [...longer]
  let whole = 0
  for (const token of shorter) {
    const at = free.findIndex(
      (other) =>
        other === token ||
        (token.length === 1 && other.startsWith(token)) ||
        (other.length === 1 && token.startsWith(other)),
    )
    if (at < 0) return false
    if (free[at] === token && token.length > 1) whole++
    free.splice(at, 1)
  }
  return whole > 0
}

/** A login or the part of an e-mail address before the @ as made from a name: `aokafor`, `ada.okafor`, `okafora`, `ada_o`. */
export function isLoginOf(login: string, name: string): boolean {
  const plain = login
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/@.*$/, '')
    .replace(/\d+$/, '')
  const letters = plain.replace(/[^\p{L}]/gu, '')
  const tokens = nameTokens(name).map((token) => token.replace(/'/g, ''))
  if (tokens.length < 2 || letters.length < 3) return false
  const first = tokens[0]!
  const last = tokens.at(-1)!
  const forms = [
    [first, last],
    [last, first],
  ].flatMap(([a, b]) => [a! + b!, a![0]! + b!, a! + b![0]!, b! + a![0]!])
  return forms.includes(letters) || letters === tokens.join('')
}

/** Two names that cannot be of one person: both have two words or more and share none, not even as an initial or a login. */
export function doNamesContradict(a: string, b: string): boolean {
  const left = nameTokens(a)
  const right = nameTokens(b)
  if (left.length < 2 || right.length < 2) return false
  if (isLoginOf(a, b) || isLoginOf(b, a)) return false
  return !left.some((token) => token.length > 1 && right.includes(token))
}
