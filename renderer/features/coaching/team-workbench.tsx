import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useCallback, useDeferredValue, useEffect } from 'react'
import type { Team } from '../../../shared/contract/people.ts'
import type { Preferences } from '../../../shared/contract/workspace.ts'
import { orpc } from '../../app/client.ts'
import type { CoachingSearch } from '../../app/search.ts'
import { Empty, QueryView } from '../../ui/states.tsx'
import { AgentPageSkeleton } from './agent-page-skeleton.tsx'
import { AgentPane } from './agent-pane.tsx'
import classes from './coaching-page.module.css'
import { groupByState, matching, neighbour } from './neighbours.ts'
import { CoachingTabs } from './sessions/coaching-tabs.tsx'
import { TeamFilters } from './team-filters.tsx'
import { TeamListSkeleton } from './team-list-skeleton.tsx'
import { TeamList } from './team-list.tsx'

const route = getRouteApi('/coaching')

/** Which teams the list asks for: one chosen, all (0), or mine; undefined means all. */
function teamIdsFor(team: number | undefined, mine: number[] | null): number[] | undefined {
  if (team !== undefined) return team === 0 ? undefined : [team]
  return mine === null || mine.length === 0 ? undefined : mine
}

/** The ranked list on the left, the chosen agent on the right. */
export function TeamWorkbench({ teams, preferences }: { teams: Team[]; preferences: Preferences }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const days = search.days ?? preferences.windowDays
  const list = useQuery(
    orpc.coaching.team.queryOptions({
      input: { days, teamIds: teamIdsFor(search.team, preferences.myTeamIds) },
      placeholderData: (previous) => previous,
    }),
  )
  const typed = useDeferredValue(search.q ?? '')
  const shown = list.data
    ? groupByState(matching(list.data.items, typed)).flatMap((group) => group.items)
    : []
  const chosen = search.agent ?? shown[0]?.agent.id
  const queryClient = useQueryClient()
  const { history } = useRouter()
  const next = neighbour(shown, chosen, 1)
  useEffect(() => {
    if (next === undefined || next === chosen) return
    // The next page is most often the one wanted next.
    void queryClient.prefetchQuery(orpc.coaching.agent.queryOptions({ input: { agentId: next, days } }))
  }, [queryClient, next, chosen, days])
  const change = useCallback(
    (next: CoachingSearch) =>
      void navigate({ search: (previous) => ({ ...previous, ...next }), replace: true }),
    [navigate],
  )
  const first = list.isPlaceholderData || typed !== '' ? undefined : shown[0]?.agent.id
  useEffect(() => {
    // Whoever is shown stays: a mark or an import that changes the order must not turn the page under one's eyes.
    // Who is on the way to another page already, while its code is loaded, must not be taken back.
    const isLeaving = history.location.pathname !== '/coaching'
    if (search.agent === undefined && first !== undefined && !isLeaving) change({ agent: first })
  }, [search.agent, first, change, history])
  const choose = useCallback(
    (agent: number) => void navigate({ search: (previous) => ({ ...previous, agent }) }),
    [navigate],
  )
  return (
    <div className={classes.workbench}>
      <aside className={classes.list} aria-label={t`Team`}>
        <div className={classes.tabs}>
          <CoachingTabs />
        </div>
        <TeamFilters
          teams={teams}
          preferences={preferences}
          search={search}
          days={days}
          list={list.data}
          onChange={change}
          onEnter={(looked) => {
            const [found] = groupByState(matching(list.data?.items ?? [], looked)).flatMap(
              ({ items }) => items,
            )
            if (found && looked !== '') choose(found.agent.id)
          }}
        />
        <QueryView query={list} what={t`the team`} loading={<TeamListSkeleton />}>
          {(team) => (
            <TeamList
              team={team}
              shown={shown}
              chosenId={chosen}
              isSearching={typed !== ''}
              isStale={list.isPlaceholderData}
              onChoose={choose}
              onClearSearch={() => change({ q: undefined })}
            />
          )}
        </QueryView>
      </aside>
      <main className={classes.agent} key={chosen}>
        {chosen !== undefined && <AgentPane agentId={chosen} days={days} />}
        {chosen === undefined && list.isPending && <AgentPageSkeleton />}
        {chosen === undefined && list.isSuccess && (
          <Empty title={t`Nobody to show`}>
            <Trans>Choose other teams or a longer window on the left, or clear the search.</Trans>
          </Empty>
        )}
      </main>
    </div>
  )
}
