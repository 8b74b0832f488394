import { metricDefinition } from '../../metrics/index.ts'
import { wilsonInterval } from '../../statistics/index.ts'
import type { OrdinarySpeech, Passage } from '../../interactions/measures/index.ts'

/** A passage, and whose it is. */
export interface MadeStatement extends Passage {
  conversation: number
  personId: number
  teamId: number | null
}

/** A statement judged: how it was said against how this agent usually speaks. */
export interface JudgedStatement extends MadeStatement {
  ownPace: number
  isRushed: boolean
  isTalkedOver: boolean
}

export interface ShareOf {
  n: number
  rushed: number
  talkedOver: number
  /** Rushed, talked over or both. */
  either: number
  share: number
  low: number
  high: number
}

/** One statement over all conversations. */
export interface StatementFinding {
  statementId: string
  all: ShareOf | null
  /** Made, but the agent's own pace is not known. */
  notJudged: number
  teams: (ShareOf & { id: number })[]
  agents: (ShareOf & { id: number })[]
  /** Those rushed or talked over, the clearest first. */
  moments: JudgedStatement[]
}

const FASTER_THAN_OWN = 1.25
const TALKED_OVER_MS = 1000
const FEWEST_ORDINARY_WORDS = 150
const MOST_MOMENTS = 8

/** Above this many words a minute speech is fast whoever speaks: the upper end of the speech rate's band. */
export function fastPace(): number {
  const { polarity } = metricDefinition('speech_rate')!
  return polarity.direction === 'band' ? polarity.high : Number.POSITIVE_INFINITY
}

/**
 * Every statement as it was made: rushed where its pace is both 1.25 times the agent's own and above the band of ordinary speech,
 * talked over where the customer speaks into it for 1 s or more. An agent of whom fewer than 150 other words are timed has no pace
 * of their own: not judged. Shares have Wilson intervals.
 */
export function rushedStatements(
  made: readonly MadeStatement[],
  ordinary: ReadonlyMap<number, OrdinarySpeech>,
  statementIds: readonly string[],
): StatementFinding[] {
  const bound = fastPace()
  const paces = new Map(
    [...ordinary].flatMap(([personId, { words, durationMs }]) =>
      words >= FEWEST_ORDINARY_WORDS && durationMs > 0 ? [[personId, (words / durationMs) * 60_000]] : [],
    ),
  )
  const byStatement = Map.groupBy(made, ({ statementId }) => statementId)
  return statementIds.map((statementId) => {
    const own = byStatement.get(statementId) ?? []
    const judged = own.flatMap((one): JudgedStatement[] => {
      const ownPace = paces.get(one.personId)
      if (ownPace === undefined) return []
      const isRushed = one.wordsPerMinute >= FASTER_THAN_OWN * ownPace && one.wordsPerMinute > bound
      return [{ ...one, ownPace, isRushed, isTalkedOver: one.overlapMs >= TALKED_OVER_MS }]
    })
    const moments = judged
      .filter(({ isRushed, isTalkedOver }) => isRushed || isTalkedOver)
      .toSorted((a, b) => clearness(b) - clearness(a))
    return {
      statementId,
      all: shareOf(judged),
      notJudged: own.length - judged.length,
      teams: sharesBy(judged, ({ teamId }) => teamId),
      agents: sharesBy(judged, ({ personId }) => personId),
      moments: moments.slice(0, MOST_MOMENTS),
    }
  })
}

function clearness({ wordsPerMinute, ownPace, overlapMs }: JudgedStatement): number {
  return wordsPerMinute / ownPace + overlapMs / 4000
}

function sharesBy(
  judged: readonly JudgedStatement[],
  idOf: (one: JudgedStatement) => number | null,
): (ShareOf & { id: number })[] {
  return [...Map.groupBy(judged, idOf)]
    .flatMap(([id, own]) => {
      const share = shareOf(own)
      return id === null || share === null ? [] : [{ id, ...share }]
    })
    .toSorted((a, b) => b.low - a.low || b.share - a.share || a.id - b.id)
}

function shareOf(judged: readonly JudgedStatement[]): ShareOf | null {
  const either = judged.filter(({ isRushed, isTalkedOver }) => isRushed || isTalkedOver).length
  const interval = wilsonInterval(either, judged.length)
  if (interval === null) return null
  return {
    n: judged.length,
    rushed: judged.filter(({ isRushed }) => isRushed).length,
    talkedOver: judged.filter(({ isTalkedOver }) => isTalkedOver).length,
    either,
    ...interval,
  }
}
