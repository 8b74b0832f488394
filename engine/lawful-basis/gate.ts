import { connect, revisionOf, type ReadableDatabase } from '../store/index.ts'
import { fillWithheld, layViews, layViewsOfExport } from './gate.store.ts'

/** A connection on which the words of conversations that may not be used are not there. */
export interface Gate {
  /** It as of the last commit; another object whenever something else is withheld, so that nothing that was kept of it is taken for what stands. */
  now(): ReadableDatabase
  /** Whether anything is withheld as of then. */
  isOpen(): boolean
}

/** Lays the gate over a connection that nobody else uses. `hasUnknown`: what has no known basis is withheld, too. */
export function layGate(connection: ReadableDatabase, hasUnknown: boolean): Gate {
  layViews(connection)
  let current = connection
  let revision: number | null = null
  let count = 0
  const look = () => {
    const now = revisionOf(connection)
    if (now === revision) return
    const filled = fillWithheld(connection, hasUnknown)
    if (filled.isChanged) current = { ...connection }
    count = filled.count
    revision = now
  }
  return {
    now() {
      look()
      return current
    },
    isOpen() {
      look()
      return count === 0
    },
  }
}

/** Lays it over a connection for one export, as of now. */
export function layGateOfExport(connection: ReadableDatabase, hasUnknown: boolean): void {
  layViewsOfExport(connection)
  fillWithheld(connection, hasUnknown)
}

/** The gates in front of the connection that shows everything. */
export interface Gates {
  /** `whole` itself while nothing is withheld. */
  through(hasUnknown: boolean): ReadableDatabase
  close(): void
}

export function createGates(whole: ReadableDatabase): Gates {
  const opened = new Map<boolean, { connection: ReadableDatabase; gate: Gate }>()
  return {
    through(hasUnknown) {
      let found = opened.get(hasUnknown)
      if (!found) {
        const connection = connect(whole.raw.name, 'read')
        opened.set(hasUnknown, (found = { connection, gate: layGate(connection, hasUnknown) }))
      }
      return found.gate.isOpen() ? whole : found.gate.now()
    },
    close() {
      for (const { connection } of opened.values()) connection.raw.close()
      opened.clear()
    },
  }
}
