import { all, run, type WritableDatabase } from '../store/index.ts'

/** In place of the title of a moment whose words went. */
const GONE = 'What was said here was deleted.'

const THEIR_CONTACTS = `SELECT interaction_id AS id FROM transcripts WHERE id IN (SELECT id FROM temp.gone_words) AND interaction_id IS NOT NULL
  UNION SELECT id FROM temp.gone_texts`
const CONTACTS = `(${THEIR_CONTACTS})`

/** Moments of sessions, and what calibrations keep, are copies of what was said: of the chosen conversations they go. Gives how many. */
export function eraseCopies(database: WritableDatabase): number {
  const contacts = new Set(all<{ id: number }>(database, THEIR_CONTACTS).map(({ id }) => id))
  return eraseMoments(database, contacts) + eraseCalibrated(database)
}

interface Moment {
  evidence: { interactionId: number | null; title: string; detail: string; turns: unknown[] }
  note: string
}

function eraseMoments(database: WritableDatabase, contacts: ReadonlySet<number>): number {
  let gone = 0
  const sessions = all<{ id: number; moments: string }>(
    database,
    "SELECT id, moments FROM coaching_sessions WHERE moments <> '[]'",
  )
  for (const { id, moments } of sessions) {
    let count = 0
    const next = (JSON.parse(moments) as Moment[]).map((moment) => {
      const { interactionId, turns, title } = moment.evidence
      if (interactionId === null || !contacts.has(interactionId) || (turns.length === 0 && title === GONE))
        return moment
      count++
      return { ...moment, note: '', evidence: { ...moment.evidence, title: GONE, detail: '', turns: [] } }
    })
    if (count > 0)
      run(database, 'UPDATE coaching_sessions SET moments = ? WHERE id = ?', JSON.stringify(next), id)
    gone += count
  }
  return gone
}

/** Of a calibration: the conversation that travelled with it, and quotes and remarks in what was handed in. */
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
      JSON.stringify(withoutQuotes(JSON.parse(content))),
      id,
    )
  run(database, `UPDATE calibration_settlements SET remark = '' WHERE item_id IN ${items}`)
  return submissions.length
}

/** The same value with every quote and note in it emptied. */
function withoutQuotes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutQuotes)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      (key === 'quote' || key === 'note' || key === 'comment') && typeof one === 'string'
        ? ''
        : withoutQuotes(one),
    ]),
  )
}
