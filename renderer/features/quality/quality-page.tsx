import { t } from '@lingui/core/macro'
import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { orpc } from '../../app/client.ts'
import { mayOpenQuality } from '../../app/profile/may-see.ts'
import { qualityTabs, type QualityTab } from '../../app/search.ts'
import { Page } from '../../ui/page.tsx'
import { CalibrationTab } from './calibration/calibration-tab.tsx'
import { DisputesTab } from './disputes/disputes-tab.tsx'
import { ModelTab } from './model/model-tab.tsx'
import { PlansTab } from './plans/plans-tab.tsx'
import { QueueTab } from './queue/queue-tab.tsx'
import { WhoReviews } from './queue/who-reviews.tsx'
import { ResultsTab } from './results/results-tab.tsx'
import { ScorecardsTab } from './scorecards/scorecards-tab.tsx'
import { TrustTab } from './trust/trust-tab.tsx'
import { WorthTab } from './worth/worth-tab.tsx'

const labels: Record<QualityTab, string> = {
  queue: t`Review queue`,
  plans: t`Sampling plans`,
  scorecards: t`Scorecards`,
  calibration: t`Calibration`,
  results: t`Results`,
  trust: t`Trust`,
  questions: t`Questions`,
  disputes: t`Disputes`,
  model: t`Language model`,
}

const route = getRouteApi('/quality')

/** The quality desk: what waits for review, how it is picked, the forms it is scored on, and what came of it. */
export function QualityPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const tab = search.tab ?? 'queue'
  const here = useQuery(orpc.profiles.me.queryOptions()).data
  const shown = qualityTabs.filter((name) => mayOpenQuality(name, here))
  const panels: Record<QualityTab, ReactNode> = {
    queue: (
      <QueueTab show={search.show ?? 'open'} onShow={(show) => void navigate({ search: { tab, show } })} />
    ),
    plans: <PlansTab />,
    scorecards: <ScorecardsTab />,
    calibration: <CalibrationTab />,
    results: <ResultsTab />,
    trust: <TrustTab onGo={(to) => void navigate({ search: { tab: to } })} />,
    questions: (
      <WorthTab
        scorecardId={search.scorecard ?? null}
        onScorecard={(scorecard) => void navigate({ search: { tab, scorecard } })}
      />
    ),
    disputes: (
      <DisputesTab
        showsDecided={search.decided ?? false}
        onShow={(decided) => void navigate({ search: { tab, decided } })}
      />
    ),
    model: <ModelTab />,
  }
  return (
    <Page
      title={t`Quality`}
      purpose={t`Score conversations, and know how they were picked`}
      actions={<WhoReviews />}
    >
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) => {
          const chosen = qualityTabs.find((candidate) => candidate === value)
          if (chosen) void navigate({ search: { tab: chosen } })
        }}
      >
        <Tabs.List aria-label={t`Parts of Quality`}>
          {shown.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {labels[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {qualityTabs.map((name) => (
          <Tabs.Panel key={name} value={name} pt="md">
            {panels[name]}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  )
}
