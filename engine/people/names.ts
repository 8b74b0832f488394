const undecomposed = new Map(
  Object.entries({ ß: 'ss', ø: 'o', ł: 'l', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }),
)

/** Lower case, accents off: `Søren Weiß` becomes `soren weiss`. */
function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘`´]/g, "'")
    .toLowerCase()
    .replace(/[ßøłæœđðþı]/g, (letter) => undecomposed.get(letter)!)
}

/** One spelling for `muller` and `mueller`, which both stand for Müller: for comparing, never for showing. */
function asSpelled(word: string): string {
  return word.replace(/([aou])e/g, '$1')
}

interface NameWords {
  tokens: readonly string[]
  spelled: readonly string[]
}

function nameWords(name: string): NameWords {
  let words = known.get(name)
  if (!words) {
    const tokens = withoutAccents(name)
      .split(/[^\p{L}\p{N}']+/u)
      .filter((token) => token.length > 0 && !titles.has(token))
    if (known.size >= MOST_KNOWN) known.clear()
    words = { tokens, spelled: tokens.map(asSpelled) }
    known.set(name, words)
  }
  return words
}

/** The words of a person's name, lower case, without accents and titles: `Okafor, Ada` and `Ada Okafor` give the same set. */
export function nameTokens(name: string): readonly string[] {
  return nameWords(name).tokens
}

/** Every name is compared with many others: its words are taken apart once. */
const known = new Map<string, NameWords>()
const MOST_KNOWN = 20_000

const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'prof', 'herr', 'frau', 'jr', 'sr'])

/** Whether two names are written with the same words, in whatever order. */
export function isSameName(a: string, b: string): boolean {
  const left = nameWords(a).spelled
  const right = nameWords(b).spelled
  return left.length > 1 && left.length === right.length && sorted(left) === sorted(right)
}

function sorted(tokens: readonly string[]): string {
  return tokens.toSorted().join(' ')
}

/** One name is the other with words left out or shortened to initials: `A. Okafor`, `Ada N. Okafor`, `Ada`. */
export function isShortForm(a: string, b: string): boolean {
  const [shorter, longer] = [nameWords(a).spelled, nameWords(b).spelled].toSorted(
    (x, y) => x.length - y.length,
  ) as [readonly string[], readonly string[]]
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
  const plain = withoutAccents(login).replace(/@.*$/, '').replace(/\d+$/, '')
  const letters = plain.replace(/[^\p{L}]/gu, '')
  const tokens = nameWords(name).tokens.map((token) => token.replace(/'/g, ''))
  if (tokens.length < 2 || letters.length < 3) return false
  const first = tokens[0]!
  const last = tokens.at(-1)!
  const forms = [
    [first, last],
    [last, first],
  ].flatMap(([a, b]) => [a! + b!, a![0]! + b!, a! + b![0]!, b! + a![0]!])
  return [...forms, tokens.join('')].map(asSpelled).includes(asSpelled(letters))
}

/** Whether a login or the part of an e-mail address before the @ holds a word of the name, of three letters or more. */
export function sharesWord(login: string, name: string): boolean {
  const plain = asSpelled(withoutAccents(login).replace(/@.*$/, ''))
  return nameWords(name).spelled.some((word) => word.length > 2 && plain.includes(word.replace(/'/g, '')))
}

/** Two names that cannot be of one person: both have two words or more and share none, not even as an initial or a login. */
export function doNamesContradict(a: string, b: string): boolean {
  const left = nameWords(a).spelled
  const right = nameWords(b).spelled
  if (left.length < 2 || right.length < 2) return false
  if (isLoginOf(a, b) || isLoginOf(b, a)) return false
  return !left.some((token) => token.length > 1 && right.includes(token))
}
