import { t } from '#speech'
import type { ImportKind } from '../../../shared/domain/import-kinds.ts'
import { shareOf } from './column-values.ts'
import { fieldsOf } from './concepts.ts'
import { fitField } from './fit.ts'
import { countQuestionLike } from './find-questions.ts'
import { names } from './read-columns.ts'
import type { TableColumn } from './read-columns.ts'

/** How strongly a table's headings and values speak for each kind, strongest first. */
export interface KindChoice {
  kind: ImportKind
  strength: number
  second: number
  reasons: string[]
}

const TABLE_KINDS: readonly ImportKind[] = ['interactions', 'evaluations', 'workforce', 'surveys', 'roster']

/**
 * Chooses the kind of a table nobody's layout describes: every column whose heading names an idea, and whose values suit
 * it, votes; then the shape of the rows speaks (a row per agent with averages is a summary, questions are an evaluation).
 */
export function chooseKind(columns: readonly TableColumn[], timeZone: string): KindChoice {
  const strengths = new Map<ImportKind, number>(TABLE_KINDS.map((kind) => [kind, 0]))
  const reasons = new Map<ImportKind, string[]>(TABLE_KINDS.map((kind) => [kind, []]))
  for (const column of columns) {
    for (const kind of TABLE_KINDS) {
      const vote = voteOf(column, kind, timeZone)
      if (vote <= 0) continue
      strengths.set(kind, (strengths.get(kind) ?? 0) + vote)
      if (vote >= 0.8) reasons.get(kind)?.push(`"${column.name}"`)
    }
  }
  const add = (kind: ImportKind, strength: number, reason: string): void => {
    strengths.set(kind, (strengths.get(kind) ?? 0) + strength)
    reasons.get(kind)?.push(reason)
  }
  const hasAgent = columns.some((column) =>
    column.matches.some((match) => /^agent/.test(match.concept.name) && match.confidence > 0.5),
  )
  if (sumsUp(columns, timeZone)) {
    add('workforce', (strengths.get('interactions') ?? 0) + 1, t`each row sums up an agent over a period`)
    strengths.set('interactions', 0)
  }
  if (namesContactsFigures(columns) && !columns.some((column) => names(column, 'survey id'))) {
    // a rating beside what was measured of the contact is one more thing said of the contact
    add('interactions', (strengths.get('surveys') ?? 0) * 0.5, t`contacts with what was measured of them`)
  }
  if (namesContactsTaken(columns) && Math.max(...strengths.values()) <= (strengths.get('interactions') ?? 0))
    add('interactions', 1, t`contacts with who took them and when`)
  if (sumsStates(columns, timeZone)) {
    add(
      'workforce',
      (strengths.get('interactions') ?? 0) + 1,
      t`each row is a state of an agent and its time`,
    )
    strengths.set('interactions', 0)
  }
  const questions = countQuestionLike(columns)
  const isScored = columns.some(
    (column) =>
      names(column, 'evaluator') ||
      names(column, 'evaluation id') ||
      names(column, 'score') ||
      names(column, 'form'),
  )
  if (questions.families >= 2 || (questions.answers >= 3 && isScored)) {
    add(
      'evaluations',
      3,
      t`${{ columns: Math.max(questions.families, questions.answers) }} columns look like a form's questions`,
    )
  }
  const agentColumn = columns.find((column) => /^(?:agent|email)/.test(column.matches[0]?.concept.name ?? ''))
  if (
    agentColumn?.values.isUnique &&
    columns.some((column) => names(column, 'team')) &&
    Math.max(...strengths.values()) < 1.5
  ) {
    add('roster', 2, t`each row is another person with a team`)
  }
  if (
    !hasAgent ||
    (agentColumn &&
      !agentColumn.values.isUnique &&
      agentColumn.values.filled.length > 20 &&
      agentColumn.values.counts.size < agentColumn.values.filled.length / 3)
  ) {
    strengths.set('roster', (strengths.get('roster') ?? 0) * 0.4)
  }
  const ranked = [...strengths].sort((a, b) => b[1] - a[1])
  const [first = ['interactions', 0] as const, second = ['surveys', 0] as const] = ranked
  return { kind: first[0], strength: first[1], second: second[1], reasons: reasons.get(first[0]) ?? [] }
}

function voteOf(column: TableColumn, kind: ImportKind, timeZone: string): number {
  let best = 0
  for (const { concept, confidence } of column.matches) {
    const weight = concept.votes?.[kind] ?? 0
    if (weight * confidence <= best) continue
    const fields = fieldsOf(concept, kind)
    const suits =
      fields.length === 0 ||
      fields.some((field) => fitField(field, column.header, column.values, { timeZone, unit: null }) !== null)
    if (suits) best = Math.max(best, weight * confidence * (column.values.filled.length === 0 ? 0.5 : 1))
  }
  return best
}

/** Whether rows sum up agents: no contact ids, figures said to be averages, totals or counts, an agent at most once a period. */
export function sumsUp(columns: readonly TableColumn[], timeZone: string): boolean {
  if (columns.some((column) => names(column, 'contact id') && column.values.filledShare > 0.5)) return false
  const agent = columns.find((column) =>
    column.matches.some((match) => /^agent/.test(match.concept.name) && match.confidence > 0.6),
  )
  if (!agent) return false
  const metrics = columns.filter((column) =>
    column.matches.some((match) => match.concept.metricId !== undefined && match.confidence > 0.6),
  )
  const isInterval = columns.some((column) =>
    /^(?:interval|period) (?:start|begin)/.test(column.header.phrase),
  )
  if (isInterval && metrics.length > 0) return true
  const averaged = metrics.filter(
    (column) =>
      column.header.of === 'mean' ||
      column.header.of === 'total' ||
      /^(?:aht|asa)$/.test(column.header.phrase),
  )
  const counted = columns.some(
    (column) => names(column, 'count') && column.values.filled.every((cell) => /^[\d.,\s]+$/.test(cell)),
  )
  if (metrics.length === 0 || (averaged.length === 0 && !counted)) return false
  const hasMoments = columns.some((column) => {
    const isStart = names(column, 'start') || names(column, 'contact start')
    const fit = isStart
      ? fitField('contact.startedAt', column.header, column.values, { timeZone, unit: null })
      : null
    return (
      fit !== null &&
      column.values.filled.some((cell) => /\d:\d{2}/.test(cell) && !/\b0?0:00(?::00)?\b/.test(cell))
    )
  })
  return !hasMoments
}

/** An id of a contact, an agent and a date: the least a log has. */
function namesContactsTaken(columns: readonly TableColumn[]): boolean {
  const has = (...concepts: string[]): boolean =>
    columns.some(
      (column) => concepts.some((concept) => names(column, concept)) && column.values.filled.length > 0,
    )
  return (
    has('contact id') &&
    has('agent', 'agent id', 'agent email') &&
    has('contact start', 'start', 'date', 'first response moment')
  )
}

/** Times of one contact beside its id. */
function namesContactsFigures(columns: readonly TableColumn[]): boolean {
  const figures = ['talk', 'hold', 'acw', 'handle', 'wait']
  return (
    columns.some((column) => names(column, 'contact id')) &&
    columns.some(
      (column) => figures.some((figure) => names(column, figure)) && column.values.filled.length > 0,
    )
  )
}

/** Words for what agents do between contacts, as phone systems name their states. */
const STATES =
  /^(?:available|ready|not ready|idle|on queue|off queue|on call|on contact|busy|break|lunch|meal|meeting|training|coaching|away|offline|logged (?:in|out)|after.?call(?: work)?|acw|wrap.?up|interacting|communicating|not responding|pause|aux\b.*|personal|admin|verf(?:ü|ue)gbar|besch(?:ä|ae)ftigt|mittagspause|besprechung|schulung|nachbearbeitung|disponible|descanso|comida|pausa|formation|réunion|pauze|overleg)$/i

/** Whether rows are states of agents: somebody, a state out of the usual ones, how long, and no contact. */
function sumsStates(columns: readonly TableColumn[], timeZone: string): boolean {
  if (columns.some((column) => names(column, 'contact id') && column.values.filledShare > 0.5)) return false
  const isState = (column: TableColumn): boolean =>
    (names(column, 'status') || names(column, 'agent state') || names(column, 'reason')) &&
    shareOf(column.values, (cell) => STATES.test(cell)) >= 0.5
  const isTime = (column: TableColumn): boolean =>
    names(column, 'status time') &&
    fitField('shift.statusTime', column.header, column.values, { timeZone, unit: null }) !== null
  return (
    columns.some(isState) &&
    columns.some(isTime) &&
    columns.some((column) => /^agent/.test(column.matches[0]?.concept.name ?? ''))
  )
}
