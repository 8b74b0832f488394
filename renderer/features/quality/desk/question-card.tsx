import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core'
import { IconBookmarkPlus, IconEraser, IconInfoCircle } from '@tabler/icons-react'
import { useState } from 'react'
import type { AttachedMoment, AutomatedAnswer, DeskAnswer } from '../../../../shared/contract/reviews.ts'
import { optionsOf, type ScorecardQuestion } from '../../../../shared/domain/scorecard/definition.ts'
import { Answering } from './answering.tsx'
import { AttachedMoments } from './attached-moments.tsx'
import { AutomatedLine } from './automated-line.tsx'
import styles from './desk.module.css'
import { QuestionDetails } from './question-details.tsx'
import type { AnswerChange } from './use-desk.ts'
import { WeightTag } from './weight-tag.tsx'

interface QuestionCardProps {
  question: ScorecardQuestion
  place: number
  given: DeskAnswer | null
  /** Share of the score it decides as the form stands, 0..1; null where it decides nothing. */
  weight: number | null
  /** What rules and models say of it. */
  automated: readonly AutomatedAnswer[]
  isActive: boolean
  isReadOnly: boolean
  canAttach: boolean
  onActivate(): void
  onChange(change: AnswerChange): void
  onClear(): void
  onAttach(): void
  onPlay(moment: AttachedMoment): void
}

/** One question: what is asked, the answers with their keys, and, where it is worked on, note, causes and moments. */
export function QuestionCard(props: QuestionCardProps) {
  const { question, given, isActive, isReadOnly } = props
  const [showsGuidance, setShowsGuidance] = useState(false)
  const blank = { questionId: question.id, optionIds: [], number: null, text: '', isNotApplicable: false }
  const answer = given?.answer ?? blank
  const give = (answer: AnswerChange['answer']) => props.onChange({ ...(answer && { answer }) })
  const hasGuidance = question.guidance !== '' || optionsOf(question).some(({ guidance }) => guidance !== '')
  const isOpen = isActive || (given !== null && given.note !== '')
  return (
    <div
      id={`ask-${question.id}`}
      className={styles.question}
      data-active={isActive || undefined}
      onFocus={props.onActivate}
      onPointerDown={props.onActivate}
    >
      <div className={styles.questionHead}>
        <span className={styles.place}>{props.place}</span>
        <span className={styles.title} id={`title-${question.id}`}>
          {question.title}
          {hasGuidance && (
            <ActionIcon
              size="xs"
              ml={4}
              aria-label={t`Guidance for ${question.title}`}
              aria-expanded={showsGuidance}
              onClick={() => setShowsGuidance(!showsGuidance)}
            >
              <IconInfoCircle size={14} aria-hidden />
            </ActionIcon>
          )}
        </span>
        <WeightTag question={question} given={given} weight={props.weight} />
      </div>
      {showsGuidance && <Guidance question={question} />}
      <div className={styles.answerRow}>
        <Answering question={question} answer={answer} isReadOnly={isReadOnly} onGive={give} />
        {!isReadOnly && (
          <div className={styles.tools}>
            {given !== null && (
              <Tooltip label={t`Clear the answer (Backspace)`}>
                <ActionIcon
                  size="sm"
                  aria-label={t`Clear the answer to ${question.title}`}
                  onClick={props.onClear}
                >
                  <IconEraser size={14} aria-hidden />
                </ActionIcon>
              </Tooltip>
            )}
            {props.canAttach && (
              <Tooltip label={t`Attach the turn being heard or chosen, or the words selected (m)`}>
                <ActionIcon
                  size="sm"
                  aria-label={t`Attach a moment to ${question.title}`}
                  onClick={props.onAttach}
                >
                  <IconBookmarkPlus size={15} aria-hidden />
                </ActionIcon>
              </Tooltip>
            )}
          </div>
        )}
      </div>
      {given?.setBy === 'default' && (
        <Text size="xs" c="dimmed" pl={26} pt={4}>
          <Trans>Set beforehand, untouched.</Trans>
        </Text>
      )}
      {given?.setBy === 'automation' && (
        <Group gap={6} pl={26} pt={4}>
          <Text size="xs" c="dimmed">
            <Trans>
              Filled in by automation
              {props.automated.some(({ trust }) => trust === 'trusted')
                ? t`; counts as it stands.`
                : t`, not confirmed yet.`}
            </Trans>
          </Text>
          {!isReadOnly && (
            <Button size="compact-xs" variant="default" onClick={() => props.onChange({})}>
              <Trans>Confirm</Trans>
            </Button>
          )}
        </Group>
      )}
      <AttachedMoments
        moments={given?.moments ?? []}
        isReadOnly={isReadOnly}
        onPlay={props.onPlay}
        onChange={(moments) => props.onChange({ moments })}
      />
      {props.automated.map((automated) => (
        <AutomatedLine key={automated.model ?? ''} automated={automated} onPlay={props.onPlay} />
      ))}
      {isOpen && <QuestionDetails {...{ question, given, answer, isReadOnly }} onChange={props.onChange} />}
    </div>
  )
}

function Guidance({ question }: { question: ScorecardQuestion }) {
  return (
    <div className={styles.guidance}>
      {question.guidance !== '' && <p>{question.guidance}</p>}
      {optionsOf(question)
        .filter(({ guidance }) => guidance !== '')
        .map(({ id, label, guidance }) => (
          <p key={id}>
            <strong>{label}:</strong> {guidance}
          </p>
        ))}
    </div>
  )
}
