import { t } from '@lingui/core/macro'
import { SegmentedControl, Select } from '@mantine/core'
import type { SearchSearch } from '../../../app/search.ts'

const times: { value: string; label: string; part: Pick<SearchSearch, 'first' | 'last'> }[] = [
  { value: 'first 30', label: t`First 30 seconds`, part: { first: 30 } },
  { value: 'first 60', label: t`First minute`, part: { first: 60 } },
  { value: 'first 120', label: t`First 2 minutes`, part: { first: 120 } },
  { value: 'last 60', label: t`Last minute`, part: { last: 60 } },
  { value: 'last 120', label: t`Last 2 minutes`, part: { last: 120 } },
]

interface TurnFiltersProps {
  search: SearchSearch
  onChange(part: Partial<SearchSearch>): void
}

/** Who says it, and when in the conversation. */
export function TurnFilters({ search, onChange }: TurnFiltersProps) {
  const { who, first, last } = search
  const chosen = times.find(({ part }) => part.first === first && part.last === last)
  return (
    <>
      <SegmentedControl
        aria-label={t`Said by`}
        data={[
          { value: 'anyone', label: t`Anyone` },
          { value: 'agent', label: t`Agent` },
          { value: 'customer', label: t`Customer` },
        ]}
        value={who ?? 'anyone'}
        onChange={(value) => onChange({ who: value === 'agent' || value === 'customer' ? value : undefined })}
      />
      <Select
        aria-label={t`When in the conversation`}
        placeholder={t`Any time in the call`}
        w={184}
        clearable
        data={times.map(({ value, label }) => ({ value, label }))}
        value={chosen?.value ?? null}
        onChange={(value) => {
          const part = times.find((one) => one.value === value)?.part
          onChange({ first: part?.first, last: part?.last })
        }}
      />
    </>
  )
}
