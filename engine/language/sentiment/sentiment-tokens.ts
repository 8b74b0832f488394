import { sentimentLexicon } from './lexicon.ts'
import { boosters, negations } from './modifiers.ts'

/** One word or emoticon as the rules see it. */
export type SentimentToken = {
  readonly lower: string
  readonly isCapitals: boolean
  readonly inLexicon: boolean
  /** Lexicon valence, 0 where the word is not in the lexicon. */
  readonly valence: number
  readonly isBooster: boolean
  readonly boost: number
  readonly isNegation: boolean
}

const known = new Map<string, SentimentToken>()
const mostKnown = 50_000

/**
 * Splits on white space; ASCII punctuation is stripped from both ends of a token unless two or fewer characters would remain
 * (then it probably is an emoticon), as the published rules do. Emoji must have been spelled out before.
 */
export function sentimentTokens(text: string): SentimentToken[] {
  const tokens: SentimentToken[] = []
  const length = text.length
  let start = -1
  for (let at = 0; at <= length; at++) {
    const isGap = at === length || isWhiteSpace(text.charCodeAt(at))
    if (isGap && start >= 0) {
      tokens.push(tokenOf(text.slice(start, at)))
      start = -1
    } else if (!isGap && start < 0) start = at
  }
  return tokens
}

/** Whether some but not all tokens are written in capitals: only then do capitals mean emphasis. */
export function hasMixedCapitals(tokens: readonly SentimentToken[]): boolean {
  let capitals = 0
  for (const token of tokens) if (token.isCapitals) capitals++
  return capitals > 0 && capitals < tokens.length
}

function tokenOf(raw: string): SentimentToken {
  const before = known.get(raw)
  if (before !== undefined) return before
  const text = stripPunctuation(raw)
  const lower = text.toLowerCase()
  const valence = sentimentLexicon().valences.get(lower)
  const boost = boosters.get(lower)
  const token: SentimentToken = {
    lower,
    isCapitals: text !== lower && text === text.toUpperCase(),
    inLexicon: valence !== undefined,
    valence: valence ?? 0,
    isBooster: boost !== undefined,
    boost: boost ?? 0,
    isNegation: negations.has(lower) || lower.includes("n't"),
  }
  // Names and typing errors are endless: the memory of seen words is emptied rather than grown without bound.
  if (known.size >= mostKnown) known.clear()
  known.set(raw, token)
  return token
}

function stripPunctuation(raw: string): string {
  let start = 0
  let end = raw.length
  while (start < end && isPunctuation(raw.charCodeAt(start))) start++
  while (end > start && isPunctuation(raw.charCodeAt(end - 1))) end--
  if (start === 0 && end === raw.length) return raw
  const stripped = raw.slice(start, end)
  const isShort = stripped.length <= 2 || (stripped.length <= 4 && [...stripped].length <= 2)
  return isShort ? raw : stripped
}

function isPunctuation(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  )
}

function isWhiteSpace(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13) || (code >= 28 && code <= 31)
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  )
}
