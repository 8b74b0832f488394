import type { BasisOrigin, LeftOut, StatableBasis } from '../../shared/domain/lawful-basis.ts'
import type { PolicyDocument } from '../../shared/domain/policy.ts'
import { all, one, type ReadableDatabase } from '../store/index.ts'

/**
 * What a log of contacts says of consent is a fact of its own: a transcript without words that stands for no conversation, called by its contact. So it is there
 * before the conversation it is about, and goes with its import.
 */
export const CONSENT_OF_LOG = 'Consent'

/** What such a fact is called among the facts of its source. */
export const consentRef = (contactRef: string) => `consent:${contactRef}`

/** Whether a row of `transcripts` is a conversation. */
export const isConversation = (transcript: string) => `${transcript}.vendor <> '${CONSENT_OF_LOG}'`

/** The transcripts that are one conversation with one: the recording and the words beside it, all of its contact, and what the contact's log says of consent. */
const togetherWith = (transcript: string) => `
  SELECT ${transcript}.id UNION ALL SELECT ${transcript}.beside_id
  UNION ALL SELECT mate.id FROM main.transcripts AS mate WHERE mate.interaction_id = ${transcript}.interaction_id
  UNION ALL SELECT told.id FROM main.interactions AS contact JOIN main.transcripts AS told
    ON told.external_ref = 'consent:' || contact.contact_ref AND told.source_id = contact.source_id AND told.vendor = '${CONSENT_OF_LOG}'
    WHERE contact.id = ${transcript}.interaction_id`

const ofSource = `CASE WHEN ${isConversation('part')} THEN origin.lawful_basis END`
const own = `coalesce(part.lawful_basis, CASE part.stated_consent WHEN 1 THEN 'consent' WHEN 0 THEN 'refused' END, ${ofSource})`
const parts = (transcript: string) =>
  `FROM main.transcripts AS part JOIN main.sources AS origin ON origin.id = part.source_id WHERE part.id IN (${togetherWith(transcript)})`

/**
 * The lawful basis of a conversation by one of its transcripts, as SQL; NULL where it is not known. A refusal of any part holds for all of it. Else what a person
 * says of it goes before what an export says, and that before what holds for the source. Everything that asks for it asks here.
 */
const basisOf = (transcript: string) => `(
  SELECT CASE WHEN max(${own} = 'refused') THEN 'refused' ELSE coalesce(
    max(part.lawful_basis), max(CASE part.stated_consent WHEN 1 THEN 'consent' END), max(${ofSource})) END ${parts(transcript)})`

/** Who says so. */
const originOf = (transcript: string) => `(
  SELECT CASE
    WHEN max(part.lawful_basis = 'refused') THEN 'person'
    WHEN max(part.lawful_basis IS NULL AND part.stated_consent = 0) THEN 'export'
    WHEN max(${own} = 'refused') THEN 'source'
    WHEN max(part.lawful_basis) IS NOT NULL THEN 'person'
    WHEN max(part.stated_consent) IS NOT NULL THEN 'export'
    WHEN max(${ofSource}) IS NOT NULL THEN 'source' END ${parts(transcript)})`

/** Whether a conversation may be used, by the alias of one of its transcripts, as SQL: one whose consent was refused never may. */
export function isUsable(transcript: string, needed: PolicyDocument['privacy']['lawfulBasis']): string {
  const unknown = needed === 'required' ? 'refused' : 'assumed'
  return `coalesce(${basisOf(transcript)}, '${unknown}') <> 'refused'`
}

/** Whether a transcript is one conversation with any of those in a table of statements, as SQL: the same company as `togetherWith`, for all of them at once. */
const isWith = (transcript: string, statements: 'refusals' | 'said') => `ifnull(
  ${transcript}.id IN (SELECT id FROM ${statements}) OR ${transcript}.beside_id IN (SELECT id FROM ${statements})
  OR ${transcript}.interaction_id IN (SELECT interaction_id FROM ${statements} WHERE interaction_id IS NOT NULL)
  OR ${transcript}.interaction_id IN (SELECT contact.id FROM ${statements} AS told JOIN main.interactions AS contact
    ON contact.contact_ref = told.contact_ref AND contact.source_id = told.source_id), 0)`

/** To stand before a statement with `withheldTranscripts` in it: whatever anybody says of anything, and the refusals among it. */
export const withStatements = (hasUnknown: boolean) => `WITH said AS MATERIALIZED (
  SELECT part.id, part.interaction_id, substr(CASE WHEN ${isConversation('part')} THEN NULL ELSE part.external_ref END, 9) AS contact_ref, part.source_id, ${own} AS basis
  FROM main.transcripts AS part JOIN main.sources AS origin ON origin.id = part.source_id WHERE ${own} ${hasUnknown ? 'IS NOT NULL' : "= 'refused'"}),
  refusals AS MATERIALIZED (SELECT * FROM said WHERE basis = 'refused')`

/** Whether anybody ever refused anything, by a scan of two columns: where nobody did, no refusal has to be looked for. What was refused may have been overruled since. */
export function isAnythingRefused(database: ReadableDatabase): boolean {
  return (
    one(
      database,
      `SELECT 1 WHERE EXISTS (SELECT 1 FROM main.sources WHERE lawful_basis = 'refused')
         OR EXISTS (SELECT 1 FROM main.transcripts WHERE lawful_basis = 'refused' OR stated_consent = 0)`,
    ) !== undefined
  )
}

/** The transcripts that may not be used, with why. */
export const withheldTranscripts = (hasUnknown: boolean) =>
  `SELECT one.id, one.interaction_id, CASE WHEN ${isWith('one', 'refusals')} THEN 'refused' ELSE 'unknown' END AS why FROM main.transcripts AS one
   WHERE ${isConversation('one')} AND (${isWith('one', 'refusals')} ${hasUnknown ? `OR NOT ${isWith('one', 'said')}` : ''})`

/** What holds for one conversation, as a person would be told. */
export interface BasisRow {
  basis: StatableBasis | null
  origin: BasisOrigin | null
  /** What a person said of it, as far as they said one thing. */
  saidByPerson: StatableBasis | null
}

/** What holds for the conversation of a contact; undefined where there is none. */
export function readBasisOfContact(database: ReadableDatabase, interactionId: number): BasisRow | undefined {
  return one<BasisRow>(
    database,
    `SELECT ${basisOf('one')} AS basis, ${originOf('one')} AS origin, (SELECT max(part.lawful_basis) ${parts('one')}) AS saidByPerson
     FROM transcripts AS one WHERE one.interaction_id = ? AND ${isConversation('one')} ORDER BY one.id LIMIT 1`,
    interactionId,
  )
}

/** What holds for each of some contacts that have a conversation. */
export function readBasesOfContacts(
  database: ReadableDatabase,
  interactionIds: readonly number[],
): { interactionId: number; basis: StatableBasis | null }[] {
  return all(
    database,
    `SELECT one.interaction_id AS interactionId, ${basisOf('one')} AS basis FROM transcripts AS one
     WHERE one.interaction_id IN (SELECT value FROM json_each(?)) AND ${isConversation('one')} GROUP BY one.interaction_id`,
    JSON.stringify(interactionIds),
  )
}

/** What some contacts with a conversation rest on, and of how many of them a person said something. */
export function countBasesOfContacts(
  database: ReadableDatabase,
  interactionIds: readonly number[],
): { now: { basis: StatableBasis | null; n: number }[]; saidByPerson: number } {
  const rows = all<{ basis: StatableBasis | null; isSaid: number; n: number }>(
    database,
    `SELECT basis, isSaid, count(*) AS n FROM (
       SELECT ${basisOf('one')} AS basis, (SELECT max(part.lawful_basis) IS NOT NULL ${parts('one')}) AS isSaid FROM transcripts AS one
       WHERE one.interaction_id IN (SELECT value FROM json_each(?)) AND ${isConversation('one')} GROUP BY one.interaction_id)
     GROUP BY basis, isSaid ORDER BY basis`,
    JSON.stringify(interactionIds),
  )
  const bases = [...new Set(rows.map(({ basis }) => basis))]
  const sum = (among: typeof rows) => among.reduce((total, { n }) => total + n, 0)
  return {
    now: bases.map((basis) => ({ basis, n: sum(rows.filter((row) => row.basis === basis)) })),
    saidByPerson: sum(rows.filter(({ isSaid }) => isSaid === 1)),
  }
}

/** Whether one transcript may be used. */
export function isTranscriptUsable(
  database: ReadableDatabase,
  transcriptId: number,
  needed: PolicyDocument['privacy']['lawfulBasis'],
): boolean {
  return (
    one(
      database,
      `SELECT 1 FROM main.transcripts AS one WHERE id = ? AND ${isUsable('one', needed)}`,
      transcriptId,
    ) !== undefined
  )
}

/** How many conversations there are, and how many of them may not be used: of all, of those of some days, or of some contacts. */
export function countLeftOut(
  database: ReadableDatabase,
  hasUnknown: boolean,
  among: { days: { from: number; to: number } } | { interactionIds: readonly number[] } | null = null,
): LeftOut {
  const conversation = 'count(DISTINCT coalesce(one.interaction_id, -one.id))'
  const isMeant =
    among === null
      ? '?1 IS NULL'
      : 'days' in among
        ? 'one.contact_day BETWEEN ?1 ->> 0 AND ?1 ->> 1'
        : 'one.interaction_id IN (SELECT value FROM json_each(?1))'
  const meant =
    among === null
      ? null
      : JSON.stringify('days' in among ? [among.days.from, among.days.to] : among.interactionIds)
  const { of } = one<{ of: number }>(
    database,
    `SELECT ${conversation} AS "of" FROM transcripts AS one WHERE ${isConversation('one')} AND ${isMeant}`,
    meant,
  )!
  const rows = all<{ why: 'refused' | 'unknown'; n: number }>(
    database,
    `${withStatements(hasUnknown)}, withheld_now AS MATERIALIZED (${withheldTranscripts(hasUnknown)})
     SELECT why, ${conversation} AS n FROM withheld_now JOIN transcripts AS one ON one.id = withheld_now.id WHERE ${isMeant} GROUP BY why`,
    meant,
  )
  const countOf = (why: string) => rows.find((row) => row.why === why)?.n ?? 0
  return { of, refused: countOf('refused'), unknown: countOf('unknown') }
}

/** A source with what was said of it, and how its conversations stand. */
export interface SourceBasis {
  id: number
  name: string
  basis: StatableBasis | null
  conversations: number
  refused: number
  unknown: number
}

/** Every source that has conversations, or was spoken of. */
export function readSourceBases(database: ReadableDatabase): SourceBasis[] {
  return all(
    database,
    `${withStatements(true)}, withheld_now AS MATERIALIZED (${withheldTranscripts(true)}),
     standing AS (
       SELECT source_id, coalesce(one.interaction_id, -one.id) AS conversation, why FROM transcripts AS one
       LEFT JOIN withheld_now ON withheld_now.id = one.id WHERE ${isConversation('one')})
     SELECT sources.id, name, lawful_basis AS basis, count(DISTINCT conversation) AS conversations,
       count(DISTINCT CASE why WHEN 'refused' THEN conversation END) AS refused,
       count(DISTINCT CASE why WHEN 'unknown' THEN conversation END) AS unknown
     FROM sources LEFT JOIN standing ON standing.source_id = sources.id
     GROUP BY sources.id HAVING conversations > 0 OR sources.lawful_basis IS NOT NULL ORDER BY name`,
  )
}

/** Whether the conversation of a recording may be used. */
export function isRecordingUsable(
  database: ReadableDatabase,
  recordingId: number,
  needed: PolicyDocument['privacy']['lawfulBasis'],
): boolean {
  return (
    one(
      database,
      `SELECT 1 FROM main.recordings JOIN main.transcripts AS one ON one.id = transcript_id WHERE recordings.id = ? AND ${isUsable('one', needed)}`,
      recordingId,
    ) !== undefined
  )
}
