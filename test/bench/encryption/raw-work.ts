import { createRequire } from 'node:module'
import Database from 'better-sqlite3-multiple-ciphers'

/** A package and a cipher to compare. */
export interface Variant {
  name: string
  open(file: string): Database.Database
}

const ROWS = 300_000
const KEY = Buffer.from(`raw:${'a7'.repeat(32)}`)

function former(): typeof Database | null {
  try {
    return createRequire(import.meta.url)('better-sqlite3') as typeof Database
  } catch {
    // not installed any more: it is compared where somebody installs it
    return null
  }
}

function settled(raw: Database.Database, isPlain: boolean): Database.Database {
  raw.pragma('journal_mode = WAL')
  raw.pragma('synchronous = FULL')
  raw.pragma('cache_size = -65536')
  raw.pragma(`temp_store = ${isPlain ? 'FILE' : 'MEMORY'}`)
  raw.pragma(`mmap_size = ${isPlain ? 268_435_456 : 0}`)
  return raw
}

/** In plain (with the package used before, too, where it is there), and with each cipher that protects what it encrypts. */
export function openVariants(): Variant[] {
  const Former = former()
  return [
    ...(Former ? [{ name: 'better-sqlite3', open: (file: string) => settled(new Former(file), true) }] : []),
    { name: 'plain', open: (file) => settled(new Database(file), true) },
    ...['aegis', 'chacha20', 'sqlcipher'].map((cipher): Variant => ({
      name: cipher,
      open(file) {
        const raw = new Database(file)
        raw.pragma(`cipher = '${cipher}'`)
        raw.key(KEY)
        return settled(raw, false)
      },
    })),
  ]
}

/** Writes rows like those of an import: ten transactions, three indexes, one of them in no order. Gives ms. */
export function writeSome({ open }: Variant, file: string): number {
  const raw = open(file)
  raw.exec(`CREATE TABLE contacts (id INTEGER PRIMARY KEY, ref TEXT, day INTEGER, agent INTEGER, seconds INTEGER, note TEXT);
    CREATE UNIQUE INDEX contacts_ref ON contacts (ref); CREATE INDEX contacts_day ON contacts (day, agent);
    CREATE INDEX contacts_agent ON contacts (agent, day)`)
  const insert = raw.prepare('INSERT INTO contacts (ref, day, agent, seconds, note) VALUES (?, ?, ?, ?, ?)')
  const started = performance.now()
  for (let batch = 0; batch < 10; batch++)
    raw.transaction(() => {
      for (let row = 0; row < ROWS / 10; row++) {
        const index = batch * (ROWS / 10) + row
        insert.run(
          `C${(index * 7919) % 1_000_003}-${index}`,
          index % 365,
          (index * 31) % 2000,
          index % 900,
          'Invoice unclear',
        )
      }
    })()
  raw.pragma('wal_checkpoint(TRUNCATE)')
  const took = performance.now() - started
  raw.close()
  return took
}

/** Reads as screens do, on a connection that has read nothing yet: sums by day, the contacts of some agents, some by their reference. Gives ms. */
export function readSome({ open }: Variant, file: string): number {
  const raw = open(file)
  const started = performance.now()
  raw.prepare('SELECT day, count(*), avg(seconds) FROM contacts GROUP BY day').all()
  const ofAgent = raw.prepare('SELECT day, seconds, note FROM contacts WHERE agent = ? ORDER BY day')
  for (let agent = 0; agent < 100; agent++) ofAgent.all(agent * 17)
  const byRef = raw.prepare('SELECT * FROM contacts WHERE ref = ?')
  for (let index = 0; index < 2000; index++) byRef.get(`C${(index * 131 * 7919) % 1_000_003}-${index * 131}`)
  const took = performance.now() - started
  raw.close()
  return took
}
