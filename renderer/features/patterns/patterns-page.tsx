import { t } from '@lingui/core/macro'
import { Group, SegmentedControl, Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, type ReactNode } from 'react'
import type { Capability } from '../../../shared/domain/capabilities.ts'
import { orpc } from '../../app/client.ts'
import { useMay } from '../../app/profile/use-may.ts'
import { patternViews, windowChoices, type PatternsSearch } from '../../app/search.ts'
import { Page } from '../../ui/page.tsx'
import { ReportMenu } from '../../ui/report-menu.tsx'
import { WithBehind } from './behind/with-behind.tsx'
import { DriverTab } from './driver/driver-tab.tsx'
import { FindingsTab } from './findings/findings-tab.tsx'
import { GridTab } from './grid/grid-tab.tsx'
import { HeardTab } from './heard/heard-tab.tsx'
import { HeatMapTab } from './heat-map/heat-map-tab.tsx'
import { SharesTab } from './shares/shares-tab.tsx'
import { WhatMovesTab } from './what-moves/what-moves-tab.tsx'

type PatternView = (typeof patternViews)[number]

const labels: Record<PatternView, string> = {
  'heat-map': t`Heat map`,
  driver: t`One driver`,
  grid: t`Decision grid`,
  shares: t`Shares`,
  'what-moves': t`What moves the outcome`,
  findings: t`Findings`,
  conversations: t`In conversations`,
}

/** What some of them show beyond figures of groups. */
const needs: Partial<Record<PatternView, Capability>> = { driver: 'agents', conversations: 'conversations' }

const route = getRouteApi('/patterns')
/** What is heard needs many conversations; the other views start with the workspace's own window. */
const HEARD_DAYS = 84
const USUAL_DAYS = 28
/** Views that are about all days, or choose theirs. */
const withoutWindow: readonly PatternView[] = ['shares', 'findings']

/** What groups and many conversations show together: where to look, and what was kept of it. */
export function PatternsPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const preferences = useQuery(orpc.workspace.preferences.queryOptions())
  const may = useMay()
  const view = search.view ?? 'heat-map'
  const { days } = search
  const usual = view === 'conversations' ? HEARD_DAYS : (preferences.data?.windowDays ?? USUAL_DAYS)
  const go = useCallback(
    (part: PatternsSearch, replace = false) =>
      void navigate({ search: (before) => ({ ...before, ...part }), replace }),
    [navigate],
  )
  const onDriver = (driver: string) => void navigate({ search: { view: 'driver', days, driver } })
  const panels: Record<PatternView, ReactNode> = {
    'heat-map': <HeatMapTab search={search} onSearch={go} onDriver={onDriver} />,
    driver: (
      <WithBehind search={search} onSearch={go}>
        <DriverTab days={days} driverId={search.driver} onDriver={onDriver} />
      </WithBehind>
    ),
    grid: (
      <WithBehind search={search} onSearch={go}>
        <GridTab days={days} />
      </WithBehind>
    ),
    shares: (
      <WithBehind search={search} over="shares" onSearch={go}>
        <SharesTab
          opened={search.levels}
          onOpened={(levels) => go({ levels, of: undefined, group: undefined }, true)}
        />
      </WithBehind>
    ),
    'what-moves': (
      <WithBehind search={search} onSearch={go}>
        <WhatMovesTab days={days} />
      </WithBehind>
    ),
    findings: <FindingsTab />,
    conversations: <HeardTab days={days ?? HEARD_DAYS} />,
  }
  return (
    <Page
      title={t`Patterns`}
      purpose={t`People or process: what groups and many conversations show together. Prompts for a look, not verdicts`}
      actions={
        <Group gap="sm">
          {!withoutWindow.includes(view) && (
            <SegmentedControl
              aria-label={t`Days looked at`}
              value={String(days ?? usual)}
              onChange={(value) =>
                go({ days: windowChoices.find((choice) => String(choice) === value) }, true)
              }
              data={windowChoices.map((choice) => ({ value: String(choice), label: t`${choice} days` }))}
            />
          )}
          <ReportMenu kind="director" />
        </Group>
      }
    >
      <Tabs
        value={view}
        keepMounted={false}
        onChange={(value) => {
          const chosen = patternViews.find((candidate) => candidate === value)
          if (chosen) void navigate({ search: { view: chosen, days, driver: search.driver } })
        }}
      >
        <Tabs.List aria-label={t`Parts of Patterns`}>
          {patternViews
            .filter((name) => may(needs[name] ?? 'figures'))
            .map((name) => (
              <Tabs.Tab key={name} value={name}>
                {labels[name]}
              </Tabs.Tab>
            ))}
        </Tabs.List>
        {patternViews.map((name) => (
          <Tabs.Panel key={name} value={name} pt="md">
            {panels[name]}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  )
}
