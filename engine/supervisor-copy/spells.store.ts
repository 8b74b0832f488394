import type { OwnRecords } from '../governance/index.ts'
import type { WritableDatabase } from '../store/index.ts'

const ALWAYS = 1_000_000
/** Where own people were on days on which they were in none of these teams; which it was is not said. */
const ELSEWHERE = 'Another team'

/** The import and the source under which a copy keeps what no file stated. */
export function insertCopyImport(
  { raw }: WritableDatabase,
  { timeZone, at, uid }: { timeZone: string; at: number; uid: string },
): { importId: number; sourceId: number } {
  const sourceId = Number(
    raw
      .prepare('INSERT INTO sources (name, time_zone, created_at) VALUES (?, ?, ?)')
      .run('Other teams, as sums of weeks', timeZone, at).lastInsertRowid,
  )
  const importId = Number(
    raw
      .prepare(
        `INSERT INTO imports (source_id, kind, vendor, confidence, file_name, file_path, file_sha256, file_bytes, mappings, imported_at, undone_at,
           rows_read, rows_added, rows_updated, rows_unchanged, rows_quarantined, facts, warnings)
         VALUES (?, 'interactions', 'Debrief aggregate', 1, 'Other teams', NULL, ?, 0, '[]', ?, NULL, 0, 0, 0, 0, 0, '{}', '[]')`,
      )
      .run(sourceId, `copy ${uid}`, at).lastInsertRowid,
  )
  return { importId, sourceId }
}

/** Who was in which of these teams when, day for day as the workspace tells it; on all other days of own people only that they were elsewhere. */
export function writeSpells({ raw }: WritableDatabase, own: OwnRecords, importId: number): void {
  const identityOf = raw.prepare('SELECT min(id) FROM identities WHERE person_id = ?').pluck()
  const insert = raw.prepare(
    "INSERT INTO team_spells (import_id, identity_id, team_id, basis, from_day, to_day) VALUES (?, ?, ?, 'roster', ?, ?)",
  )
  let elsewhere: number | null = null
  const elsewhereId = () =>
    (elsewhere ??= Number(raw.prepare('INSERT INTO teams (name) VALUES (?)').run(ELSEWHERE).lastInsertRowid))
  for (const [personId, stretches] of Map.groupBy(own.stretches, (one) => one.personId)) {
    const identityId = identityOf.get(personId) as number | null
    if (identityId === null) continue
    const put = (teamId: number, fromDay: number, toDay: number) => {
      if (fromDay <= toDay)
        insert.run(
          importId,
          identityId,
          teamId,
          fromDay <= -ALWAYS ? null : fromDay,
          toDay >= ALWAYS ? null : toDay,
        )
    }
    let next = -ALWAYS
    for (const { teamId, fromDay, toDay } of stretches.toSorted((a, b) => a.fromDay - b.fromDay)) {
      if (next < fromDay) put(elsewhereId(), next, fromDay - 1)
      put(teamId, fromDay, toDay)
      next = toDay + 1
    }
    if (next < ALWAYS) put(elsewhereId(), next, ALWAYS)
  }
}

/** Recordings whose sound is to be copied. */
export function readSoundsToCopy(own: OwnRecords): {
  id: number
  sha256: string
  path: string | null
  mediaName: string | null
  bytes: number
}[] {
  return own.read.raw
    .prepare(
      `SELECT id, sha256, path, media_name AS mediaName, bytes FROM recordings WHERE transcript_id NOT IN (SELECT id FROM temp.withheld) ORDER BY id`,
    )
    .all() as ReturnType<typeof readSoundsToCopy>
}

/** Says where the sound of a recording lies in a copy. */
export function writeMediaName({ raw }: WritableDatabase, id: number, mediaName: string): void {
  raw.prepare('UPDATE recordings SET media_name = ?, path = NULL WHERE id = ?').run(mediaName, id)
}
