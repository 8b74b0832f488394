import { t } from '@lingui/core/macro'
import { Badge, Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { orpc } from '../../app/client.ts'
import { mayOpenTab } from '../../app/profile/may-see.ts'
import { useMay } from '../../app/profile/use-may.ts'
import { settingsTabs, type SettingsTab } from '../../app/search.ts'
import { settingsTabNames } from '../../app/settings-tab-names.ts'
import { Page } from '../../ui/page.tsx'
import { ApprovalsTab } from './approvals/approvals-tab.tsx'
import { BackupsTab } from './backups/backups-tab.tsx'
import { DiagnosticsTab } from './diagnostics/diagnostics-tab.tsx'
import { GeneralTab } from './general/general-tab.tsx'
import { LogTab } from './log/log-tab.tsx'
import { PeopleTab } from './people/people-tab.tsx'
import { ProtectionTab } from './protection/protection-tab.tsx'
import { PolicyTab } from './policy/policy-tab.tsx'
import { PrivacyTab } from './privacy/privacy-tab.tsx'
import styles from './settings.module.css'
import { UpdatesTab } from './updates/updates-tab.tsx'

const panels: Record<SettingsTab, ReactNode> = {
  policy: <PolicyTab />,
  people: <PeopleTab />,
  approvals: <ApprovalsTab />,
  privacy: <PrivacyTab />,
  log: <LogTab />,
  protection: <ProtectionTab />,
  backups: <BackupsTab />,
  diagnostics: <DiagnosticsTab />,
  updates: <UpdatesTab />,
  general: <GeneralTab />,
}

/** How this workspace is governed and kept safe. */
export function SettingsPage() {
  const search = useSearch({ from: '/settings' })
  const navigate = useNavigate({ from: '/settings' })
  const mayLook = useMay()('workspace')
  const waiting = useQuery(orpc.approvals.waiting.queryOptions({ enabled: mayLook })).data?.count ?? 0
  const isReady = useQuery(orpc.updates.state.queryOptions({ enabled: mayLook })).data?.phase === 'ready'
  const here = useQuery(orpc.profiles.me.queryOptions()).data
  const shown = settingsTabs.filter((name) => mayOpenTab(name, here))
  // one that was asked for by its address is shown, and says why where it may not be
  const tab = search.tab ?? shown[0] ?? 'general'
  return (
    <Page title={t`Settings`} purpose={t`What may be done here, by whom, and how it is kept safe.`}>
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) => {
          const chosen = settingsTabs.find((candidate) => candidate === value)
          if (chosen) void navigate({ search: { tab: chosen } })
        }}
      >
        <Tabs.List aria-label={t`Parts of Settings`}>
          {shown.map((name) => (
            <Tabs.Tab
              key={name}
              value={name}
              rightSection={
                name === 'updates' && isReady ? (
                  <Badge size="sm" circle aria-label={t`a new version is ready`}>
                    1
                  </Badge>
                ) : name === 'approvals' && waiting > 0 ? (
                  <Badge size="sm" circle aria-label={t`${waiting} wait for you`}>
                    {waiting}
                  </Badge>
                ) : undefined
              }
            >
              {settingsTabNames[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {settingsTabs.map((name) => (
          <Tabs.Panel key={name} value={name} className={styles.panel}>
            {panels[name]}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  )
}
