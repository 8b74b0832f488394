import { t } from '#speech'
import type { DisputeItem, DisputeSettings, ShownAnswer } from '../../../shared/contract/disputes.ts'
import type { FormAnswer } from '../../../shared/domain/scorecard/answers.ts'
import { readDirectory, type Directory } from '../../people/index.ts'
import { Problem } from '../../problem.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { countDisputes, readDispute, readDisputes, type DisputeRow } from './disputes.store.ts'
import { ageInDays, daysAfter, daysBetween, readDisputeSettings } from './settings.ts'

/** The answer somebody thinks right, as they gave it and in words. */
export interface ProposedAnswer {
  answer: FormAnswer
  shown: ShownAnswer
}

/** What was proposed; written by `raiseDispute`. */
export function proposedOf({ proposed }: Pick<DisputeRow, 'proposed'>): ProposedAnswer {
  return JSON.parse(proposed) as ProposedAnswer
}

/** The dispute, or `NOT_FOUND`. */
export function mustDispute(database: ReadableDatabase, id: number): DisputeRow {
  const dispute = readDispute(database, id)
  if (!dispute) throw new Problem('NOT_FOUND', t`That dispute is no longer there; go back to the list.`)
  return dispute
}

/** A dispute as the list shows it. */
export function toDisputeItem(
  row: DisputeRow,
  directory: Directory,
  settings: DisputeSettings,
  now: number,
): DisputeItem {
  const person = row.personId === null ? undefined : directory.people.get(row.personId)
  return {
    id: row.id,
    evaluationId: row.evaluationId,
    questionId: row.questionId,
    question: row.label,
    section: row.section,
    form: row.form,
    state: row.withdrawnAt === null ? (row.outcome ?? 'open') : 'withdrawn',
    round: row.round,
    raisedBy: row.raisedBy,
    raisedAs: row.raisedAs,
    raisedAt: row.raisedAt,
    comment: row.comment,
    agent: person ? { id: person.id, name: person.name } : null,
    reviewer: row.evaluator,
    evaluatedAt: row.evaluatedAt,
    contactRef: row.contactRef,
    interactionId: row.interactionId,
    standing: JSON.parse(row.standing) as ShownAnswer,
    proposed: proposedOf(row).shown,
    ageDays: ageInDays(row.raisedAt, now),
    daysLeft: daysLeftOf(row, settings, now),
    resolution:
      row.outcome === null
        ? null
        : {
            outcome: row.outcome,
            by: row.resolvedBy!,
            at: row.resolvedAt!,
            remark: row.remark!,
            fault: row.fault,
            answer: row.answer === null ? null : shownOfDecision(row),
            scoreBefore: row.scoreBefore,
            scoreAfter: row.scoreAfter,
          },
  }
}

function shownOfDecision({ answer }: DisputeRow): ShownAnswer {
  const decided = JSON.parse(answer!) as FormAnswer & { shown?: ShownAnswer }
  return decided.shown ?? { text: null, score0to1: null, isNotApplicable: decided.isNotApplicable }
}

function daysLeftOf(row: DisputeRow, settings: DisputeSettings, now: number): number | null {
  if (row.withdrawnAt !== null) return null
  if (row.outcome === null) return daysBetween(now, daysAfter(row.raisedAt, settings.decideDays))
  if (row.round >= settings.rounds) return null
  const left = daysBetween(now, daysAfter(row.resolvedAt!, settings.windowDays))
  return left > 0 ? left : null
}

/** Disputes with how many there are of each state. */
export function listDisputes(
  database: ReadableDatabase,
  filter: { state: 'open' | 'resolved' | 'all'; limit: number },
  now: number,
): { items: DisputeItem[]; open: number; resolved: number; withdrawn: number } {
  const directory = readDirectory(database)
  const settings = readDisputeSettings(database)
  return {
    items: readDisputes(database, filter).map((row) => toDisputeItem(row, directory, settings, now)),
    ...countDisputes(database),
  }
}
