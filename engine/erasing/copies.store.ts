import { all, run, type WritableDatabase } from '../store/index.ts'

/** In place of the title of a moment whose words went. */
const GONE = 'What was said here was deleted.'

const THEIR_CONTACTS = `SELECT interaction_id AS id FROM transcripts WHERE id IN (SELECT id FROM temp.gone_words) AND interaction_id IS NOT NULL
  UNION SELECT id FROM temp.gone_texts`
const CONTACTS = `(${THEIR_CONTACTS})`

/**
 * Moments of sessions, and what calibrations keep, are copies of what was said: of the chosen conversations they go, `withReferences` with what the
 * contact is called, too. While contacts still have their references. Gives how many.
 */
export function eraseCopies(database: WritableDatabase, withReferences: boolean): number {
  erasePicked(database)
  return eraseMoments(database, withReferences) + eraseCalibrated(database)
}

interface Moment {
  evidence: { interactionId: number | null; title: string; detail: string; turns: unknown[] }
  note: string
  /** What its contact is known by, which finds it again when it was read anew or came from a merged workspace. */
  contact: { contactRef: string | null } | null
}

function eraseMoments(database: WritableDatabase, withReferences: boolean): number {
  const contacts = all<{ id: number; ref: string | null }>(
    database,
    `SELECT id, contact_ref AS ref FROM interactions WHERE id IN ${CONTACTS}`,
  )
  const ids = new Set(contacts.map(({ id }) => id))
  const refs = new Set(contacts.map(({ ref }) => ref).filter((ref) => ref !== null))
  const isOne = ({ evidence, contact }: Moment) =>
    (evidence.interactionId !== null && ids.has(evidence.interactionId)) ||
    (contact !== null && contact.contactRef !== null && refs.has(contact.contactRef))
  let gone = 0
  const sessions = all<{ id: number; moments: string }>(
    database,
    "SELECT id, moments FROM coaching_sessions WHERE moments <> '[]'",
  )
  for (const { id, moments } of sessions) {
    let count = 0
    const next = (JSON.parse(moments) as Moment[]).map((moment) => {
      const isErased = moment.evidence.title === GONE && moment.contact?.contactRef === null
      if (!isOne(moment) || isErased) return moment
      count++
      return {
        ...moment,
        note: '',
        evidence: { ...moment.evidence, title: GONE, detail: '', turns: [] },
        contact: withReferences && moment.contact ? { ...moment.contact, contactRef: null } : moment.contact,
      }
    })
    if (count > 0)
      run(database, 'UPDATE coaching_sessions SET moments = ? WHERE id = ?', JSON.stringify(next), id)
    gone += count
  }
  return gone
}

/** What was remarked on conversations that were picked for a finding. */
function erasePicked(database: WritableDatabase): void {
  run(
    database,
    `UPDATE systemic_findings SET conversations = (SELECT json_group_array(json(
         iif(json_extract(value, '$.interactionId') IN ${CONTACTS}, json_set(value, '$.note', ''), value))) FROM json_each(conversations))
     WHERE EXISTS (SELECT 1 FROM json_each(conversations) WHERE json_extract(value, '$.interactionId') IN ${CONTACTS})`,
  )
}

/** Of a calibration: quotes, remarks and answers in words, in what was handed in and in what was settled. */
function eraseCalibrated(database: WritableDatabase): number {
  const items = `(SELECT calibration_item_id FROM reviews WHERE calibration_item_id IS NOT NULL AND interaction_id IN ${CONTACTS})`
  const submissions = all<{ id: number; content: string }>(
    database,
    `SELECT id, content FROM calibration_submissions WHERE item_id IN ${items}`,
  )
  for (const { id, content } of submissions)
    run(
      database,
      'UPDATE calibration_submissions SET content = ? WHERE id = ?',
      JSON.stringify(withoutWords(JSON.parse(content))),
      id,
    )
  run(
    database,
    `UPDATE calibration_settlements SET remark = '', answer = json_replace(answer, '$.text', '') WHERE item_id IN ${items}`,
  )
  return submissions.length
}

const WORDS = new Set(['quote', 'note', 'comment', 'text'])

/** The same value with everything in words in it emptied. */
function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      WORDS.has(key) && typeof one === 'string' ? '' : withoutWords(one),
    ]),
  )
}
