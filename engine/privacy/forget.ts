import { t } from '#speech'
import type { Deletion, ForgetPreview, ForgetSubject } from '../../shared/contract/privacy.ts'
import { createAffectedDays } from '../affected-days.ts'
import { dropBackupsBefore, standing } from '../backups/index.ts'
import { writable, writingInPieces, type EngineContext } from '../context.ts'
import {
  chooseContacts,
  chooseFacts,
  chooseCustomer,
  chooseNothing,
  choosePerson,
  countChosen,
  deletedKeys,
  erase,
  hasSound,
  hasWords,
  isNamed,
  readNamings,
  writeDeletedKeys,
  type Erased,
  type Naming,
} from '../erasing/index.ts'
import { actAtHand, addDetails, policyInForce } from '../governance/index.ts'
import { customerHasher, refreshInPieces } from '../imports/index.ts'
import { readDirectory } from '../people/index.ts'
import { Problem } from '../problem.ts'
import { begin, rollback, type WritableDatabase } from '../store/index.ts'
import { insertDeletion, type DeletionKind } from './deletions.store.ts'
import { holdBackAll, holdsOnPerson } from './holds.ts'
import { countSharedSessions, hasConversation } from './subjects.store.ts'
import { readDeletion } from './view.ts'

interface Chosen {
  kind: DeletionKind
  label: string
  namings?: Naming[]
  /** What rows that were set aside must not hold. */
  texts: string[]
  heldBack: { holdId: number; count: number }[]
}

/** Chooses everything of somebody or something that no hold keeps. `NOT_FOUND` where there is nothing. */
function chooseSubject(database: WritableDatabase, subject: ForgetSubject): Chosen {
  chooseNothing(database)
  const chosen = chooseAll(database, subject)
  if (countEverything(database) === 0 && chosen.namings === undefined)
    throw new Problem('NOT_FOUND', t`Nothing of that is in this workspace; nothing was deleted.`)
  const keeping = 'personId' in subject ? holdsOnPerson(database, subject.personId) : []
  const heldBack = holdBackAll(database)
  // the name is kept with what is held, and counts as one thing where that is all
  const names = keeping.filter((id) => heldBack.every(({ holdId }) => holdId !== id))
  return { ...chosen, heldBack: [...heldBack, ...names.map((holdId) => ({ holdId, count: 1 }))] }
}

const countEverything = (database: WritableDatabase) =>
  Object.values(countChosen(database)).reduce((sum, count) => sum + count, 0)

function chooseAll(database: WritableDatabase, subject: ForgetSubject): Omit<Chosen, 'heldBack'> {
  if ('personId' in subject) {
    const person = readDirectory(database).people.get(subject.personId)
    const namings = readNamings(database, subject.personId)
    if (!person || namings.length === 0)
      throw new Problem('NOT_FOUND', t`That person is not in this workspace any more; nothing was deleted.`)
    choosePerson(database, subject.personId)
    const texts = namings.flatMap(({ name, email, externalId }) =>
      [name, email, externalId].filter((text) => text !== null),
    )
    return { kind: 'person', label: person.name, namings, texts }
  }
  if ('interactionId' in subject) {
    if (!hasConversation(database, subject.interactionId))
      throw new Problem(
        'NOT_FOUND',
        t`That conversation is not in this workspace any more; nothing was deleted.`,
      )
    chooseFacts(database, 'interactions', [subject.interactionId])
    return { kind: 'conversation', label: t`This conversation`, texts: [] }
  }
  const hash = customerHasher(database)
  if (hash !== null) chooseCustomer(database, hash(subject.customer))
  chooseContacts(database, [subject.customer])
  return { kind: 'customer', label: t`This customer`, texts: [subject.customer] }
}

/** What a deletion would take away, tried in a transaction that is taken back. Throws `NOT_FOUND`. */
export function previewForget(context: EngineContext, subject: ForgetSubject): Promise<ForgetPreview> {
  return context.writes.run(() => {
    const database = writable(context)
    begin(database)
    try {
      const chosen = chooseSubject(database, subject)
      const sharedSessions = countSharedSessions(
        database,
        (chosen.namings ?? []).map(({ id }) => id),
      )
      const erased = take(database, chosen, context.now())
      return {
        label: chosen.label,
        counts: withoutFiles(erased.counts),
        heldBack: chosen.heldBack,
        soundFilesElsewhere: erased.counts['soundFilesElsewhere'] ?? 0,
        sharedSessions,
        backups: standing(context).backups.length,
      }
    } finally {
      rollback(database)
    }
  })
}

function withoutFiles({ soundFilesElsewhere: _, ...counts }: Record<string, number>): Record<string, number> {
  return counts
}

function take(
  database: WritableDatabase,
  chosen: Chosen,
  at: number,
): Erased & { affected: ReturnType<typeof createAffectedDays> } {
  const keys = deletedKeys(database)
  if (keys === null) throw new Problem('NOT_FOUND', t`Nothing was ever imported here; nothing was deleted.`)
  const affected = createAffectedDays()
  const { namings } = chosen
  const isPartlyHeld = chosen.heldBack.length > 0
  const erased = erase(database, {
    at,
    keys,
    affected,
    withReferences: chosen.kind !== 'person',
    // who is held in part has to stay known
    ...(namings && !isPartlyHeld && { namings }),
    texts: isPartlyHeld ? [] : chosen.texts,
  })
  if (hasWords(database) || hasSound(database, erased.sounds))
    throw new Error('Something that was deleted is still there.')
  return { ...erased, affected }
}

/**
 * Deletes everything of a person, a customer or a conversation for good, in one transaction with its proof and its entry in the audit log; what legal
 * holds keep stays. Sound files follow. `NOT_FOUND`; `CONFLICT` where holds keep all of it.
 */
export async function forget(context: EngineContext, subject: ForgetSubject, why: string): Promise<Deletion> {
  return writingInPieces(context, function* (database) {
    const at = context.now()
    const chosen = chooseSubject(database, subject)
    const { counts, keys, digest, affected } = take(database, chosen, at)
    if (Object.keys(counts).length === 0)
      throw new Problem('CONFLICT', t`Legal holds keep all of it; nothing was deleted.`)
    const id = insertDeletion(database, {
      at,
      who: actAtHand().who,
      kind: chosen.kind,
      why,
      policyVersion: policyInForce(database).version,
      counts: JSON.stringify(counts),
      heldBack: JSON.stringify(chosen.heldBack),
      digest,
      verifiedAt: at,
    })
    writeDeletedKeys(database, id, keys)
    dropBackupsBefore(database, at)
    yield
    yield* refreshInPieces(database, affected, at)
    const { namings } = chosen
    if (namings && chosen.heldBack.length === 0 && isNamed(database, namings))
      throw new Error('Somebody who was deleted is still named.')
    addDetails({ deletion: id, digest, ...counts })
    return readDeletion(database, id)
  })
}
