import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Progress, Text, Tooltip } from '@mantine/core'
import type { Desk } from '../../../../shared/contract/reviews.ts'
import type { ScoredAnswers } from '../../../../shared/domain/scorecard/score-answers.ts'
import { formatClock } from '../../../ui/format.ts'
import { percent } from '../words.ts'
import styles from './desk.module.css'

interface FormScoreLineProps {
  desk: Desk
  score: ScoredAnswers
  asked: number
  open: number
  activeMs: number
}

/** The score as it stands, how far the form is filled in, and how long it has taken. */
export function FormScoreLine({ desk, score, asked, open, activeMs }: FormScoreLineProps) {
  const done = asked - open
  return (
    <div className={styles.scoreLine}>
      <div className={styles.scoreTop}>
        <div>
          <div className={styles.formName}>
            {desk.review.form}{' '}
            <span>
              <Trans>version {desk.version}</Trans>
            </span>
          </div>
          <Text size="xs" c="dimmed">
            <Trans>
              {done} of {asked} answered · {formatClock(activeMs)}
            </Trans>
          </Text>
        </div>
        <div className={styles.score} role="status" aria-label={t`Score so far`}>
          {score.score0to1 === null ? (
            <Tooltip
              label={t`Nothing that counts is answered yet, or nothing applies: then there is no score.`}
            >
              <span tabIndex={0}>
                <Trans>no score</Trans>
              </span>
            </Tooltip>
          ) : (
            <>
              <strong data-fatal={score.hasFatal || undefined}>{percent(score.score0to1)}</strong>
              {score.hasFatal && score.scoreBeforeFatal0to1 !== null && (
                <span>
                  <Trans>{percent(score.scoreBeforeFatal0to1)} before the fatal answer</Trans>
                </span>
              )}
              {score.criticalScore0to1 !== null && (
                <span>
                  <Trans>critical {percent(score.criticalScore0to1)}</Trans>
                </span>
              )}
            </>
          )}
        </div>
      </div>
      <Progress
        value={asked === 0 ? 0 : (100 * done) / asked}
        size={4}
        aria-label={t`Share of questions answered`}
      />
    </div>
  )
}
