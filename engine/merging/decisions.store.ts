import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

/** What somebody decided about two identities; ids ascending. */
export interface PairDecision {
  a: number
  b: number
  state: 'joined' | 'apart'
}

/** Notes what was decided in a merged workspace. */
export function noteDecision(
  database: WritableDatabase,
  workspaceId: number,
  decision: PairDecision,
  isContested: boolean,
): void {
  run(
    database,
    `INSERT OR REPLACE INTO merged_decisions (workspace_id, identity_id, other_identity_id, state, is_contested) VALUES (?, ?, ?, ?, ?)`,
    workspaceId,
    decision.a,
    decision.b,
    decision.state,
    Number(isContested),
  )
}

/** What came with a merge, or with any. */
export function readNoted(
  database: ReadableDatabase,
  workspaceId: number | null,
): (PairDecision & { isContested: number; workspaceId: number })[] {
  return all(
    database,
    `SELECT identity_id AS a, other_identity_id AS b, state, is_contested AS isContested, workspace_id AS workspaceId FROM merged_decisions
     WHERE ?1 IS NULL OR workspace_id = ?1 ORDER BY 1, 2`,
    workspaceId,
  )
}

/** Forgets what came with a merge. */
export function forgetNoted(database: WritableDatabase, workspaceId: number): void {
  run(database, 'DELETE FROM merged_decisions WHERE workspace_id = ?', workspaceId)
}

/** How somebody decided about a pair here, or undefined. */
export function decisionOn(
  database: ReadableDatabase,
  a: number,
  b: number,
): { id: number; state: 'joined' | 'apart' } | undefined {
  return one(
    database,
    `SELECT id, state FROM identity_links WHERE identity_id = ? AND other_identity_id = ? AND (state = 'apart' OR by = 'confirmed')`,
    a,
    b,
  )
}

/** The identity here that a source calls so, or undefined. */
export function identityHere(database: ReadableDatabase, source: string, key: string): number | undefined {
  return one<{ id: number }>(
    database,
    'SELECT identities.id FROM identities JOIN sources ON sources.id = source_id WHERE sources.name = ? AND key = ?',
    source,
    key,
  )?.id
}

/** Decisions of a workspace, by how its sources name the two. */
export function readDecidedThere(database: ReadableDatabase): {
  source: string
  key: string
  otherSource: string
  otherKey: string
  state: 'joined' | 'apart'
  reasons: string
  at: number
  undoneAt: number | null
}[] {
  return all(
    database,
    `SELECT ones.name AS source, mine.key, others.name AS otherSource, other.key AS otherKey, state, reasons, at, undone_at AS undoneAt
     FROM identity_links JOIN identities AS mine ON mine.id = identity_id JOIN identities AS other ON other.id = other_identity_id
     JOIN sources AS ones ON ones.id = mine.source_id JOIN sources AS others ON others.id = other.source_id
     WHERE state = 'apart' OR by = 'confirmed' ORDER BY identity_links.id`,
  )
}
