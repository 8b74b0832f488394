import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, NumberInput, Textarea } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { ComparedItem } from '../../../../shared/contract/calibration.ts'
import type { FormAnswer } from '../../../../shared/domain/scorecard/answers.ts'
import { optionsOf, type ScorecardQuestion } from '../../../../shared/domain/scorecard/definition.ts'
import type { Settling } from './use-settling.ts'
import { answerWords } from './words.ts'

interface SettleFormProps {
  item: ComparedItem
  question: ScorecardQuestion
  settling: Settling
}

/** Settles a question: at a reviewer's answer or another one, with a remark everybody scores by from then on. */
export function SettleForm({ item, question, settling }: SettleFormProps) {
  const { draft } = settling
  const mine =
    draft !== null && draft.itemId === item.id && draft.answer.questionId === question.id ? draft : null
  const empty: FormAnswer = {
    questionId: question.id,
    optionIds: [],
    number: null,
    text: '',
    isNotApplicable: false,
  }
  const words = mine === null ? null : answerWords(question, mine.answer)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (words !== null) field.current?.focus()
  }, [words])
  const choose = (answer: FormAnswer) => settling.choose(item, answer)
  const choices: { label: string; answer: FormAnswer }[] = [
    ...(question.type === 'multiple' || question.type === 'numeric' || question.type === 'points'
      ? uniqueAnswers(item, question)
      : optionsOf(question).map(({ id, label }) => ({ label, answer: { ...empty, optionIds: [id] } }))),
    ...(question.allowsNotApplicable ? [{ label: t`n/a`, answer: { ...empty, isNotApplicable: true } }] : []),
  ]
  return (
    <Group align="flex-start" gap="sm" wrap="nowrap">
      <Group gap={6} role="group" aria-label={t`Settle at`} maw={420}>
        {choices.map(({ label, answer }) => (
          <Button
            key={label}
            size="compact-sm"
            variant={words === answerWords(question, answer) ? 'filled' : 'default'}
            aria-pressed={words === answerWords(question, answer)}
            onClick={() => choose(answer)}
          >
            {label}
          </Button>
        ))}
        {(question.type === 'numeric' || question.type === 'points') && (
          <NumberInput
            aria-label={t`Another number`}
            size="xs"
            w={100}
            value={mine?.answer.number ?? ''}
            onChange={(value) => {
              if (value !== '') choose({ ...empty, number: Number(value) })
            }}
          />
        )}
      </Group>
      <Textarea
        ref={field}
        flex={1}
        autosize
        minRows={1}
        maxRows={5}
        maxLength={2000}
        aria-label={t`Remark`}
        placeholder={t`Why this is right: what everybody scores by from now on`}
        value={mine?.remark ?? ''}
        disabled={mine === null}
        onChange={(event) => settling.remark(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            settling.save()
          }
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      <Button size="xs" loading={settling.isBusy} disabled={mine === null} onClick={() => settling.save()}>
        <Trans>Settle</Trans>
      </Button>
    </Group>
  )
}

function uniqueAnswers(
  item: ComparedItem,
  question: ScorecardQuestion,
): { label: string; answer: FormAnswer }[] {
  const found = new Map<string, FormAnswer>()
  for (const { answers } of item.parts) {
    const given = answers[question.id]?.answer
    if (given && !given.isNotApplicable) found.set(answerWords(question, given), given)
  }
  return [...found].map(([label, answer]) => ({ label, answer }))
}
