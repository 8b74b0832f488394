import type { Concept } from './concepts.ts'
import { CONCEPTS } from './concepts.ts'
import type { Header } from './header.ts'
import { listed } from './listed.ts'

/** An idea a heading may name, and how surely. */
export interface HeadingMatch {
  concept: Concept
  confidence: number
  /** Whether the heading is the phrase itself and not only holds it. */
  isExact: boolean
}

/** Whose name or number a heading holds when it is not the agent's. */
const OTHER_PEOPLE =
  /^(?:customer|client|caller|requester|recipient|respondent|contact|person|evaluator|reviewer|grader|supervisor|manager|leader|lead|creator|assigned|previous|scorer|auditor|coach|kunde|kunden|cliente|klant|klanten|company|account|approver|owner|submitter|calibrator|direct)$/

/** The single words that tell an idea also inside a longer heading; other single words mean too many things. */
const TELLING_WORDS = new Set(
  listed(`agent, csat, nps, queue, talk, hold, acw, aht, adherence, conformance, occupancy, disposition, evaluator,
    reviewer, scorecard, mitarbeiter, agente, conseiller, medewerker, channel, language, transferred, abandoned,
    resolved, satisfaction, supervisor, direction, skill, team`),
)

/** Words that make "agent ..." a figure or a note of the agent's and not the agent. */
const ABOUT_AGENTS =
  /^(?:interactions?|calls?|time|count|state|status|notes?|comments?|rating|score|talk|ring|disconnected|satisfaction|feedback|touches|responses?|repl(?:y|ies)|wait|handle|hold|idle|level|speed|answer|extension|utilization|percent)$/

const byPhrase = new Map<string, { concept: Concept; rank: number }[]>()
for (const concept of CONCEPTS) {
  concept.phrases.forEach((phrase, rank) => {
    const entries = byPhrase.get(phrase) ?? []
    entries.push({ concept, rank })
    byPhrase.set(phrase, entries)
  })
}

/** The ideas a heading may name, surest first. A column may have several headings (rows of a header); the best counts. */
export function matchHeading(headers: readonly Header[]): HeadingMatch[] {
  const best = new Map<Concept, HeadingMatch>()
  const take = (match: HeadingMatch): void => {
    const before = best.get(match.concept)
    if (!before || match.confidence > before.confidence) best.set(match.concept, match)
  }
  for (const header of headers) {
    const stripped = header.tokens.join(' ')
    for (const [phrase, base] of [
      [header.phrase, 0.96],
      [stripped, header.of === null ? 0.95 : 0.85],
    ] as const) {
      for (const { concept, rank } of byPhrase.get(phrase) ?? []) {
        take({ concept, confidence: base - Math.min(0.2, rank * 0.004), isExact: true })
      }
    }
    for (const match of heldPhrases(header)) take(match)
  }
  return [...best.values()].sort((a, b) => b.confidence - a.confidence)
}

function heldPhrases(header: Header): HeadingMatch[] {
  const matches: HeadingMatch[] = []
  const words = ` ${header.phrase} `
  const tokens = header.phrase.split(' ')
  const held = phrasesWithin(tokens)
  for (const concept of CONCEPTS) {
    if (concept.anywhere?.some((beginning) => words.includes(` ${beginning}`))) {
      matches.push({ concept, confidence: 0.75, isExact: false })
    }
    for (const { phrase, rank } of held.get(concept) ?? []) {
      if (!phrase.includes(' ') && !TELLING_WORDS.has(phrase)) continue
      const length = phrase.split(' ').length
      if (length / tokens.length < 0.5) continue
      const rest = words.replace(` ${phrase} `, ' ').trim().split(' ')
      if (
        rest.some((token) => OTHER_PEOPLE.test(token)) &&
        /^(?:agent|team|first|last|site|email|id|customer|score)/.test(concept.name)
      )
        continue
      if (concept.name.startsWith('agent') && rest.some((token) => ABOUT_AGENTS.test(token))) continue
      // Why a call was missed, ended or passed on is not why it was made.
      if (
        concept.name === 'reason' &&
        rest.some((token) =>
          /^(?:missed|disconnect|hangup|transfer|rating|absence|rejection|end|close|closed|abandon)$/.test(
            token,
          ),
        )
      )
        continue
      const confidence = 0.8 * Math.sqrt(length / tokens.length) - Math.min(0.1, rank * 0.003)
      matches.push({ concept, confidence, isExact: false })
    }
  }
  return matches
}

/** Looked up by the heading's runs of words: holding every phrase against every heading makes wide tables slow. */
function phrasesWithin(tokens: readonly string[]): Map<Concept, { phrase: string; rank: number }[]> {
  const found = new Map<Concept, { phrase: string; rank: number }[]>()
  if (tokens.length < 2 || tokens.length > 7) return found
  const runs = new Set<string>()
  for (let from = 0; from < tokens.length; from += 1) {
    for (let to = from + 1; to <= tokens.length; to += 1) runs.add(tokens.slice(from, to).join(' '))
  }
  runs.delete(tokens.join(' '))
  for (const phrase of runs) {
    for (const { concept, rank } of byPhrase.get(phrase) ?? []) {
      const entries = found.get(concept) ?? []
      entries.push({ phrase, rank })
      found.set(concept, entries)
    }
  }
  return found
}
