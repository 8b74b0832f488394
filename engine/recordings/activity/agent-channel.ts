import { bridgeGaps, totalMs } from '../../interactions/measures/index.ts'
import type { TimeSpan } from '../../interactions/measures/index.ts'
import { hasSides } from './conversation-activity.ts'
import type { Heard } from './types.ts'

/** What is known beside the sound; channels are indexes, 0 is the left one. */
export interface AgentChannelHints {
  /** Somebody said so for this recording. */
  told?: number | null
  /** The recording's own metadata says so. */
  metadata?: number | null
  /** On this channel the source records its agents. */
  convention?: number | null
  direction?: 'inbound' | 'outbound' | null
}

export interface AgentChannelGuess {
  channel: number
  basis: 'told' | 'metadata' | 'convention' | 'first-speaker'
  /** How far to trust it; 1 only where somebody said so. */
  confidence0to1: number
  /** One sentence for a supervisor. */
  reason: string
}

const longTurnMs = 2000
const turnGapMs = 500
const mostConfidence = 0.9

/**
 * Which channel is the agent's: as told, else by metadata, else by the source's convention, else, of two, by what is heard. Null for
 * a mono recording, also one saved as stereo, where only one channel sounds and nobody told whose it is, and where nothing tells.
 *
 * By what is heard: log odds are added up and never give more than 0.9. Who speaks first (inbound: the agent, who answers; outbound:
 * the customer, who does), who has the first turn of 2 s or more (the greeting), who speaks more, and a ring tone on one channel
 * alone of an outbound call (the far end's). The odds are judgement, not measured: show the guess as one, and let it be overruled.
 */
export function guessAgentChannel(heard: Heard, hints: AgentChannelHints = {}): AgentChannelGuess | null {
  const isChannel = (value: number | null | undefined): value is number =>
    typeof value === 'number' && heard.channels[value] !== undefined
  const named = (channel: number) => channelName(channel, heard.channels.length)
  const { told, metadata, convention, direction = null } = hints
  if (isChannel(told) && heard.channels.length > 1 && !heard.channelsAreAlike)
    return {
      channel: told,
      basis: 'told',
      confidence0to1: 1,
      reason: `Somebody set the agent to ${named(told)}.`,
    }
  if (!hasSides(heard)) return null
  if (isChannel(metadata))
    return {
      channel: metadata,
      basis: 'metadata',
      confidence0to1: 0.95,
      reason: `The recording's own details name ${named(metadata)} as the agent's.`,
    }
  const sounding = guessBySound(heard, direction)
  if (!isChannel(convention)) return sounding
  const isDoubted = sounding !== null && sounding.channel !== convention && sounding.confidence0to1 >= 0.75
  return {
    channel: convention,
    basis: 'convention',
    confidence0to1: isDoubted ? 0.6 : 0.85,
    reason: isDoubted
      ? `This source records its agents on ${named(convention)}, although this call sounds the other way round.`
      : `This source records its agents on ${named(convention)}.`,
  }
}

function guessBySound(heard: Heard, direction: AgentChannelHints['direction']): AgentChannelGuess | null {
  if (heard.channels.length !== 2) return null
  const speech = heard.channels.map(({ spans }) => spans.filter(({ kind }) => kind === 'speech'))
  const [left, right] = [speech[0]!, speech[1]!]
  if (left.length === 0 && right.length === 0) return null
  const signs: { odds: number; says: string }[] = []
  // odds above 0 speak for the left channel
  const count = (isLeft: boolean, odds: number, says: string) => {
    if (odds !== 0) signs.push({ odds: isLeft ? odds : -odds, says })
  }
  const firstMs = (spans: readonly TimeSpan[]) => spans[0]?.startMs ?? Infinity
  if (firstMs(left) !== firstMs(right)) {
    const isOutbound = direction === 'outbound'
    const odds = direction === 'inbound' ? 0.9 : 0.5
    count(
      firstMs(left) < firstMs(right) !== isOutbound,
      odds,
      isOutbound ? 'the other side answers first' : 'speaks first',
    )
  }
  const [leftLong, rightLong] = [firstLong(left), firstLong(right)]
  if (leftLong !== rightLong)
    count(
      leftLong < rightLong,
      direction === null ? 0.7 : 0.9,
      'has the first long turn (a greeting, as a rule)',
    )
  const [leftMs, rightMs] = [totalMs(left), totalMs(right)]
  if (leftMs !== rightMs) count(leftMs > rightMs, 0.3, 'speaks more')
  const rings = heard.channels.map(({ spans }) => spans.some(({ kind }) => kind === 'ring-tone'))
  if (direction === 'outbound' && rings[0] !== rings[1])
    count(rings[1]!, 0.9, 'does not carry the ring tone, which the far end does')
  const odds = signs.reduce((sum, sign) => sum + sign.odds, 0)
  const channel = odds >= 0 ? 0 : 1
  const reasons = signs.filter((sign) => sign.odds * odds > 0).map(({ says }) => says)
  return {
    channel,
    basis: 'first-speaker',
    confidence0to1: Math.min(mostConfidence, 1 / (1 + Math.exp(-Math.abs(odds)))),
    reason:
      reasons.length === 0
        ? 'Nothing tells the two channels apart; the left one is taken as the agent.'
        : `Guessed: ${channelName(channel, 2)} ${listed(reasons)}.`,
  }
}

function firstLong(spans: readonly TimeSpan[]): number {
  return (
    bridgeGaps(spans, turnGapMs).find(({ startMs, endMs }) => endMs - startMs >= longTurnMs)?.startMs ??
    Infinity
  )
}

function channelName(channel: number, count: number): string {
  return count === 2 ? `the ${channel === 0 ? 'left' : 'right'} channel` : `channel ${channel + 1}`
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)!}`
}
