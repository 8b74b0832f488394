import { t } from '#speech'
import type { CoachingEffect, EffectState } from '../../../shared/contract/effects.ts'
import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { dayOfNumber } from '../../../shared/domain/time.ts'
import { atOnce } from '../../in-pieces.ts'
import { addUp, bySelection, readCatalogue } from '../../metrics/index.ts'
import { readDirectory, type Directory } from '../../people/index.ts'
import { Problem } from '../../problem.ts'
import {
  contactsStillNeeded,
  durationFromLog,
  effectVerdict,
  expectedBounce,
  expectedLevels,
} from '../../statistics/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { newestDay } from '../../workspace/index.ts'
import { driverFacts } from '../gathering/measures.ts'
import { asDayRange } from '../window.ts'
import { CHART_WEEKS_BEFORE, weeklyChart } from './chart.ts'
import { effectSentence } from './effect-sentence.ts'
import { readEffectFacts, type EffectFacts } from './facts.ts'
import { lookAt, smallestOnModellingScale, type Comparison, type Look } from './look.ts'
import { createPeerFinder, type EffectPeers } from './peers.ts'
import { effectWindows, type Days, type EffectWindows } from './windows.ts'

/** A session whose effect is asked for. Days are day numbers of the workspace's own calendar. */
export interface EffectRequest {
  personId: number
  driverId: string
  heldDay: number
  /** The weeks whose figures put the agent on the list; null where it was no ranking that did. */
  selecting: Days | null
  /** Who else was coached on this driver from four weeks before the selecting weeks to eight weeks after the session: no controls. */
  coachedIds: ReadonlySet<number>
}

/** A request with all it is compared by. */
export interface EffectPlan {
  request: EffectRequest
  definition: MetricDefinition
  windows: EffectWindows
  peers: EffectPeers
}

interface Sources {
  facts: EffectFacts
  directory: Directory
  newest: number | undefined
}

/** What the effects of all sessions are told by: definitions, who is in which team, who does the same work, and how far the data reach. */
export interface EffectGround {
  definitions: ReadonlyMap<string, MetricDefinition>
  directory: Directory
  peersOf: (known: Days, agentId: string) => EffectPeers
  newest: number | undefined
}

/** Reads the ground of effects; `newest` is the newest day with data, the workspace's own by default. */
export function effectGround(
  database: ReadableDatabase,
  newest: number | undefined = newestDay(database),
): EffectGround {
  const directory = readDirectory(database)
  return {
    definitions: new Map(readCatalogue(database).map((definition) => [definition.id, definition])),
    directory,
    peersOf: createPeerFinder(database, directory),
    newest,
  }
}

/** What a request is worked out from; `NOT_FOUND` for a driver that is not measured here. */
export function effectPlan(
  { definitions, peersOf, newest }: EffectGround,
  request: EffectRequest,
): EffectPlan {
  const definition = definitions.get(request.driverId)
  if (!definition)
    throw new Problem(
      'NOT_FOUND',
      t`There is no driver "${{ driverId: request.driverId }}" in this workspace.`,
    )
  const windows = effectWindows(request.heldDay, request.selecting, newest ?? request.heldDay)
  return { request, definition, windows, peers: peersOf(windows.known, String(request.personId)) }
}

/** Works out what was planned, in its order; all of it shares one reading of the rollups. Yields between pieces of the work. */
export function* workOutEffects(
  database: ReadableDatabase,
  { directory, newest }: EffectGround,
  plans: readonly EffectPlan[],
): Generator<void, CoachingEffect[]> {
  if (plans.length === 0) return []
  const from = Math.min(
    ...plans.map(({ request, windows }) =>
      Math.min(windows.before.from, request.heldDay - 7 * CHART_WEEKS_BEFORE),
    ),
  )
  const to = Math.max(...plans.map(({ request, windows }) => windows.after?.to ?? request.heldDay))
  const driverIds = [...new Set(plans.map(({ request }) => request.driverId))]
  const personIds = [...new Set(plans.flatMap(({ peers }) => [...peers.ids].map(Number)))]
  const facts = yield* readEffectFacts(database, driverIds, { from, to }, personIds)
  const effects: CoachingEffect[] = []
  for (const plan of plans) {
    effects.push(effect({ facts, directory, newest }, plan))
    yield
  }
  return effects
}

/**
 * What came of sessions, in the order asked for: each on one driver of one agent, compared with people who were not coached (methods, "Did coaching work?"). A
 * pure function of the facts: with all days to eight weeks after a session in, its verdict stays what it is. Throws `NOT_FOUND` for a driver that is not measured
 * here. `newest` is the newest day with data, the workspace's own by default.
 */
export function effectsOf(
  database: ReadableDatabase,
  requests: readonly EffectRequest[],
  newest?: number,
): CoachingEffect[] {
  if (requests.length === 0) return []
  const ground = effectGround(database, newest)
  return atOnce(
    workOutEffects(
      database,
      ground,
      requests.map((request) => effectPlan(ground, request)),
    ),
  )
}

/** The effect of one session; see `effectsOf`. */
export function effectOf(
  database: ReadableDatabase,
  request: EffectRequest,
  newest?: number,
): CoachingEffect {
  return effectsOf(database, [request], newest)[0]!
}

function effect(
  { facts, directory, newest }: Sources,
  { request, definition, windows, peers }: EffectPlan,
): CoachingEffect {
  const { heldDay } = request
  const agentId = String(request.personId)
  const wantsDrawn = restsOnDrawn(facts, request, windows)
  const comparison: Comparison = {
    definition,
    agentId,
    wantsDrawn,
    known: windows.known,
    peers,
    uncoached: new Set([...peers.ids].filter((id) => id !== agentId && !request.coachedIds.has(Number(id)))),
    teamOf: (id) => {
      const team = directory.teamAt(Number(id), heldDay)
      return team === null ? null : String(team)
    },
  }
  const stretchOf = (days: Days) => {
    const sample = facts.samplesOf(definition, days, wantsDrawn, peers).get(agentId)
    const adjusted = sample ? reportValue(definition, sample) : null
    return { days: asDayRange(days), n: sample?.observed ?? 0, raw: sample?.raw ?? null, adjusted }
  }
  const now = windows.after === null ? null : lookAt(facts, comparison, windows.after)
  const looks = windows.looks.map(({ weeks, day, isReached }) => {
    const days = { from: heldDay + 1, to: day }
    const isNow = windows.after !== null && day === windows.after.to
    const look = !isReached ? null : isNow ? now : lookAt(facts, comparison, days)
    return {
      weeks,
      on: dayOfNumber(day),
      isReached,
      isVerdict: day === windows.verdictDay,
      n: look?.own.observed ?? 0,
      effect: look?.effect ?? null,
    }
  })
  const state = stateOf(definition, windows, newest ?? heldDay, now)
  const controls = now?.chosen.controls ?? []
  const told = {
    state,
    after: windows.after === null ? null : stretchOf(windows.after),
    // before two weeks nothing is shown that could be taken for a result
    effect: state === 'waiting' ? null : (now?.effect ?? null),
    // what is newer than the verdict is left alone, its day with it
    dataTo: newest === undefined ? null : dayOfNumber(Math.min(newest, windows.verdictDay)),
    controls: {
      n: controls.length,
      from: now?.chosen.from ?? ('other-teams' as const),
      teams: new Set(controls.map(({ teamId }) => teamId)).size,
      isNear: now?.chosen.isNear ?? true,
      change: state === 'waiting' ? null : (now?.controlChange ?? null),
      tooFew: now?.chosen.tooFew ?? null,
    },
    looks,
    contactsNeeded: isOpen(state) ? neededFor(definition, now) : null,
  }
  const { id, label, unit, scale, polarity } = definition
  return {
    agentId: request.personId,
    driver: { id, label, unit, scale, polarity },
    heldOn: dayOfNumber(heldDay),
    ...told,
    sentence: effectSentence(definition, told),
    before: stretchOf(windows.before),
    selecting: stretchOf(windows.selecting),
    expected: now?.expected ?? null,
    expectedWithout: state === 'waiting' ? null : (now?.expectedWithout ?? null),
    bounce: bounceOf(facts, comparison, windows.selecting),
    smallestDifference: definition.smallestDifference,
    isLogScale: definition.isLogScale,
    chart: chartOf(facts, request, definition, windows, wantsDrawn, newest ?? heldDay),
  }
}

/** States in which more observations may still tell something. */
function isOpen(state: EffectState): boolean {
  return state === 'progress' || state === 'too-early'
}

function stateOf(
  { smallestDifference }: MetricDefinition,
  { looks, verdictDay }: EffectWindows,
  newest: number,
  now: Look | null,
): EffectState {
  if (!looks[0]!.isReached) return 'waiting'
  if (newest < verdictDay) return 'progress'
  return now?.effect ? effectVerdict(now.effect, smallestDifference) : 'too-early'
}

/** How many further observations would bring the interval to the smallest difference worth acting on. */
function neededFor(definition: MetricDefinition, look: Look | null): number | null {
  if (!look?.comparison) return null
  const level = look.levels.byAgent.get(look.own.agentId)!.mean
  const { restVariance, degreesOfFreedom } = look.comparison
  const needed = contactsStillNeeded({
    observationVariance: look.observationVariance,
    observed: look.own.n,
    restVariance,
    degreesOfFreedom,
    delta: smallestOnModellingScale(definition, look.levels, level),
  })
  // an effective observation takes so many counted ones
  return needed === null ? null : Math.ceil((needed * look.own.observed) / look.own.n)
}

/** Drawn reviews or everything else: whichever says more of the agent where it says least. */
function restsOnDrawn(facts: EffectFacts, request: EffectRequest, { known, after }: EffectWindows): boolean {
  const own = facts.cellsOf(request.driverId, String(request.personId))
  const { drawn, others } = bySelection(own)
  if (drawn.length === 0) return false
  const within = (cells: typeof drawn, { from, to }: Days) =>
    addUp(cells.filter(({ day }) => day >= from && day <= to)).n
  const least = (cells: typeof drawn) =>
    Math.min(within(cells, known), after === null ? Infinity : within(cells, after))
  return least(drawn) >= least(others)
}

function reportValue(
  definition: MetricDefinition,
  { value, n, withinSumOfSquares }: { value: number; n: number; withinSumOfSquares: number },
): number {
  if (definition.isLogScale) return durationFromLog(value, n > 1 ? withinSumOfSquares / (n - 1) : 0)
  return definition.kind === 'proportion' ? Math.min(1, Math.max(0, value)) : value
}

/** How far what the selecting weeks showed was to come back by itself, by their own reliability. */
function bounceOf(
  facts: EffectFacts,
  { definition, agentId, wantsDrawn, peers }: Comparison,
  selecting: Days,
): CoachingEffect['bounce'] {
  if (definition.isLogScale) return null
  const samples = facts.samplesOf(definition, selecting, wantsDrawn, peers)
  const own = samples.get(agentId)
  const kind = driverFacts(definition).kind === 'proportion' ? 'proportion' : 'mean'
  const levels = expectedLevels(kind, [...samples.values()])
  const level = levels?.byAgent.get(agentId)
  if (!own || !levels || !level) return null
  const { reliability } = level
  return {
    value: expectedBounce(own.value, levels.peerMean, reliability),
    peerMean: levels.peerMean,
    reliability,
  }
}

function chartOf(
  facts: EffectFacts,
  { personId, driverId, heldDay }: EffectRequest,
  definition: MetricDefinition,
  { after }: EffectWindows,
  wantsDrawn: boolean,
  newest: number,
): CoachingEffect['chart'] {
  const own = bySelection(facts.cellsOf(driverId, String(personId)))
  return weeklyChart(definition, wantsDrawn ? own.drawn : own.others, heldDay, after?.to ?? heldDay, newest)
}
