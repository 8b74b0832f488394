import { skipToken, useQuery } from '@tanstack/react-query'
import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { ContactSound } from '../../../shared/contract/recordings.ts'
import { orpc } from '../client.ts'

const Sounds = createContext<ReadonlyMap<number, ContactSound>>(new Map())

/** Asks once for all contacts of a list whether something can be heard of them. */
export function MomentSounds({
  interactionIds,
  children,
}: {
  interactionIds: readonly (number | null)[]
  children: ReactNode
}) {
  const ids = [...new Set(interactionIds.filter((id) => id !== null))]
    .toSorted((a, b) => a - b)
    .slice(0, 1000)
  const sounds = useQuery(
    orpc.recordings.ofContacts.queryOptions({
      input: ids.length === 0 ? skipToken : { interactionIds: ids },
    }),
  )
  const known = useMemo(
    () => new Map((sounds.data ?? []).map((sound) => [sound.interactionId, sound])),
    [sounds.data],
  )
  return <Sounds value={known}>{children}</Sounds>
}

/** What can be heard of a contact, within `MomentSounds`. */
export function useContactSound(interactionId: number | null): ContactSound | undefined {
  const sounds = useContext(Sounds)
  return interactionId === null ? undefined : sounds.get(interactionId)
}
