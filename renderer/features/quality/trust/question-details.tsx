import { plural, t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Button, Group } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { TrustedQuestion } from '../../../../shared/contract/trust.ts'
import { LimitChart } from '../../../charts/limit-chart.tsx'
import { formatInterval, formatShare, formatNumber } from '../../../ui/format.ts'
import { ConfusionTable } from './confusion-table.tsx'
import { CriteriaTable } from './criteria-table.tsx'
import { Disputed } from './disputed.tsx'
import { GroupsTable } from './groups-table.tsx'
import { TakeBackDialog } from './take-back-dialog.tsx'
import styles from './trust.module.css'
import { TrustHistory } from './trust-history.tsx'
import { stateSentences, stateWords, watchedWords } from './words.ts'

/** All that a question's step rests on. */
export function QuestionDetails({ question }: { question: TrustedQuestion }) {
  const [isTakingBack, setIsTakingBack] = useState(false)
  return (
    <>
      <Group justify="space-between" mb="sm">
        <span className={styles.dim}>
          <Trans>
            {question.ledBy === null
              ? stateSentences[question.state]
              : t`${question.ledBy} answers this question more surely and fills in; this one is compared, and counts for nothing.`}{' '}
            Scorer: {question.scorer}, version {question.scorerVersion}. Another version begins anew in
            shadow.
          </Trans>
        </span>
        {question.state !== 'shadow' && (
          <Button size="compact-sm" variant="default" onClick={() => setIsTakingBack(true)}>
            <Trans>Take back</Trans>
          </Button>
        )}
      </Group>
      <div className={styles.parts}>
        {question.next !== null && (
          <Part title={t`To ${stateWords[question.next.to].toLowerCase()}`}>
            <CriteriaTable next={question.next} />
          </Part>
        )}
        <Part title={t`People and the scorer`}>
          <ConfusionTable question={question} />
        </Part>
        {question.charts.map((chart) => (
          <Part key={chart.watched} title={t`${watchedWords[chart.watched]}, watched`}>
            <LimitChart
              values={chart.values}
              limit={chart.limit}
              label={t`${watchedWords[chart.watched]} over ${plural(chart.values.length, { one: '# answer', other: '# answers' })}: stands at ${formatNumber(chart.values.at(-1) ?? 0, 1)}, the limit is ${formatNumber(chart.limit, 1)}.`}
            />
            <p>
              <Trans>
                {chart.watched === 'disagreement'
                  ? plural(chart.values.length, { one: '# blind answer', other: '# blind answers' })
                  : plural(chart.values.length, { one: '# failed answer', other: '# failed answers' })}{' '}
                since this step. Rises with each error, and takes the step back at the limit;{' '}
                {formatShare(chart.expected)} is expected, {formatShare(chart.alarming)} would alarm soon.
              </Trans>
            </p>
          </Part>
        ))}
        <Part title={t`Errors by group`}>
          <GroupsTable groups={question.groups} />
        </Part>
        <Part title={t`Share of fails, corrected`}>
          <Corrected question={question} />
        </Part>
        <Part title={t`Disputes`}>
          <Disputed question={question} />
        </Part>
        <Part title={t`History`}>
          <TrustHistory question={question} />
        </Part>
      </div>
      {isTakingBack && <TakeBackDialog question={question} onClose={() => setIsTakingBack(false)} />}
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

function Corrected({ question: { correctedFailRate: rate, automation } }: { question: TrustedQuestion }) {
  if (!rate.isGiven)
    return (
      <span className={styles.dim}>
        <Trans>Not shown. {rate.reason}</Trans>
      </span>
    )
  return (
    <>
      {formatShare(rate.share)} ({formatInterval(rate.low, rate.high, 'share')})
      <p>
        <Trans>
          Of <Plural value={automation?.answered ?? 0} one="# conversation" other="# conversations" /> of the
          last twelve weeks that the scorer answers, corrected for its errors, with their uncertainty.
        </Trans>
      </p>
    </>
  )
}
