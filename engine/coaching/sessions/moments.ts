import { t } from '#speech'
import type { SessionMoment, ShownMoment } from '../../../shared/contract/session.ts'
import { LEFT_OUT } from '../../lawful-basis/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import {
  findByKey,
  hasEvaluation,
  isWithheld,
  readContactKey,
  readWithSound,
  type ContactKey,
} from './moments.store.ts'

/** A moment as a session keeps it: as it read when it was chosen, and what its contact is known by. */
interface KeptMoment extends SessionMoment {
  contact: (ContactKey & { hadSound: boolean }) | null
  /** It was chosen while its conversation might not be used, and so without its words. */
  isWordless?: true
}

/**
 * Moments as JSON to keep; what was known of a moment kept before stays, since its contact may be gone by now. One whose words were left out when it was
 * shown comes back without them: those that were kept stay.
 */
export function keepMoments(
  database: ReadableDatabase,
  moments: readonly SessionMoment[],
  before: string,
): string {
  const known = JSON.parse(before) as KeptMoment[]
  const shown = showMoments(database, before)
  const taken = new Set<number>()
  const withSound = readWithSound(
    database,
    moments.flatMap(({ evidence }) => evidence.interactionId ?? []),
  )
  const kept = moments.map((moment): KeptMoment => {
    const { evidence } = moment
    const { interactionId } = evidence
    const isLeftOut = evidence.title === LEFT_OUT
    const at = shown.findIndex(
      (one, index) =>
        !taken.has(index) &&
        [one.evidence.interactionId, known[index]!.evidence.interactionId].includes(interactionId) &&
        one.evidence.at === evidence.at &&
        (isLeftOut
          ? JSON.stringify(one.evidence.span) === JSON.stringify(evidence.span)
          : one.evidence.title === evidence.title),
    )
    const old = known[at]
    if (old) {
      taken.add(at)
      const { contact, isWordless } = old
      return {
        ...moment,
        ...(isLeftOut && { evidence: old.evidence }),
        contact,
        ...(isWordless && { isWordless }),
      }
    }
    const key = interactionId === null ? undefined : readContactKey(database, interactionId)
    // others never had turns to read
    const isWordless =
      evidence.kind === 'transcript' &&
      evidence.turns.length === 0 &&
      interactionId !== null &&
      isWithheld(database, interactionId)
    return {
      ...moment,
      contact: key === undefined ? null : { ...key, hadSound: withSound.has(interactionId!) },
      ...(isWordless && { isWordless }),
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
  return moments.map(({ contact, isWordless, ...moment }, index) => {
    const interactionId = now[index]!
    const { evaluationId } = moment.evidence
    const isEvaluationThere = evaluationId !== null && hasEvaluation(database, evaluationId)
    const gone =
      contact !== null && interactionId === null
        ? t`Its conversation is no longer in this workspace; here it stands as it read when it was chosen.`
        : contact?.hadSound === true && !withSound.has(interactionId)
          ? t`Its recording is no longer here; the words stand as they read when it was chosen.`
          : isWordless
            ? t`It has no words: when it was chosen, the lawful basis of its conversation did not allow them to be used. Once it does, choose the moment anew.`
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
