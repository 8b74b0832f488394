import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import { isWithin } from '../../../../shared/domain/rule-limits.ts'
import { ruleMeasures } from '../../../../shared/domain/rule-measures.ts'
import type { RuleMeasureId } from '../../../../shared/domain/rule-measures.ts'
import type { Reason } from '../unfit.ts'
import { unknown } from './finding.ts'
import type { BlockPlace, Finding } from './finding.ts'
import type { Block, Look } from './look.ts'
import type { PreparedConversation } from './prepare.ts'
import { reasons, reasonsWith } from '../reasons.ts'

type Measure = Extract<RuleCondition, { kind: 'measure' }>
type Sentiment = Extract<RuleCondition, { kind: 'sentiment' }>
type Figure = { value: number | null; segmentIndexes: number[] }

/** A figure of the whole conversation or contact within a limit; unknown where the figure is. */
export function measureBlock(place: BlockPlace, condition: Measure): Block {
  const label = ruleMeasures.find(({ id }) => id === condition.metric)!.label
  const reason: Reason = ['uncertain', reasonsWith.figureUnknown(label)]
  const block: Block = {
    ...place,
    ask: ({ prepared }) => limited(block, condition, figureOf(prepared, condition.metric), reason),
  }
  return block
}

/** The customer's sentiment within a limit; unknown in any language but English. */
export function sentimentBlock(place: BlockPlace, condition: Sentiment): Block {
  const block: Block = {
    ...place,
    ask: (look) => {
      const why = whyNoSentiment(look)
      if (why !== undefined) return unknown(block, why)
      const reason: Reason = ['uncertain', reasons.customerSilentThere]
      return limited(block, condition, sentimentOf(look.prepared, condition.of), reason)
    },
  }
  return block
}

function limited(
  block: BlockPlace,
  limit: Measure | Sentiment,
  { value, segmentIndexes }: Figure,
  reason: Reason,
): Finding {
  if (value === null) return { ...unknown(block, reason), figure: null }
  const holds = isWithin(limit, value)
  return { block, holds, occurrences: [], parts: [], figure: value, segmentIndexes }
}

function whyNoSentiment({ prepared, unfit }: Look): Reason | undefined {
  if (unfit !== undefined) return unfit
  const { language, looksEnglish } = prepared
  if ((language !== undefined && language !== 'en') || looksEnglish === false)
    return ['language', reasons.onlyEnglishSentiment]
  return prepared.sentiment().state === 'available' ? undefined : ['uncertain', reasons.customerUnreadable]
}

function sentimentOf(prepared: PreparedConversation, of: Sentiment['of']): Figure {
  const sentiment = prepared.sentiment()
  if (sentiment.state !== 'available') return { value: null, segmentIndexes: [] }
  switch (of) {
    case 'start':
      return { value: sentiment.firstThird, segmentIndexes: [] }
    case 'end':
      return { value: sentiment.lastThird, segmentIndexes: [] }
    case 'shift':
      return { value: sentiment.shift, segmentIndexes: [] }
    case 'mean':
      return { value: sentiment.mean, segmentIndexes: [] }
    case 'lowest':
      return { value: sentiment.lowest.compound, segmentIndexes: [sentiment.lowest.segmentIndex] }
  }
}

function figureOf(prepared: PreparedConversation, metric: RuleMeasureId): Figure {
  const { facts = {}, segments } = prepared.source
  if (ruleMeasures.some(({ id, from }) => id === metric && from === 'contact'))
    return { value: facts[metric] ?? null, segmentIndexes: [] }
  if (metric === 'agent_turns') return { value: prepared.turnsBy.agent.length, segmentIndexes: [] }
  const measures = prepared.measures()
  if (measures.durationMs === null) return { value: null, segmentIndexes: [] }
  const agent = measures.speakers.find(({ speaker }) => speaker === 'agent')
  const figure = (value: number | null | undefined, segmentIndexes: number[] = []): Figure => ({
    value: value ?? null,
    segmentIndexes,
  })
  const seconds = (ms: number | null | undefined) => (typeof ms === 'number' ? ms / 1000 : null)
  const before = (atMs: number | undefined) => (atMs === undefined ? [] : segmentBefore(segments, atMs))
  switch (metric) {
    case 'duration':
      return figure(seconds(measures.durationMs))
    case 'silence_share':
      return figure(measures.silenceShare)
    case 'longest_silence': {
      const span = measures.longestSilence
      return figure(span === null ? 0 : (span.endMs - span.startMs) / 1000, before(span?.startMs))
    }
    case 'hold_count':
      return figure(
        measures.holds.length,
        measures.holds.flatMap(({ segmentIndex }) => (segmentIndex === null ? [] : [segmentIndex])),
      )
    case 'held_time':
      return figure(seconds(measures.holdMs))
    case 'longest_hold': {
      const longest = measures.holds.reduce((most, hold) => Math.max(most, hold.endMs - hold.startMs), 0)
      return figure(longest / 1000)
    }
    case 'talk_share':
      return figure(measures.agentTalkShare)
    case 'longest_monologue':
      return figure(seconds(measures.longestMonologueMs))
    case 'overtalk_share':
      return figure(measures.overtalkShare)
    case 'interruption_count': {
      const own = measures.interruptions.filter(({ by }) => by === 'agent')
      return figure(
        measures.interruptionsPerMinute === null ? null : own.length,
        own.flatMap(({ segmentIndex }) => (segmentIndex === null ? [] : [segmentIndex])),
      )
    }
    case 'interruptions_per_minute':
      return figure(measures.agentInterruptionsPerMinute)
    case 'speech_rate':
      return figure(agent?.wordsPerMinute)
    case 'response_latency':
      return figure(seconds(agent?.responseLatencyMs))
    default:
      return figure(null)
  }
}

/** The last segment that begins before a time. */
function segmentBefore(segments: readonly { startMs: number | null }[], atMs: number): number[] {
  let found = -1
  segments.forEach(({ startMs }, index) => {
    if (startMs !== null && startMs < atMs && (found < 0 || startMs >= segments[found]!.startMs!))
      found = index
  })
  return found < 0 ? [] : [found]
}
