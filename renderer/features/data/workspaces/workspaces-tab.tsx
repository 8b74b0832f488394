import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../../../app/client.ts'
import { CopySection } from './copy-section.tsx'
import { MergeForm } from './merge-form.tsx'
import { MergeJob } from './merge-job.tsx'
import { MergedSection } from './merged-section.tsx'
import { OwnSection } from './own-section.tsx'

/** Other supervisors' workspaces in this one: read them in, see how fresh they are, take one back; and what a director gets of this one. */
export function WorkspacesTab() {
  const jobs = useQuery(orpc.jobs.list.queryOptions())
  const [startedId, setStartedId] = useState<number | null>(null)
  const running = jobs.data?.find(
    ({ id, kind, state }) =>
      kind === 'merge' && (id === startedId || state === 'running' || state === 'queued'),
  )
  return (
    <Stack gap="md">
      {running && <MergeJob job={running} onClose={() => setStartedId(null)} />}
      <MergeForm
        isBusy={running?.state === 'running' || running?.state === 'queued'}
        onStarted={setStartedId}
      />
      <MergedSection onStarted={setStartedId} />
      <OwnSection />
      <CopySection />
    </Stack>
  )
}
