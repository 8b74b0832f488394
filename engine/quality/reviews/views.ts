import type { ReviewItem } from '../../../shared/contract/reviews.ts'
import type { Directory } from '../../people/index.ts'
import type { ReviewRow } from './reviews.store.ts'

/** A review as the queue shows it. */
export function toReviewItem(row: ReviewRow, directory: Directory): ReviewItem {
  const person = row.personId === null ? undefined : directory.people.get(row.personId)
  const teamId = person ? directory.teamAt(person.id, row.day ?? undefined) : null
  return {
    id: row.id,
    scorecardId: row.scorecardId,
    form: row.form,
    interactionId: row.interactionId,
    contactRef: row.contactRef,
    at: row.at,
    agent: person
      ? {
          id: person.id,
          name: person.name,
          team: teamId === null ? null : (directory.teams.get(teamId)?.name ?? null),
        }
      : null,
    queue: row.queue,
    channel: row.channel,
    durationMs: row.durationMs,
    selection: row.selection,
    why: row.why,
    chance: row.chance,
    state: row.state,
    reviewer: row.reviewer,
    createdAt: row.createdAt,
    submittedAt: row.submittedAt,
    skipReason: row.skipReason,
    answered: row.answered,
    score0to1: row.score,
    activeMs: row.activeMs,
  }
}
