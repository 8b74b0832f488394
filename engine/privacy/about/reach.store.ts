import { all, type ReadableDatabase } from '../../store/index.ts'
import { reachSets, type ReachSet } from './conditions.store.ts'

/** Whom something is about: a person with all their identities, or a customer by the keyed hash of their number, or by what a contact is called. */
export type Subject =
  | { is: 'agent'; personId: number }
  | { is: 'customer'; customerHash: number | null; contactRef: string | null }

/** The sets by which the conditions of the map find their rows, as JSON lists. */
export type Reach = Readonly<Record<ReachSet, string>>

const list = (values: readonly (string | number)[]) => JSON.stringify(values)
const nothing = Object.fromEntries(reachSets.map((set) => [set, '[]'])) as Record<ReachSet, string>

const ANY = '(SELECT value FROM json_each(@interactions))'
const MINE = '(SELECT value FROM json_each(@identities))'

/** Which rows the sets of somebody hold. */
export function reachOf(database: ReadableDatabase, subject: Subject): Reach {
  return subject.is === 'agent'
    ? ofAgent(database, subject.personId)
    : ofCustomer(database, subject.customerHash, subject.contactRef)
}

/**
 * What says whose it is belongs to them; what says nothing belongs to them where its contact does. A recording and the words that lie beside it are of
 * the same person.
 */
function ofAgent(database: ReadableDatabase, personId: number): Reach {
  const reach = { ...nothing }
  const fill = filling(database, reach)
  fill('identities', 'SELECT id FROM identities WHERE person_id = @person', { person: personId })
  fill('interactions', `SELECT id FROM interactions WHERE identity_id IN ${MINE}`)
  fill(
    'transcripts',
    `SELECT fact.id FROM transcripts AS fact LEFT JOIN transcripts AS beside ON beside.id = fact.beside_id
     WHERE fact.identity_id IN ${MINE} OR (fact.identity_id IS NULL AND (beside.identity_id IN ${MINE}
       OR (beside.identity_id IS NULL AND (fact.interaction_id IN ${ANY} OR beside.interaction_id IN ${ANY}))))`,
  )
  fill(
    'evaluations',
    `SELECT id FROM evaluations WHERE identity_id IN ${MINE} OR (identity_id IS NULL AND (interaction_id IN ${ANY}
       OR transcript_id IN (SELECT value FROM json_each(@transcripts))))`,
  )
  fill(
    'surveys',
    `SELECT id FROM surveys WHERE identity_id IN ${MINE} OR (identity_id IS NULL AND interaction_id IN ${ANY})`,
  )
  fill('reviews', `SELECT id FROM reviews WHERE interaction_id IN ${ANY}`)
  fill('sessions', `SELECT session_id AS id FROM coaching_session_people WHERE person_id IN ${MINE}`)
  reach.names = list(
    all<{ word: string }>(
      database,
      `SELECT DISTINCT word FROM (SELECT name AS word FROM identities WHERE id IN ${MINE} UNION SELECT external_id FROM identities WHERE id IN ${MINE}
         UNION SELECT email FROM identities WHERE id IN ${MINE}) WHERE word IS NOT NULL`,
      reach,
    ).map(({ word }) => findable(word)),
  )
  return reach
}

/** The contacts of a customer with all their legs, and what hangs on them. */
function ofCustomer(
  database: ReadableDatabase,
  customerHash: number | null,
  contactRef: string | null,
): Reach {
  const reach: Record<ReachSet, string> = {
    ...nothing,
    customers: list(customerHash === null ? [] : [customerHash]),
  }
  const fill = filling(database, reach)
  const asked = { hash: customerHash, ref: contactRef }
  fill(
    'interactions',
    `WITH named AS (SELECT id, source_id, contact_ref FROM interactions WHERE customer_hash = @hash OR contact_ref = @ref
       UNION SELECT contact.id, contact.source_id, contact.contact_ref FROM transcripts JOIN interactions AS contact ON contact.id = transcripts.interaction_id
       WHERE transcripts.stated_customer_hash = @hash)
     SELECT id FROM named UNION SELECT leg.id FROM interactions AS leg JOIN named ON named.contact_ref = leg.contact_ref AND named.source_id = leg.source_id
     WHERE leg.customer_hash IS NULL OR leg.customer_hash = @hash OR @hash IS NULL`,
    asked,
  )
  fill(
    'transcripts',
    `WITH named AS (SELECT id, beside_id FROM transcripts WHERE interaction_id IN ${ANY} OR stated_customer_hash = @hash OR contact_ref = @ref OR external_ref = @ref)
     SELECT id FROM named UNION SELECT transcripts.id FROM transcripts JOIN named ON named.beside_id = transcripts.id`,
    asked,
  )
  fill(
    'evaluations',
    `SELECT id FROM evaluations WHERE interaction_id IN ${ANY} OR contact_ref = @ref OR transcript_id IN (SELECT value FROM json_each(@transcripts))`,
    asked,
  )
  fill('surveys', `SELECT id FROM surveys WHERE interaction_id IN ${ANY} OR contact_ref = @ref`, asked)
  fill('reviews', `SELECT id FROM reviews WHERE interaction_id IN ${ANY} OR contact_ref = @ref`, asked)
  const references = all<{ word: string }>(
    database,
    `SELECT DISTINCT contact_ref AS word FROM interactions WHERE id IN ${ANY} AND contact_ref IS NOT NULL`,
    reach,
  ).map(({ word }) => word)
  reach.references = list(
    [...new Set([...references, ...(contactRef === null ? [] : [contactRef])])].map(findable),
  )
  return reach
}

/** What is looked for in texts: a short id only where it is a whole cell, lest `a1` is found in every word. */
function findable(word: string): string {
  return word.length < 6 && !word.includes(' ') ? JSON.stringify(word) : word
}

function filling(database: ReadableDatabase, reach: Record<ReachSet, string>) {
  return (set: ReachSet, sql: string, asked: Record<string, unknown> = {}) => {
    reach[set] = list(all<{ id: number }>(database, sql, { ...reach, ...asked }).map(({ id }) => id))
  }
}
