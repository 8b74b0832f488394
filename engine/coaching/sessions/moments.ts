import { t } from '#speech'
import type { SessionMoment, ShownMoment } from '../../../shared/contract/session.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { findByKey, hasEvaluation, readContactKey, readWithSound, type ContactKey } from './moments.store.ts'

/** A moment as a session keeps it: as it read when it was chosen, and what its contact is known by. */
interface KeptMoment extends SessionMoment {
  contact: (ContactKey & { hadSound: boolean }) | null
}

/** Moments as JSON to keep; what was known of a moment kept before stays, since its contact may be gone by now. */
export function keepMoments(
  database: ReadableDatabase,
  moments: readonly SessionMoment[],
  before: string,
): string {
  const known = JSON.parse(before) as KeptMoment[]
  const withSound = readWithSound(
    database,
    moments.flatMap(({ evidence }) => evidence.interactionId ?? []),
  )
  const kept = moments.map((moment): KeptMoment => {
    const { interactionId } = moment.evidence
    const old = known.find(
      ({ evidence }) =>
        evidence.interactionId === interactionId &&
        evidence.at === moment.evidence.at &&
        evidence.title === moment.evidence.title,
    )
    if (old) return { ...moment, contact: old.contact }
    const key = interactionId === null ? undefined : readContactKey(database, interactionId)
    return {
      ...moment,
      contact: key === undefined ? null : { ...key, hadSound: withSound.has(interactionId!) },
    }
  })
  return JSON.stringify(kept)
}

/** Kept moments as they can be shown now: their conversation found again where it was read anew, or one sentence where it is gone. */
export function showMoments(database: ReadableDatabase, kept: string): ShownMoment[] {
  const moments = JSON.parse(kept) as KeptMoment[]
  const now = moments.map(({ contact, evidence }) => {
    if (contact === null || evidence.interactionId === null) return evidence.interactionId
    const there = readContactKey(database, evidence.interactionId)
    const isSame = there?.contactRef === contact.contactRef && there.startedAt === contact.startedAt
    if (isSame) return evidence.interactionId
    return contact.contactRef === null ? null : (findByKey(database, contact) ?? null)
  })
  const withSound = readWithSound(
    database,
    now.filter((id) => id !== null),
  )
  return moments.map(({ contact, ...moment }, index) => {
    const interactionId = now[index]!
    const { evaluationId } = moment.evidence
    const isEvaluationThere = evaluationId !== null && hasEvaluation(database, evaluationId)
    const gone =
      contact !== null && interactionId === null
        ? t`Its conversation is no longer in this workspace; here it stands as it read when it was chosen.`
        : contact?.hadSound === true && !withSound.has(interactionId)
          ? t`Its recording is no longer here; the words stand as they read when it was chosen.`
          : null
    return {
      ...moment,
      evidence: {
        ...moment.evidence,
        interactionId,
        evaluationId: isEvaluationThere ? evaluationId : null,
      },
      gone,
    }
  })
}

/**
 * Moments kept elsewhere that were heard there, as JSON to keep here: as they read when they were chosen. Their conversations are found by what these are
 * known by, where they are here; evaluations and sound stay there. `people`: the numbers people have here by those they have there.
 */
export function heardMoments(
  database: ReadableDatabase,
  keptThere: string,
  people: ReadonlyMap<number, number>,
): string {
  const heard = (JSON.parse(keptThere) as KeptMoment[]).filter(({ heardAt }) => heardAt !== null)
  return JSON.stringify(
    heard.map((moment): KeptMoment => {
      const { contact } = moment
      const here = contact?.contactRef ? (findByKey(database, contact) ?? null) : null
      return {
        ...moment,
        agentId: moment.agentId === null ? null : (people.get(moment.agentId) ?? null),
        evidence: { ...moment.evidence, interactionId: here, evaluationId: null },
        contact: contact && { ...contact, hadSound: false },
      }
    }),
  )
}
