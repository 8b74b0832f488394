import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import {
  addContact,
  emptyPairedSums,
  estimateWeights,
  panelWeight,
  type AgentMeans,
  type WeighedDriver,
  type WeightCell,
  type WeightEstimate,
} from '../../statistics/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import type { DriverWeight } from '../assessment/index.ts'
import { outcome0to1, readAgentWeeks } from './agent-weeks.ts'
import {
  isPairedOutcome,
  readPairedAnswers,
  readPairedContacts,
  readPairedMeasures,
  readQuestionForms,
  type PairedAnswer,
  type PairedContact,
} from './pairs.store.ts'

/** What a driver is worth on the chosen outcome, and how many contacts that rests on. */
export type KnownWeight = DriverWeight & { pairedContacts: number }

/** A weight under a tenth of what was assumed of the driver is not worth acting on. */
const SMALLEST_SHARE_OF_PRIOR = 0.1
const NORMAL_95 = 1.959964

/** Drivers estimated together, with their values by contact, in the order of the drivers. */
interface Family {
  definitions: MetricDefinition[]
  values: Map<number, (number | null)[]>
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

/** The distance outside a band; other values are taken as they are. */
function regressor(definition: MetricDefinition, value: number): number {
  const { polarity } = definition
  if (polarity.direction !== 'band') return value
  return value < polarity.low ? polarity.low - value : Math.max(0, value - polarity.high)
}

function weighed(definition: MetricDefinition): WeighedDriver {
  const prior = Math.max(definition.priorWeight ?? 0, 1e-6)
  return {
    driverId: definition.id,
    direction: definition.polarity.direction === 'higher' ? 1 : -1,
    prior: { value: prior, sd: prior },
    smallestWorthActing: prior * SMALLEST_SHARE_OF_PRIOR,
    pinned: null,
  }
}

/** The weight by the definition's prior alone. */
function priorWeight(definition: MetricDefinition): KnownWeight {
  const prior = definition.priorWeight ?? 0
  return {
    value: prior,
    low: prior - NORMAL_95 * prior,
    high: prior + NORMAL_95 * prior,
    basis: 'prior',
    smallestWorthActing: prior * SMALLEST_SHARE_OF_PRIOR,
    pairedContacts: 0,
  }
}

function pinnedWeight(value: number): KnownWeight {
  return { value, low: value, high: value, basis: 'pinned', smallestWorthActing: 0, pairedContacts: 0 }
}

/** A family of the given drivers, and how a value of one of them is noted. */
function createFamily(definitions: MetricDefinition[], takesLog: boolean) {
  const values: Family['values'] = new Map()
  const places = new Map(definitions.map((definition, index) => [definition.id, index]))
  const note = (interactionId: number, driverId: string, value: number) => {
    const place = places.get(driverId)
    if (place === undefined) return
    let known = values.get(interactionId)
    if (!known) values.set(interactionId, (known = definitions.map(() => null)))
    known[place] = value
  }
  return { definitions, values, takesLog, note }
}

function families(database: ReadableDatabase, drivers: readonly MetricDefinition[]): Family[] {
  const answers = readPairedAnswers(database)
  const questions = new Map(readQuestionForms(database).map((question) => [question.id, question]))
  // each question of each kind of answer once, though there are many answers
  const asked = new Map<number, { driverId: string; form: string }>()
  const askedBy = ([, , questionId, answeredBy]: PairedAnswer) => {
    const key = questionId * 3 + answeredBy
    let known = asked.get(key)
    if (!known) {
      const { scorecardId, stableKey } = questions.get(questionId)!
      const id = answeredBy === 2 ? stableKey : questionId
      const kind = answeredBy === 0 ? 'question' : 'auto'
      asked.set(key, (known = { driverId: `${kind}:${id}`, form: `${kind} ${scorecardId}` }))
    }
    return known
  }
  for (const answer of answers) askedBy(answer)
  const formOf = new Map([...asked.values()].map(({ driverId, form }) => [driverId, form]))
  const byForm = new Map(
    [...Map.groupBy(drivers, ({ id }) => formOf.get(id))].map(([form, own]) => [
      form,
      createFamily(own, false),
    ]),
  )
  byForm.delete(undefined)
  const measures = createFamily(
    drivers.filter((driver) => !driver.id.includes(':') && isMeasuredOnContacts(driver)),
    true,
  )
  for (const answer of answers) {
    const { driverId, form } = askedBy(answer)
    byForm.get(form)?.note(answer[0], driverId, answer[1])
  }
  for (const { interactionId, driverId, value } of readPairedMeasures(database))
    measures.note(interactionId, driverId, value)
  return [...byForm.values(), measures].filter((family) => family.definitions.length > 0)
}

/** Shift-level drivers are not known contact by contact but week by week. */
function isMeasuredOnContacts(driver: MetricDefinition): boolean {
  return driver.caseMix.length > 0
}

function isOfShifts(driver: MetricDefinition): boolean {
  return !driver.id.includes(':') && !isMeasuredOnContacts(driver)
}

/**
 * Weights by driver, as estimated: pins come on top. `agentMeans` gives each agent's value of a metric, for the regression between
 * agents; it is asked only where paired contacts are few.
 */
export function estimateDrivers(
  database: ReadableDatabase,
  drivers: readonly MetricDefinition[],
  outcomeId: string,
  agentMeans: (metricId: string) => ReadonlyMap<string, number>,
): Map<string, KnownWeight> {
  const weights = new Map(drivers.map((driver) => [driver.id, priorWeight(driver)]))
  if (outcomeId === 'qa_score') return new Map([...weights.keys()].map((id) => [id, formWeight(id, drivers)]))
  if (!isPairedOutcome(outcomeId)) return weights
  for (const { definition, rows } of readAgentWeeks(database, drivers.filter(isOfShifts), outcomeId))
    weights.set(definition.id, knownWeight(definition, panelWeight(weighed(definition), rows)))
  const contacts = readPairedContacts(database, outcomeId)
  if (contacts.length === 0) return weights
  for (const family of families(database, drivers)) {
    const { definitions } = family
    const estimates = estimateWeights({
      drivers: definitions.map(weighed),
      cells: cellsOf(family, contacts),
      agentMeans: () => meansOf(definitions, outcomeId, agentMeans),
    })
    for (const [index, estimate] of estimates.entries())
      weights.set(estimate.driverId, knownWeight(definitions[index]!, estimate))
  }
  return weights
}

/** What a supervisor pinned stands in the place of what was estimated. */
export function withPins(
  weights: ReadonlyMap<string, KnownWeight>,
  pins: ReadonlyMap<string, number>,
): Map<string, KnownWeight> {
  return new Map(
    [...weights].map(([id, weight]) => {
      const pin = pins.get(id)
      return [id, pin === undefined ? weight : pinnedWeight(pin)]
    }),
  )
}

/**
 * What an estimate comes to. Where it neither shows that the driver matters nor that it does not, and could as well be what was
 * assumed, the assumption stands: too few contacts to tell are no finding, in either direction.
 */
function knownWeight(definition: MetricDefinition, estimate: WeightEstimate): KnownWeight {
  const { value, low, high, basis, smallestWorthActing, pairedContacts, link } = estimate
  const prior = definition.priorWeight ?? 0
  if (link === 'too-few-to-tell' && low <= prior && prior <= high)
    return { ...priorWeight(definition), pairedContacts }
  return { value, low, high, basis, smallestWorthActing, pairedContacts }
}

/** On the QA score a question is worth its share of the form, and what is not on a form nothing: arithmetic and no estimate. */
function formWeight(id: string, drivers: readonly MetricDefinition[]): KnownWeight {
  const isOnForm = id.startsWith('question:')
  const share = isOnForm ? (drivers.find((driver) => driver.id === id)?.priorWeight ?? 0) / 0.08 : 0
  return { value: share, low: share, high: share, basis: 'form', smallestWorthActing: 0, pairedContacts: 0 }
}

function cellsOf(family: Family, contacts: readonly PairedContact[]): WeightCell[] {
  const { definitions, takesLog } = family
  const ofLog = definitions.map(({ id }) => (takesLog ? logged[id] : undefined))
  const byPerson = new Map<number, Map<number, WeightCell>>()
  for (const contact of contacts) {
    const values = family.values.get(contact.interactionId)
    if (!values && !(takesLog && hasLogged(contact))) continue
    const row = definitions.map((definition, index) => {
      const value = values?.[index] ?? ofLog[index]?.(contact) ?? null
      return value === null ? null : regressor(definition, value)
    })
    addContact(cellOf(contact).sums, row, contact.outcome)
  }
  return [...byPerson.values()].flatMap((byQueue) => [...byQueue.values()])

  function cellOf({ personId, queueId }: PairedContact): WeightCell {
    let byQueue = byPerson.get(personId)
    if (!byQueue) byPerson.set(personId, (byQueue = new Map()))
    let cell = byQueue.get(queueId)
    if (!cell) {
      const sums = emptyPairedSums(definitions.length)
      byQueue.set(queueId, (cell = { agentId: String(personId), queueId: String(queueId), sums }))
    }
    return cell
  }
}

function meansOf(
  definitions: readonly MetricDefinition[],
  outcomeId: string,
  agentMeans: (metricId: string) => ReadonlyMap<string, number>,
): AgentMeans[] {
  const byDriver = definitions.map((definition) => agentMeans(definition.id))
  return [...agentMeans(outcomeId)].map(([agentId, mean]) => ({
    outcome: outcome0to1(outcomeId, mean),
    drivers: byDriver.map((means, index) => {
      const mean = means.get(agentId)
      return mean === undefined ? null : regressor(definitions[index]!, mean)
    }),
  }))
}
