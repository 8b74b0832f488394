import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert } from '@mantine/core'
import type { DisputePage } from '../../../../shared/contract/disputes.ts'
import { Section } from '../../../ui/page.tsx'
import { Instant } from '../../../ui/time.tsx'
import styles from './disputes.module.css'
import { MomentQuote } from './moment-quote.tsx'
import { answerWords } from './words.ts'

/** The answer as it stood and the one they think right, each with what it rests on. */
export function BothAnswers({ page }: { page: DisputePage }) {
  const { dispute, moment, evidence, reviewerComment, now, definition } = page
  const { interactionId } = dispute
  return (
    <Section title={t`Two answers`}>
      {definition && definition.guidance !== '' && (
        <p style={{ marginTop: 0, color: 'var(--ink-dim)' }}>{definition.guidance}</p>
      )}
      <div className={styles.both}>
        <div className={styles.side}>
          <h3>
            <Trans>{dispute.reviewer ?? t`The reviewer`} answered</Trans>
          </h3>
          <strong>{answerWords(dispute.standing)}</strong>
          {reviewerComment !== null && <p>“{reviewerComment}”</p>}
          {evidence.map((one) => (
            <MomentQuote key={`${one.segment} ${one.startChar}`} moment={one} interactionId={interactionId} />
          ))}
          {evidence.length === 0 && reviewerComment === null && (
            <p style={{ color: 'var(--ink-dim)' }}>
              <Trans>No moment and no remark.</Trans>
            </p>
          )}
        </div>
        <div className={styles.side}>
          <h3>
            <Trans>
              {dispute.raisedBy} ({dispute.raisedAs === 'agent' ? t`agent` : t`supervisor`}) thinks right
            </Trans>
          </h3>
          <strong>{answerWords(dispute.proposed)}</strong>
          <p>“{dispute.comment}”</p>
          {moment && <MomentQuote moment={moment} interactionId={interactionId} />}
          <p style={{ color: 'var(--ink-dim)' }}>
            <Instant at={dispute.raisedAt} />
          </p>
        </div>
      </div>
      {now && (
        <Alert variant="light" color="amber" mt="sm" p="xs">
          <Trans>Since then the answer changed: it is {answerWords(now)} now.</Trans>
        </Alert>
      )}
    </Section>
  )
}
