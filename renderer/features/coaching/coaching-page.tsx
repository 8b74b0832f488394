import { t } from '@lingui/core/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { orpc } from '../../app/client.ts'
import { Failure, Loading } from '../../ui/states.tsx'
import classes from './coaching-page.module.css'
import { EmptyWorkspace } from './empty-workspace.tsx'
import { FirstRun } from './first-run.tsx'
import { TeamWorkbench } from './team-workbench.tsx'

const route = getRouteApi('/coaching')

/** The home of Debrief: asks for the teams once, then the ranked team beside one agent's page. */
export function CoachingPage() {
  const search = route.useSearch()
  const summary = useQuery(orpc.workspace.summary.queryOptions())
  const preferences = useQuery(orpc.workspace.preferences.queryOptions())
  const teams = useQuery(orpc.people.teams.queryOptions())

  const failed = [summary, preferences, teams].find((query) => query.isError && query.data === undefined)
  if (failed)
    return (
      <main className={classes.alone}>
        <Failure error={failed.error} what={t`the workspace`} onRetry={() => void failed.refetch()} />
      </main>
    )
  if (!summary.data || !preferences.data || !teams.data)
    return (
      <main className={classes.alone}>
        <Loading label={t`the workspace`} rows={8} height={28} />
      </main>
    )
  if (summary.data.agents === 0) return <EmptyWorkspace hasRows={summary.data.interactions > 0} />
  const isAskedElsewhere = search.agent !== undefined || search.team !== undefined
  if (preferences.data.myTeamIds === null && teams.data.length > 1 && !isAskedElsewhere)
    return <FirstRun teams={teams.data} />
  return <TeamWorkbench teams={teams.data} preferences={preferences.data} />
}
