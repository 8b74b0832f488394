import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Group, Stack, Text, Title, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconRobot, IconUserCheck } from '@tabler/icons-react'
import type { Evaluation } from '../../../../shared/contract/conversations.ts'
import { Instant } from '../../../ui/time.tsx'
import { scoreWords } from '../../../conversation/words.ts'
import { AnswerRow, type AnswerEvidence } from './answer-row.tsx'
import styles from './evaluation-panel.module.css'

interface EvaluationPanelProps {
  evaluation: Evaluation
  focusedQuestionId: string | null
  onEvidence(questionId: string, evidence: AnswerEvidence): void
}

/** One evaluation: who or what scored it, the score as given and recomputed, and every answer with its evidence. */
export function EvaluationPanel({ evaluation, focusedQuestionId, onEvidence }: EvaluationPanelProps) {
  const sections = [...new Set(evaluation.answers.map((answer) => answer.section))]
  const shownScore = evaluation.vendorScore ?? evaluation.computedScore
  const answered = evaluation.answers.filter((answer) => answer.abstainedBecause === null).length
  return (
    <section aria-label={t`Evaluation: ${evaluation.form}`}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
        <div>
          <Title order={2} size="h3">
            {evaluation.form}
          </Title>
          <Text size="xs" c="dimmed">
            {[evaluation.formVersion && t`Version ${evaluation.formVersion}`, evaluation.evaluator]
              .filter(Boolean)
              .join(' · ')}
            {evaluation.at !== null && (
              <>
                {(evaluation.formVersion ?? evaluation.evaluator) !== null && ' · '}
                <Instant at={evaluation.at} />
              </>
            )}
          </Text>
        </div>
        <Stack gap={2} align="flex-end">
          {shownScore !== null && evaluation.origin !== 'automated' && (
            <Text fw={650} fz="lg" lh={1.1}>
              {scoreWords(shownScore)}
            </Text>
          )}
          <Origin origin={evaluation.origin} model={evaluation.model} />
        </Stack>
      </Group>
      {evaluation.isCalibration && (
        <Text size="xs" c="dimmed" mt={4}>
          <Trans>Made in a calibration session: it counts towards nobody's score.</Trans>
        </Text>
      )}
      {evaluation.origin === 'automated' && (
        <Text size="xs" c="dimmed" mt={4}>
          <Trans>
            {evaluation.model === null
              ? t`Found by rules in the text`
              : t`Answered by the language model ${evaluation.model}`}
            , {answered} of {evaluation.answers.length} questions answered. Nobody has checked it, so it
            counts towards no score.
          </Trans>
        </Text>
      )}
      {evaluation.scoresDiffer && evaluation.vendorScore !== null && evaluation.computedScore !== null && (
        <Alert
          variant="light"
          color="amber"
          p="xs"
          mt="xs"
          icon={<IconAlertTriangle size={16} aria-hidden />}
        >
          <Trans>
            The source gives {scoreWords(evaluation.vendorScore)}; its answers add up to{' '}
            {scoreWords(evaluation.computedScore)}.
          </Trans>
        </Alert>
      )}
      {evaluation.scoreBeforeFail !== null && (
        <Text size="xs" mt={4} style={{ color: 'var(--fail)' }}>
          <Trans>
            A critical question failed. Without it the score would be {scoreWords(evaluation.scoreBeforeFail)}
            .
          </Trans>
        </Text>
      )}
      {evaluation.comment && (
        <Text size="sm" mt="xs" fs="italic">
          “{evaluation.comment}”
        </Text>
      )}
      {sections.map((section) => (
        <div key={section ?? ''}>
          {section !== null && sections.length > 1 && <div className={styles.section}>{section}</div>}
          {evaluation.answers
            .filter((answer) => answer.section === section)
            .map((answer) => (
              <AnswerRow
                key={answer.questionId}
                answer={answer}
                isAutomated={evaluation.origin === 'automated'}
                evaluationId={evaluation.isCalibration ? null : evaluation.id}
                isFocused={focusedQuestionId === answer.questionId}
                onEvidence={(evidence) => onEvidence(answer.questionId, evidence)}
              />
            ))}
        </div>
      ))}
    </section>
  )
}

const origins = {
  automated: {
    label: t`automated, unverified`,
    why: t`Not yet compared with what people answer, so it is a hint and no verdict.`,
  },
  assisted: {
    label: t`person, assisted`,
    why: t`A person answered with the automation’s proposals in view.`,
  },
  human: { label: t`person`, why: t`Answered by a person.` },
} as const

function Origin({ origin, model }: Pick<Evaluation, 'origin' | 'model'>) {
  const Icon = origin === 'automated' ? IconRobot : IconUserCheck
  return (
    <Tooltip label={origins[origin].why}>
      <span className={`${styles.origin} ${origin === 'automated' ? styles.unverified : ''}`}>
        <Icon size={13} aria-hidden />
        {model === null ? origins[origin].label : t`${model}, unverified`}
      </span>
    </Tooltip>
  )
}
