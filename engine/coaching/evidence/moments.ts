import { t } from '#speech'
import { formatNumber, formatShort } from '../../../shared/speech/numbers.ts'
import type { Evidence } from '../../../shared/contract/coaching.ts'
import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { formatSeconds, formatValue } from '../../../shared/domain/format.ts'
import { instantOnDay } from '../../days.ts'
import { markInWords } from '../../interactions/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { readPreferences } from '../../workspace/index.ts'
import {
  readAnswerEvidence,
  readAutomatedEvidence,
  readContactEvidence,
  readFailures,
  readMeasureEvidence,
  readShiftEvidence,
  readTurns,
  type AnswerEvidenceRow,
  type ContactDriverId,
  type EvidenceScope,
  type MeasureEvidenceRow,
} from './evidence.store.ts'

const MOST_MOMENTS = 5
const TURNS_AROUND = 2
const LONGEST_QUOTE = 110

const marks: Record<string, string> = {
  silence_share: 'silence',
  overtalk_share: 'overtalk',
  interruptions_per_minute: 'interruption',
}

/**
 * Three to five moments that show a driver for one person: clearest and most recent first, never one contact twice. `wantsBest` asks
 * for examples of it done well. A conversation on the good side of `benchmark` speaks against what it is to show, and is left out.
 */
export function findEvidence(
  database: ReadableDatabase,
  definition: MetricDefinition,
  scope: EvidenceScope,
  wantsBest: boolean,
  benchmark: number | null,
): Evidence[] {
  return distinct(candidates(database, definition, scope, wantsBest, benchmark)).slice(0, MOST_MOMENTS)
}

/** The evaluations in which something critical failed, newest first: what the reviewer noted. */
export function findFailureEvidence(
  database: ReadableDatabase,
  evaluationIds: readonly number[],
  questionId: number | null,
): Evidence[] {
  const moments = readFailures(database, evaluationIds, questionId).map((row): Candidate => ({
    kind: 'answer',
    title:
      row.comment ??
      row.evaluationComment ??
      `${row.label ?? t`Critical failure`}: ${row.value ?? t`failed`}`,
    detail: `${reviewedIn(row)}: ${row.value ?? t`failed`}`,
    at: row.at,
    interactionId: row.interactionId,
    evaluationId: row.evaluationId,
    span: null,
    turns: [],
    contactId: row.interactionId,
  }))
  return distinct(moments).slice(0, MOST_MOMENTS)
}

function candidates(
  database: ReadableDatabase,
  definition: MetricDefinition,
  scope: EvidenceScope,
  wantsBest: boolean,
  benchmark: number | null,
): Candidate[] {
  const { id } = definition
  if (id.startsWith('question:')) {
    const answers = readAnswerEvidence(
      database,
      Number(id.slice('question:'.length)),
      'reviewed',
      scope,
      wantsBest,
    )
    return onlyTelling(answers, wantsBest).map((row) => fromAnswer(database, row, definition))
  }
  if (/^auto:\d+$/.test(id)) {
    const answers = readAnswerEvidence(
      database,
      Number(id.slice('auto:'.length)),
      'automated',
      scope,
      wantsBest,
    )
    return onlyTelling(answers, wantsBest).map((row) => fromAnswer(database, row, definition))
  }
  if (id.startsWith('auto:')) {
    const ownRule = /^auto:rule:(\d+)$/.exec(id)?.[1]
    const asked =
      ownRule === undefined ? { stableKey: id.slice('auto:'.length) } : { questionId: Number(ownRule) }
    const rows = readAutomatedEvidence(database, asked, scope, wantsBest)
    return rows.map((row) => fromAnswer(database, row, definition))
  }
  // that somebody hardly ever holds, passes on or stays away cannot be shown by one contact or day
  if (wantsBest && isShownByItsAbsence(id)) return []
  if (id === 'adherence' || id === 'unplanned_absence') return fromShifts(database, id, scope)
  if (id === 'transfer_rate' || id === 'hold_time' || id === 'acw_time')
    return fromContacts(database, id, scope, benchmark)
  const { polarity } = definition
  const wants =
    polarity.direction === 'band'
      ? polarity
      : (polarity.direction === 'higher') === wantsBest
        ? ('highest' as const)
        : ('lowest' as const)
  const isTelling = ({ value }: MeasureEvidenceRow) =>
    benchmark === null || wantsBest || typeof wants === 'object'
      ? true
      : wants === 'highest'
        ? value > benchmark
        : value < benchmark
  return readMeasureEvidence(database, id, wantsBest ? '' : (marks[id] ?? ''), scope, wants)
    .filter(isTelling)
    .map((row) => fromMeasure(database, row, definition))
}

function isShownByItsAbsence(id: string): boolean {
  return ['transfer_rate', 'hold_time', 'acw_time', 'adherence', 'unplanned_absence'].includes(id)
}

function fromShifts(
  database: ReadableDatabase,
  driverId: 'adherence' | 'unplanned_absence',
  scope: EvidenceScope,
): Candidate[] {
  const { timeZone } = readPreferences(database)
  return readShiftEvidence(database, driverId, scope).map((row) => ({
    kind: 'shift' as const,
    title:
      driverId === 'unplanned_absence'
        ? withReason(t`Absent without notice`, row.absenceReason)
        : t`${{ share: formatNumber((row.adherence ?? 0) * 100) }}% in adherence`,
    detail: [
      row.scheduledMs === null ? null : t`${{ time: formatSeconds(row.scheduledMs / 1000) }} scheduled`,
      row.exceptionMs ? t`${{ time: formatSeconds(row.exceptionMs / 1000) }} off schedule` : null,
    ]
      .filter((part) => part !== null)
      .join(', '),
    at: instantOnDay(row.day, timeZone),
    interactionId: null,
    evaluationId: null,
    span: null,
    turns: [],
    contactId: null,
  }))
}

function fromMeasure(
  database: ReadableDatabase,
  row: MeasureEvidenceRow,
  definition: MetricDefinition,
): Candidate {
  const value = `${definition.label}: ${formatValue(row.value, definition)}`
  const [first, last] = [row.firstSegment, row.lastSegment ?? row.firstSegment]
  const turns = first === null || last === null ? [] : turnsAround(database, row.transcriptId, first, last)
  const words = turns.find((turn) => turn.isMoment)?.text
  return {
    kind: 'transcript',
    title:
      row.label && words ? t`${{ label: markInWords(row.label) }}: "${{ words: clipped(words) }}"` : value,
    detail: [row.label ? t`${{ value }} in this conversation` : null, row.queue]
      .filter((part) => part !== null)
      .join(', '),
    at: row.at,
    interactionId: row.interactionId,
    evaluationId: null,
    span:
      first === null || last === null
        ? null
        : { firstSegment: first, lastSegment: last, startMs: row.startMs, endMs: row.endMs },
    turns,
    contactId: row.interactionId,
  }
}

function clipped(text: string): string {
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE).trimEnd()}…`
}

/** Only answers that show the point: when the worst are asked for, no full marks. */
function onlyTelling(rows: AnswerEvidenceRow[], wantsBest: boolean): AnswerEvidenceRow[] {
  return rows.filter((row) => (wantsBest ? row.score >= 0.999 : row.score < 0.999))
}

function fromAnswer(
  database: ReadableDatabase,
  row: AnswerEvidenceRow,
  definition: MetricDefinition,
): Candidate {
  const isAutomated = row.segment !== null || row.evaluator === null
  const outcome = row.value ?? formatValue(row.score, { unit: 'share', scale: null })
  const hasSpan = row.segment !== null && row.transcriptId !== null
  return {
    kind: hasSpan ? 'transcript' : 'answer',
    title: row.quote ?? row.comment ?? `${definition.label}: ${outcome}`,
    detail:
      isAutomated && hasSpan
        ? t`${{ outcome }}, found by an automated rule (unverified)`
        : `${reviewedIn(row)}: ${outcome}`,
    at: row.at,
    interactionId: row.transcriptId === null ? null : row.interactionId,
    evaluationId: row.evaluationId,
    span: hasSpan
      ? { firstSegment: row.segment!, lastSegment: row.segment!, startMs: row.startMs, endMs: row.endMs }
      : null,
    turns: hasSpan ? turnsAround(database, row.transcriptId!, row.segment!, row.segment!) : [],
    contactId: row.interactionId,
  }
}

function fromContacts(
  database: ReadableDatabase,
  driverId: ContactDriverId,
  scope: EvidenceScope,
  benchmark: number | null,
): Candidate[] {
  // seconds of good peers; transfers are counted, not timed
  const tellingMs = driverId === 'transfer_rate' ? 0 : (benchmark ?? 0) * 1000
  return readContactEvidence(database, driverId, scope, tellingMs).map((row) => ({
    kind: 'contact' as const,
    title:
      driverId === 'transfer_rate'
        ? withReason(t`Passed on after ${{ time: formatSeconds((row.handleMs ?? 0) / 1000) }}`, row.reason)
        : driverId === 'hold_time'
          ? withReason(t`${{ time: formatSeconds((row.holdMs ?? 0) / 1000) }} on hold`, row.reason)
          : withReason(t`${{ time: formatSeconds((row.acwMs ?? 0) / 1000) }} of after-call work`, row.reason),
    detail: [
      row.queue,
      row.handleMs === null ? null : t`${{ time: formatSeconds(row.handleMs / 1000) }} handled`,
      row.csat === null
        ? null
        : t`rated ${{ rating: ratingOf(row.csat, row.csatMin ?? 0, row.csatMax ?? 1) }}`,
    ]
      .filter((part) => part !== null)
      .join(', '),
    at: row.at,
    interactionId: row.transcriptId === null ? null : row.interactionId,
    evaluationId: null,
    span: null,
    turns: [],
    contactId: row.interactionId,
  }))
}

/** The form, and who filled it in. */
function reviewedIn({ form, evaluator }: { form: string; evaluator: string | null }): string {
  return evaluator ? t`${{ form }} by ${{ evaluator }}` : form
}

function withReason(what: string, reason: string | null): string {
  return reason ? `${what}: ${reason}` : what
}

/** A rating on the survey's own scale. */
function ratingOf(score0to1: number, min: number, max: number): string {
  return t`${{ score: formatShort(min + score0to1 * (max - min), 1) }} of ${{ max }}`
}

function turnsAround(
  database: ReadableDatabase,
  transcriptId: number,
  first: number,
  last: number,
): Evidence['turns'] {
  return readTurns(database, transcriptId, first - TURNS_AROUND, last + TURNS_AROUND).map((turn) => ({
    segment: turn.segment,
    speaker: turn.role === 'unknown' ? turn.speaker || t`Speaker` : turn.role,
    startMs: turn.startMs,
    text: turn.text,
    isMoment: turn.segment >= first && turn.segment <= last,
  }))
}

/** Only contacts with a transcript can be opened; the others must not stand here twice either. */
type Candidate = Evidence & { contactId: number | null }

function distinct(moments: readonly Candidate[]): Evidence[] {
  const seen = new Set<string>()
  return moments.flatMap(({ contactId, ...moment }) => {
    const key =
      contactId === null
        ? `${moment.kind} ${moment.at} ${moment.title} ${moment.evaluationId}`
        : `contact ${contactId}`
    if (seen.has(key)) return []
    seen.add(key)
    return [moment]
  })
}
