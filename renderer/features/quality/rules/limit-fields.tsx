import { Group, NumberInput } from '@mantine/core'
import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import { Choice } from './choice.tsx'
import { comparisonWords, shownUnit } from './rule-words.ts'

type Limited = Extract<RuleCondition, { comparison: string }>

/** A limit with its unit; shares are typed in per cent. */
export function LimitFields({
  condition,
  unit,
  onChange,
}: {
  condition: Limited
  unit: string
  onChange(condition: RuleCondition): void
}) {
  const { factor, suffix } = shownUnit(unit)
  const shown = (value: number) => Number((value * factor).toFixed(4))
  return (
    <Group gap={8} align="flex-end" mt={6}>
      <Choice
        label="Limit"
        width={110}
        words={comparisonWords}
        value={condition.comparison}
        onChange={(comparison) => {
          const { to, ...rest } = condition
          onChange(
            comparison === 'between'
              ? { ...rest, comparison, to: to ?? condition.value }
              : { ...rest, comparison },
          )
        }}
      />
      <NumberInput
        size="xs"
        w={150}
        label="Figure"
        suffix={suffix}
        value={shown(condition.value)}
        onChange={(value) => {
          if (typeof value === 'number') onChange({ ...condition, value: value / factor })
        }}
      />
      {condition.comparison === 'between' && (
        <NumberInput
          size="xs"
          w={150}
          label="and"
          suffix={suffix}
          value={shown(condition.to ?? condition.value)}
          onChange={(value) => {
            if (typeof value === 'number') onChange({ ...condition, to: value / factor })
          }}
        />
      )}
    </Group>
  )
}
