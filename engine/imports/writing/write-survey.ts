import { scoreSentiment } from '../../language/index.ts'
import type { ContactFacts, SurveyFacts } from '../facts.ts'
import { contentKey, createOrdinals } from './content-key.ts'
import type { WriteOutcome } from '../layers/matching.ts'
import { statementOf, storedText, type WritingContext } from './shared-parts.ts'

/**
 * Writes survey responses: by their own id; else by the contact they name and its start, or by the second and the agent, where what
 * else they say tells several apart; else (nothing but a day) by all they say.
 */
export function createSurveyWriter(context: WritingContext) {
  const ordinal = createOrdinals()
  return (
    survey: SurveyFacts,
    contact: ContactFacts | null,
    identityId: number | null,
    rowNumber: number,
  ): WriteOutcome | null => {
    const respondedAt = survey.respondedAtMs ?? contact?.endedAtMs ?? contact?.startedAtMs ?? null
    const contactRef = contact?.contactRef ?? null
    const comment = storedText(context, survey.comment)
    const day = respondedAt === null ? null : context.dayOf(respondedAt)
    const place = context.strata.place(
      contact?.queue ?? null,
      contact?.reason ?? null,
      contact?.channel ?? null,
    )
    const statement = statementOf({
      response_ref: survey.responseRef,
      identity_id: survey.pertainsToAgent === false ? null : identityId,
      contact_ref: contactRef,
      queue_id: place.queueId,
      reason_id: place.reasonId,
      channel_id: place.channelId,
      responded_at: respondedAt,
      day,
      csat: survey.csat?.score0to1,
      csat_min: survey.csat?.min,
      csat_max: survey.csat?.max,
      nps: survey.nps,
      is_resolved: survey.isResolved,
      pertains_to_agent: survey.pertainsToAgent,
      comment,
      comment_sentiment: comment === null ? null : scoreSentiment(comment).compound,
    })
    if (survey.responseRef === null) {
      const said = [...statement].flat()
      const key =
        contactRef !== null
          ? contentKey(['contact', contactRef, contact?.startedAtMs ?? null])
          : survey.isTimed
            ? contentKey(['second', respondedAt, identityId])
            : contentKey(said)
      // rows that are alike in everything stay as many as they are
      statement.set('content_key', `${key}:${ordinal(contentKey([key, ...said])).split(':')[1]}`)
    }
    return context.facts('surveys').write(rowNumber, statement)
  }
}
