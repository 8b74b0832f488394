import { join } from 'node:path'
import { expect } from 'vitest'
import { directClient } from '../../../engine/direct-client.ts'
import { createEngine, Problem } from '../../../engine/index.ts'
import type { SalvageReport } from '../../../engine/salvaging.ts'
import { connect } from '../../../engine/store/index.ts'

/** What came of the pages that were damaged, summed over a file of tests. */
export const newTally = () => ({ damaged: 0, told: 0, unnoticed: 0, rows: 0, saved: 0, lost: 0, unknown: 0 })
export type Tally = ReturnType<typeof newTally>

export function printTally(
  name: string,
  { damaged, told, unnoticed, rows, saved, lost, unknown }: Tally,
): void {
  process.stdout.write(
    `${name}: ${damaged} damaged, ${told} told on opening, ${unnoticed} that hold nothing of the data, ${saved} of ${rows} rows saved, ${lost} known to be lost, ${unknown} tables of an unknown number\n`,
  )
}

/** How many rows every table has. */
export function rowsOf(folder: string): Map<string, number> {
  const { raw } = connect(join(folder, 'debrief.sqlite'), 'read')
  try {
    const names = raw.prepare(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'`)
    return new Map(
      (names.pluck().all() as string[]).map((name) => [
        name,
        raw.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number,
      ]),
    )
  } finally {
    raw.close()
  }
}

/** Opens for writing; the sentence where that is refused, null where it is not. A damaged page may never look like anything else. */
export async function openingTells(folder: string): Promise<string | null> {
  try {
    await (await createEngine({ workspace: folder, takesPaths: true })).close()
    return null
  } catch (error) {
    expect(error).toBeInstanceOf(Problem)
    expect((error as Problem).code).toBe('WORKSPACE_DAMAGED')
    return (error as Problem).message
  }
}

/** Holds what was saved into `report.folder` against what there was (`truth`), and adds it to `tally`. */
export async function holdAgainst(
  truth: ReadonlyMap<string, number>,
  report: SalvageReport,
  tally: Tally,
): Promise<void> {
  const there = rowsOf(report.folder)
  for (const { table, saved, lost } of report.tables) {
    const was = truth.get(table)!
    expect(saved).toBeLessThanOrEqual(was)
    if (lost !== null) expect({ table, sum: saved + lost }).toEqual({ table, sum: was })
    // an entry tells of the salvage, and sums need a stratum for what has no queue and a number of their state
    if (!['audit_log', 'strata', 'settings'].includes(table))
      expect({ table, n: there.get(table) }).toEqual({ table, n: saved })
    tally.rows += was
    tally.saved += saved
    tally.lost += lost ?? 0
    if (lost === null) tally.unknown += 1
  }
  const engine = await createEngine({ workspace: report.folder, takesPaths: true })
  const client = directClient(engine)
  expect(await client.workspace.check()).toMatchObject({ ok: true, problems: [] })
  const { notes } = await client.audit.verify({ heads: [] })
  expect(notes).toContainEqual(expect.stringMatching(/was saved out of a damaged file/))
  await engine.close()
}
