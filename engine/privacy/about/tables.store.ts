import { coachingTables } from './coaching.store.ts'
import type { AboutTable } from './conditions.store.ts'
import { factTables } from './facts.store.ts'
import { qualityTables } from './quality.store.ts'
import { workspaceTables } from './workspace.store.ts'

/** Every table of the schema: whether it can hold something about an agent or a customer, and how its rows are found. */
export const aboutTables: Readonly<Record<string, AboutTable>> = {
  ...factTables,
  ...qualityTables,
  ...coachingTables,
  ...workspaceTables,
}
