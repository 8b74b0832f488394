import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import {
  addContact,
  emptyPairedSums,
  estimateWeights,
  type AgentMeans,
  type WeighedDriver,
  type WeightCell,
  type WeightEstimate,
} from '../../statistics/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import type { DriverWeight } from '../assessment/index.ts'
import {
  isPairedOutcome,
  readPairedAnswers,
  readPairedContacts,
  readPairedMeasures,
  type PairedContact,
  type PairedValue,
} from './pairs.store.ts'

/** What a driver is worth on the chosen outcome, and how many contacts that rests on. */
export type KnownWeight = DriverWeight & { pairedContacts: number }

/** A weight under a tenth of what was assumed of the driver is not worth acting on. */
const SMALLEST_SHARE_OF_PRIOR = 0.1
const NORMAL_95 = 1.959964

/** Drivers estimated together, with their values by contact. */
interface Family {
  definitions: MetricDefinition[]
  values: Map<number, Map<string, number>>
  /** Whether the log's own drivers belong to it: their values stand on the contact itself. */
  takesLog: boolean
}

/** The drivers a log gives with every contact. */
const logged: Partial<Record<string, (contact: PairedContact) => number | null>> = {
  transfer_rate: ({ transfer }) => transfer,
  hold_time: ({ holdSeconds }) => holdSeconds,
  acw_time: ({ acwSeconds }) => acwSeconds,
}

function hasLogged({ transfer, holdSeconds, acwSeconds }: PairedContact): boolean {
  return transfer !== null || holdSeconds !== null || acwSeconds !== null
}

/** An agent's outcome on the scale contacts have it on: NPS runs from -100 to 100. */
function outcome0to1(outcomeId: string, value: number): number {
  return outcomeId === 'nps' ? (value + 100) / 200 : value
}

/** The distance outside a band; other values are taken as they are. */
function regressor(definition: MetricDefinition, value: number): number {
  const { polarity } = definition
  if (polarity.direction !== 'band') return value
  return value < polarity.low ? polarity.low - value : Math.max(0, value - polarity.high)
}

function weighed(definition: MetricDefinition, pinned: number | null): WeighedDriver {
  const prior = Math.max(definition.priorWeight ?? 0, 1e-6)
  return {
    driverId: definition.id,
    direction: definition.polarity.direction === 'higher' ? 1 : -1,
    prior: { value: prior, sd: prior },
    smallestWorthActing: prior * SMALLEST_SHARE_OF_PRIOR,
    pinned,
  }
}

/** The weight by the definition's prior alone. */
function priorWeight(definition: MetricDefinition, pinned: number | null): KnownWeight {
  const prior = definition.priorWeight ?? 0
  if (pinned !== null)
    return {
      value: pinned,
      low: pinned,
      high: pinned,
      basis: 'pinned',
      smallestWorthActing: 0,
      pairedContacts: 0,
    }
  return {
    value: prior,
    low: prior - NORMAL_95 * prior,
    high: prior + NORMAL_95 * prior,
    basis: 'prior',
    smallestWorthActing: prior * SMALLEST_SHARE_OF_PRIOR,
    pairedContacts: 0,
  }
}

function note(values: Family['values'], { interactionId, driverId, value }: PairedValue): void {
  const known = values.get(interactionId)
  if (known) known.set(driverId, value)
  else values.set(interactionId, new Map([[driverId, value]]))
}

function families(database: ReadableDatabase, drivers: readonly MetricDefinition[]): Family[] {
  const byForm = new Map<string, Family>()
  const measures: Family = { definitions: [], values: new Map(), takesLog: true }
  const formOf = new Map<string, string>()
  const answers = readPairedAnswers(database)
  for (const answer of answers) {
    const form = `${answer.driverId.split(':')[0]} ${answer.scorecardId}`
    formOf.set(answer.driverId, form)
    let family = byForm.get(form)
    if (!family) byForm.set(form, (family = { definitions: [], values: new Map(), takesLog: false }))
    note(family.values, answer)
  }
  for (const measure of readPairedMeasures(database)) note(measures.values, measure)
  for (const driver of drivers) {
    const form = formOf.get(driver.id)
    if (form) byForm.get(form)!.definitions.push(driver)
    else if (!driver.id.includes(':') && isMeasuredOnContacts(driver)) measures.definitions.push(driver)
  }
  return [...byForm.values(), measures].filter((family) => family.definitions.length > 0)
}

/** Shift-level drivers are not known contact by contact: they keep their prior. */
function isMeasuredOnContacts(driver: MetricDefinition): boolean {
  return driver.caseMix.length > 0
}

/** Weights by driver. `agentMeans` gives each agent's value of a metric, for the regression between agents. */
export function weighDrivers(
  database: ReadableDatabase,
  drivers: readonly MetricDefinition[],
  outcomeId: string,
  pins: ReadonlyMap<string, number>,
  agentMeans: (metricId: string) => ReadonlyMap<string, number>,
): Map<string, KnownWeight> {
  const weights = new Map(
    drivers.map((driver) => [driver.id, priorWeight(driver, pins.get(driver.id) ?? null)]),
  )
  if (outcomeId === 'qa_score')
    return new Map([...weights].map(([id, weight]) => [id, formWeight(id, drivers, weight)]))
  if (!isPairedOutcome(outcomeId)) return weights
  const contacts = readPairedContacts(database, outcomeId)
  if (contacts.length === 0) return weights
  const outcomeMeans = new Map(
    [...agentMeans(outcomeId)].map(([agentId, mean]) => [agentId, outcome0to1(outcomeId, mean)]),
  )
  for (const family of families(database, drivers)) {
    const { definitions } = family
    const estimates = estimateWeights({
      drivers: definitions.map((definition) => weighed(definition, pins.get(definition.id) ?? null)),
      cells: cellsOf(family, contacts),
      agentMeans: meansOf(definitions, outcomeMeans, agentMeans),
    })
    for (const [index, estimate] of estimates.entries())
      weights.set(estimate.driverId, knownWeight(definitions[index]!, estimate))
  }
  return weights
}

/**
 * What an estimate comes to. Where it neither shows that the driver matters nor that it does not, and could as well be what was
 * assumed, the assumption stands: too few contacts to tell are no finding, in either direction.
 */
function knownWeight(definition: MetricDefinition, estimate: WeightEstimate): KnownWeight {
  const { value, low, high, basis, smallestWorthActing, pairedContacts, link } = estimate
  const prior = definition.priorWeight ?? 0
  if (basis !== 'pinned' && link === 'too-few-to-tell' && low <= prior && prior <= high)
    return { ...priorWeight(definition, null), pairedContacts }
  return { value, low, high, basis, smallestWorthActing, pairedContacts }
}

/** On the QA score a question is worth its share of the form, and what is not on a form nothing: arithmetic and no estimate. */
function formWeight(id: string, drivers: readonly MetricDefinition[], weight: KnownWeight): KnownWeight {
  if (weight.basis === 'pinned') return weight
  const isOnForm = id.startsWith('question:')
  const share = isOnForm ? (drivers.find((driver) => driver.id === id)?.priorWeight ?? 0) / 0.08 : 0
  return { value: share, low: share, high: share, basis: 'form', smallestWorthActing: 0, pairedContacts: 0 }
}

function cellsOf(family: Family, contacts: readonly PairedContact[]): WeightCell[] {
  const cells = new Map<string, WeightCell>()
  for (const contact of contacts) {
    const values = family.values.get(contact.interactionId)
    if (!values && !(family.takesLog && hasLogged(contact))) continue
    const key = `${contact.personId} ${contact.queueId}`
    let cell = cells.get(key)
    if (!cell)
      cells.set(
        key,
        (cell = {
          agentId: String(contact.personId),
          queueId: String(contact.queueId),
          sums: emptyPairedSums(family.definitions.length),
        }),
      )
    const row = family.definitions.map((definition) => {
      const value =
        values?.get(definition.id) ?? (family.takesLog ? logged[definition.id]?.(contact) : undefined) ?? null
      return value === null ? null : regressor(definition, value)
    })
    addContact(cell.sums, row, contact.outcome)
  }
  return [...cells.values()]
}

function meansOf(
  definitions: readonly MetricDefinition[],
  outcomeMeans: ReadonlyMap<string, number>,
  agentMeans: (metricId: string) => ReadonlyMap<string, number>,
): AgentMeans[] {
  const byDriver = definitions.map((definition) => agentMeans(definition.id))
  return [...outcomeMeans].map(([agentId, outcome]) => ({
    outcome,
    drivers: byDriver.map((means, index) => {
      const mean = means.get(agentId)
      return mean === undefined ? null : regressor(definitions[index]!, mean)
    }),
  }))
}
