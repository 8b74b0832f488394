import { t } from '@lingui/core/macro'
import { Group, SegmentedControl, Select } from '@mantine/core'
import type { ScorecardItem } from '../../../shared/contract/scorecards.ts'

const windows = [28, 84, 182] as const

interface FormAndDaysProps {
  forms: readonly ScorecardItem[]
  scorecardId: number
  onScorecard(scorecardId: number): void
  days: number
  onDays(days: number): void
}

/** Which form, and how many days of it, a page of figures is about. */
export function FormAndDays({ forms, scorecardId, onScorecard, days, onDays }: FormAndDaysProps) {
  return (
    <Group mb="sm">
      <Select
        aria-label={t`Scorecard`}
        w={320}
        allowDeselect={false}
        data={forms.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={String(scorecardId)}
        onChange={(value) => onScorecard(Number(value))}
      />
      <SegmentedControl
        aria-label={t`Days looked at`}
        value={String(days)}
        onChange={(value) => onDays(Number(value))}
        data={windows.map((n) => ({ value: String(n), label: t`${n} days` }))}
      />
    </Group>
  )
}

/** Forms that reviewers scored on, the most used first. */
export function mostUsedFirst(forms: readonly ScorecardItem[]): ScorecardItem[] {
  return forms
    .filter(({ evaluations }) => evaluations > 0)
    .toSorted((one, other) => other.evaluations - one.evaluations)
}
