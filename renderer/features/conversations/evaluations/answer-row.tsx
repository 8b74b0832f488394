import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Evaluation } from '../../../../shared/contract/conversations.ts'
import { VerdictIcon } from '../../../conversation/verdict.tsx'
import { capitalised, confidenceWords, placeWords, scoreWords } from '../../../conversation/words.ts'
import styles from './evaluation-panel.module.css'
import { verdictOf } from './verdict-of.ts'

type Answer = Evaluation['answers'][number]
export type AnswerEvidence = Answer['evidence'][number]

interface AnswerRowProps {
  answer: Answer
  isAutomated: boolean
  /** Null where its answers count nowhere, so that there is nothing to dispute. */
  evaluationId: number | null
  isFocused: boolean
  onEvidence(evidence: AnswerEvidence): void
}

/** One answer: the verdict, what was answered, how sure, why not, and the words that show it. */
export function AnswerRow({ answer, isAutomated, evaluationId, isFocused, onEvidence }: AnswerRowProps) {
  const critical = answer.hasFailedCritical ? t`Critical question failed` : null
  const details = [
    critical,
    isAutomated && answer.confidence !== null && answer.abstainedBecause === null
      ? capitalised(confidenceWords(answer.confidence))
      : null,
    answer.abstainedBecause === null ? null : t`No answer: ${answer.abstainedBecause}`,
  ].filter((detail) => detail !== null)
  return (
    <div className={styles.answer} data-focused={isFocused} id={`question-${answer.questionId}`}>
      <div className={styles.question}>
        <VerdictIcon verdict={verdictOf(answer)} />
        <span>{answer.label}</span>
        <span className={styles.value}>{answerWords(answer)}</span>
        {!isAutomated && evaluationId !== null && <Dispute answer={answer} evaluationId={evaluationId} />}
      </div>
      {details.map((detail) => (
        <div
          key={detail}
          className={styles.detail}
          style={detail === critical ? { color: 'var(--fail)' } : undefined}
        >
          {detail}
        </div>
      ))}
      {answer.comment && (
        <Text className={styles.detail} fs="italic">
          “{answer.comment}”
        </Text>
      )}
      {answer.evidence.map((evidence) => (
        <button
          key={`${evidence.segment}-${evidence.startChar}`}
          type="button"
          className={styles.quote}
          onClick={() => onEvidence(evidence)}
        >
          <time>{placeWords(evidence.startMs, evidence.segment)}</time>
          <span>“{evidence.quote}”</span>
        </button>
      ))}
    </div>
  )
}

const disputeWords = { open: t`disputed`, upheld: t`dispute upheld`, overturned: t`overturned` } as const

/** Disputes the answer, or leads to where somebody has. */
function Dispute({ answer, evaluationId }: { answer: Answer; evaluationId: number }) {
  const { dispute } = answer
  if (dispute)
    return (
      <Link
        to="/quality/disputes/$disputeId"
        params={{ disputeId: dispute.id }}
        className={styles.dispute}
        data-state={dispute.state}
        title={
          dispute.state === 'overturned' ? t`It was: ${dispute.statedValue ?? t`not applicable`}` : undefined
        }
      >
        {disputeWords[dispute.state]}
      </Link>
    )
  return (
    <Link
      to="/quality/disputes/new"
      search={{ evaluation: evaluationId, question: Number(answer.questionId.replace('question:', '')) }}
      className={styles.dispute}
      aria-label={t`Dispute the answer to ${answer.label}`}
    >
      <Trans>Dispute</Trans>
    </Link>
  )
}

function answerWords(answer: Answer): string {
  if (answer.isNotApplicable) return 'n/a'
  if (answer.abstainedBecause !== null) return ''
  const partial =
    answer.score0to1 !== null && answer.score0to1 > 0 && answer.score0to1 < 1
      ? scoreWords(answer.score0to1)
      : null
  return [answer.value, partial].filter((part) => part !== null).join(' · ')
}
