import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { WhoIsHere } from '../../../shared/contract/profiles.ts'
import { client, orpc } from '../client.ts'
import { watchPresence } from './presence.ts'

const LOOK_MS = 10_000
const MINUTE_MS = 60_000

/** Leaves a profile for whoever has gone away, and keeps in whoever reads or types without asking the engine for anything. */
export function usePresence(here: WhoIsHere | undefined): void {
  const queryClient = useQueryClient()
  const minutes = here?.profile ? here.idleMinutes : null
  useEffect(() => {
    if (minutes === null) return
    const presence = watchPresence()
    const look = async () => {
      const call = () => {
        if (presence.unusedMs() > minutes * MINUTE_MS) return client.profiles.leave()
        return presence.wasUsed() ? client.profiles.stay() : client.profiles.me()
      }
      try {
        queryClient.setQueryData(orpc.profiles.me.queryKey(), await call())
      } catch {
        // the engine is gone for now; what is asked of it next says so
      }
    }
    const timer = setInterval(() => void look(), LOOK_MS)
    return () => {
      clearInterval(timer)
      presence.stop()
    }
  }, [minutes, queryClient])
}
