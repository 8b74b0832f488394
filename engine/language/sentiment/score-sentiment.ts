import { sentimentLexicon } from './lexicon.ts'
import {
  boosterPairs,
  capitalsStep,
  exclamationStep,
  negationFactor,
  normalisation,
  questionMost,
  questionStep,
  specialPhrases,
} from './modifiers.ts'
import { hasMixedCapitals, sentimentTokens } from './sentiment-tokens.ts'
import type { SentimentToken } from './sentiment-tokens.ts'

export type Sentiment = {
  /** -1 (most negative) to 1 (most positive), 4 decimals. */
  compound: number
  /** Shares of the text, 3 decimals, together about 1 (all 0 for a text without words). */
  positive: number
  neutral: number
  negative: number
}

/**
 * Sentiment of one English sentence by the published rules of VADER (Hutto & Gilbert 2014, as in its reference release:
 * negation, degree words, capitals, punctuation, "but", "least", "no", special phrases, emoji by their names), rounded as
 * there. Text in, four figures out; no words gives zeroes, as VADER does. Reads text only and knows no language but English.
 */
export function scoreSentiment(text: string): Sentiment {
  const spelled = spellEmoji(text)
  const tokens = sentimentTokens(spelled)
  if (tokens.length === 0) return { compound: 0, positive: 0, neutral: 0, negative: 0 }
  const valences = weighAroundBut(tokens, tokenValences(tokens))
  return summarise(valences, punctuationEmphasis(spelled))
}

function tokenValences(tokens: readonly SentimentToken[]): number[] {
  const isMixed = hasMixedCapitals(tokens)
  const valences = Array.from<number>({ length: tokens.length }).fill(0)
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    if (!token.inLexicon || token.isBooster) continue
    if (token.lower === 'kind' && tokens[at + 1]?.lower === 'of') continue
    valences[at] = valenceInContext(tokens, at, isMixed)
  }
  return valences
}

/** The order of the steps matters and is the reference's: each works on what the one before it left. */
function valenceInContext(tokens: readonly SentimentToken[], at: number, isMixed: boolean): number {
  const token = tokens[at]!
  let valence = token.valence
  const one = tokens[at - 1]
  const two = tokens[at - 2]
  const three = tokens[at - 3]
  if (token.lower === 'no' && tokens[at + 1]?.inLexicon === true) valence = 0
  if (
    one?.lower === 'no' ||
    two?.lower === 'no' ||
    (three?.lower === 'no' && (one?.lower === 'or' || one?.lower === 'nor'))
  )
    valence = token.valence * negationFactor
  if (token.isCapitals && isMixed) valence += valence > 0 ? capitalsStep : -capitalsStep

  if (one !== undefined && !one.inLexicon) {
    valence += boost(one, valence, isMixed)
    if (one.isNegation) valence *= negationFactor
  }
  if (two !== undefined && !two.inLexicon) {
    valence += boost(two, valence, isMixed) * 0.95
    if (two.lower === 'never' && isSoOrThis(one)) valence *= 1.25
    else if (two.isNegation && !(two.lower === 'without' && one?.lower === 'doubt')) valence *= negationFactor
  }
  if (three !== undefined && !three.inLexicon) {
    valence += boost(three, valence, isMixed) * 0.9
    if ((three.lower === 'never' && isSoOrThis(two)) || isSoOrThis(one)) valence *= 1.25
    else if (
      three.isNegation &&
      !(three.lower === 'without' && (two?.lower === 'doubt' || one?.lower === 'doubt'))
    )
      valence *= negationFactor
    valence = specialPhrase(tokens, at, valence)
  }
  if (one?.lower === 'least' && !one.inLexicon && two?.lower !== 'at' && two?.lower !== 'very')
    valence *= negationFactor
  return valence
}

function boost(token: SentimentToken, valence: number, isMixed: boolean): number {
  if (!token.isBooster) return 0
  let step = valence < 0 ? -token.boost : token.boost
  if (token.isCapitals && isMixed) step += valence > 0 ? capitalsStep : -capitalsStep
  return step
}

function isSoOrThis(token: SentimentToken | undefined): boolean {
  return token !== undefined && (token.lower === 'so' || token.lower === 'this')
}

function specialPhrase(tokens: readonly SentimentToken[], at: number, valence: number): number {
  const zero = tokens[at]!.lower
  const one = tokens[at - 1]!.lower
  const two = tokens[at - 2]!.lower
  const three = tokens[at - 3]!.lower
  const next = tokens[at + 1]?.lower
  const afterNext = tokens[at + 2]?.lower
  const twoOne = `${two} ${one}`
  const threeTwo = `${three} ${two}`
  let result =
    specialPhrases.get(`${one} ${zero}`) ??
    specialPhrases.get(`${twoOne} ${zero}`) ??
    specialPhrases.get(twoOne) ??
    specialPhrases.get(`${three} ${twoOne}`) ??
    specialPhrases.get(threeTwo) ??
    valence
  if (next !== undefined) result = specialPhrases.get(`${zero} ${next}`) ?? result
  if (afterNext !== undefined) result = specialPhrases.get(`${zero} ${next} ${afterNext}`) ?? result
  return result + (boosterPairs.get(threeTwo) ?? 0) + (boosterPairs.get(twoOne) ?? 0)
}

const longestForValueOrder = 4096

/**
 * Halves what stands before the first "but" and adds half to what stands after. The reference finds each value by its first
 * equal (so of two equal words on both sides of the "but" the first is scaled twice); done the same way here, by position
 * only in texts so long that searching by value would grow with the square of their length.
 */
function weighAroundBut(tokens: readonly SentimentToken[], valences: number[]): number[] {
  const but = tokens.findIndex((token) => token.lower === 'but')
  if (but < 0) return valences
  const byValue = valences.length <= longestForValueOrder
  for (let at = 0; at < valences.length; at++) {
    const valence = valences[at]!
    if (valence === 0) continue
    const first = byValue ? valences.indexOf(valence) : at
    if (first < but) valences[first] = valence * 0.5
    else if (first > but) valences[first] = valence * 1.5
  }
  return valences
}

function punctuationEmphasis(text: string): number {
  let exclamations = 0
  let questions = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 33) exclamations++
    else if (code === 63) questions++
  }
  const emphasis = Math.min(exclamations, 4) * exclamationStep
  if (questions < 2) return emphasis
  return emphasis + (questions <= 3 ? questions * questionStep : questionMost)
}

function summarise(valences: readonly number[], emphasis: number): Sentiment {
  let sum = 0
  let positive = 0
  let negative = 0
  let neutral = 0
  for (const valence of valences) {
    sum += valence
    // The 1 makes up for neutral words, which count 1 each.
    if (valence > 0) positive += valence + 1
    else if (valence < 0) negative += 1 - valence
    else neutral++
  }
  if (sum > 0) sum += emphasis
  else if (sum < 0) sum -= emphasis
  if (positive > negative) positive += emphasis
  else if (positive < negative) negative += emphasis
  const total = positive + negative + neutral
  const compound = Math.max(-1, Math.min(1, sum / Math.sqrt(sum * sum + normalisation)))
  return {
    compound: roundHalfEven(compound, 4),
    positive: roundHalfEven(positive / total, 3),
    neutral: roundHalfEven(neutral / total, 3),
    negative: roundHalfEven(negative / total, 3),
  }
}

/** Rounds the exact binary value, ties to even, as Python's `round` does: the published figures were made with it. */
function roundHalfEven(value: number, decimals: 3 | 4): number {
  const factor = decimals === 3 ? 1000 : 10_000
  const scaled = value * factor
  const below = Math.floor(scaled)
  const rest = scaled - below
  if (Math.abs(rest - 0.5) > 1e-6) return (rest > 0.5 ? below + 1 : below) / factor + 0
  // A tie is exact only where the value is an odd number of 1/16 (three decimals) or 1/32 (four).
  const parts = value * (decimals === 3 ? 16 : 32)
  if (Number.isInteger(parts)) return (below % 2 === 0 ? below : below + 1) / factor + 0
  return Number(value.toFixed(decimals)) + 0
}

const firstEmojiCode = 0x203c

function spellEmoji(text: string): string {
  let mayHoldEmoji = false
  for (let at = 0; at < text.length; at++)
    if (
      text.charCodeAt(at) >= firstEmojiCode ||
      text.charCodeAt(at) === 0xa9 ||
      text.charCodeAt(at) === 0xae
    ) {
      mayHoldEmoji = true
      break
    }
  if (!mayHoldEmoji) return text
  const { emojiNames } = sentimentLexicon()
  let spelled = ''
  let isAfterSpace = true
  for (const character of text) {
    const name = emojiNames.get(character)
    if (name === undefined) {
      spelled += character
      isAfterSpace = character === ' '
    } else {
      spelled += isAfterSpace ? name : ` ${name}`
      isAfterSpace = false
    }
  }
  return spelled
}
