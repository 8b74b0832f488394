import { t } from '#speech'
import type { HoldSubject, LegalHold } from '../../shared/contract/privacy.ts'
import { dayNumber, dayOfNumber } from '../../shared/domain/time.ts'
import { holdBack, isImportHeld, isPersonHeld, type HeldSubject } from '../erasing/index.ts'
import { customerHasher } from '../imports/index.ts'
import { readDirectory } from '../people/index.ts'
import { Problem } from '../problem.ts'
import type { ReadableDatabase, WritableDatabase } from '../store/index.ts'
import { insertHold, readHoldRows, writeLifted, type HoldRow } from './holds.store.ts'
import { hasConversation, readSourceName } from './subjects.store.ts'

/** What a hold protects, as it is kept: of a customer only the hash. Throws `NOT_FOUND` for what is not here, `INVALID_INPUT` for days the wrong way round. */
function keptSubject(database: ReadableDatabase, subject: HoldSubject): HeldSubject {
  if ('everything' in subject) return { kind: 'everything' }
  if ('personId' in subject) {
    if (!readDirectory(database).people.has(subject.personId))
      throw new Problem('NOT_FOUND', t`That person is not in this workspace any more.`)
    return { kind: 'person', personId: subject.personId }
  }
  if ('customer' in subject) {
    const hash = customerHasher(database)
    if (hash === null) throw new Problem('NOT_FOUND', t`No export here has named a customer yet.`)
    return { kind: 'customer', customerHash: hash(subject.customer) }
  }
  if ('interactionId' in subject) {
    if (!hasConversation(database, subject.interactionId))
      throw new Problem('NOT_FOUND', t`That conversation is not in this workspace any more.`)
    return { kind: 'conversation', interactionId: subject.interactionId }
  }
  if ('sourceId' in subject) {
    if (readSourceName(database, subject.sourceId) === null)
      throw new Problem('NOT_FOUND', t`That source is not in this workspace any more.`)
    return { kind: 'source', sourceId: subject.sourceId }
  }
  const [fromDay, toDay] = [dayNumber(subject.from), dayNumber(subject.to)]
  if (fromDay > toDay)
    throw new Problem('INVALID_INPUT', t`The first day of a hold must not lie after its last.`)
  return { kind: 'days', fromDay, toDay }
}

/** The holds in force. */
export function holdsInForce(database: ReadableDatabase): { id: number; subject: HeldSubject }[] {
  return readHoldRows(database)
    .filter(({ liftedAt }) => liftedAt === null)
    .map(({ id, kind, subject }) => ({
      id,
      subject: { kind, ...(JSON.parse(subject) as object) } as HeldSubject,
    }))
}

/** Takes what is held out of what was chosen to go; gives how much each hold kept. */
export function holdBackAll(database: WritableDatabase): { holdId: number; count: number }[] {
  return holdsInForce(database)
    .map(({ id, subject }) => ({ holdId: id, count: holdBack(database, subject) }))
    .filter(({ count }) => count > 0)
}

/** The holds that keep a person known, also where nothing that was said or written falls under them. */
export function holdsOnPerson(database: ReadableDatabase, personId: number): number[] {
  return holdsInForce(database)
    .filter(({ subject }) => isPersonHeld(database, personId, subject))
    .map(({ id }) => id)
}

/** Refuses to take an import back that brought something under a hold: `CONFLICT`. */
export function refuseUndoOfHeld(database: ReadableDatabase, importId: number): void {
  const hold = holdsInForce(database).find(({ subject }) => isImportHeld(database, importId, subject))
  if (hold)
    throw new Problem(
      'CONFLICT',
      t`Legal hold ${{ id: hold.id }} keeps something that this import brought: lift it under Settings, Privacy, before the import is undone. Nothing was changed.`,
    )
}

/** Puts something under legal hold. */
export function putOnHold(
  database: WritableDatabase,
  { subject, why }: { subject: HoldSubject; why: string },
  by: { who: string; at: number },
): LegalHold {
  const { kind, ...kept } = keptSubject(database, subject)
  const id = insertHold(database, {
    kind,
    subject: JSON.stringify(kept),
    why,
    heldBy: by.who,
    heldAt: by.at,
  })
  return readHolds(database).find((one) => one.id === id)!
}

/** Lifts a hold. `NOT_FOUND` where none of this number is in force. */
export function liftHold(database: WritableDatabase, id: number, by: { who: string; at: number }): LegalHold {
  if (!writeLifted(database, id, by.who, by.at))
    throw new Problem('NOT_FOUND', t`There is no legal hold number ${{ id }} in force.`)
  return readHolds(database).find((one) => one.id === id)!
}

/** Every hold in words, those in force first. */
export function readHolds(database: ReadableDatabase): LegalHold[] {
  return readHoldRows(database).map(({ subject, ...row }) => ({
    ...row,
    ...wordsOf(database, row.kind, subject),
  }))
}

function wordsOf(
  database: ReadableDatabase,
  kind: HoldRow['kind'],
  kept: string,
): Pick<LegalHold, 'label' | 'recordId'> {
  const subject = { kind, ...(JSON.parse(kept) as object) } as HeldSubject
  if (subject.kind === 'everything') return { label: t`Everything`, recordId: null }
  if (subject.kind === 'person') {
    const person = readDirectory(database).people.get(subject.personId)
    return { label: person?.name ?? t`Somebody who is not here any more`, recordId: person?.id ?? null }
  }
  if (subject.kind === 'customer') return { label: t`A customer`, recordId: null }
  if (subject.kind === 'conversation')
    return hasConversation(database, subject.interactionId)
      ? { label: t`Conversation ${{ number: subject.interactionId }}`, recordId: subject.interactionId }
      : { label: t`A conversation that is not here any more`, recordId: null }
  if (subject.kind === 'source')
    return {
      label: readSourceName(database, subject.sourceId) ?? t`A source that is not here any more`,
      recordId: null,
    }
  return {
    label: t`${{ from: dayOfNumber(subject.fromDay) }} to ${{ to: dayOfNumber(subject.toDay) }}`,
    recordId: null,
  }
}
