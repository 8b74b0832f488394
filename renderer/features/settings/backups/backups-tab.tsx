import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../../app/client.ts'
import { BackToNow } from '../../../app/back-to-now.tsx'
import { Section } from '../../../ui/page.tsx'
import { Empty, QueryView } from '../../../ui/states.tsx'
import { BackupsSection } from './backups-section.tsx'
import { PlaceSection } from './place-section.tsx'

/** The backups there are, what a restore of one would mean, and how they are made. */
export function BackupsTab() {
  const list = useQuery(orpc.backups.list.queryOptions())
  const status = useQuery(orpc.workspace.status.queryOptions())
  if (status.data && status.data.asOf !== null) return <OfThen />
  return (
    <QueryView query={list} what={t`the backups`}>
      {(found) => (
        <>
          <BackupsSection list={found} isReadOnly={status.data?.isReadOnly ?? false} />
          <PlaceSection
            list={found}
            takesPaths={status.data?.takesPaths ?? false}
            isReadOnly={status.data?.isReadOnly ?? false}
          />
        </>
      )}
    </QueryView>
  )
}

/** What stands here while a backup itself is looked at. */
function OfThen() {
  return (
    <Section title={t`Backups`}>
      <Empty icon={IconHistory} title={t`This is a backup itself`} actions={<BackToNow />}>
        <Trans>The workspace of now has the list of backups, and restores this one.</Trans>
      </Empty>
    </Section>
  )
}
