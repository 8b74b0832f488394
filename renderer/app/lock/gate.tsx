import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { WhoIsHere } from '../../../shared/contract/profiles.ts'
import { orpc } from '../client.ts'
import { beginAt } from '../profile/begin-at.ts'
import { firstView } from '../profile/may-see.ts'
import { OverPage } from '../profile/over-page.tsx'
import { isAnother, isAsBefore } from '../profile/same-person.ts'
import { usePresence } from '../profile/use-presence.ts'
import { WhoScreen } from '../profile/who-screen.tsx'
import { LockScreen } from './lock-screen.tsx'
import { WorkingScreen } from './working-screen.tsx'

const LOOK_MS = 400

/**
 * Stands before everything that asks the workspace: a locked one shows its lock, one that is being written anew its progress, and loads
 * the page again when that is over; one with profiles asks who is there. Where the question itself fails, the page behind says what is wrong.
 */
export function Gate({ children }: { children: ReactNode }) {
  const { data, isPending } = useQuery({
    ...orpc.protection.status.queryOptions(),
    refetchInterval: ({ state }) => (state.data?.state === 'working' ? LOOK_MS : false),
  })
  const who = useQuery({ ...orpc.profiles.me.queryOptions(), refetchOnWindowFocus: 'always' })
  const hasWorked = useRef(false)
  const isWorking = data?.state === 'working'
  useEffect(() => {
    if (isWorking) hasWorked.current = true
    // what this page was connected to was closed meanwhile
    else if (hasWorked.current) window.location.reload()
  }, [isWorking])
  if (isPending || who.isPending) return null
  if (data?.state === 'locked') return <LockScreen by={data.by} />
  if (data?.state === 'working') return <WorkingScreen progress={data.progress} />
  return <OfWhoever here={who.data}>{children}</OfWhoever>
}

/** The page of whoever is here. Once they have left it, it waits underneath for them alone. */
function OfWhoever({ here, children }: { here: WhoIsHere | undefined; children: ReactNode }) {
  const queryClient = useQueryClient()
  const [drawnFor, setDrawnFor] = useState<WhoIsHere | null>(null)
  usePresence(here)
  const isIn = here !== undefined && !here.mustEnter
  if (isIn && (drawnFor === null || drawnFor.profile?.id !== here.profile?.id)) {
    if (drawnFor === null || !isAnother(drawnFor, here)) setDrawnFor(here)
  }
  const isForeign = isIn && drawnFor !== null && isAnother(drawnFor, here)
  useEffect(() => {
    if (isForeign) beginAt(firstView(here))
  }, [isForeign, here])
  const enter = (entered: WhoIsHere) => {
    if (drawnFor === null || !isAsBefore(drawnFor, entered)) return beginAt(firstView(entered))
    // what nobody looks at is asked for again when it is wanted
    queryClient.removeQueries({ type: 'inactive' })
    queryClient.setQueryData(orpc.profiles.me.queryKey(), entered)
    void queryClient.invalidateQueries()
  }
  if (here?.mustEnter && drawnFor === null) return <WhoScreen left={null} onEntered={enter} />
  return (
    <>
      {children}
      {here?.mustEnter && (
        <OverPage>
          <WhoScreen left={drawnFor?.profile ?? null} onEntered={enter} />
        </OverPage>
      )}
    </>
  )
}
