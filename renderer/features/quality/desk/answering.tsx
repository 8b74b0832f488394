import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { NumberInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { FormAnswer } from '../../../../shared/domain/scorecard/answers.ts'
import { optionsOf, type ScorecardQuestion } from '../../../../shared/domain/scorecard/definition.ts'
import styles from './desk.module.css'

/** What one answers with: buttons with the keys that press them, a number, or words. */
export function Answering({
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
          {option.fatal !== null && (
            <span className={styles.fatal}>
              <Trans>fatal</Trans>
            </span>
          )}
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
            question.type === 'points' ? t`${question.leastPoints} to ${question.mostPoints}` : t`Number`
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
          <Trans>
            <kbd aria-hidden>0</kbd>
            Not applicable
          </Trans>
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
