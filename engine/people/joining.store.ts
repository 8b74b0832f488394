import { all, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'
import type { Decision, Join, SharedContacts } from './joining.ts'
import type { Proposal } from './proposing.ts'

/** One recorded link between two identities. */
export interface LinkRow {
  id: number
  identityId: number
  otherIdentityId: number
  state: 'joined' | 'apart'
  by: 'id' | 'email' | 'contacts' | 'confirmed'
  reasons: string
  at: number
  undoneAt: number | null
}

/** Every link, oldest first. */
export function readLinks(database: ReadableDatabase): LinkRow[] {
  return all<LinkRow>(
    database,
    `SELECT id, identity_id AS identityId, other_identity_id AS otherIdentityId, state, by, reasons, at, undone_at AS undoneAt
     FROM identity_links ORDER BY id`,
  )
}

/** What somebody decided: confirmed joins and pairs held apart. */
export function readDecisions(database: ReadableDatabase): Decision[] {
  return all<Decision>(
    database,
    `SELECT identity_id AS a, other_identity_id AS b, state FROM identity_links WHERE state = 'apart' OR by = 'confirmed' ORDER BY id`,
  )
}

/** Records a decision about two identities (ids ascending); gives the link's id. */
export function writeDecision(
  database: WritableDatabase,
  decision: Decision & { reasons: string; at: number; undoneAt: number | null },
): number {
  run(
    database,
    `INSERT INTO identity_links (identity_id, other_identity_id, state, by, reasons, at, undone_at) VALUES (?, ?, ?, 'confirmed', ?, ?, ?)
     ON CONFLICT (identity_id, other_identity_id) DO UPDATE
     SET state = excluded.state, by = CASE WHEN excluded.state = 'apart' THEN by ELSE 'confirmed' END, reasons = excluded.reasons,
         at = CASE WHEN excluded.state = 'apart' THEN at ELSE excluded.at END, undone_at = excluded.undone_at`,
    decision.a,
    decision.b,
    decision.state,
    decision.reasons,
    decision.at,
    decision.undoneAt,
  )
  return all<{ id: number }>(
    database,
    'SELECT id FROM identity_links WHERE identity_id = ? AND other_identity_id = ?',
    decision.a,
    decision.b,
  )[0]!.id
}

/** Makes the automatic joins those given: new ones are added, ones that no longer hold are taken away. */
export function replaceAutomaticJoins(database: WritableDatabase, joins: readonly Join[], now: number): void {
  const wanted = new Map(
    joins.filter((join) => join.by !== 'confirmed').map((join) => [`${join.a}-${join.b}`, join]),
  )
  for (const link of readLinks(database)) {
    if (link.state === 'apart' || link.by === 'confirmed') continue
    const key = `${link.identityId}-${link.otherIdentityId}`
    if (wanted.get(key)?.by === link.by) wanted.delete(key)
    else run(database, 'DELETE FROM identity_links WHERE id = ?', link.id)
  }
  for (const join of wanted.values())
    run(
      database,
      `INSERT INTO identity_links (identity_id, other_identity_id, state, by, reasons, at) VALUES (?, ?, 'joined', ?, ?, ?)
       ON CONFLICT (identity_id, other_identity_id) DO NOTHING`,
      join.a,
      join.b,
      join.by,
      JSON.stringify(join.reasons),
      now,
    )
}

/** Keeps the proposals found last. */
export function replaceProposals(database: WritableDatabase, proposals: readonly Proposal[]): void {
  run(database, 'DELETE FROM identity_proposals')
  for (const { a, b, confidence, reasons, against } of proposals)
    run(
      database,
      'INSERT INTO identity_proposals (person_id, other_person_id, confidence, reasons, against) VALUES (?, ?, ?, ?, ?)',
      a,
      b,
      confidence,
      JSON.stringify(reasons),
      JSON.stringify(against),
    )
}

interface ProposalRow {
  a: number
  b: number
  confidence: number
  reasons: string
  against: string
}

/** The proposals found last, surest first. */
export function readProposals(database: ReadableDatabase): Proposal[] {
  const rows = all<ProposalRow>(
    database,
    `SELECT person_id AS a, other_person_id AS b, confidence, reasons, against FROM identity_proposals
     ORDER BY confidence DESC, person_id, other_person_id`,
  )
  return rows.map((row) => ({
    ...row,
    reasons: JSON.parse(row.reasons) as string[],
    against: JSON.parse(row.against) as string[],
  }))
}

/** How often identities of different sources stand on the same contact, and how often they could have. */
export function readSharedContacts(database: ReadableDatabase): {
  shared: SharedContacts[]
  comparable: { identityId: number; sourceId: number; contacts: number }[]
} {
  const pairs = all<{ one: number; other: number; oneSource: number; otherSource: number; contacts: number }>(
    database,
    `WITH named AS (
       SELECT contact_ref, identity_id, source_id FROM evaluations WHERE contact_ref IS NOT NULL AND identity_id IS NOT NULL AND transcript_id IS NULL
       UNION SELECT contact_ref, identity_id, source_id FROM surveys WHERE contact_ref IS NOT NULL AND identity_id IS NOT NULL
       UNION SELECT contact_ref, identity_id, source_id FROM transcripts WHERE contact_ref IS NOT NULL AND identity_id IS NOT NULL
     ), standing AS (
       SELECT named.contact_ref, interactions.identity_id, interactions.source_id FROM named
       JOIN interactions ON interactions.contact_ref = named.contact_ref
       WHERE interactions.identity_id IS NOT NULL AND interactions.is_stub = 0
     ), everywhere AS (
       SELECT contact_ref, identity_id, source_id FROM named UNION SELECT contact_ref, identity_id, source_id FROM standing
     ), plain AS MATERIALIZED (
       -- a contact with two agents in one source says nothing of who is who
       SELECT contact_ref, source_id, min(identity_id) AS identity_id FROM everywhere
       GROUP BY contact_ref, source_id HAVING count(DISTINCT identity_id) = 1
     )
     SELECT x.identity_id AS one, y.identity_id AS other, x.source_id AS oneSource, y.source_id AS otherSource, count(*) AS contacts
     FROM plain AS x JOIN plain AS y ON y.contact_ref = x.contact_ref AND y.source_id > x.source_id
     GROUP BY 1, 2`,
  )
  // a source names one identity on such a contact, so the contacts two could share are the sum over its identities
  const comparable = new Map<string, { identityId: number; sourceId: number; contacts: number }>()
  const add = (identityId: number, sourceId: number, contacts: number) => {
    const key = `${identityId}@${sourceId}`
    const known = comparable.get(key)
    if (known) known.contacts += contacts
    else comparable.set(key, { identityId, sourceId, contacts })
  }
  for (const { one, other, oneSource, otherSource, contacts } of pairs) {
    add(one, otherSource, contacts)
    add(other, oneSource, contacts)
  }
  return {
    shared: pairs.map(({ one, other, contacts }) => ({
      a: Math.min(one, other),
      b: Math.max(one, other),
      contacts,
    })),
    comparable: [...comparable.values()],
  }
}

/** Pairs that somebody in a merged workspace holds for one person and somebody here for two. */
export function readContested(database: ReadableDatabase): { a: number; b: number; workspace: string }[] {
  return all(
    database,
    `SELECT identity_id AS a, other_identity_id AS b, merged_workspaces.name AS workspace FROM merged_decisions
     JOIN merged_workspaces ON merged_workspaces.id = workspace_id WHERE is_contested = 1 AND state = 'joined' ORDER BY 1, 2`,
  )
}
