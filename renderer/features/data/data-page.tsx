import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Tabs, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { orpc } from '../../app/client.ts'
import { dataTabs } from '../../app/search.ts'
import { formatNumber } from '../../ui/format.ts'
import styles from './data-page.module.css'
import { dataTabNames } from '../../app/data-tab-names.ts'
import { FreshnessTab } from './freshness/freshness-tab.tsx'
import { HistoryTab } from './history/history-tab.tsx'
import { ImportTab } from './import/import-tab.tsx'
import { MetricsTab } from './metrics/metrics-tab.tsx'
import { PeopleTab } from './people/people-tab.tsx'
import { QuarantineTab } from './quarantine/quarantine-tab.tsx'
import { RecordingsTab } from './recordings/recordings-tab.tsx'
import { WorkspacesTab } from './workspaces/workspaces-tab.tsx'

type DataTab = (typeof dataTabs)[number]

/** Import, recordings, history, quarantine, people, workspaces, metrics and freshness. */
export function DataPage() {
  const search = useSearch({ from: '/data' })
  const navigate = useNavigate({ from: '/data' })
  const tab = search.tab ?? 'import'
  const quarantine = useQuery(orpc.imports.quarantine.queryOptions({ input: { limit: 1000 } }))
  const proposals = useQuery(orpc.people.proposals.queryOptions())
  const counts: Partial<Record<DataTab, { n: number; label: string }>> = {
    quarantine: {
      n: quarantine.data?.total ?? 0,
      label: t`${plural(quarantine.data?.total ?? 0, { one: '# row', other: '# rows' })} waiting`,
    },
    people: {
      n: proposals.data?.length ?? 0,
      label: t`${plural(proposals.data?.length ?? 0, { one: '# question', other: '# questions' })} waiting`,
    },
  }
  const panels: Record<DataTab, ReactNode> = {
    import: (
      <ImportTab
        jobId={search.job ?? null}
        onJob={(job) => void navigate({ search: { tab: 'import', ...(job === null ? {} : { job }) } })}
      />
    ),
    recordings: <RecordingsTab />,
    history: (
      <HistoryTab
        openImportId={search.import ?? null}
        onOpen={(id) => void navigate({ search: { tab: 'history', import: id ?? undefined }, replace: true })}
      />
    ),
    quarantine: <QuarantineTab importId={search.import ?? null} />,
    people: <PeopleTab />,
    workspaces: <WorkspacesTab />,
    metrics: (
      <MetricsTab
        openMetricId={search.metric ?? null}
        onOpen={(metric) =>
          void navigate({ search: { tab: 'metrics', metric: metric ?? undefined }, replace: true })
        }
      />
    ),
    freshness: <FreshnessTab />,
  }
  return (
    <main className={styles.page}>
      <Title order={1}>
        <Trans>Data</Trans>
      </Title>
      <Text c="dimmed" mb="sm">
        <Trans>What came in, how it was read, and what is missing.</Trans>
      </Text>
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) => {
          const chosen = dataTabs.find((candidate) => candidate === value)
          if (chosen) void navigate({ search: { tab: chosen } })
        }}
      >
        <Tabs.List aria-label={t`Parts of Data`}>
          {dataTabs.map((name) => {
            const count = counts[name]
            return (
              <Tabs.Tab
                key={name}
                value={name}
                rightSection={
                  count && count.n > 0 ? (
                    <span className={styles.count}>
                      <span aria-hidden>{formatNumber(count.n)}</span>
                      <span className="visually-hidden">{count.label}</span>
                    </span>
                  ) : undefined
                }
              >
                {dataTabNames[name]}
              </Tabs.Tab>
            )
          })}
        </Tabs.List>
        {dataTabs.map((name) => (
          <Tabs.Panel key={name} value={name} className={styles.panel}>
            {panels[name]}
          </Tabs.Panel>
        ))}
      </Tabs>
    </main>
  )
}
