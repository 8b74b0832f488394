import { all, one, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

/** What of a conversation goes: its sound; what was said; the texts of its contact; comments of surveys; remarks of reviews; whole scores; what names the customer. */
export const parts = ['sound', 'words', 'texts', 'comments', 'remarks', 'scores', 'references'] as const
export type Part = (typeof parts)[number]

/** What the ids of each part are of. */
const tableOf = {
  sound: 'transcripts',
  words: 'transcripts',
  texts: 'interactions',
  comments: 'surveys',
  remarks: 'evaluations',
  scores: 'evaluations',
  references: 'interactions',
} as const satisfies Record<Part, string>

/** The temporary table that holds what was chosen of a part. */
export function chosenTable(part: Part): string {
  return `temp.gone_${part}`
}

/** Begins anew: nothing is chosen. */
export function chooseNothing(database: WritableDatabase): void {
  for (const part of parts)
    database.raw.exec(
      `CREATE TEMP TABLE IF NOT EXISTS gone_${part} (id INTEGER PRIMARY KEY); DELETE FROM ${chosenTable(part)}`,
    )
}

/** How many are chosen of each part. */
export function countChosen(database: ReadableDatabase): Record<Part, number> {
  const counts = parts.map((part) => [
    part,
    one<{ n: number }>(database, `SELECT count(*) AS n FROM ${chosenTable(part)}`)!.n,
  ])
  return Object.fromEntries(counts) as Record<Part, number>
}

/** How many conversations lose words that they have: a recording and the transcript beside it are one. */
export function countConversations(database: ReadableDatabase): number {
  return one<{ n: number }>(
    database,
    'SELECT count(DISTINCT ifnull(interaction_id, -id)) AS n FROM transcripts WHERE words_deleted_at IS NULL AND id IN (SELECT id FROM temp.gone_words)',
  )!.n
}

function choose(
  database: WritableDatabase,
  part: Part,
  ids: string,
  values: Readonly<Record<string, unknown>>,
): void {
  database.raw.prepare(`INSERT OR IGNORE INTO ${chosenTable(part)} (id) ${ids}`).run(values)
}

/** The day something of a conversation counts on for the clocks: that of its contact, its own, or that of its import. */
const CONVERSATION_DAY = `coalesce(contact.day, words.contact_day, words.day,
  (SELECT imported_at / 86400000 FROM imports WHERE imports.id = words.import_id))`
const CONVERSATIONS =
  'transcripts AS words LEFT JOIN interactions AS contact ON contact.id = words.interaction_id'
/** What was deleted before is no more to choose. */
const HAS_WORDS = 'words.words_deleted_at IS NULL'
const HAS_SOUND = 'words.id IN (SELECT transcript_id FROM recordings)'

/** What is older than the clocks allow: everything of a day before the one given; null keeps it. */
export function chooseOlder(
  database: WritableDatabase,
  before: { audio: number | null; transcripts: number | null; scores: number | null },
): void {
  const older = (part: Part, day: number | null, ids: string) => {
    if (day !== null) choose(database, part, ids, { day })
  }
  older(
    'sound',
    before.audio,
    `SELECT words.id FROM ${CONVERSATIONS} WHERE ${HAS_SOUND} AND ${CONVERSATION_DAY} < @day`,
  )
  older(
    'words',
    before.transcripts,
    `SELECT words.id FROM ${CONVERSATIONS} WHERE ${HAS_WORDS} AND ${CONVERSATION_DAY} < @day`,
  )
  older(
    'texts',
    before.transcripts,
    `SELECT interaction_id FROM interaction_texts JOIN interactions AS contact ON contact.id = interaction_id
     WHERE coalesce(contact.day, (SELECT imported_at / 86400000 FROM imports WHERE imports.id = contact.import_id)) < @day`,
  )
  older(
    'comments',
    before.transcripts,
    `SELECT id FROM surveys WHERE comment IS NOT NULL
       AND coalesce(contact_day, day, (SELECT imported_at / 86400000 FROM imports WHERE imports.id = surveys.import_id)) < @day`,
  )
  older(
    'scores',
    before.scores,
    `SELECT evaluations.id FROM evaluations LEFT JOIN reviews ON reviews.id = review_id
     WHERE coalesce(contact_day, evaluations.day, reviews.submitted_at / 86400000,
       (SELECT imported_at / 86400000 FROM imports WHERE imports.id = evaluations.import_id)) < @day`,
  )
}

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

/** One conversation, with its contact. */
export function chooseConversation(database: WritableDatabase, transcriptId: number): void {
  const values = { transcriptId }
  choose(
    database,
    'references',
    'SELECT interaction_id FROM transcripts WHERE id = @transcriptId AND interaction_id IS NOT NULL',
    values,
  )
  choose(database, 'words', 'SELECT id FROM transcripts WHERE id = @transcriptId', values)
  choose(
    database,
    'sound',
    `SELECT id FROM transcripts AS words WHERE id = @transcriptId AND ${HAS_SOUND}`,
    values,
  )
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

/** Chooses exactly these. */
export function chooseIds(database: WritableDatabase, part: Part, ids: readonly number[]): void {
  choose(database, part, 'SELECT value FROM json_each(@ids)', { ids: JSON.stringify(ids) })
}

/** Ids of everything chosen of a part, in order. */
export function chosenIds(database: ReadableDatabase, part: Part): number[] {
  return all<{ id: number }>(database, `SELECT id FROM ${chosenTable(part)} ORDER BY id`).map(({ id }) => id)
}

/** What a legal hold protects, as it stands. */
export type HeldSubject =
  | { kind: 'everything' }
  | { kind: 'person'; personId: number }
  | { kind: 'customer'; customerHash: number }
  | { kind: 'conversation'; transcriptId: number }
  | { kind: 'source'; sourceId: number }
  | { kind: 'days'; fromDay: number; toDay: number }

/** Of a fact that may have a contact: whether it falls under a hold. `day`, `person` and `customer` are SQL expressions of it. */
function heldCondition(
  { kind }: HeldSubject,
  of: { person: string; customer: string; contact: string; source: string; day: string },
): string {
  if (kind === 'everything') return 'TRUE'
  if (kind === 'person') return `${of.person} IN (SELECT id FROM identities WHERE person_id = @personId)`
  if (kind === 'customer')
    return `(${of.customer} = @customerHash OR ${of.contact} IN (SELECT interaction_id FROM transcripts WHERE stated_customer_hash = @customerHash))`
  if (kind === 'conversation')
    return `${of.contact} IN (SELECT interaction_id FROM transcripts WHERE id = @transcriptId)`
  if (kind === 'source') return `${of.source} = @sourceId`
  // what has no day might be of any
  return `ifnull(${of.day} BETWEEN @fromDay AND @toDay, TRUE)`
}

const heldOf: Record<
  'transcripts' | 'interactions' | 'surveys' | 'evaluations',
  (held: HeldSubject) => string
> = {
  transcripts: (held) =>
    `SELECT words.id FROM ${CONVERSATIONS} WHERE ${heldCondition(held, {
      person: 'coalesce(contact.identity_id, words.identity_id)',
      customer: 'coalesce(contact.customer_hash, words.stated_customer_hash)',
      contact: 'words.interaction_id',
      source: 'words.source_id',
      day: 'coalesce(contact.day, words.contact_day, words.day)',
    })}${held.kind === 'conversation' ? ' OR words.id = @transcriptId' : ''}`,
  interactions: (held) =>
    `SELECT contact.id FROM interactions AS contact WHERE ${heldCondition(held, {
      person: 'contact.identity_id',
      customer: 'contact.customer_hash',
      contact: 'contact.id',
      source: 'contact.source_id',
      day: 'contact.day',
    })}`,
  surveys: (held) => heldFact('surveys', held),
  evaluations: (held) => heldFact('evaluations', held),
}

function heldFact(table: string, held: HeldSubject): string {
  return `SELECT fact.id FROM ${table} AS fact LEFT JOIN interactions AS contact ON contact.id = fact.interaction_id WHERE ${heldCondition(
    held,
    {
      person: 'coalesce(fact.identity_id, contact.identity_id)',
      customer: 'contact.customer_hash',
      contact: 'fact.interaction_id',
      source: 'fact.source_id',
      day: 'coalesce(contact.day, fact.contact_day, fact.day)',
    },
  )}`
}

/** Takes what a hold protects out of what was chosen; gives how much that was. */
export function holdBack(database: WritableDatabase, held: HeldSubject): number {
  let kept = 0
  for (const part of parts) {
    const table = tableOf[part]
    kept += database.raw
      .prepare(`DELETE FROM ${chosenTable(part)} WHERE id IN (${heldOf[table](held)})`)
      .run(held).changes
  }
  return kept
}

/** Whether anything an import brought falls under a hold. */
export function isImportHeld(database: ReadableDatabase, importId: number, held: HeldSubject): boolean {
  return (['transcripts', 'interactions', 'surveys', 'evaluations'] as const).some(
    (table) =>
      database.raw
        .prepare(
          `SELECT 1 FROM ${table} WHERE import_id = @importId AND id IN (${heldOf[table](held)}) LIMIT 1`,
        )
        .get({ ...held, importId }) !== undefined,
  )
}
