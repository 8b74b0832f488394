import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { TrustedQuestion } from '../../../../shared/contract/trust.ts'
import { orpc } from '../../../app/client.ts'
import { Loading, QueryView } from '../../../ui/states.tsx'
import { Instant } from '../../../ui/time.tsx'
import styles from './trust.module.css'
import { eventWords, stateWords } from './words.ts'

/** Every step up and down, with why, as it stands in the audit log. */
export function TrustHistory({ question }: { question: TrustedQuestion }) {
  const { scorecardId, questionId, scorerId } = question
  const query = useQuery(orpc.trust.history.queryOptions({ input: { scorecardId, questionId, scorerId } }))
  return (
    <QueryView query={query} what={t`the history`} loading={<Loading label={t`the history`} rows={2} />}>
      {(events) =>
        events.length === 0 ? (
          <span className={styles.dim}>
            <Trans>No step taken yet.</Trans>
          </span>
        ) : (
          <ol className={styles.history}>
            {events.map((event) => (
              <li key={event.id}>
                <strong>
                  {eventWords[event.kind]}
                  {event.from === event.to ? '' : t`: ${stateWords[event.from]} to ${stateWords[event.to]}`}
                </strong>
                <span className={styles.dim}>
                  <Instant at={event.at} />
                  {event.who === null ? '' : `, ${event.who}`}
                </span>
                {event.why}
              </li>
            ))}
          </ol>
        )
      }
    </QueryView>
  )
}
