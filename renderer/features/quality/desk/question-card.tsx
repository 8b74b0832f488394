import { ActionIcon, Button, Chip, Group, NumberInput, Text, Textarea, Tooltip } from '@mantine/core'
import {
  IconBookmarkPlus,
  IconEraser,
  IconInfoCircle,
  IconPlayerPlayFilled,
  IconX,
} from '@tabler/icons-react'
import { useState } from 'react'
import type { AttachedMoment, AutomatedAnswer, DeskAnswer } from '../../../../shared/contract/reviews.ts'
import type { FormAnswer } from '../../../../shared/domain/scorecard/answers.ts'
import { optionsOf, type ScorecardQuestion } from '../../../../shared/domain/scorecard/definition.ts'
import { bestPoints, scoringAnswer } from '../../../../shared/domain/scorecard/score-answers.ts'
import { placeWords } from '../../../conversation/words.ts'
import { percent } from '../words.ts'
import { AutomatedLine } from './automated-line.tsx'
import styles from './desk.module.css'
import type { AnswerChange } from './use-desk.ts'

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
  const moments = given?.moments ?? []
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
              aria-label={`Guidance for ${question.title}`}
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
              <Tooltip label="Clear the answer (Backspace)">
                <ActionIcon
                  size="sm"
                  aria-label={`Clear the answer to ${question.title}`}
                  onClick={props.onClear}
                >
                  <IconEraser size={14} aria-hidden />
                </ActionIcon>
              </Tooltip>
            )}
            {props.canAttach && (
              <Tooltip label="Attach the turn being heard or chosen, or the words selected (m)">
                <ActionIcon
                  size="sm"
                  aria-label={`Attach a moment to ${question.title}`}
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
          Set beforehand, untouched.
        </Text>
      )}
      {given?.setBy === 'automation' && (
        <Group gap={6} pl={26} pt={4}>
          <Text size="xs" c="dimmed">
            Filled in by automation
            {props.automated.some(({ trust }) => trust === 'trusted')
              ? '; counts as it stands.'
              : ', not confirmed yet.'}
          </Text>
          {!isReadOnly && (
            <Button size="compact-xs" variant="default" onClick={() => props.onChange({})}>
              Confirm
            </Button>
          )}
        </Group>
      )}
      {moments.length > 0 && (
        <ul className={styles.moments}>
          {moments.map((moment, index) => (
            <li key={`${moment.segment} ${moment.startChar} ${index}`}>
              <button type="button" onClick={() => props.onPlay(moment)}>
                <IconPlayerPlayFilled size={9} aria-hidden /> {placeWords(moment.startMs, moment.segment)}
              </button>
              <q>{moment.quote}</q>
              {!isReadOnly && (
                <ActionIcon
                  size="xs"
                  aria-label="Take this moment away"
                  onClick={() => props.onChange({ moments: moments.filter((_, at) => at !== index) })}
                >
                  <IconX size={12} aria-hidden />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
      {props.automated.map((automated) => (
        <AutomatedLine key={automated.model ?? ''} automated={automated} onPlay={props.onPlay} />
      ))}
      {isOpen && <Details {...{ question, given, answer, isReadOnly }} onChange={props.onChange} />}
    </div>
  )
}

/** Root causes where something was missed, and the note. */
function Details({
  question,
  given,
  answer,
  isReadOnly,
  onChange,
}: Pick<QuestionCardProps, 'question' | 'given' | 'isReadOnly' | 'onChange'> & {
  answer: FormAnswer
}) {
  const [note, setNote] = useState(given?.note ?? '')
  const scored = given ? scoringAnswer(question, answer) : undefined
  const isMissed =
    scored?.state === 'answered' && scored.points !== null && scored.points < bestPoints(question)
  return (
    <div className={styles.details}>
      {isMissed && question.rootCauses.length > 0 && (
        <Chip.Group
          multiple
          value={given?.rootCauses ?? []}
          onChange={(rootCauses) => onChange({ rootCauses })}
        >
          <Group gap={6} role="group" aria-label="What may lie behind it">
            {question.rootCauses.map((cause) => (
              <Chip key={cause} value={cause} size="xs" disabled={isReadOnly}>
                {cause}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      )}
      <Textarea
        id={`note-${question.id}`}
        aria-label={`Note on ${question.title}`}
        placeholder="Note (t)"
        size="xs"
        autosize
        minRows={1}
        value={note}
        readOnly={isReadOnly}
        onChange={(event) => {
          setNote(event.currentTarget.value)
          onChange({ note: event.currentTarget.value })
        }}
      />
    </div>
  )
}

/** What one answers with: buttons with the keys that press them, a number, or words. */
function Answering({
  question,
  answer,
  isReadOnly,
  onGive,
}: {
  question: ScorecardQuestion
  answer: FormAnswer
  isReadOnly: boolean
  onGive(change: Partial<FormAnswer>): void
}) {
  const options = optionsOf(question)
  const isMultiple = question.type === 'multiple'
  const toggle = (id: string) =>
    onGive({
      optionIds: !isMultiple
        ? [id]
        : answer.optionIds.includes(id)
          ? answer.optionIds.filter((one) => one !== id)
          : [...answer.optionIds, id],
    })
  return (
    <div
      className={styles.answers}
      role={isMultiple ? 'group' : 'radiogroup'}
      aria-labelledby={`title-${question.id}`}
    >
      {options.map((option, index) => (
        <button
          key={option.id}
          type="button"
          role={isMultiple ? 'checkbox' : 'radio'}
          aria-checked={answer.optionIds.includes(option.id)}
          className={styles.option}
          data-fatal={option.fatal !== null || undefined}
          disabled={isReadOnly}
          onClick={() => toggle(option.id)}
        >
          {index < 9 && <kbd aria-hidden>{index + 1}</kbd>}
          {option.label}
          {option.fatal !== null && <span className={styles.fatal}>fatal</span>}
        </button>
      ))}
      {(question.type === 'numeric' || question.type === 'points') && (
        <NumberInput
          id={`number-${question.id}`}
          aria-labelledby={`title-${question.id}`}
          size="xs"
          w={120}
          value={answer.number ?? ''}
          readOnly={isReadOnly}
          {...(question.type === 'points' && { min: question.leastPoints, max: question.mostPoints })}
          placeholder={
            question.type === 'points' ? `${question.leastPoints} to ${question.mostPoints}` : 'Number'
          }
          onChange={(value) => onGive({ number: typeof value === 'number' ? value : null })}
        />
      )}
      {question.type === 'text' && (
        <Words
          key={question.id}
          question={question}
          text={answer.text}
          isReadOnly={isReadOnly}
          onGive={onGive}
        />
      )}
      {question.allowsNotApplicable && (
        <button
          type="button"
          role={isMultiple ? 'checkbox' : 'radio'}
          aria-checked={answer.isNotApplicable}
          className={styles.option}
          data-quiet
          disabled={isReadOnly}
          onClick={() => onGive({ isNotApplicable: true })}
        >
          <kbd aria-hidden>0</kbd>
          Not applicable
        </button>
      )}
    </div>
  )
}

function Words({
  question,
  text: saved,
  isReadOnly,
  onGive,
}: {
  question: ScorecardQuestion
  text: string
  isReadOnly: boolean
  onGive(change: Partial<FormAnswer>): void
}) {
  const [text, setText] = useState(saved)
  return (
    <Textarea
      id={`text-${question.id}`}
      aria-labelledby={`title-${question.id}`}
      size="xs"
      autosize
      w="100%"
      value={text}
      readOnly={isReadOnly}
      onChange={(event) => {
        setText(event.currentTarget.value)
        onGive({ text: event.currentTarget.value })
      }}
    />
  )
}

/** The share of the score that the question decides as the form stands. */
function WeightTag({ question, given, weight }: Pick<QuestionCardProps, 'question' | 'given' | 'weight'>) {
  const words = weightWords(question, given, weight)
  return (
    <Tooltip label={words.label}>
      <span className={styles.weight} tabIndex={0}>
        {words.text}
      </span>
    </Tooltip>
  )
}

function weightWords(
  { type, isExcluded, isBonus, isCritical }: ScorecardQuestion,
  given: DeskAnswer | null,
  weight: number | null,
): { text: string; label: string } {
  const critical = isCritical ? ' It is critical: it also enters the critical score.' : ''
  if (type === 'text' || isExcluded) return { text: 'not scored', label: 'Asked, but it does not count.' }
  if (given?.answer.isNotApplicable)
    return { text: 'does not apply', label: 'Its share went to the questions that apply.' }
  if (weight === null || given === null)
    return { text: isCritical ? 'critical' : 'open', label: `Not answered yet.${critical}` }
  const share = percent(weight)
  if (isBonus) return { text: `bonus ${share}`, label: 'Adds on top of what can be reached.' }
  return {
    text: `${share}${isCritical ? ' · critical' : ''}`,
    label: `Decides ${share} of the score among what is answered so far.${critical}`,
  }
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
