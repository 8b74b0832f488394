import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MetricDefinition } from '../../../../shared/domain/metric-definition.ts'
import { orpc } from '../../../app/client.ts'
import { Section } from '../../../ui/page.tsx'
import { Empty, QueryView } from '../../../ui/states.tsx'
import { MetricLine } from './metric-line.tsx'
import styles from './metrics.module.css'

interface MetricsTabProps {
  openMetricId: string | null
  onOpen(metricId: string | null): void
}

const roles = [
  {
    role: 'outcome',
    label: t`Outcomes`,
    note: t`what drivers are weighed by; shown, never coached themselves`,
  },
  { role: 'driver', label: t`Drivers`, note: t`what one can coach` },
  { role: 'context', label: t`Context`, note: t`shown beside the others, never coached by themselves` },
] as const

/** The dictionary of metrics: one definition per idea, and no figure on any screen without one. */
export function MetricsTab({ openMetricId, onOpen }: MetricsTabProps) {
  const query = useQuery(orpc.metrics.definitions.queryOptions())
  const [search, setSearch] = useState('')
  const [role, setRole] = useState('all')
  return (
    <QueryView query={query} what={t`the definitions`}>
      {(definitions) => {
        const found = definitions.filter((metric) => fits(metric, search.trim().toLowerCase()))
        const shown = roles.filter((candidate) => role === 'all' || candidate.role === role)
        return (
          <Stack gap="md">
            <Group gap="sm">
              <TextInput
                aria-label={t`Search the definitions`}
                placeholder={t`Search ${plural(definitions.length, { one: '# definition', other: '# definitions' })}`}
                w={300}
                leftSection={<IconSearch size={15} aria-hidden />}
                value={search}
                onChange={(event) => setSearch(event.currentTarget.value)}
              />
              <SegmentedControl
                aria-label={t`Role`}
                data={[
                  { value: 'all', label: t`All` },
                  ...roles.map((item) => ({ value: item.role, label: item.label })),
                ]}
                value={role}
                onChange={setRole}
              />
            </Group>
            {shown.map((item) => {
              const metrics = found.filter((metric) => metric.role === item.role)
              return metrics.length === 0 ? null : (
                <Section key={item.role} title={item.label} note={item.note}>
                  <div className={styles.list}>
                    {metrics.map((metric) => (
                      <MetricLine
                        key={metric.id}
                        metric={metric}
                        isOpen={metric.id === openMetricId}
                        onToggle={() => onOpen(metric.id === openMetricId ? null : metric.id)}
                      />
                    ))}
                  </div>
                </Section>
              )
            })}
            {found.length === 0 && (
              <Empty icon={IconSearch} title={t`No metric by that word`}>
                <Text>
                  <Trans>Definitions, ids and sources are searched.</Trans>
                </Text>
              </Empty>
            )}
          </Stack>
        )
      }}
    </QueryView>
  )
}

function fits(metric: MetricDefinition, search: string): boolean {
  return [metric.label, metric.id, metric.definition, metric.source].some((text) =>
    text.toLowerCase().includes(search),
  )
}
