import { t } from '@lingui/core/macro'
import type { PatternConversation, PatternDriver } from '../../../shared/contract/group-patterns.ts'
import { TextLink } from '../../ui/link.tsx'
import { Instant } from '../../ui/time.tsx'
import classes from './patterns.module.css'
import { valueWords } from './words.ts'

/** One conversation behind a figure: who, when, where, its own value, and the way to it. */
export function ConversationLine({
  conversation: { interactionId, evaluationId, agent, at, team, queue, reviewer, hasTranscript, value },
  driver,
}: {
  conversation: PatternConversation
  driver: PatternDriver
}) {
  const name = agent?.name ?? t`Nobody named`
  const where = [
    team,
    queue,
    reviewer === null ? null : t`reviewed by ${reviewer}`,
    hasTranscript ? t`transcript` : t`no transcript to open`,
  ].filter((word) => word !== null)
  return (
    <>
      <span>
        {interactionId === null || !hasTranscript ? (
          name
        ) : (
          <TextLink
            underline="always"
            to="/conversations/$interactionId"
            params={{ interactionId }}
            search={{ evaluation: evaluationId ?? undefined }}
          >
            {name}
          </TextLink>
        )}
        , <Instant at={at} show="day" />
        <span className={classes.where}>
          {where.join(' · ')}
          {interactionId === null && t` · its contact is not here`}
        </span>
      </span>
      <span className={classes.value}>
        {driver.unit === 'share' && driver.kind !== 'measure'
          ? wordOf(value, driver)
          : valueWords(driver, value)}
      </span>
    </>
  )
}

/** Of one contact a share is all or nothing. */
function wordOf(value: number, driver: PatternDriver): string {
  if (value === 0) return t`no`
  return value === 1 ? t`yes` : valueWords(driver, value)
}
