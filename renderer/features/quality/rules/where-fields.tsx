import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Group } from '@mantine/core'
import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import { NumberField } from './number-field.tsx'
import styles from './rules.module.css'
import { withValue } from './without.ts'

type WithPhrases = Extract<RuleCondition, { phrases: string[] }>
type Where = NonNullable<WithPhrases['where']>

interface Limit {
  key: keyof Where
  label: string
  unit: 'turns' | 'share' | 'seconds'
}

const limits: readonly Limit[] = [
  { key: 'firstTurns', label: t`In the first`, unit: 'turns' },
  { key: 'lastTurns', label: t`In the last`, unit: 'turns' },
  { key: 'toSeconds', label: t`In the first`, unit: 'seconds' },
  { key: 'lastSeconds', label: t`In the last`, unit: 'seconds' },
  { key: 'fromSeconds', label: t`After the first`, unit: 'seconds' },
  { key: 'toShare', label: t`In the first`, unit: 'share' },
  { key: 'fromShare', label: t`After the first`, unit: 'share' },
]

const bounds = {
  turns: { suffix: t` turns`, min: 1, max: 1000, isWhole: true, factor: 1 },
  seconds: { suffix: ' s', min: 0, max: 86_400, isWhole: false, factor: 1 },
  share: { suffix: t` % of the words`, min: 0, max: 100, isWhole: false, factor: 100 },
} as const

/** Where something has to be said: every limit given has to hold, none means anywhere. */
export function WhereFields({
  condition,
  onChange,
}: {
  condition: WithPhrases
  onChange(condition: RuleCondition): void
}) {
  const { where = {} } = condition
  const given = Object.keys(where).length
  const set = (key: keyof Where, value: number | undefined) => {
    const changed = withValue(where, key, value)
    onChange(withValue(condition, 'where', Object.keys(changed).length === 0 ? undefined : changed))
  }
  return (
    <details className={styles.more}>
      <summary>
        <Trans>Where it has to be said{given === 0 ? t`: anywhere` : ''}</Trans>
      </summary>
      <Group gap={8} align="flex-start">
        {limits.map(({ key, label, unit }) => (
          <NumberField
            key={key}
            label={label}
            placeholder={unit === 'seconds' ? t`seconds` : bounds[unit].suffix.trim()}
            width={unit === 'share' ? 150 : 100}
            value={where[key]}
            {...bounds[unit]}
            onChange={(value) => set(key, value)}
          />
        ))}
      </Group>
    </details>
  )
}
