import type { ImportField, ImportKind, Transform } from '../../../shared/domain/import-kinds.ts'
import { columnValues } from './column-values.ts'
import { fieldsOf } from './concepts.ts'
import { fitField } from './fit.ts'
import type { Fit, FitContext } from './fit.ts'
import type { TableColumn } from './read-columns.ts'
import type { VendorColumn, VendorLayout } from './vendor-layout.ts'
import { ownValue } from '../values/own-value.ts'

type Statistic = { metricId: string; of: 'total' | 'mean' | 'n' }

/** A field a column may be taken for, checked against its values. */
export interface Candidate {
  column: TableColumn
  field: ImportField
  confidence: number
  fit: Fit
  statistic?: Statistic
  status?: string
}

/** What decides which fields are open to a column. */
export interface AssignContext extends FitContext {
  kind: ImportKind
  layout: VendorLayout | null
  /** Whether the rows sum up a period: times and shares become figures of metrics. */
  isSummary: boolean
  /** Whether the evaluation's rows are answers. */
  isLong: boolean
}

interface CandidateDetails {
  statistic?: Statistic
  status?: string
  unit?: VendorColumn['unit']
  transform?: Transform
  timeZone?: string
  /** Where the values were checked already; null: they do not suit. */
  fit?: Fit | null
}

/** Fields that several columns may share. */
const SHARED = new Set<ImportField>([
  'summary.statistic',
  'shift.statusTime',
  'shift.absence',
  'agent.otherId',
])

/** Every field a column may be taken for in a file of this kind, surest first. */
export function candidatesOf(column: TableColumn, context: AssignContext): Candidate[] {
  const known = layoutColumn(column, context.layout)
  const found: Candidate[] = []
  const add = (field: ImportField, confidence: number, more: CandidateDetails): void => {
    const fit =
      more.fit === undefined
        ? fitField(field, column.header, column.values, { ...context, unit: more.unit ?? context.unit })
        : more.fit
    if (!fit) return
    const transform = withZone(more.transform ?? fit.transform, more.timeZone)
    found.push({
      column,
      field,
      // A filled column is worth more than an empty one of the same name.
      // In a known export, or one without rows, an empty column says nothing against its heading.
      confidence:
        confidence *
        (known || column.cells.length === 0 ? Math.max(0.7, fit.factor) : fit.factor) *
        (0.9 + 0.1 * Math.min(1, column.values.filledShare * 2)),
      fit: { ...fit, transform },
      ...(more.statistic ? { statistic: more.statistic } : {}),
      ...(more.status ? { status: more.status } : {}),
    })
  }
  if (known) {
    known.fields.forEach((listed, rank) => {
      const field = context.isSummary && listed === 'shift.day' ? 'summary.from' : listed
      if (field.startsWith('summary.') && context.kind === 'workforce' && !context.isSummary) return
      const statistic = known.statistic ?? (context.isSummary ? statisticOfField(field, column) : null)
      if (statistic && isFigureField(field, context)) addFigure(column, statistic, 0.98, add, known.unit)
      else
        add(
          field,
          0.98 - rank * 0.02,
          isRatingOrText(field, known) ? withRatingFit(column, field, known) : known,
        )
    })
    return found.sort((a, b) => b.confidence - a.confidence)
  }
  for (const match of column.matches) {
    const { concept } = match
    if (concept.name === 'status column') {
      if (context.kind === 'workforce' && match.isExact) {
        if (context.isSummary)
          addFigure(column, { metricId: metricName(column), of: column.header.of ?? 'total' }, 0.7, add)
        else add('shift.statusTime', match.confidence, { status: column.name })
      }
      continue
    }
    if (concept.name === 'planned absence' || concept.name === 'unplanned absence') {
      if (context.kind === 'workforce' && !context.isSummary && match.isExact) {
        const status = concept.name === 'planned absence' ? 'planned' : 'unplanned'
        const fit = fitAbsence(column)
        if (fit) add('shift.absence', match.confidence, { status, fit })
      }
      continue
    }
    const statistic =
      context.isSummary && concept.metricId
        ? { metricId: concept.metricId, of: column.header.of ?? defaultOf(concept.metricId, column) }
        : null
    if (context.kind === 'workforce' && context.isSummary && statistic) {
      addFigure(column, statistic, match.confidence, add)
      continue
    }
    fieldsOf(concept, context.kind).forEach((field, rank) => {
      if (field.startsWith('answer.') && !context.isLong) return
      if (
        context.isSummary ? field.startsWith('shift.') && field !== 'shift.day' : field.startsWith('summary.')
      )
        return
      add(
        context.isSummary && field === 'shift.day' ? 'summary.from' : field,
        match.confidence - rank * 0.02,
        {},
      )
    })
  }
  return dedupe(found).sort((a, b) => b.confidence - a.confidence)
}

/** A column with a row for each answer holds ratings among what customers wrote. */
function isRatingOrText(field: ImportField, { also }: VendorColumn): boolean {
  return field === 'survey.csat' && (also ?? []).some((other) => other.field === 'survey.comment')
}

/** Decides the scale by the cells that can be ratings; what else is written says nothing of it. */
function withRatingFit(column: TableColumn, field: ImportField, known: VendorColumn): CandidateDetails {
  const ratings = column.values.filled.filter((cell) => /^(?:\d{1,3}(?:\s*\/\s*\d{1,3})?|[★☆]+)$/.test(cell))
  if (ratings.length === 0) return known
  const fit = fitField(field, column.header, columnValues(ratings), { timeZone: 'UTC', unit: null })
  return { ...known, fit }
}

/** An absence of one kind: how long it was, or whether it was. */
function fitAbsence(column: TableColumn): Fit | null {
  const duration = fitField('shift.exception', column.header, column.values, { timeZone: 'UTC', unit: null })
  const flag = fitField('interaction.transferred', column.header, column.values, {
    timeZone: 'UTC',
    unit: null,
  })
  return column.values.filled.some((cell) => cell.includes(':')) ? duration : (flag ?? duration)
}

function withZone(transform: Transform, timeZone: string | undefined): Transform {
  return timeZone && (transform.as === 'instant' || transform.as === 'day')
    ? { ...transform, timeZone }
    : transform
}

function isFigureField(field: ImportField, context: AssignContext): boolean {
  return (
    field === 'summary.statistic' ||
    (context.isSummary && field.startsWith('shift.') && field !== 'shift.day')
  )
}

const METRIC_OF_FIELD: Partial<Record<ImportField, string>> = {
  'shift.adherence': 'adherence',
  'shift.conformance': 'conformance',
  'shift.occupancy': 'occupancy',
  'shift.scheduled': 'scheduled_time',
  'shift.worked': 'logged_in_time',
  'shift.inAdherence': 'in_adherence_time',
  'shift.exception': 'out_of_adherence_time',
  'shift.conformanceActual': 'conformance_actual_time',
  'shift.conformanceScheduled': 'conformance_scheduled_time',
}

function statisticOfField(field: ImportField, column: TableColumn): Statistic | null {
  const metricId = METRIC_OF_FIELD[field]
  return metricId ? { metricId, of: column.header.of ?? defaultOf(metricId, column) } : null
}

const SHARES = new Set([
  'adherence',
  'conformance',
  'occupancy',
  'transfer_rate',
  'resolved_rate',
  'csat_mean',
  'nps',
  'qa_score',
])
/** Figures read like the field they are the mean of; the rest are shares. */
const FIGURE_LIKE: Readonly<Record<string, ImportField>> = {
  csat_mean: 'survey.csat',
  qa_score: 'evaluation.score',
  nps: 'summary.n',
}
const PER_CONTACT = new Set(['talk_time', 'hold_time', 'acw_time', 'aht', 'wait_time'])

/** What a figure without "average" or "total" is: shares are means; times per contact by their heading, others totals. */
function defaultOf(metricId: string, column: TableColumn): 'mean' | 'total' {
  if (SHARES.has(metricId) || /\b(?:aht|asa|tma|tmo|dmt)\b/.test(column.header.phrase)) return 'mean'
  if (!PER_CONTACT.has(metricId)) return 'total'
  return column.header.phrase.endsWith('time') || column.header.phrase.endsWith('zeit') ? 'total' : 'mean'
}

function metricName(column: TableColumn): string {
  const words = column.header.phrase.replace(/ time$/, '').replaceAll(' ', '_')
  return `${words}_time`
}

function addFigure(
  column: TableColumn,
  statistic: Statistic,
  confidence: number,
  add: (
    field: ImportField,
    confidence: number,
    more: { statistic: Statistic; fit?: Fit | null; unit?: VendorColumn['unit'] },
  ) => void,
  unit?: VendorColumn['unit'],
): void {
  if (SHARES.has(statistic.metricId)) {
    const context = { timeZone: 'UTC', unit: null }
    const field = FIGURE_LIKE[statistic.metricId] ?? 'shift.adherence'
    const isCount = field === 'shift.adherence' && !column.header.isPercent && isCounts(column)
    const fit = fitField(isCount ? 'summary.n' : field, column.header, column.values, context)
    add('summary.statistic', confidence, {
      statistic: isCount ? { ...statistic, of: 'total' } : statistic,
      fit,
    })
    return
  }
  add('summary.statistic', confidence, { statistic, ...(unit ? { unit } : {}) })
}

/** Whole numbers beyond 1 without a percent sign: how many contacts, not which share of them. */
function isCounts(column: TableColumn): boolean {
  const { filled } = column.values
  return (
    filled.length > 0 &&
    filled.every((cell) => /^\d+$/.test(cell)) &&
    filled.some((cell) => Number(cell) > 1) &&
    filled.every((cell) => Number(cell) < 1000)
  )
}

function dedupe(candidates: readonly Candidate[]): Candidate[] {
  const best = new Map<string, Candidate>()
  for (const candidate of candidates) {
    const key = `${candidate.field} ${candidate.statistic?.metricId ?? ''}`
    const before = best.get(key)
    if (!before || candidate.confidence > before.confidence) best.set(key, candidate)
  }
  return [...best.values()]
}

/** What the layout says of a column; null when it does not name it. */
export function layoutColumn(column: TableColumn, layout: VendorLayout | null): VendorColumn | null {
  if (!layout) return null
  for (const header of column.headers) {
    const known = ownValue(layout.columns, header.phrase)
    if (known) return known
  }
  return null
}

/** Under this a column is left out rather than taken for something. */
const LEAST_CONFIDENCE = 0.45

/** Gives every column at most one field and every field (but shared ones) at most one column, the surest pairs first. */
export function assignFields(candidates: readonly Candidate[]): Map<number, Candidate> {
  const assigned = new Map<number, Candidate>()
  const taken = new Set<string>()
  const ordered = [...candidates]
    .filter((candidate) => candidate.confidence >= LEAST_CONFIDENCE)
    .sort((a, b) => b.confidence - a.confidence || a.column.index - b.column.index)
  for (const candidate of ordered) {
    const key = SHARED.has(candidate.field)
      ? `${candidate.field} ${candidate.statistic ? `${candidate.statistic.metricId} ${candidate.statistic.of}` : candidate.column.index}`
      : candidate.field
    if (assigned.has(candidate.column.index) || taken.has(key)) continue
    assigned.set(candidate.column.index, candidate)
    taken.add(key)
  }
  return assigned
}
