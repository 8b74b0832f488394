import { Button, Group } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { TrustedQuestion } from '../../../../shared/contract/trust.ts'
import { LimitChart } from '../../../charts/limit-chart.tsx'
import { countOf, formatInterval, formatShare } from '../../../ui/format.ts'
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
          {question.ledBy === null
            ? stateSentences[question.state]
            : `${question.ledBy} answers this question more surely and fills in; this one is compared, and counts for nothing.`}{' '}
          Scorer: {question.scorer}, version {question.scorerVersion}. Another version begins anew in shadow.
        </span>
        {question.state !== 'shadow' && (
          <Button size="compact-sm" variant="default" onClick={() => setIsTakingBack(true)}>
            Take back
          </Button>
        )}
      </Group>
      <div className={styles.parts}>
        {question.next !== null && (
          <Part title={`To ${stateWords[question.next.to].toLowerCase()}`}>
            <CriteriaTable next={question.next} />
          </Part>
        )}
        <Part title="People and the scorer">
          <ConfusionTable question={question} />
        </Part>
        {question.charts.map((chart) => (
          <Part key={chart.watched} title={`${watchedWords[chart.watched]}, watched`}>
            <LimitChart
              values={chart.values}
              limit={chart.limit}
              label={`${watchedWords[chart.watched]} over ${countOf(chart.values.length, 'answer')}: stands at ${(chart.values.at(-1) ?? 0).toFixed(1)}, the limit is ${chart.limit.toFixed(1)}.`}
            />
            <p>
              {countOf(
                chart.values.length,
                chart.watched === 'disagreement' ? 'blind answer' : 'failed answer',
              )}{' '}
              since this step. Rises with each error, and takes the step back at the limit;{' '}
              {formatShare(chart.expected)} is expected, {formatShare(chart.alarming)} would alarm soon.
            </p>
          </Part>
        ))}
        <Part title="Errors by group">
          <GroupsTable groups={question.groups} />
        </Part>
        <Part title="Share of fails, corrected">
          <Corrected question={question} />
        </Part>
        <Part title="Disputes">
          <Disputed question={question} />
        </Part>
        <Part title="History">
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
  if (!rate.isGiven) return <span className={styles.dim}>Not shown. {rate.reason}</span>
  return (
    <>
      {formatShare(rate.share)} ({formatInterval(rate.low, rate.high, 'share')})
      <p>
        Of {countOf(automation?.answered ?? 0, 'conversation')} of the last twelve weeks that the scorer
        answers, corrected for its errors, with their uncertainty.
      </p>
    </>
  )
}
