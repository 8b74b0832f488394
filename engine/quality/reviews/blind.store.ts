import { one, type ReadableDatabase } from '../../store/index.ts'

/** The words of a turn of a conversation that came with a session, or undefined. */
export function readTravelledTurn(
  database: ReadableDatabase,
  itemId: number | null,
  segment: number,
): string | undefined {
  return one<{ text: string }>(
    database,
    `SELECT json_extract(value, '$.text') AS text FROM calibration_items, json_each(conversation, '$.turns')
     WHERE calibration_items.id = ? AND json_extract(value, '$.index') = ?`,
    itemId,
    segment,
  )?.text
}

/** A conversation that came with a session, as JSON, or null. */
export function readTravelled(database: ReadableDatabase, itemId: number | null): string | null {
  return (
    one<{ conversation: string | null }>(
      database,
      'SELECT conversation FROM calibration_items WHERE id = ?',
      itemId,
    )?.conversation ?? null
  )
}
