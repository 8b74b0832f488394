import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../../app/client.ts'

/** The teams whose sessions are looked at: mine, or all (undefined) where none were chosen; `isKnown` once that can be told. */
export function useMyTeams(): { teamIds: number[] | undefined; isKnown: boolean } {
  const preferences = useQuery(orpc.workspace.preferences.queryOptions())
  const mine = preferences.data?.myTeamIds ?? null
  return {
    teamIds: mine === null || mine.length === 0 ? undefined : mine,
    isKnown: preferences.data !== undefined,
  }
}
