import { t } from '#speech'
import type { WaitingListResult } from '../../../shared/contract/effects.ts'
import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { dayOfNumber } from '../../../shared/domain/time.ts'
import { atOnce } from '../../in-pieces.ts'
import { readCatalogue } from '../../metrics/index.ts'
import { readDirectory } from '../../people/index.ts'
import { Problem } from '../../problem.ts'
import { effectVerdict, LOOK_DAYS, waitingListEffect } from '../../statistics/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { newestDay } from '../../workspace/index.ts'
import { asDayRange } from '../window.ts'
import { betterOrWorse, tooSoonSentence } from './effect-sentence.ts'
import { readEffectFacts } from './facts.ts'
import { expectedAndShown } from './look.ts'
import { createPeerFinder } from './peers.ts'
import { effectWindows, type Days } from './windows.ts'

/** A drawn waiting list, as it was recorded. Days are day numbers. */
export interface WaitingListRequest {
  driverId: string
  drawnDay: number
  /** What the draw was made with; also draws the comparison's own samples of draws. */
  seed: number
  firstIds: readonly number[]
  waitingIds: readonly number[]
  selecting: Days | null
  /** The day on which the first of those who wait was coached; null where nobody was yet. */
  endedDay: number | null
}

/**
 * The comparison a draw allows: people drawn to go first against people who wait, by what each changed beyond what was expected. It ends when somebody who waits
 * is coached, after eight weeks at the latest, and says nothing under four. Everybody is compared as drawn, coached or not. Throws `NOT_FOUND` for a driver
 * that is not measured here.
 */
export function waitingListOf(
  database: ReadableDatabase,
  request: WaitingListRequest,
  newest: number | undefined = newestDay(database),
): WaitingListResult {
  const { driverId, drawnDay, seed, endedDay } = request
  const definition = readCatalogue(database).find(({ id }) => id === driverId)
  if (!definition) throw new Problem('NOT_FOUND', t`There is no driver "${{ driverId }}" in this workspace.`)
  const windows = effectWindows(drawnDay, request.selecting, newest ?? drawnDay)
  const lastDay = Math.min(windows.verdictDay, (endedDay ?? Infinity) - 1)
  const to = Math.min(windows.after?.to ?? drawnDay, lastDay)
  const result = { first: request.firstIds.length, waiting: request.waitingIds.length }
  const isOver = (newest ?? drawnDay) >= lastDay
  if (to < drawnDay + LOOK_DAYS[0] && !isOver) {
    const on = dayOfNumber(drawnDay + LOOK_DAYS[0])
    return {
      ...result,
      state: 'waiting',
      days: null,
      effect: null,
      sentence: tooSoonSentence(newest === undefined ? null : dayOfNumber(newest), on),
    }
  }
  if (lastDay < drawnDay + LOOK_DAYS[1])
    return {
      ...result,
      state: 'too-early',
      days: null,
      effect: null,
      sentence: t`Too early to tell: somebody who waits was coached before four weeks were over.`,
    }
  const after = { from: drawnDay + 1, to }
  const peersOf = createPeerFinder(database, readDirectory(database))
  const everybody = [...request.firstIds, ...request.waitingIds].map(String)
  const ids = new Set(everybody.flatMap((id) => [...peersOf(windows.known, id).ids]))
  const peers = { key: 'drawn', ids }
  const facts = atOnce(
    readEffectFacts(database, [driverId], { from: windows.before.from, to }, [...ids].map(Number)),
  )
  const seen = expectedAndShown(
    facts,
    { definition, wantsDrawn: false, known: windows.known, peers, teamOf: () => null },
    after,
  )
  const changes = (ids: readonly number[]) => ids.flatMap((id) => seen?.changeOf(String(id))?.change ?? [])
  const found = waitingListEffect(changes(request.firstIds), changes(request.waitingIds), seed)
  const effect = found && {
    value: found.effect,
    low: found.low,
    high: found.high,
    pValue: found.pValue,
    isExact: found.isExact,
  }
  const state = !isOver
    ? ('progress' as const)
    : effect === null
      ? ('too-early' as const)
      : effectVerdict(effect, definition.smallestDifference)
  return {
    ...result,
    state,
    days: asDayRange(after),
    effect,
    sentence: sentenceOf(definition, state, effect),
  }
}

function sentenceOf(
  definition: MetricDefinition,
  state: WaitingListResult['state'],
  effect: WaitingListResult['effect'],
): string {
  if (effect === null) return t`Too few to tell: it takes two with data on either side.`
  const [value, low, high] = [effect.value, effect.low, effect.high].map((one) =>
    betterOrWorse(one, definition),
  )
  switch (state) {
    case 'waiting':
    case 'progress':
      return t`So far those drawn to go first did ${{ value }} than those who wait, very likely between ${{ low }} and ${{ high }}.`
    case 'improved':
      return t`Improved: those drawn to go first did ${{ value }} than those who wait, very likely between ${{ low }} and ${{ high }}.`
    case 'worse':
      return t`Worse: those drawn to go first did ${{ value }} than those who wait, very likely between ${{ low }} and ${{ high }}.`
    case 'too-early':
      return t`Too early to tell: those drawn to go first did ${{ value }} than those who wait, very likely between ${{ low }} and ${{ high }}.`
    case 'no-change-seen':
      return t`No change seen: those drawn to go first did ${{ value }} than those who wait, very likely between ${{ low }} and ${{ high }}.`
  }
}
