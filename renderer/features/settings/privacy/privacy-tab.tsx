import { t } from '@lingui/core/macro'
import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMay } from '../../../app/profile/use-may.ts'
import { orpc } from '../../../app/client.ts'
import { QueryView } from '../../../ui/states.tsx'
import { ClocksSection } from './clocks-section.tsx'
import { DeletionsSection } from './deletions-section.tsx'
import { HeldSection } from './held-section.tsx'
import { HoldsSection } from './holds-section.tsx'
import { LawfulBasis } from './lawful-basis.tsx'

/** On what right conversations are kept and for how long, what is held about whom, and what was deleted. */
export function PrivacyTab() {
  const mayGovern = useMay()('govern')
  const status = useQuery(orpc.privacy.status.queryOptions({ enabled: mayGovern }))
  return (
    <Stack gap="xl">
      <LawfulBasis />
      <HeldSection />
      {mayGovern && (
        <QueryView query={status} what={t`what is kept and what was deleted`}>
          {({ clocks, goesAt, holds, deletions, backupsBefore }) => (
            <Stack gap="xl">
              <ClocksSection clocks={clocks} goesAt={goesAt} />
              <HoldsSection holds={holds} />
              <DeletionsSection deletions={deletions} backupsBefore={backupsBefore} />
            </Stack>
          )}
        </QueryView>
      )}
    </Stack>
  )
}
