import {
  addedBy,
  benjaminiHochberg,
  groupMeansOf,
  withoutGroupMeans,
  type AddedBy,
} from '../../statistics/index.ts'
import type { FrequentPhrase } from './phrase-book.ts'

/** A conversation whose handle time is known. */
export interface TimedContact {
  /** Queue, reason and channel. */
  stratumId: number
  personId: number
  handleMs: number
  /** Words its agent says. */
  agentWords: number
  isResolved: number | null
  /** 0..1 */
  csat: number | null
}

export type OutcomeVerdict = 'no difference seen' | 'too few to tell' | 'worse' | 'better'

/** An outcome with the phrase and without, within queue and reason; shares and scores 0..1. */
export interface OutcomeDifference {
  metricId: 'csat_mean' | 'resolved_rate'
  nWith: number
  nWithout: number
  difference: number | null
  low: number | null
  high: number | null
  verdict: OutcomeVerdict
}

/** A phrase that goes with longer handle time, and no better outcome. */
export interface WasteFinding {
  words: readonly string[]
  /** Other phrases said in mostly the same conversations. */
  alsoSaid: string[]
  n: number
  agents: number
  seconds: number
  lowSeconds: number
  highSeconds: number
  outcomes: OutcomeDifference[]
  /** Where it is said, in the conversations that take longest for their kind first. */
  moments: { conversation: number; segment: number; handleMs: number }[]
}

export interface WasteResult {
  contacts: number
  tested: number
  findings: WasteFinding[]
  /** Longer, but with a better outcome: no waste. */
  setAside: number
}

const FALSE_DISCOVERY_RATE = 0.1
/** Within this much of the outcome's scale a difference makes none. */
const NARROW = 0.1
const FEWEST_OUTCOMES = 10
const FEWEST_AGENTS = 4
const SAME_STEP_SHARE = 0.5
const NEARLY_AS_OFTEN = 0.7
const MOST_FINDINGS = 12
const MOST_MOMENTS = 6

/**
 * Phrases whose presence goes with more handle time: the logarithm of the handle time within stratum (queue, reason, channel) and
 * agent, at equal length of what the agent says outside the turn with the phrase (a longer talk holds more of every phrase).
 * Least squares after the groups' means (`addedBy`), one-sided, Benjamini-Hochberg at 10% over all phrases (1995). In pieces:
 * between two of them others may work.
 */
export function* findWaste(
  contacts: readonly TimedContact[],
  phrases: readonly FrequentPhrase[],
): Generator<void, WasteResult> {
  const groupings = [
    numbered(contacts.map(({ stratumId }) => stratumId)),
    numbered(contacts.map(({ personId }) => personId)),
  ]
  const groupMeans = groupMeansOf(groupings)
  const outcome = withoutGroupMeans(
    Float64Array.from(contacts, ({ handleMs }) => Math.log(handleMs)),
    groupings,
  )
  const ordinaryTurn = usualTurn(contacts, phrases)
  const tests: { phrase: FrequentPhrase; added: AddedBy }[] = []
  for (const phrase of phrases) {
    yield
    const people = new Set(Array.from(phrase.conversations, (at) => contacts[at]!.personId))
    if (people.size < FEWEST_AGENTS || phrase.conversations.length > contacts.length - FEWEST_OUTCOMES)
      continue
    const has = presence(contacts, phrase)
    const control = withoutGroupMeans(wordsBeside(contacts, phrase, ordinaryTurn), groupings)
    const added = addedBy(has, outcome, groupings, groupMeans, control)
    if (added !== null) tests.push({ phrase, added })
  }
  const isDiscovery = benjaminiHochberg(
    tests.map(({ added }) => added.p),
    FALSE_DISCOVERY_RATE,
  )
  const discoveries = tests
    .filter((_, index) => isDiscovery[index])
    .toSorted((a, b) => a.added.p - b.added.p || b.phrase.words.length - a.phrase.words.length)
  const strata = [groupings[0]!]
  const findings: WasteFinding[] = []
  let setAside = 0
  for (const step of sameSteps(discoveries)) {
    yield
    const outcomes = (['resolved_rate', 'csat_mean'] as const).map((metricId) =>
      outcomeDifference(metricId, contacts, step.phrase, strata[0]!),
    )
    if (outcomes.some(({ verdict }) => verdict === 'better')) setAside += 1
    else findings.push(findingOf(step, contacts, outcome, outcomes))
  }
  findings.sort((a, b) => b.lowSeconds * b.n - a.lowSeconds * a.n)
  return {
    contacts: contacts.length,
    tested: tests.length,
    findings: findings.slice(0, MOST_FINDINGS),
    setAside,
  }
}

function numbered(ids: readonly number[]): Int32Array {
  const numbers = new Map<number, number>()
  return Int32Array.from(ids, (id) => {
    let number = numbers.get(id)
    if (number === undefined) numbers.set(id, (number = numbers.size))
    return number
  })
}

function presence(contacts: readonly TimedContact[], { conversations }: FrequentPhrase): Float64Array {
  const has = new Float64Array(contacts.length)
  for (const at of conversations) has[at] = 1
  return has
}

/** How long turns are in which phrases are said: what is taken off where this phrase is not said, so that both sides lose one turn. */
function usualTurn(contacts: readonly TimedContact[], phrases: readonly FrequentPhrase[]): number {
  let [words, turns] = [0, 0]
  for (const { turnWords } of phrases)
    for (const count of turnWords) {
      words += count
      turns += 1
    }
  const shortest = contacts.reduce((least, { agentWords }) => Math.min(least, agentWords), Infinity)
  return turns === 0 ? 0 : Math.min(words / turns, shortest)
}

function wordsBeside(
  contacts: readonly TimedContact[],
  { conversations, turnWords }: FrequentPhrase,
  ordinaryTurn: number,
): Float64Array {
  const beside = Float64Array.from(contacts, ({ agentWords }) => agentWords - ordinaryTurn)
  conversations.forEach((at, index) => (beside[at] = contacts[at]!.agentWords - turnWords[index]!))
  return beside.map((words) => Math.log(1 + Math.max(0, words)))
}

type Discovery = { phrase: FrequentPhrase; added: AddedBy }
type Step = Discovery & { alsoSaid: string[] }

/**
 * Phrases said in mostly the same conversations are one step. The longest of them stands for it, if it is said nearly as often as the
 * surest.
 */
function sameSteps(discoveries: readonly Discovery[]): Step[] {
  const groups: { said: Set<number>; members: Discovery[] }[] = []
  for (const discovery of discoveries) {
    const { conversations } = discovery.phrase
    const same = groups.find(({ said }) => {
      const shared = conversations.reduce((count, at) => count + Number(said.has(at)), 0)
      return shared >= SAME_STEP_SHARE * Math.min(said.size, conversations.length)
    })
    if (same === undefined) groups.push({ said: new Set(conversations), members: [discovery] })
    else same.members.push(discovery)
  }
  return groups.map(({ said, members }) => {
    const named = members
      .filter(({ phrase }) => phrase.conversations.length >= NEARLY_AS_OFTEN * said.size)
      .toSorted(
        ({ phrase: a }, { phrase: b }) =>
          b.words.length - a.words.length || b.conversations.length - a.conversations.length,
      )[0]!
    const others = members.filter((one) => one !== named).map(({ phrase }) => phrase.words.join(' '))
    return { ...named, alsoSaid: others }
  })
}

function outcomeDifference(
  metricId: OutcomeDifference['metricId'],
  contacts: readonly TimedContact[],
  phrase: FrequentPhrase,
  strata: Int32Array,
): OutcomeDifference {
  const has = presence(contacts, phrase)
  const known = contacts.flatMap(({ isResolved, csat }, at) => {
    const value = metricId === 'csat_mean' ? csat : isResolved
    return value === null ? [] : [{ at, value }]
  })
  const nWith = known.reduce((sum, { at }) => sum + has[at]!, 0)
  const nWithout = known.length - nWith
  const unknown = { metricId, nWith, nWithout, difference: null, low: null, high: null }
  if (nWith < FEWEST_OUTCOMES || nWithout < FEWEST_OUTCOMES) return { ...unknown, verdict: 'too few to tell' }
  const groupings = [numbered(known.map(({ at }) => strata[at]!))]
  const added = addedBy(
    Float64Array.from(known, ({ at }) => has[at]!),
    withoutGroupMeans(
      Float64Array.from(known, ({ value }) => value),
      groupings,
    ),
    groupings,
    groupMeansOf(groupings),
  )
  if (added === null) return { ...unknown, verdict: 'too few to tell' }
  const { difference, low, high } = added
  const verdict =
    low > 0
      ? 'better'
      : high < 0
        ? 'worse'
        : low >= -NARROW && high <= NARROW
          ? 'no difference seen'
          : 'too few to tell'
  return { metricId, nWith, nWithout, difference, low, high, verdict }
}

function findingOf(
  { phrase, added, alsoSaid }: Step,
  contacts: readonly TimedContact[],
  outcome: Float64Array,
  outcomes: OutcomeDifference[],
): WasteFinding {
  const { conversations, segments } = phrase
  // what these contacts would have taken without: the geometric mean of theirs, the difference taken off
  const usual =
    Math.exp(
      conversations.reduce((sum, at) => sum + Math.log(contacts[at]!.handleMs), 0) / conversations.length -
        added.difference,
    ) / 1000
  const seconds = (difference: number) => usual * (Math.exp(difference) - 1)
  const moments = Array.from(conversations, (at, index) => ({
    conversation: at,
    segment: segments[index]!,
    handleMs: contacts[at]!.handleMs,
  })).toSorted((a, b) => outcome[b.conversation]! - outcome[a.conversation]!)
  return {
    words: phrase.words,
    alsoSaid: alsoSaid.slice(0, 5),
    n: conversations.length,
    agents: new Set(Array.from(conversations, (at) => contacts[at]!.personId)).size,
    seconds: seconds(added.difference),
    lowSeconds: seconds(added.low),
    highSeconds: seconds(added.high),
    outcomes,
    moments: moments.slice(0, MOST_MOMENTS),
  }
}
