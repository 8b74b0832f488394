import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Button, NumberInput, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type {
  ScorecardDefinition,
  ScorecardQuestion,
} from '../../../../shared/domain/scorecard/definition.ts'
import { FatalSelect } from './fatal-select.tsx'
import styles from './scorecard.module.css'

type Range = ScorecardQuestion['ranges'][number]

interface RangesEditorProps {
  question: ScorecardQuestion
  definition: ScorecardDefinition
  onChange(change: Partial<ScorecardQuestion>): void
}

/** The ranges a number falls into, and what each gives. */
export function RangesEditor({ question, definition, onChange }: RangesEditorProps) {
  const { ranges } = question
  const set = (at: number, change: Partial<Range>) =>
    onChange({ ranges: ranges.map((range, index) => (index === at ? { ...range, ...change } : range)) })
  return (
    <div>
      <Text size="sm" fw={500}>
        <Trans>Ranges, both ends included</Trans>
      </Text>
      {ranges.map((range, at) => (
        <div key={at} className={styles.rangeLine}>
          <NumberInput
            aria-label={t`From`}
            size="xs"
            value={range.from}
            onChange={(value) => set(at, { from: Number(value) || 0 })}
          />
          <NumberInput
            aria-label={t`To`}
            size="xs"
            value={range.to}
            onChange={(value) => set(at, { to: Number(value) || 0 })}
          />
          <NumberInput
            aria-label={t`Points`}
            size="xs"
            value={range.points}
            suffix=" points"
            onChange={(value) => set(at, { points: Number.parseFloat(String(value)) || 0 })}
          />
          <FatalSelect
            label={t`What this range zeroes`}
            fatal={range.fatal}
            definition={definition}
            onChange={(fatal) => set(at, { fatal })}
          />
          <ActionIcon
            aria-label={t`Take this range away`}
            disabled={ranges.length === 1}
            onClick={() => onChange({ ranges: ranges.filter((_, index) => index !== at) })}
          >
            <IconTrash size={14} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        mt={4}
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => {
          const from = Math.max(0, ...ranges.map(({ to }) => to)) + 1
          onChange({ ranges: [...ranges, { from, to: from + 99, points: 0, fatal: null }] })
        }}
      >
        <Trans>Add a range</Trans>
      </Button>
    </div>
  )
}
