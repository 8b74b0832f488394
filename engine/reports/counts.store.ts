import { all, type ReadableDatabase } from '../store/index.ts'

/** How much of what is known of one person in a window. */
export interface PersonCounts {
  evaluations: number
  surveys: number
  transcripts: number
  shifts: number
}

type Kind = keyof PersonCounts

const kinds: Record<Kind, string> = {
  evaluations: `FROM evaluations AS fact LEFT JOIN interactions AS contact ON contact.id = fact.interaction_id
    JOIN identities ON identities.id = ifnull(fact.identity_id, contact.identity_id)
    WHERE fact.contact_day BETWEEN ? AND ? AND fact.transcript_id IS NULL AND fact.is_calibration = 0`,
  surveys: `FROM surveys AS fact LEFT JOIN interactions AS contact ON contact.id = fact.interaction_id
    JOIN identities ON identities.id = ifnull(fact.identity_id, contact.identity_id)
    WHERE fact.contact_day BETWEEN ? AND ?`,
  transcripts: `FROM transcripts AS fact LEFT JOIN interactions AS contact ON contact.id = fact.interaction_id
    JOIN identities ON identities.id = ifnull(fact.identity_id, contact.identity_id)
    WHERE fact.contact_day BETWEEN ? AND ?`,
  shifts:
    'FROM shifts AS fact JOIN identities ON identities.id = fact.identity_id WHERE fact.day BETWEEN ? AND ?',
}

/** Counts what is known of everybody in a window (day numbers): who is missing from it has nothing of any kind. */
export function countsByPerson(
  database: ReadableDatabase,
  { from, to }: { from: number; to: number },
): ReadonlyMap<number, PersonCounts> {
  const counts = new Map<number, PersonCounts>()
  for (const kind of Object.keys(kinds) as Kind[])
    for (const { personId, n } of all<{ personId: number; n: number }>(
      database,
      `SELECT identities.person_id AS personId, count(*) AS n ${kinds[kind]} AND identities.person_id IS NOT NULL GROUP BY 1`,
      from,
      to,
    )) {
      const one = counts.get(personId) ?? { evaluations: 0, surveys: 0, transcripts: 0, shifts: 0 }
      one[kind] = n
      counts.set(personId, one)
    }
  return counts
}
