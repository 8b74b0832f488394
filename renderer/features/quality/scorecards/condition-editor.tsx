import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Button, Group, MultiSelect, SegmentedControl, Select, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import {
  optionsOf,
  type QuestionCondition,
  type ScorecardDefinition,
  type ScorecardQuestion,
} from '../../../../shared/domain/scorecard/definition.ts'
import styles from './scorecard.module.css'

type Rule = QuestionCondition['rules'][number]

const isWords: { value: Rule['is']; label: string }[] = [
  { value: 'in', label: t`is one of` },
  { value: 'not-in', label: t`is none of` },
  { value: 'all-in', label: t`has all of` },
  { value: 'exactly', label: t`is exactly` },
]

interface ConditionEditorProps {
  question: ScorecardQuestion
  definition: ScorecardDefinition
  onChange(condition: QuestionCondition | null): void
}

/** When a question is asked at all: always, or depending on answers to others. */
export function ConditionEditor({ question, definition, onChange }: ConditionEditorProps) {
  const { condition } = question
  const others = definition.questions.filter(
    (other) => other.id !== question.id && optionsOf(other).length > 0,
  )
  const [first] = others
  const ruleOf = (other: ScorecardQuestion): Rule => ({
    questionId: other.id,
    is: 'in',
    optionIds: [optionsOf(other)[0]!.id],
  })
  if (condition === null) {
    return (
      <Group gap="xs">
        <Text size="sm">
          <Trans>Always asked.</Trans>
        </Text>
        {first && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onChange({ match: 'all', rules: [ruleOf(first)] })}
          >
            <Trans>Ask it only when…</Trans>
          </Button>
        )}
      </Group>
    )
  }
  const set = (at: number, change: Partial<Rule>) =>
    onChange({
      ...condition,
      rules: condition.rules.map((rule, index) => (index === at ? { ...rule, ...change } : rule)),
    })
  return (
    <div>
      <Group gap="xs">
        <Text size="sm" fw={500}>
          <Trans>Asked only when</Trans>
        </Text>
        {condition.rules.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={t`How many of these must hold`}
            value={condition.match}
            onChange={(match) => onChange({ ...condition, match: match === 'any' ? 'any' : 'all' })}
            data={[
              { value: 'all', label: t`all hold` },
              { value: 'any', label: t`any holds` },
            ]}
          />
        )}
      </Group>
      {condition.rules.map((rule, at) => {
        const other = others.find(({ id }) => id === rule.questionId)
        return (
          <div key={at} className={styles.conditionLine}>
            <Select
              aria-label={t`Answer to`}
              size="xs"
              allowDeselect={false}
              data={others.map(({ id, title }) => ({ value: id, label: title }))}
              value={rule.questionId}
              onChange={(id) => {
                const chosen = others.find((one) => one.id === id)
                if (chosen) set(at, ruleOf(chosen))
              }}
            />
            <Select
              aria-label={t`Is`}
              size="xs"
              w={120}
              allowDeselect={false}
              data={isWords}
              value={rule.is}
              onChange={(value) => set(at, { is: isWords.find((one) => one.value === value)?.value ?? 'in' })}
            />
            <MultiSelect
              aria-label={t`Answers`}
              size="xs"
              data={other ? optionsOf(other).map(({ id, label }) => ({ value: id, label })) : []}
              value={rule.optionIds}
              onChange={(optionIds) => optionIds.length > 0 && set(at, { optionIds })}
            />
            <ActionIcon
              aria-label={t`Take this condition away`}
              onClick={() => {
                const rules = condition.rules.filter((_, index) => index !== at)
                onChange(rules.length === 0 ? null : { ...condition, rules })
              }}
            >
              <IconTrash size={14} aria-hidden />
            </ActionIcon>
          </div>
        )
      })}
      {first && (
        <Button
          variant="subtle"
          mt={4}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange({ ...condition, rules: [...condition.rules, ruleOf(first)] })}
        >
          <Trans>And when…</Trans>
        </Button>
      )}
    </div>
  )
}
