import { t } from '@lingui/core/macro'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../../app/client.ts'
import { QueryView } from '../../../ui/states.tsx'
import { PolicyEditor } from './policy-editor.tsx'

/** What may be done here, by whom, and where data may go: to read, to print, and to change. */
export function PolicyTab() {
  const query = useQuery(orpc.policy.get.queryOptions())
  return (
    <QueryView query={query} what={t`the policy`}>
      {(held) => <PolicyEditor key={held.version} held={held} />}
    </QueryView>
  )
}
