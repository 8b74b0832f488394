import type { PolicyDocument } from '../../../shared/domain/policy.ts'
import { revisionOf, type ReadableDatabase } from '../../store/index.ts'
import type { Person } from '../profiles/person.ts'
import { personOfIdentity, readProfileTeams } from '../profiles/profiles.store.ts'
import type { Veil } from './names.ts'
import { openNarrow, type NarrowConnection, type SeenSpell } from './narrow.store.ts'
import { seenSpells } from './seen-spells.ts'
import { stretchesOf, veilOf } from './own-records.ts'

/** What somebody sees of a workspace that is not everything. */
export interface Sight {
  /** The connection that shows no more. */
  read: ReadableDatabase
  /** Some people on some days; false where everybody is seen, without names. */
  isScoped: boolean
  hidesNames: boolean
  /** Sees figures of groups and nothing of single people. */
  isOfGroups: boolean
  veil: Veil
}

/** The sights of an open engine; each has a connection of its own. */
export interface Sights {
  /** Null for somebody who sees everything. `hidesUnknown`: words of conversations without a known lawful basis are not there. */
  of(person: Person, policy: PolicyDocument, hidesUnknown: boolean): Sight | null
  close(): void
}

const ALWAYS = 1_000_000
const MOST_OPEN = 16

/** Lays over a connection what keeps words from it that may not be used; `now` gives it as of the last commit. */
type LayGate = (connection: ReadableDatabase, hidesUnknown: boolean) => { now(): ReadableDatabase }

interface Kept {
  connection: NarrowConnection
  gate: ReturnType<LayGate>
  revision: number
  sight: Sight
}

/** Sights onto `whole`. */
export function createSights(whole: ReadableDatabase, layGate: LayGate): Sights {
  const kept = new Map<string, Kept>()
  function keep(
    whose: string,
    hidesUnknown: boolean,
    what: Omit<Sight, 'read' | 'veil'>,
    spells: () => SeenSpell[],
    teams: () => readonly string[],
  ): Sight {
    const key = `${whose} ${hidesUnknown}`
    const revision = revisionOf(whole)
    let found = kept.get(key)
    if (found?.revision === revision) return { ...found.sight, read: found.gate.now() }
    const connection = found?.connection ?? openNarrow(whole, what)
    const seen = what.isScoped ? spells() : null
    const ownTeams = teams()
    connection.fit({ seen, teams: ownTeams, hidesNames: what.hidesNames })
    found = {
      connection,
      gate: found?.gate ?? layGate(connection.read, hidesUnknown),
      revision,
      sight: { ...what, read: connection.read, veil: veilOf(whole, seen, what.isScoped ? ownTeams : null) },
    }
    kept.delete(key)
    kept.set(key, found)
    if (kept.size > MOST_OPEN) {
      const [oldest] = kept.keys()
      kept.get(oldest!)?.connection.close()
      kept.delete(oldest!)
    }
    return { ...found.sight, read: found.gate.now() }
  }
  return {
    of({ profile, may, role }, { scope }, hidesUnknown) {
      if (profile === null) return null
      const isOfGroups = !may.has('agents') && !may.has('conversations')
      if (role === 'agent') {
        const personId = profile.identityId === null ? null : personOfIdentity(whole, profile.identityId)
        const own = personId === null ? [] : [{ personId, fromDay: -ALWAYS, toDay: ALWAYS }]
        return keep(
          `agent ${personId}`,
          hidesUnknown,
          { isScoped: true, hidesNames: false, isOfGroups: false },
          () => own,
          () => [],
        )
      }
      if (role === 'supervisor' && scope.supervisor === 'own-teams') {
        const own = () => readProfileTeams(whole).filter(({ profileId }) => profileId === profile.id)
        return keep(
          `profile ${profile.id}`,
          hidesUnknown,
          { isScoped: true, hidesNames: false, isOfGroups: false },
          () => seenSpells(stretchesOf(whole, own())),
          () => own().map(({ team }) => team),
        )
      }
      if ((role === 'reviewer' && scope.reviewer === 'no-names') || (role !== 'administrator' && isOfGroups))
        return keep(
          `without names ${isOfGroups}`,
          hidesUnknown,
          { isScoped: false, hidesNames: true, isOfGroups },
          () => [],
          () => [],
        )
      return null
    },
    close() {
      for (const { connection } of kept.values()) connection.close()
      kept.clear()
    },
  }
}
