import { useQuery } from '@tanstack/react-query'
import { create } from 'zustand'
import { orpc } from '../../../app/client.ts'

/** A team that was chosen; `mine` and `all` are no single one. */
export type TeamChoice = 'mine' | 'all' | number

/** One choice for every part of Coaching that looks at sessions, so that going from one to the other never changes whose they are. */
export const useTeamChoice = create<{ choice: TeamChoice; choose: (choice: TeamChoice) => void }>((set) => ({
  choice: 'mine',
  choose: (choice) => set({ choice }),
}))

/** The teams whose sessions are looked at, as chosen: mine, one, or all (undefined); `isKnown` once that can be told. */
export function useMyTeams(): { teamIds: number[] | undefined; isKnown: boolean } {
  const { choice } = useTeamChoice()
  const preferences = useQuery(orpc.workspace.preferences.queryOptions())
  if (choice !== 'mine') return { teamIds: choice === 'all' ? undefined : [choice], isKnown: true }
  const mine = preferences.data?.myTeamIds ?? null
  return {
    teamIds: mine === null || mine.length === 0 ? undefined : mine,
    isKnown: preferences.data !== undefined,
  }
}
