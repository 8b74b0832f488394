import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { NumberInput } from '@mantine/core'
import type { FormAnswer } from '../../../../shared/domain/scorecard/answers.ts'
import { optionsOf, type ScorecardQuestion } from '../../../../shared/domain/scorecard/definition.ts'
import styles from './disputes.module.css'

interface AnswerChoiceProps {
  label: string
  question: ScorecardQuestion
  answer: FormAnswer | null
  /** Whether the digits choose, so that they are shown. */
  hasKeys: boolean
  onAnswer(answer: FormAnswer): void
}

/** The answers of a question to choose from, with the digits that choose them. */
export function AnswerChoice({ label, question, answer, hasKeys, onAnswer }: AnswerChoiceProps) {
  const isMultiple = question.type === 'multiple'
  const isNumber = question.type === 'points' || question.type === 'numeric'
  return (
    <div className={styles.choices} role={isMultiple ? 'group' : 'radiogroup'} aria-label={label}>
      {optionsOf(question).map(({ id, label: words }, index) => (
        <button
          key={id}
          type="button"
          role={isMultiple ? 'checkbox' : 'radio'}
          aria-checked={answer?.optionIds.includes(id) ?? false}
          className={styles.choice}
          onClick={() => onAnswer(chosenBy(question, answer, index + 1)!)}
        >
          {hasKeys && index < 9 && <kbd aria-hidden>{index + 1}</kbd>}
          {words}
        </button>
      ))}
      {isNumber && (
        <NumberInput
          aria-label={t`${label}, a number`}
          size="xs"
          w={130}
          value={answer?.number ?? ''}
          {...(question.type === 'points' && { min: question.leastPoints, max: question.mostPoints })}
          placeholder={
            question.type === 'points' ? t`${question.leastPoints} to ${question.mostPoints}` : t`Number`
          }
          onChange={(value) =>
            onAnswer({ ...blank(question), number: typeof value === 'number' ? value : null })
          }
        />
      )}
      {question.allowsNotApplicable && (
        <button
          type="button"
          role={isMultiple ? 'checkbox' : 'radio'}
          aria-checked={answer?.isNotApplicable ?? false}
          className={styles.choice}
          onClick={() => onAnswer(chosenBy(question, answer, 0)!)}
        >
          <Trans>
            {hasKeys && <kbd aria-hidden>0</kbd>}
            Not applicable
          </Trans>
        </button>
      )}
    </div>
  )
}

const blank = ({ id }: ScorecardQuestion): FormAnswer => ({
  questionId: id,
  optionIds: [],
  number: null,
  text: '',
  isNotApplicable: false,
})

/** The answer that a digit chooses: 0 that the question does not apply, else the option in that place; undefined where there is none. */
export function chosenBy(
  question: ScorecardQuestion,
  answer: FormAnswer | null,
  digit: number,
): FormAnswer | undefined {
  if (digit === 0)
    return question.allowsNotApplicable ? { ...blank(question), isNotApplicable: true } : undefined
  const option = optionsOf(question)[digit - 1]
  if (!option) return undefined
  const before = question.type === 'multiple' ? (answer?.optionIds ?? []) : []
  const optionIds = before.includes(option.id)
    ? before.filter((id) => id !== option.id)
    : [...before, option.id]
  return { ...blank(question), optionIds }
}

/** Whether something is chosen. */
export function isChosen(answer: FormAnswer | null): answer is FormAnswer {
  return answer !== null && (answer.isNotApplicable || answer.number !== null || answer.optionIds.length > 0)
}
