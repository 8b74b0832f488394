import type { ProfileDetails } from '../../../shared/contract/profiles.ts'
import type { EngineServices } from '../../services.ts'
import { lastDone, readNamed } from '../audit/audit.store.ts'
import { listProfiles } from './profiles.ts'

/** Everybody who has a profile, with who made it and when somebody was last here in it, as the audit log tells. */
export function profileDetails({ read, signedIn }: EngineServices): ProfileDetails[] {
  const makers = new Map(
    readNamed(read, 'profiles.create').flatMap(({ who, details }) => {
      const { profile } = JSON.parse(details) as { profile?: number }
      return profile === undefined ? [] : [[profile, who] as const]
    }),
  )
  return listProfiles(read).map((profile) => {
    const enteredAt = lastDone(read, 'profiles.enter', `id ${profile.id}`)
    return {
      ...profile,
      madeBy: makers.get(profile.id) ?? null,
      lastHereAt: signedIn.lastCall(profile.id) ?? enteredAt,
    }
  })
}
