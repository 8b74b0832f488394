import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'

/** A version of the policy as it was adopted; `at` in milliseconds UTC, `document` as JSON. */
export interface PolicyRow {
  version: number
  at: number
  who: string
  document: string
}

/** The newest policy, or undefined where none was ever adopted. */
export function readNewestPolicy(database: ReadableDatabase): PolicyRow | undefined {
  return one<PolicyRow>(
    database,
    'SELECT version, at, who, document FROM policies ORDER BY version DESC LIMIT 1',
  )
}

/** Every policy that was adopted, the newest first. */
export function readPolicies(database: ReadableDatabase): PolicyRow[] {
  return all<PolicyRow>(database, 'SELECT version, at, who, document FROM policies ORDER BY version DESC')
}

/** Adds a version. */
export function insertPolicy(database: WritableDatabase, { version, at, who, document }: PolicyRow): void {
  run(
    database,
    'INSERT INTO policies (version, at, who, document) VALUES (?, ?, ?, ?)',
    version,
    at,
    who,
    document,
  )
}
