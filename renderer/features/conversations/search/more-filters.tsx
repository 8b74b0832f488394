import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Popover, Select, Stack, Text } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { MetricDefinition } from '../../../../shared/domain/metric-definition.ts'
import { orpc } from '../../../app/client.ts'
import type { SearchSearch } from '../../../app/search.ts'
import { RangeFields } from './range-fields.tsx'

const moods = [
  { value: 'turn -', label: t`Unhappy in this turn` },
  { value: 'turn +', label: t`Happy in this turn` },
  { value: 'end -', label: t`Unhappy at the end` },
  { value: 'end +', label: t`Happy at the end` },
]

/** VADER's own ends of what is neutral. */
const NEUTRAL = 0.05

function moodOf(value: string | null): SearchSearch['mood'] {
  if (value === null) return undefined
  const of = value.startsWith('turn') ? 'turn' : 'end'
  return value.endsWith('-') ? { of, max: -NEUTRAL } : { of, min: NEUTRAL }
}

function moodValue(mood: SearchSearch['mood']): string | null {
  return mood === undefined ? null : `${mood.of} ${mood.max === undefined ? '+' : '-'}`
}

interface MoreFiltersProps {
  search: SearchSearch
  onChange(part: Partial<SearchSearch>): void
}

/** The filters one needs less often: the customer's mood, the score of reviews, a measure of the conversation. */
export function MoreFilters({ search, onChange }: MoreFiltersProps) {
  const { mood, score, measure } = search
  const inUse = [mood, score, measure].filter((value) => value !== undefined).length
  return (
    <Popover position="bottom-start" trapFocus withinPortal>
      <Popover.Target>
        <Button
          variant="default"
          h={36}
          fw={400}
          leftSection={<IconAdjustmentsHorizontal size={16} stroke={1.6} aria-hidden />}
        >
          {inUse === 0 ? t`Mood, score, measure` : t`Mood, score, measure: ${inUse}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="md" w={300}>
          <Select
            label={t`Customer`}
            placeholder={t`In any mood`}
            clearable
            comboboxProps={{ withinPortal: false }}
            data={moods}
            value={moodValue(mood)}
            onChange={(value) => onChange({ mood: moodOf(value) })}
          />
          <Stack gap={4}>
            <Text size="sm" fw={500}>
              <Trans>Score of the evaluation</Trans>
            </Text>
            <RangeFields
              label={t`Score`}
              step={0.01}
              suffix="%"
              value={score}
              onChange={(value) => onChange({ score: value })}
            />
          </Stack>
          <MeasureFilter measure={measure} onChange={(value) => onChange({ measure: value })} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

/** Measures read from conversations themselves; questions of the scorecard are no measures. */
function isMeasure({ source, id }: MetricDefinition): boolean {
  return source === 'Transcripts' && !id.includes(':')
}

function MeasureFilter({
  measure,
  onChange,
}: {
  measure: SearchSearch['measure']
  onChange(measure: SearchSearch['measure']): void
}) {
  const definitions = useQuery(orpc.metrics.definitions.queryOptions()).data ?? []
  const measures = definitions.filter(isMeasure)
  const unit = measures.find(({ id }) => id === measure?.metricId)?.unit
  return (
    <Stack gap={6}>
      <Select
        label={t`Measure of the conversation`}
        placeholder={t`Any`}
        clearable
        comboboxProps={{ withinPortal: false }}
        data={measures.map(({ id, label }) => ({ value: id, label }))}
        value={measure?.metricId ?? null}
        onChange={(metricId) => onChange(metricId === null ? undefined : { metricId })}
      />
      <RangeFields
        label={t`Measure`}
        isDisabled={measure === undefined}
        step={unit === 'share' ? 0.01 : 1}
        suffix={unit === 'share' ? '%' : ''}
        value={measure}
        onChange={(range) => measure && onChange({ metricId: measure.metricId, ...range })}
      />
    </Stack>
  )
}
