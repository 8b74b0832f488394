import type { ReviewItem } from '../../../shared/contract/reviews.ts'
import type { Directory } from '../../people/index.ts'
import { isHidden } from './blind.ts'
import type { ReviewRow } from './reviews.store.ts'
import { whyInWords } from './kept-why.ts'

/** A review as the queue shows it to `me`. Of a calibration that is not revealed neither the agent nor others' progress in it is told. */
export function toReviewItem(row: ReviewRow, directory: Directory, me: string | null): ReviewItem {
  const item = openItem(row, directory)
  if (!isHidden(row)) return item
  const hidden = { interactionId: null, contactRef: null, at: null, agent: null, queue: null, isBlind: true }
  const others = row.reviewer === me ? {} : { answered: 0, score0to1: null, activeMs: 0, skipReason: null }
  return { ...item, ...hidden, ...others }
}

function openItem(row: ReviewRow, directory: Directory): ReviewItem {
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
    isBlind: false,
    queue: row.queue,
    channel: row.channel,
    durationMs: row.durationMs,
    selection: row.selection,
    why: whyInWords(row.why),
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
