import { t } from '@lingui/core/macro'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../app/client.ts'
import { QueryView } from '../../ui/states.tsx'
import { AgentPage } from './agent-page.tsx'
import { AgentPageSkeleton } from './agent-page-skeleton.tsx'

/** Fetches one agent's page, and what is missing on it. */
export function AgentPane({ agentId, days }: { agentId: number; days: number }) {
  const page = useQuery(orpc.coaching.agent.queryOptions({ input: { agentId, days } }))
  const gaps = useQuery(orpc.health.agent.queryOptions({ input: { agentId, days } }))
  return (
    <QueryView query={page} what={t`this agent`} loading={<AgentPageSkeleton />}>
      {(data) => <AgentPage page={data} gaps={gaps.data ?? []} />}
    </QueryView>
  )
}
