import type { WritableDatabase } from '../store/index.ts'
import { choose, CONVERSATIONS, HAS_SOUND } from './chosen.store.ts'

const OF_CONTACTS = 'interaction_id IN (SELECT id FROM temp.gone_references)'

/** Everything of the contacts chosen by their references. */
function chooseAllOfContacts(database: WritableDatabase): void {
  choose(database, 'texts', 'SELECT id FROM temp.gone_references', {})
  choose(
    database,
    'sound',
    `SELECT transcript_id FROM recordings JOIN transcripts ON transcripts.id = transcript_id WHERE ${OF_CONTACTS}`,
    {},
  )
  choose(database, 'words', `SELECT id FROM transcripts WHERE ${OF_CONTACTS}`, {})
  choose(database, 'comments', `SELECT id FROM surveys WHERE ${OF_CONTACTS}`, {})
  choose(
    database,
    'remarks',
    `SELECT id FROM evaluations WHERE ${OF_CONTACTS} OR transcript_id IN (SELECT id FROM temp.gone_words)`,
    {},
  )
}

/** Every contact of a customer, by the hash of its reference. */
export function chooseCustomer(database: WritableDatabase, customerHash: number): void {
  choose(
    database,
    'references',
    `SELECT id FROM interactions WHERE customer_hash = @customerHash
     UNION SELECT interaction_id FROM transcripts WHERE stated_customer_hash = @customerHash AND interaction_id IS NOT NULL`,
    { customerHash },
  )
  choose(database, 'words', 'SELECT id FROM transcripts WHERE stated_customer_hash = @customerHash', {
    customerHash,
  })
  choose(
    database,
    'sound',
    `SELECT id FROM transcripts AS words WHERE stated_customer_hash = @customerHash AND ${HAS_SOUND}`,
    { customerHash },
  )
  chooseAllOfContacts(database)
}

/** Contacts by what their exports call them, and what names them without being put with one. */
export function chooseContacts(database: WritableDatabase, refs: readonly string[]): void {
  const values = { refs: JSON.stringify(refs) }
  const named = 'contact_ref IN (SELECT value FROM json_each(@refs))'
  choose(
    database,
    'references',
    `SELECT id FROM interactions WHERE ${named}
     UNION SELECT interaction_id FROM transcripts WHERE ${named} AND interaction_id IS NOT NULL`,
    values,
  )
  choose(database, 'words', `SELECT id FROM transcripts WHERE ${named}`, values)
  choose(database, 'sound', `SELECT id FROM transcripts AS words WHERE ${named} AND ${HAS_SOUND}`, values)
  choose(database, 'comments', `SELECT id FROM surveys WHERE ${named}`, values)
  choose(database, 'remarks', `SELECT id FROM evaluations WHERE ${named}`, values)
  chooseAllOfContacts(database)
}

const PERSON = 'SELECT id FROM identities WHERE person_id = @personId'

/** What was said and written of a person: their conversations, the texts and comments with their contacts, what reviews of them remark. */
export function choosePerson(database: WritableDatabase, personId: number): void {
  const values = { personId }
  const theirs = `coalesce(contact.identity_id, words.identity_id) IN (${PERSON})`
  choose(database, 'words', `SELECT words.id FROM ${CONVERSATIONS} WHERE ${theirs}`, values)
  choose(database, 'sound', `SELECT words.id FROM ${CONVERSATIONS} WHERE ${theirs} AND ${HAS_SOUND}`, values)
  choose(
    database,
    'texts',
    `SELECT interaction_id FROM interaction_texts JOIN interactions AS contact ON contact.id = interaction_id WHERE contact.identity_id IN (${PERSON})`,
    values,
  )
  const about = (table: string) =>
    `SELECT fact.id FROM ${table} AS fact LEFT JOIN interactions AS contact ON contact.id = fact.interaction_id
     WHERE fact.identity_id IN (${PERSON}) OR contact.identity_id IN (${PERSON})`
  choose(database, 'comments', about('surveys'), values)
  choose(
    database,
    'remarks',
    `${about('evaluations')} OR fact.transcript_id IN (SELECT id FROM temp.gone_words)`,
    values,
  )
}

/** Facts by their numbers, with everything of the contacts they belong to. */
export function chooseFacts(
  database: WritableDatabase,
  kind: 'interactions' | 'transcripts' | 'surveys' | 'evaluations',
  ids: readonly number[],
): void {
  const values = { ids: JSON.stringify(ids) }
  const list = 'SELECT value AS id FROM json_each(@ids)'
  choose(
    database,
    'references',
    kind === 'interactions'
      ? list
      : `SELECT interaction_id FROM ${kind} WHERE id IN (${list}) AND interaction_id IS NOT NULL`,
    values,
  )
  if (kind === 'transcripts') {
    choose(database, 'words', list, values)
    choose(
      database,
      'sound',
      `SELECT id FROM transcripts AS words WHERE id IN (${list}) AND ${HAS_SOUND}`,
      values,
    )
  }
  if (kind === 'surveys') choose(database, 'comments', list, values)
  if (kind === 'evaluations') choose(database, 'remarks', list, values)
  chooseAllOfContacts(database)
}
