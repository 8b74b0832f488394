import { readSetting, writeSetting, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

const KEY = 'health-set-aside'
/** Findings come and go: the oldest decisions are forgotten. */
const MOST_KEPT = 500

/** Which findings were set aside, and in which state. */
export function readSetAside(database: ReadableDatabase): Map<string, string> {
  return new Map(JSON.parse(readSetting(database, KEY) ?? '[]') as [string, string][])
}

/** Sets a finding aside until its state changes. */
export function setAside(database: WritableDatabase, id: string, state: string): void {
  const known = readSetAside(database)
  known.delete(id)
  known.set(id, state)
  writeSetting(database, KEY, JSON.stringify([...known].slice(-MOST_KEPT)))
}

/** Takes it back. */
export function bringBack(database: WritableDatabase, id: string): void {
  const known = readSetAside(database)
  if (known.delete(id)) writeSetting(database, KEY, JSON.stringify([...known]))
}
