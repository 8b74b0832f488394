import { t } from '@lingui/core/macro'
import { Group } from '@mantine/core'
import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import { Choice } from './choice.tsx'
import { NumberField } from './number-field.tsx'
import { comparisonWords, shownUnit } from './rule-words.ts'
import { without } from './without.ts'

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
  const { comparison, value, to } = condition
  return (
    <Group gap={8} align="flex-start">
      <Choice
        label={t`Limit`}
        width={110}
        words={comparisonWords}
        value={comparison}
        onChange={(next) => {
          const rest = without(condition, 'to')
          onChange(
            next === 'between'
              ? { ...rest, comparison: next, to: to ?? value }
              : { ...rest, comparison: next },
          )
        }}
      />
      <NumberField
        label={t`Figure`}
        isNeeded
        {...{ factor, suffix, value }}
        onChange={(next) => onChange({ ...condition, value: next ?? value })}
      />
      {comparison === 'between' && (
        <NumberField
          label={t`and`}
          isNeeded
          {...{ factor, suffix }}
          value={to ?? value}
          onChange={(next) => onChange({ ...condition, to: next ?? value })}
        />
      )}
    </Group>
  )
}
