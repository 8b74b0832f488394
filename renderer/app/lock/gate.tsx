import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, type ReactNode } from 'react'
import { orpc } from '../client.ts'
import { LockScreen } from './lock-screen.tsx'
import { WhoScreen } from '../profile/who-screen.tsx'
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
  const who = useQuery(orpc.profiles.me.queryOptions())
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
  if (who.data?.mustEnter) return <WhoScreen />
  return children
}
