import type {
  ColumnMapping,
  ImportField,
  Mapping,
  QuestionMapping,
  Transform,
} from '../../../shared/domain/import-kinds.ts'
import { t } from '#speech'
import { zoneClock } from '../../zone-clock.ts'
import { assignFields, candidatesOf, layoutColumn } from './assign-fields.ts'
import type { AssignContext, Candidate } from './assign-fields.ts'
import { chooseKind } from './choose-kind.ts'
import { dateFallback } from './date-fallback.ts'
import { filePeriodOf } from './file-period.ts'
import { findQuestions } from './find-questions.ts'
import { scaleTotalOfPoints } from './total-of-points.ts'
import { isLongEvaluation, preferLongFields } from './long-evaluations.ts'
import { periodOf } from './period.ts'
import { qualityWarnings } from './quality-warnings.ts'
import { readColumns } from './read-columns.ts'
import type { TableColumn } from './read-columns.ts'
import { spreadRatings } from './spread-ratings.ts'
import { preferSurveyScore, surveyFallbacks } from './survey-questions.ts'
import type { ColumnGuess, Recognition, RecogniseOptions, TableSample } from './types.ts'
import type { VendorLayout } from './vendor-layout.ts'
import { findLayout, isSprinklr, vendorOfFileName } from './vendors.ts'
import { confidenceOf, missingParts, reasonsOf, rounded } from './explain.ts'

/**
 * Recognises a table from its headings and sample values: what it is about, whose export it is, and what every column
 * means and how it is read. Never fails on a table; a low confidence says that nobody should trust the mapping unseen.
 * Throws a RangeError for an unknown time zone.
 */
export function recogniseTable(sample: TableSample, options: RecogniseOptions): Recognition {
  zoneClock(options.timeZone)
  const columns = readColumns(sample)
  const found = findLayout(columns.map(({ headers }) => headers))
  const layout = found && (options.kind === undefined || found.kind === options.kind) ? found : null
  const choice = chooseKind(columns, options.timeZone)
  const sprinklr = layout === null && isSprinklr(sample.columns)
  const kind = options.kind ?? layout?.kind ?? (sprinklr ? 'evaluations' : choice.kind)
  const vendor = vendorOfFileName(sample.fileName) ?? layout?.vendor ?? (sprinklr ? 'Sprinklr' : null)
  const period = kind === 'workforce' ? periodOf(columns, layout, options.timeZone) : null
  const isLong = kind === 'evaluations' && (layout?.shape === 'long' || isLongEvaluation(columns, layout))
  const context: AssignContext = {
    timeZone: options.timeZone,
    unit: layout?.unit ?? null,
    kind,
    layout,
    isSummary: period?.isSummary ?? false,
    isLong,
  }
  const all = columns.map((column) => candidatesOf(column, context))
  const open = isLong ? preferLongFields(all.flat(), columns) : all.flat()
  const surveyed = kind === 'surveys' ? preferSurveyScore(open, columns, sample) : open
  const hasAgent = columns.some(
    ({ matches: [best], header }) => /^agent/.test(best?.concept.name ?? '') && header.phrase !== 'name',
  )
  let candidates = surveyed.filter((candidate) => isOpen(candidate, context, hasAgent))
  const warnings: string[] = []
  let questions: QuestionMapping[] = []
  const undecided: string[] = []
  const assumptions = new Map<string, string[]>()
  const questionColumns = new Set<number>()
  if (kind === 'evaluations' && !isLong) {
    const sure = assignFields(candidates.filter((candidate) => isSureHeading(candidate, layout)))
    const left = new Set(
      columns.filter((column) => layoutColumn(column, layout) !== null).map(({ index }) => index),
    )
    const claimed = new Set([...sure.keys(), ...left])
    const result = findQuestions(columns, sample.headerRows, claimed)
    questions = result.questions
    for (const index of result.used) questionColumns.add(index)
    warnings.push(...result.assumptions)
    undecided.push(...result.undecided)
    candidates = candidates.filter(({ column }) => !questionColumns.has(column.index))
  }
  const assigned = assignFields(candidates)
  scaleTotalOfPoints(columns, assigned, questions)
  if (kind === 'surveys') {
    spreadRatings(columns, assigned)
    surveyFallbacks(columns, assigned, layout)
  }
  dateFallback(kind, columns, assigned, layout, options.timeZone)
  combineDayAndTime(assigned)
  const mapping: Mapping = {
    kind,
    shape: isLong ? 'long' : questions.length > 0 ? 'wide' : 'rows',
    timeZone: options.timeZone,
    columns: columns.flatMap((column) =>
      mappedColumns(
        column,
        assigned.get(column.index),
        layout,
        period?.isSingleDay ?? false,
        [...assigned.values()].some(({ field }) => field === 'summary.to'),
      ),
    ),
    questions,
  }
  const hasOwnMaximum = (field: ImportField): boolean =>
    [...assigned.values()].some((other) => other.field === MAXIMUM_OF[field])
  for (const { field, fit, column } of assigned.values()) {
    if (hasOwnMaximum(field)) continue
    warnings.push(...fit.warnings)
    if (!fit.isUndecided) continue
    undecided.push(column.name)
    assumptions.set(column.name, fit.warnings)
  }
  const filePeriod = filePeriodOf(sample)
  warnings.push(
    ...missingParts(mapping, period?.isSummary ?? false, filePeriod),
    ...qualityWarnings(columns, mapping, layout),
  )
  const mapped = new Set(mapping.columns.map(({ column }) => column))
  const guesses = columns.map((column) =>
    guessOf(
      column,
      assigned.get(column.index),
      all[column.index] ?? [],
      questionColumns.has(column.index),
      layout,
      mapped.has(column.name),
    ),
  )
  const confidence = confidenceOf(layout, sprinklr, choice, kind, options.kind !== undefined, mapping)
  return {
    kind,
    vendor,
    confidence,
    reasons: reasonsOf(layout, sprinklr, choice, kind, options.kind !== undefined),
    mapping,
    columns: guesses,
    warnings: [...new Set(warnings)],
    filePeriod,
    ignored: columns
      .filter((column) => !mapped.has(column.name) && !questionColumns.has(column.index))
      .map(({ name }) => name),
    undecided: [...new Set(undecided)],
    assumptions,
  }
}

/** Scores whose maximum may stand in a column of its own: then no scale needs to be assumed. */
const MAXIMUM_OF: Partial<Record<ImportField, ImportField>> = {
  'evaluation.score': 'evaluation.maxScore',
  'answer.score': 'answer.maxScore',
}

/** Headings inside longer ones do not hold a column back from being a question. */
function isSureHeading(candidate: Candidate, layout: VendorLayout | null): boolean {
  if (layoutColumn(candidate.column, layout)) return true
  return candidate.confidence >= 0.75 && candidate.column.matches.some((match) => match.isExact)
}

/** A field open to the column given what else the table holds. `hasAgent`: another column than "Name" is about the agent. */
function isOpen({ field, column }: Candidate, context: AssignContext, hasAgent: boolean): boolean {
  // "Name" beside a customer's name is nobody's in particular unless the table is about people.
  const isBareName =
    field.startsWith('agent.') && column.header.phrase === 'name' && context.kind !== 'roster'
  return !isBareName || !hasAgent
}

/** A day takes a time of day beside it; a time without a day means nothing; a moment needs neither. */
function combineDayAndTime(assigned: Map<number, Candidate>): void {
  const find = (field: ImportField): [number, Candidate] | undefined =>
    [...assigned].find(([, candidate]) => candidate.field === field)
  const started = find('contact.startedAt')
  const day = find('contact.startedDay')
  const time = find('contact.startedTime')
  if (time && started && !hasTime(started[1]) && !day) {
    const { column, fit } = started[1]
    const transform = fit.transform
    if (transform.as === 'instant') {
      assigned.set(started[0], {
        ...started[1],
        column,
        field: 'contact.startedDay',
        fit: { ...fit, transform: { ...transform, as: 'day' } },
      })
      return
    }
  }
  if (started && hasTime(started[1])) {
    if (day) assigned.delete(day[0])
    if (time) assigned.delete(time[0])
  } else if (started && day && time) assigned.delete(started[0])
  if (time && !find('contact.startedDay')) assigned.delete(time[0])
}

function hasTime({ column }: Candidate): boolean {
  return (
    column.values.filled.some(
      (cell) => /\d:\d{2}/.test(cell) && !/(?:^|\D)0?0:00(?::00)?(?:\D|$)/.test(cell),
    ) || column.values.filled.every((cell) => /^\d+(?:\.\d+)?$/.test(cell))
  )
}

function mappedColumns(
  column: TableColumn,
  candidate: Candidate | undefined,
  layout: VendorLayout | null,
  isSingleDay: boolean,
  hasOwnEnd: boolean,
): ColumnMapping[] {
  const also = layoutColumn(column, layout)?.also ?? []
  const further = also.map(({ field, transform }) => ({ column: column.name, field, transform }))
  if (!candidate) return further
  const { field, fit, statistic, status } = candidate
  const main: ColumnMapping = {
    column: column.name,
    field,
    transform: fit.transform,
    ...(statistic ? { statistic } : {}),
    ...(status ? { status } : {}),
  }
  const end: ColumnMapping[] =
    (isSingleDay || isWholePeriod(fit.transform)) && field === 'summary.from' && !hasOwnEnd
      ? [{ column: column.name, field: 'summary.to', transform: fit.transform }]
      : []
  return [main, ...end, ...further]
}

function isWholePeriod(transform: Transform): boolean {
  return transform.as === 'day' && transform.span !== undefined
}

const TEXT: Transform = { as: 'text' }

function guessOf(
  column: TableColumn,
  candidate: Candidate | undefined,
  candidates: readonly Candidate[],
  isQuestion: boolean,
  layout: VendorLayout | null,
  isMapped: boolean,
): ColumnGuess {
  const examples = [...new Set(column.values.filled)].slice(0, 3)
  const alternatives = candidates
    .filter(({ field }) => field !== candidate?.field)
    .slice(0, 4)
    .map(({ field, confidence }) => ({ field, confidence: rounded(confidence) }))
  const nothing = { column: column.name, field: null, transform: TEXT, examples, alternatives }
  if (isQuestion) return { ...nothing, confidence: 0.8, reason: t`part of a question of the form` }
  if (!candidate) {
    const known = layoutColumn(column, layout)
    if (isMapped)
      return {
        ...nothing,
        confidence: 0.9,
        reason: t`known from exports of ${{ vendor: layout?.vendor ?? '' }}`,
      }
    if (known)
      return {
        ...nothing,
        confidence: 0.95,
        reason: t`left out: not needed from exports of ${{ vendor: layout?.vendor ?? '' }}`,
      }
    const [named] = column.matches
    if (named && candidates.length === 0 && column.values.filled.length > 0 && named.isExact) {
      return {
        ...nothing,
        confidence: 0.5,
        reason: t`named like ${{ name: named.concept.name }}, but the values are something else or the file has no place for it`,
      }
    }
    if (candidates.length > 0)
      return { ...nothing, confidence: 0.4, reason: t`another column fits the same field better` }
    return { ...nothing, confidence: 0.5, reason: t`the heading names nothing Debrief reads` }
  }
  const { field, fit, confidence } = candidate
  const from = layoutColumn(column, layout)
    ? t`known from exports of ${{ vendor: layout?.vendor ?? '' }}`
    : t`the heading "${{ name: column.name }}"`
  return {
    column: column.name,
    field,
    transform: fit.transform,
    confidence: rounded(confidence),
    reason: `${from}; ${fit.reason}`,
    alternatives,
    examples,
  }
}
