import type { AffectedDays, CountedKind } from '../affected-days.ts'
import { factKinds } from '../fact-kinds.ts'
import { all, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'
import type { DeletedKeys } from './keys.ts'

/** One way in which a source names the person. */
export interface Naming {
  id: number
  sourceId: number
  key: string
  externalId: string | null
  name: string | null
  email: string | null
}

/** As much of a naming as it takes to find it in the tables. */
export type Named = Pick<Naming, 'id' | 'name'>

/** Every way in which a person is named; empty where there is nobody. */
export function readNamings(database: ReadableDatabase, personId: number): Naming[] {
  return all<Naming>(
    database,
    `SELECT id, source_id AS sourceId, key, external_id AS externalId, name, email FROM identities WHERE person_id = ?`,
    personId,
  )
}

/** The keys by which a person is known again in a later export. */
export function keysOfNamings(namings: readonly Naming[], keys: DeletedKeys): string[] {
  return namings.flatMap(({ sourceId, key, email }) => [
    keys.identity(sourceId, key),
    ...(email === null ? [] : [keys.email(email)]),
  ])
}

const counted: readonly (readonly [CountedKind, string])[] = [
  ['interactions', 'day'],
  ['surveys', 'contact_day'],
  ['evaluations', 'contact_day'],
  ['transcripts', 'contact_day'],
  ['shifts', 'day'],
]

/**
 * Takes a person out: no fact, note or list names them any more. What they did stays without a name, so that the figures of queues and of everybody
 * stay what they were. Their days change. Gives how much went, table by table; those of `anonymous` only lost the name.
 */
export function erasePerson(
  database: WritableDatabase,
  namings: readonly Named[],
  at: number,
  affected: AffectedDays,
): Record<string, number> {
  const ids = JSON.stringify(namings.map(({ id }) => id))
  const THEIRS = '(SELECT value FROM json_each(?1))'
  const counts: Record<string, number> = {}
  const change = (sql: string, ...more: unknown[]) => run(database, sql, ids, ...more).changes
  const count = (table: string, changes: number) => {
    if (changes > 0) counts[table] = (counts[table] ?? 0) + changes
  }
  const remove = (table: string, where: string) => count(table, change(`DELETE FROM ${table} WHERE ${where}`))

  for (const [kind, day] of counted) {
    const days = all<{ day: number | null }>(
      database,
      `SELECT DISTINCT ${day} AS day FROM ${kind} WHERE identity_id IN ${THEIRS}`,
      ids,
    )
    for (const one of days) affected.changed(kind, one.day)
    run(
      database,
      `DELETE FROM fact_layers WHERE fact_kind = ${factKinds[kind].code} AND fact_id IN (SELECT id FROM ${kind} WHERE identity_id IN ${THEIRS})`,
      ids,
    )
    count('anonymous', change(`UPDATE ${kind} SET identity_id = NULL WHERE identity_id IN ${THEIRS}`))
  }
  for (const kind of ['periodSummaries', 'rosterEntries'] as const) {
    const { table, code } = factKinds[kind]
    change(
      `DELETE FROM fact_layers WHERE fact_kind = ${code} AND fact_id IN (SELECT id FROM ${table} WHERE identity_id IN ${THEIRS})`,
    )
    remove(table, `identity_id IN ${THEIRS}`)
  }
  for (const table of ['aggregated_contacts', 'aggregated_observations']) {
    const changes = giveToNobody(database, table, ids)
    count('anonymous', changes)
    if (changes > 0)
      for (const kind of ['interactions', 'shifts'] as const) affectAll(database, kind, affected)
  }
  remove('team_spells', `identity_id IN ${THEIRS}`)
  remove('identity_mentions', `identity_id IN ${THEIRS}`)
  remove('coached_marks', `person_id IN ${THEIRS}`)
  remove('evaluation_requests', `person_id IN ${THEIRS}`)
  remove('waiting_list_people', `person_id IN ${THEIRS}`)
  eraseSessions(database, ids, new Set(namings.map(({ id }) => id)), count)
  eraseNames(database, namings, ids)
  const OF_PROFILES = `profile_id IN (SELECT id FROM profiles WHERE identity_id IN ${THEIRS})`
  change(`DELETE FROM profile_teams WHERE ${OF_PROFILES}`)
  change(`UPDATE approvals SET why = '' WHERE ${OF_PROFILES}`)
  // that somebody was held stays, and no longer who
  change(
    `UPDATE legal_holds SET subject = '{}' WHERE kind = 'person' AND lifted_at IS NOT NULL AND json_extract(subject, '$.personId') IN ${THEIRS}`,
  )
  count(
    'profiles',
    change(
      `UPDATE profiles SET name = 'deleted ' || id, passphrase = NULL, removed_at = ifnull(removed_at, ?2), identity_id = NULL WHERE identity_id IN ${THEIRS}`,
      at,
    ),
  )
  remove('identities', `id IN ${THEIRS}`)
  return counts
}

/** Takes away the facts that some imports have just brought about people; gives how many. */
export function removeOwned(
  database: WritableDatabase,
  identityIds: readonly number[],
  importIds: readonly number[],
): number {
  let count = 0
  for (const [kind] of counted)
    count += run(
      database,
      `DELETE FROM ${kind} WHERE identity_id IN (SELECT value FROM json_each(?)) AND import_id IN (SELECT value FROM json_each(?))`,
      JSON.stringify(identityIds),
      JSON.stringify(importIds),
    ).changes
  return count
}

/** Sessions with nobody else go; of those with others, their part. */
function eraseSessions(
  database: WritableDatabase,
  ids: string,
  theirs: ReadonlySet<number>,
  count: (table: string, changes: number) => void,
): void {
  const WITH_THEM = `SELECT session_id FROM coaching_session_people WHERE person_id IN (SELECT value FROM json_each(?1))`
  count(
    'coaching_sessions',
    run(
      database,
      `DELETE FROM coaching_sessions WHERE id IN (${WITH_THEM})
         AND NOT EXISTS (SELECT 1 FROM coaching_session_people WHERE session_id = coaching_sessions.id AND person_id NOT IN (SELECT value FROM json_each(?1)))`,
      ids,
    ).changes,
  )
  const shared = all<{ id: number; moments: string }>(
    database,
    `SELECT id, moments FROM coaching_sessions WHERE id IN (${WITH_THEM})`,
    ids,
  )
  for (const { id, moments } of shared) {
    const kept = (JSON.parse(moments) as { agentId: number | null }[]).filter(
      ({ agentId }) => agentId === null || !theirs.has(agentId),
    )
    run(database, 'UPDATE coaching_sessions SET moments = ? WHERE id = ?', JSON.stringify(kept), id)
  }
  for (const table of ['commitments', 'coaching_session_people'])
    count(
      table,
      run(database, `DELETE FROM ${table} WHERE person_id IN (SELECT value FROM json_each(?1))`, ids).changes,
    )
}

/** Places that keep a person's name as text, or their number in a list. */
function eraseNames(database: WritableDatabase, namings: readonly Named[], ids: string): void {
  const names = JSON.stringify(namings.flatMap(({ name }) => (name === null ? [] : [name])))
  run(
    database,
    'UPDATE roster_entries SET manager_name = NULL WHERE manager_name IN (SELECT value FROM json_each(?))',
    names,
  )
  run(
    database,
    `UPDATE disputes SET raised_by = '' WHERE raised_as = 'agent' AND raised_by IN (SELECT value FROM json_each(?))`,
    names,
  )
  run(
    database,
    `DELETE FROM saved_searches WHERE EXISTS (SELECT 1 FROM json_tree(search) AS part
       WHERE (part.fullkey LIKE '%agent%' OR part.fullkey LIKE '%person%') AND part.atom IN (SELECT value FROM json_each(?)))`,
    ids,
  )
  const findings = all<{ id: number; conversations: string }>(
    database,
    `SELECT id, conversations FROM systemic_findings WHERE conversations <> '[]'`,
  )
  const theirs = new Set(namings.map(({ id }) => id))
  for (const { id, conversations } of findings) {
    const picked = JSON.parse(conversations) as { agent: { id: number } | null }[]
    if (!picked.some(({ agent }) => agent !== null && theirs.has(agent.id))) continue
    const next = picked.map((one) =>
      one.agent !== null && theirs.has(one.agent.id) ? { ...one, agent: null } : one,
    )
    run(database, 'UPDATE systemic_findings SET conversations = ? WHERE id = ?', JSON.stringify(next), id)
  }
}

/** Sums of a merged workspace are given to nobody, and added to what nobody has there already. */
function giveToNobody(database: WritableDatabase, table: string, ids: string): number {
  const columns = all<{ name: string; pk: number }>(
    database,
    `SELECT name, pk FROM pragma_table_info('${table}')`,
  )
  const names = columns.map(({ name }) => name)
  const keys = columns.filter(({ pk }) => pk > 0).map(({ name }) => name)
  const sums = names.filter((name) => !keys.includes(name))
  const selected = names
    .map((name) => {
      if (name === 'identity_id') return '0'
      return keys.includes(name) ? name : `sum(${name})`
    })
    .join(', ')
  const groups = keys.filter((name) => name !== 'identity_id').join(', ')
  const add = sums.map(
    (name) =>
      `${name} = CASE WHEN ${name} IS NULL THEN excluded.${name} ELSE ${name} + ifnull(excluded.${name}, 0) END`,
  )
  run(
    database,
    `INSERT INTO ${table} (${names.join(', ')}) SELECT ${selected} FROM ${table}
     WHERE identity_id IN (SELECT value FROM json_each(?1)) GROUP BY ${groups} ON CONFLICT DO UPDATE SET ${add.join(', ')}`,
    ids,
  )
  return run(database, `DELETE FROM ${table} WHERE identity_id IN (SELECT value FROM json_each(?1))`, ids)
    .changes
}

function affectAll(database: ReadableDatabase, kind: CountedKind, affected: AffectedDays): void {
  for (const { day } of all<{ day: number }>(
    database,
    'SELECT DISTINCT day FROM aggregated_contacts UNION SELECT DISTINCT day FROM aggregated_observations',
  ))
    affected.changed(kind, day)
}

/** Whether anything still names the person by one of these ways. */
export function isNamed(database: ReadableDatabase, namings: readonly Named[]): boolean {
  const ids = JSON.stringify(namings.map(({ id }) => id))
  const tables = [
    'interactions',
    'transcripts',
    'evaluations',
    'surveys',
    'shifts',
    'period_summaries',
    'roster_entries',
    'team_spells',
    'identity_mentions',
    'interaction_days',
    'observation_days',
    'aggregated_contacts',
    'aggregated_observations',
    'profiles',
  ].map((table) => `SELECT 1 FROM ${table} WHERE identity_id IN (SELECT value FROM json_each(?1))`)
  const notes = [
    'coached_marks',
    'coaching_session_people',
    'commitments',
    'evaluation_requests',
    'waiting_list_people',
  ].map((table) => `SELECT 1 FROM ${table} WHERE person_id IN (SELECT value FROM json_each(?1))`)
  return [...tables, ...notes, 'SELECT 1 FROM identities WHERE id IN (SELECT value FROM json_each(?1))'].some(
    (sql) => all(database, `${sql} LIMIT 1`, ids).length > 0,
  )
}
