import { useQuery } from '@tanstack/react-query'
import { t } from '@lingui/core/macro'
import { orpc } from '../../../app/client.ts'
import { QueryView } from '../../../ui/states.tsx'
import { BackupsSection } from './backups-section.tsx'
import { PlaceSection } from './place-section.tsx'

/** The backups there are, what a restore of one would mean, and how they are made. */
export function BackupsTab() {
  const list = useQuery(orpc.backups.list.queryOptions())
  const status = useQuery(orpc.workspace.status.queryOptions())
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
