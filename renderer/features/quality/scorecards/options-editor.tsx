import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Button, NumberInput, Text, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import {
  optionsOf,
  type AnswerOption,
  type ScorecardDefinition,
  type ScorecardQuestion,
} from '../../../../shared/domain/scorecard/definition.ts'
import { freshId } from './edits.ts'
import { FatalSelect } from './fatal-select.tsx'
import styles from './scorecard.module.css'

interface OptionsEditorProps {
  question: ScorecardQuestion
  definition: ScorecardDefinition
  onChange(change: Partial<ScorecardQuestion>): void
}

/** The answers of a question: what they are called, what they give, what they zero, and when to choose them. */
export function OptionsEditor({ question, definition, onChange }: OptionsEditorProps) {
  const options = optionsOf(question)
  const set = (id: string, change: Partial<AnswerOption>) =>
    onChange({ options: options.map((option) => (option.id === id ? { ...option, ...change } : option)) })
  return (
    <div>
      <Text size="sm" fw={500}>
        <Trans>Answers</Trans>
      </Text>
      {options.map((option) => (
        <div key={option.id} className={styles.optionLine}>
          <TextInput
            aria-label={t`Answer`}
            size="xs"
            value={option.label}
            maxLength={300}
            onChange={(event) => set(option.id, { label: event.currentTarget.value })}
          />
          <NumberInput
            aria-label={t`Points of ${option.label}`}
            size="xs"
            w={80}
            value={option.points}
            onChange={(value) => set(option.id, { points: Number(value) || 0 })}
          />
          <FatalSelect
            label={t`What ${option.label} zeroes`}
            fatal={option.fatal}
            definition={definition}
            onChange={(fatal) => set(option.id, { fatal })}
          />
          <TextInput
            aria-label={t`When to choose ${option.label}`}
            size="xs"
            placeholder={t`when to choose it, with an example`}
            value={option.guidance}
            onChange={(event) => set(option.id, { guidance: event.currentTarget.value })}
          />
          <ActionIcon
            aria-label={t`Take ${option.label} away`}
            disabled={options.length <= 2 || question.type === 'yes-no'}
            onClick={() =>
              onChange({
                options: options.filter(({ id }) => id !== option.id),
                ...(question.defaultOptionId === option.id && { defaultOptionId: null }),
              })
            }
          >
            <IconTrash size={14} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {question.type !== 'yes-no' && (
        <Button
          variant="subtle"
          mt={4}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() =>
            onChange({
              options: [
                ...options,
                {
                  id: freshId(
                    'option',
                    options.map(({ id }) => id),
                  ),
                  label: t`New answer`,
                  points: 0,
                  guidance: '',
                  fatal: null,
                },
              ],
            })
          }
        >
          <Trans>Add an answer</Trans>
        </Button>
      )}
    </div>
  )
}
