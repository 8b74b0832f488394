import type { AffectedDays } from '../../affected-days.ts'
import { createStratumBook } from '../../interactions/index.ts'
import { redact } from '../../language/index.ts'
import { createIdentityBook, createTeamObservations } from '../../people/index.ts'
import { CONSENT_OF_LOG, consentRef } from '../../lawful-basis/index.ts'
import type { WritableDatabase } from '../../store/index.ts'
import type { ContactFacts, InteractionFacts, RowFacts } from '../facts.ts'
import { allFactKinds, type FactKind } from '../../fact-kinds.ts'
import type { WriteOutcome } from '../layers/matching.ts'
import { createStatementWriter, type StatementWriter } from '../layers/statement-writer.ts'
import type { ParsedTranscript } from '../readers/index.ts'
import { contentKey } from './content-key.ts'
import type { InteractionRow } from './interaction-row.ts'
import { createInteractionWriter } from './interaction-writer.ts'
import { directions, identityOf, statementOf, storedText, type WritingContext } from './shared-parts.ts'
import { createEvaluationWriter } from './write-evaluation.ts'
import { createRosterWriter, writePeriodSummary } from './write-person-facts.ts'
import { createShiftWriter } from './write-shift.ts'
import { createSurveyWriter } from './write-survey.ts'
import { createRecordingWriter, type HeardOf } from './write-recording.ts'
import { createTranscriptWriter } from './write-transcript.ts'

/** How rows of one import came out, and what they brought. */
export interface WritingResult {
  added: number
  updated: number
  unchanged: number
  facts: Partial<Record<FactKind, number>>
}

/** What a row of the table is: a contact whatever else it says, one answer of an evaluation, one status of a day. */
export interface RowParts {
  isInteractionLog: boolean
  isOneAnswer: boolean
  isOneStatus: boolean
  /** What a table without a column for it leaves open, where the row itself can only say yes or no. */
  leavesOpen: { calibration: boolean; criticalFailure: boolean; origin: boolean }
}

/** Writes the rows of one import, whatever facts they hold. */
export interface RowWriter {
  write(facts: RowFacts, rowNumber: number, parts: RowParts): void
  writeTranscript(transcript: ParsedTranscript, rowNumber: number): void
  writeRecording(recording: HeardOf, rowNumber: number): void
  finish(): WritingResult
}

const NOTHING_STATED: InteractionFacts = {
  waitMs: null,
  talkMs: null,
  holdMs: null,
  acwMs: null,
  handleMs: null,
  isTransferred: null,
  isAnswered: null,
  isResolved: null,
  disposition: null,
  subject: null,
  description: null,
}

const better: Record<WriteOutcome, number> = { unchanged: 0, updated: 1, added: 2 }

/** What a log says of the consent to a contact, as a fact of its own: its conversation may come with another file, before or after. */
const consentStatement = (contactRef: string, consent: boolean) =>
  statementOf({
    external_ref: consentRef(contactRef),
    vendor: CONSENT_OF_LOG,
    vendor_facts: '{}',
    stated_consent: consent,
  })

/** What the writer needs to know of the import. */
export interface RowWriterOptions {
  importId: number
  sourceId: number
  expectedRows: number
  dayOf: (instantMs: number) => number
  customerHash: (customer: string) => number
  /** Days whose rollups must be built again are added to it. */
  affected: AffectedDays
}

/** A writer for one import, working inside the import's transaction. */
export function createRowWriter(database: WritableDatabase, options: RowWriterOptions): RowWriter {
  const factCounts: Partial<Record<FactKind, number>> = {}
  const count = (kind: FactKind, outcome: WriteOutcome | null) => {
    if (outcome === 'added') factCounts[kind] = (factCounts[kind] ?? 0) + 1
  }
  const writers = new Map<FactKind, StatementWriter>()
  const facts = (kind: FactKind): StatementWriter => {
    let writer = writers.get(kind)
    if (!writer) {
      const made = createStatementWriter(database, kind, options, options.affected)
      writer = {
        write(rowNumber, statement) {
          const outcome = made.write(rowNumber, statement)
          count(kind, outcome)
          return outcome
        },
        finish() {
          const late = made.finish()
          for (const { outcome } of late) count(kind, outcome)
          return late
        },
      }
      writers.set(kind, writer)
    }
    return writer
  }
  const context: WritingContext = {
    database,
    importId: options.importId,
    sourceId: options.sourceId,
    identities: createIdentityBook(database, options),
    strata: createStratumBook(database),
    teams: createTeamObservations(),
    dayOf: options.dayOf,
    customerHash: options.customerHash,
    redact: (text) => redact(text).text,
    facts,
    affected: options.affected,
  }
  const interactions = createInteractionWriter(database, options, options.expectedRows, context.affected)
  const writeSurvey = createSurveyWriter(context)
  const writeTranscript = createTranscriptWriter(context)
  const writeRecording = createRecordingWriter(context)
  const consents = createStatementWriter(database, 'transcripts', options, options.affected)
  const addedUp = {
    evaluations: createEvaluationWriter(context),
    shifts: createShiftWriter(context),
    rosterEntries: createRosterWriter(context),
  }
  const counts: Record<WriteOutcome, number> = { added: 0, updated: 0, unchanged: 0 }
  /** Rows whose outcome is not known yet, with the best so far. */
  const open = new Map<number, WriteOutcome | null>()

  const settle = (rowNumber: number, outcome: WriteOutcome | null) => {
    const before = open.get(rowNumber) ?? null
    const best = before === null || (outcome !== null && better[outcome] > better[before]) ? outcome : before
    open.set(rowNumber, best)
  }

  const interactionRow = (
    contact: ContactFacts | null,
    facts: InteractionFacts,
    identityId: number | null,
  ): InteractionRow => {
    const startedAt = contact?.startedAtMs ?? null
    const place = context.strata.place(
      contact?.queue ?? null,
      contact?.reason ?? null,
      contact?.channel ?? null,
    )
    const handled = facts.talkMs === null ? null : facts.talkMs + (facts.holdMs ?? 0) + (facts.acwMs ?? 0)
    const customerHash =
      contact?.customerHash ?? (contact?.customer ? options.customerHash(contact.customer) : null)
    const day = startedAt === null ? null : options.dayOf(startedAt)
    return {
      contactRef: contact?.contactRef ?? null,
      legRef: contact?.legRef ?? null,
      contentKey: contact?.contactRef
        ? null
        : contentKey([
            startedAt,
            identityId,
            contact?.queue ?? null,
            contact?.reason ?? null,
            contact?.channel ?? null,
            // hashed, so that the number cannot be guessed from the key
            customerHash,
            facts.talkMs,
            facts.holdMs,
            facts.acwMs,
            facts.handleMs,
            facts.disposition,
            facts.subject,
            facts.description,
          ]),
      identityId,
      stratumId: place.stratumId,
      queueId: place.queueId,
      reasonId: place.reasonId,
      channelId: place.channelId,
      day,
      startedAt,
      endedAt: contact?.endedAtMs ?? null,
      direction: contact?.direction ? directions[contact.direction] : null,
      waitMs: facts.waitMs,
      talkMs: facts.talkMs,
      holdMs: facts.holdMs,
      acwMs: facts.acwMs,
      statedHandleMs: facts.handleMs === handled ? null : facts.handleMs,
      isTransferred: facts.isTransferred === null ? null : Number(facts.isTransferred),
      isAnswered: facts.isAnswered === null ? null : Number(facts.isAnswered),
      isResolved: facts.isResolved === null ? null : Number(facts.isResolved),
      dispositionId: facts.disposition ? context.strata.label('disposition', facts.disposition) : null,
      customerHash,
      language: contact?.languageCode ?? null,
      subject: storedText(context, facts.subject),
      description: storedText(context, facts.description),
    }
  }

  return {
    write(facts, rowNumber, parts) {
      const startedAt = facts.contact?.startedAtMs ?? null
      const day = facts.agent?.team && startedAt !== null ? options.dayOf(startedAt) : null
      const identityId = identityOf(context, facts.agent, day)
      const interaction = facts.interaction ?? (parts.isInteractionLog ? NOTHING_STATED : null)
      if (interaction) {
        const outcome = interactions.write(interactionRow(facts.contact, interaction, identityId), rowNumber)
        count('interactions', outcome)
        const { contactRef = null, consent = null } = facts.contact ?? {}
        if (contactRef !== null && consent !== null)
          consents.write(rowNumber, consentStatement(contactRef, consent))
        const isAlone = !facts.survey && !facts.evaluation && !facts.shift && !facts.summary && !facts.roster
        if (!isAlone) settle(rowNumber, outcome)
        // the common row: its outcome goes straight into the counts
        else if (outcome !== null) counts[outcome]++
      }
      if (facts.survey) settle(rowNumber, writeSurvey(facts.survey, facts.contact, identityId, rowNumber))
      if (facts.evaluation)
        settle(
          rowNumber,
          addedUp.evaluations.add(facts.evaluation, facts.contact, identityId, rowNumber, parts),
        )
      if (facts.shift)
        settle(rowNumber, addedUp.shifts.add(facts.shift, identityId, rowNumber, parts.isOneStatus))
      if (facts.summary) settle(rowNumber, writePeriodSummary(context, facts.summary, identityId, rowNumber))
      if (facts.roster && facts.agent) {
        addedUp.rosterEntries.add(facts.roster, facts.agent, rowNumber)
        settle(rowNumber, null)
      }
    },
    writeTranscript(transcript, rowNumber) {
      settle(rowNumber, writeTranscript(transcript, rowNumber))
    },
    writeRecording(recording, rowNumber) {
      settle(rowNumber, writeRecording(recording, rowNumber))
    },
    finish() {
      for (const { rowNumber, outcome } of interactions.finish()) {
        count('interactions', outcome)
        if (open.has(rowNumber)) settle(rowNumber, outcome)
        else counts[outcome]++
      }
      /** Rows that were put together, by the first of them. */
      const together = new Map<string, readonly number[]>()
      for (const kind of ['evaluations', 'shifts', 'rosterEntries'] as const)
        for (const { rowNumbers, outcome } of addedUp[kind].finish()) {
          together.set(`${kind} ${rowNumbers[0]}`, rowNumbers)
          for (const rowNumber of rowNumbers) settle(rowNumber, outcome)
        }
      for (const [kind, writer] of writers)
        for (const { rowNumber, outcome } of writer.finish())
          for (const one of together.get(`${kind} ${rowNumber}`) ?? [rowNumber]) settle(one, outcome)
      // no conversations, and no rows of their own
      consents.finish()
      for (const outcome of open.values()) counts[outcome ?? 'unchanged']++
      context.teams.write(database, options.importId)
      const facts = Object.fromEntries(
        allFactKinds.flatMap((kind) => (factCounts[kind] ? [[kind, factCounts[kind]]] : [])),
      )
      return { ...counts, facts }
    },
  }
}
