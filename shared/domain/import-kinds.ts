import { z } from 'zod'

/** What a file is about. One row may still hold several facts (a contact with its CSAT): the fields mapped decide. */
export const importKind = z.enum([
  'interactions',
  'evaluations',
  'workforce',
  'surveys',
  'transcripts',
  'roster',
  'recordings',
])
export type ImportKind = z.infer<typeof importKind>

/** How the facts lie in the file: a row each, a column per question, a row per answer, or a JSON tree. */
export const importShape = z.enum(['rows', 'wide', 'long', 'tree'])
export type ImportShape = z.infer<typeof importShape>

/** How a moment is written: the order of the date's parts, or a count since a fixed day. */
export const momentOrder = z.enum([
  'ymd',
  'dmy',
  'mdy',
  'epoch-seconds',
  'epoch-milliseconds',
  'epoch-microseconds',
  'excel-serial',
])
export type MomentOrder = z.infer<typeof momentOrder>

/** The sign between whole and fraction. Absent: a point. */
export const decimalSign = z.enum(['.', ','])
export type DecimalSign = z.infer<typeof decimalSign>

/**
 * What a cell says of a period: `stated` names it (`Sep 2026`, `2026-W36`, two dates), else a day stands for the week it begins
 * or ends, or for the month or quarter it lies in.
 */
export const periodSpan = z.enum(['stated', 'week', 'week-ending', 'month', 'quarter'])
export type PeriodSpan = z.infer<typeof periodSpan>

/** How the text of one column becomes a value. Decided once for the whole column, never cell by cell. */
export const transform = z.discriminatedUnion('as', [
  z.object({ as: z.literal('text') }),
  /** An identifier: kept as written, never redacted, never read as a number. */
  z.object({ as: z.literal('id') }),
  /** A moment. Times without an offset are in `timeZone` where the column has its own, else in the mapping's. */
  z.object({ as: z.literal('instant'), order: momentOrder, timeZone: z.string().optional() }),
  /** `span` is for the ends of a period only: `summary.from` takes the first day of it, `summary.to` the last. */
  z.object({
    as: z.literal('day'),
    order: momentOrder,
    timeZone: z.string().optional(),
    span: periodSpan.optional(),
  }),
  /** `clock`: `h:mm:ss`, `mm:ss`; `words`: `1 d 2 h`, `3 min 5 s`; else a number in that unit. */
  z.object({
    as: z.literal('duration'),
    unit: z.enum(['clock', 'words', 'milliseconds', 'seconds', 'minutes', 'hours', 'days']),
    /** What two-part clock values mean. */
    clockParts: z.enum(['h:mm', 'm:ss']).optional(),
    decimal: decimalSign.optional(),
  }),
  z.object({ as: z.literal('number'), decimal: decimalSign.optional() }),
  /** A share; stored 0..1. `scale` 100 for `87` or `87%`, 1 for `0.87`. */
  z.object({
    as: z.literal('share'),
    scale: z.union([z.literal(1), z.literal(100)]),
    decimal: decimalSign.optional(),
  }),
  /**
   * A rating or score with its ends; stored (x - min) / (max - min). `words` gives the number a word stands for (in
   * lower case); `silent` are further words that state nothing, such as Zendesk's `offered`.
   */
  z.object({
    as: z.literal('scale'),
    min: z.number(),
    max: z.number(),
    words: z.record(z.string(), z.number()).optional(),
    silent: z.array(z.string()).optional(),
    decimal: decimalSign.optional(),
  }),
  /** Yes or no. Values in neither list are no statement. Compared trimmed and in lower case; a count above 0 is yes where 1 is. */
  z.object({ as: z.literal('flag'), yes: z.array(z.string()), no: z.array(z.string()) }),
  /** A word of a closed list, `words` gives the value each spelling stands for (`Inbound` -> `inbound`). */
  z.object({ as: z.literal('word'), words: z.record(z.string(), z.string()) }),
])
export type Transform = z.infer<typeof transform>

/** Every field a column can be mapped to. The part before the dot says which fact it belongs to. */
export const importField = z.enum([
  // who (shared by all facts of the row)
  'agent.externalId',
  // further ids of the same person in other systems, as rosters list them; several columns may share it
  'agent.otherId',
  'agent.name',
  'agent.firstName',
  'agent.lastName',
  'agent.email',
  'agent.team',
  'agent.site',
  // the contact the row is about (shared)
  'contact.id',
  'contact.legId',
  'contact.startedAt',
  'contact.startedDay',
  'contact.startedTime',
  'contact.endedAt',
  'contact.queue',
  'contact.reason',
  'contact.channel',
  'contact.direction',
  'contact.customer',
  'contact.language',
  // whether the customer consented to being recorded
  'contact.consent',
  // interactions
  'interaction.waitTime',
  'interaction.talkTime',
  'interaction.holdTime',
  'interaction.acwTime',
  'interaction.handleTime',
  'interaction.duration',
  'interaction.transferred',
  'interaction.abandoned',
  'interaction.answered',
  'interaction.resolved',
  'interaction.disposition',
  'interaction.subject',
  'interaction.description',
  'interaction.disconnectedBy',
  // surveys
  'survey.id',
  'survey.respondedAt',
  'survey.csat',
  'survey.nps',
  'survey.resolved',
  'survey.status',
  'survey.comment',
  'survey.pertainsToAgent',
  'survey.channel',
  // evaluations
  'evaluation.id',
  'evaluation.form',
  'evaluation.formId',
  'evaluation.formVersion',
  'evaluation.evaluator',
  'evaluation.evaluatorId',
  'evaluation.evaluatedAt',
  'evaluation.score',
  'evaluation.maxScore',
  'evaluation.comment',
  'evaluation.isCalibration',
  'evaluation.failedCritical',
  'evaluation.source',
  'evaluation.status',
  // one answer (long form)
  'answer.questionId',
  'answer.question',
  'answer.section',
  'answer.value',
  'answer.score',
  'answer.maxScore',
  'answer.weight',
  'answer.comment',
  'answer.notApplicable',
  'answer.failedCritical',
  // workforce
  'shift.day',
  'shift.startedAt',
  'shift.startedTime',
  'shift.endedAt',
  'shift.endedTime',
  'shift.scheduled',
  'shift.worked',
  'shift.inAdherence',
  'shift.exception',
  'shift.adherence',
  'shift.conformanceScheduled',
  'shift.conformanceActual',
  'shift.conformance',
  'shift.occupancy',
  'shift.absence',
  'shift.absenceReason',
  'shift.status',
  'shift.statusTime',
  // one summary of a period
  'summary.from',
  'summary.to',
  'summary.n',
  'summary.statistic',
  // roster
  'roster.managerName',
  'roster.role',
  'roster.hiredOn',
  'roster.leftOn',
  'roster.teamFrom',
  'roster.teamTo',
  'roster.onLeaveFrom',
  'roster.onLeaveTo',
  'roster.status',
])
export type ImportField = z.infer<typeof importField>

/** One column of the file and what it is taken for. */
export const columnMapping = z.object({
  column: z.string(),
  field: importField,
  transform,
  /** For `summary.statistic`: which metric, and what the number is of it. `share` of a proportion, `total` in the metric's unit. */
  statistic: z.object({ metricId: z.string(), of: z.enum(['total', 'mean', 'n']) }).optional(),
  /**
   * For `shift.statusTime` in a wide file: the status the column stands for. For `shift.absence` in a column that says how
   * long (or whether): `planned` or `unplanned`.
   */
  status: z.string().optional(),
})
export type ColumnMapping = z.infer<typeof columnMapping>

/** One question of a wide evaluation file: the columns that belong to it. At least one of answer and score is given. */
export const questionMapping = z.object({
  label: z.string(),
  section: z.string().nullable(),
  answerColumn: z.string().nullable(),
  scoreColumn: z.string().nullable(),
  commentColumn: z.string().nullable(),
  weightColumn: z.string().nullable(),
  /** How the score column (or the answer column, where there is no score) is read. */
  scale: transform,
  /** The column with the most points this question can bring, row by row; stands above the scale's own maximum. */
  maxColumn: z.string().optional(),
  /** The answers that mean the question did not apply; compared trimmed and in lower case. */
  notApplicable: z.array(z.string()),
})
export type QuestionMapping = z.infer<typeof questionMapping>

/** How one table is read: the kind, and every column's field. Columns not named are ignored (and listed in the preview). */
export const mapping = z.object({
  kind: importKind,
  shape: importShape,
  timeZone: z.string(),
  columns: z.array(columnMapping),
  questions: z.array(questionMapping),
})
export type Mapping = z.infer<typeof mapping>
