import { t } from '#speech'
import type { DriverShares, KeptShares } from '../../../shared/contract/group-patterns.ts'
import { formatValue } from '../../../shared/domain/format.ts'
import { dayOfNumber } from '../../../shared/domain/time.ts'
import { writing, type EngineContext } from '../../context.ts'
import { labelToKeep, readCatalogue, readFactsRevision } from '../../metrics/index.ts'
import { Problem } from '../../problem.ts'
import { varianceShares, type VarianceShares } from '../../statistics/index.ts'
import { dataDays, newestDay } from '../../workspace/index.ts'
import { patternDriver } from '../groups/window.ts'
import { inPieces } from '../../in-pieces.ts'
import { driverDesigns, type DriverDesign } from './designs.ts'
import { readKeptShares, writeKeptShares, type KeptDriver } from './shares.store.ts'

type Source = DriverShares['shares'][number]['source']

const DRAWS = 200
const SEED = 20_251
const SOURCES: readonly Source[] = ['site', 'team', 'agent', 'reviewer', 'queue', 'reason', 'contact']

/** The shares computed last, and whether facts have changed since. */
export function keptShares(context: EngineContext): KeptShares['kept'] {
  const kept = readKeptShares(context.read)
  if (kept === null) return null
  const definitions = new Map(readCatalogue(context.read).map((one) => [one.id, one]))
  return {
    window: { from: dayOfNumber(kept.from), to: dayOfNumber(kept.to) },
    computedAt: kept.computedAt,
    isStale: kept.factsRevision !== readFactsRevision(context.read),
    drivers: kept.drivers.map((one) => ({ ...one, ...inWords(one, definitions.get(one.driver.id)?.label) })),
  }
}

/**
 * Computes the shares of every driver over `days` to the newest data and keeps them in the place of those before. In pieces, between
 * which other calls have their turn; cancelling it keeps what was there.
 */
export async function computeShares(
  context: EngineContext,
  days: number,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (share0to1: number, step: string) => void },
): Promise<{ drivers: number }> {
  const to = newestDay(context.read)
  if (to === undefined) throw new Problem('CONFLICT', t`There are no data yet; import some first.`)
  // no more days than there are, so that what is said of them is true
  const range = { from: Math.max(to - days + 1, dataDays(context.read)?.from ?? 0), to }
  const factsRevision = readFactsRevision(context.read)
  onProgress(0, t`Reading`)
  const designs = [...driverDesigns(context.read, range)]
  const drivers: KeptDriver[] = []
  for (const [index, one] of designs.entries()) {
    const { label } = one.definition
    onProgress(0.05 + (0.95 * index) / designs.length, label)
    const shares = await inPieces(varianceShares(one.design, { draws: DRAWS, seed: SEED }), { signal })
    if (shares !== null) drivers.push(viewOf(one, shares))
  }
  await writing(context, (database) =>
    writeKeptShares(database, { factsRevision, ...range, computedAt: context.now(), drivers }),
  )
  context.events.emit({ type: 'data.changed', topics: ['patterns'], job: null })
  return { drivers: drivers.length }
}

function viewOf(
  { definition, design, hasTeams, hasSites }: DriverDesign,
  result: VarianceShares,
): KeptDriver {
  const isThere = (source: string) =>
    source === 'team'
      ? hasTeams
      : source === 'site'
        ? hasSites
        : source === 'agent' || source === 'contact' || design.factors.some(({ name }) => name === source)
  const shares = result.shares
    .filter(({ source }) => isThere(source))
    .map(({ source, share, low, high, deviation, isSetToZero }) => ({
      // named by the design
      source: source as Source,
      share,
      low,
      high,
      deviation,
      isSetToZero,
    }))
    .toSorted((a, b) => (a.source === 'contact' ? 1 : b.source === 'contact' ? -1 : b.share - a.share))
  const told = new Set(shares.map(({ source }) => source))
  return {
    driver: { ...patternDriver(definition), label: labelToKeep(definition) },
    n: result.n,
    agents: result.agents,
    teams: result.teams,
    isLogScale: definition.isLogScale,
    shares,
    untold: SOURCES.filter((source) => !told.has(source)),
    resampled: result.resampled,
  }
}

/** A driver's shares in the language at hand; by the name it was kept under where it is no longer measured. */
function inWords(
  { driver, shares }: KeptDriver,
  label = driver.label,
): Pick<DriverShares, 'driver' | 'sentence'> {
  return { driver: { ...driver, label }, sentence: sentenceOf(label, shares) }
}

/** `62% between teams`. */
function placeInWords(source: Source, share: number): string {
  const percent = percentOf(share)
  switch (source) {
    case 'site':
      return t`${{ percent }} between sites`
    case 'team':
      return t`${{ percent }} between teams`
    case 'agent':
      return t`${{ percent }} between agents`
    case 'reviewer':
      return t`${{ percent }} between reviewers`
    case 'queue':
      return t`${{ percent }} between queues`
    case 'reason':
      return t`${{ percent }} between reasons`
    case 'contact':
      return t`${{ percent }} between single contacts`
  }
}

const percentOf = (share: number) => formatValue(share, { unit: 'share', scale: null })

/** The headline: what of the differences beyond single contacts lies where, and what of all that is. */
function sentenceOf(
  label: string,
  shares: readonly Pick<DriverShares['shares'][number], 'source' | 'share'>[],
): string {
  const lasting = shares.filter(({ source, share }) => source !== 'contact' && share > 0)
  const contact = shares.find(({ source }) => source === 'contact')
  if (lasting.length === 0 && !(contact && contact.share > 0))
    return t`${{ label }}: always the same; there is no difference to explain.`
  if (lasting.length === 0)
    return t`${{ label }}: all the difference that can be seen lies between single contacts; no group and no person stands out.`
  const total = lasting.reduce((sum, { share }) => sum + share, 0)
  const places = lasting.slice(0, 3).map(({ source, share }) => placeInWords(source, share / total))
  const lasts = t`${{ label }}: of the difference that lasts, ${{ places: places.join(', ') }}.`
  return contact
    ? `${lasts} ${t`${{ percent: percentOf(contact.share) }} of all difference lies between single contacts.`}`
    : lasts
}
