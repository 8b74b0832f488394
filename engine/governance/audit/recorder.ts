import { AsyncLocalStorage } from 'node:async_hooks'
import { faultOf, type Log } from '../../observing/index.ts'
import { canonicalJson, witnessCommits, type WritableDatabase } from '../../store/index.ts'
import { writeAnchor } from './anchor-file.ts'
import { append } from './append.ts'
import { readHead, readNewest } from './audit.store.ts'
import { tellDeparture } from './departure.ts'
import type { AuditHead, AuditOutcome } from './link.ts'

/** What somebody, or Debrief itself, is about to do. */
export interface Act {
  who: string
  role: string
  act: string
  record: string
  policy: string
  /** Told once in five minutes for one record, as for a note that is saved at every stroke. */
  isToldOnce: boolean
}

interface Acting extends Act {
  isWritten: boolean
  /** Figures that go with the entry. */
  details: Record<string, string | number>
}

const acting = new AsyncLocalStorage<Acting>()

const ONCE_IN_MS = 5 * 60_000

/** Does `task` as an act: the first transaction that commits within it carries the entry in the audit log. */
export function actingAs<Result>(act: Act, task: () => Result): Result {
  return acting.run({ ...act, isWritten: false, details: {} }, task)
}

/** Whether the act at hand stands in the log by now. */
export function isActWritten(): boolean {
  return acting.getStore()?.isWritten ?? false
}

/** Adds figures to the entry of the act at hand, before its transaction commits; never a name or anything said. */
export function addDetails(details: Record<string, string | number>): void {
  const act = acting.getStore()
  if (act) Object.assign(act.details, details)
}

/** Who is at work here: of the act at hand, or Debrief itself. */
export function actAtHand(): Pick<Act, 'who' | 'role' | 'policy'> {
  const { who, role, policy } = acting.getStore() ?? { who: 'Debrief', role: 'debrief', policy: '' }
  return { who, role, policy }
}

/** Writes the act as `outcome`, in the transaction that is open; `at` in milliseconds UTC. */
export function writeAct(
  database: WritableDatabase,
  act: Act & { details?: Record<string, string | number> },
  outcome: AuditOutcome,
  at: number,
): void {
  const { who, role, act: name, record, policy } = act
  const details = JSON.stringify(act.details ?? {})
  append(database, { at, who, role, act: name, record, outcome, policy, details })
}

/** What left this computer or came to it: figures, hosts, models and hashes, never what was said. */
export interface Exchange {
  act: 'language-model.request' | 'transcription-server.request' | 'model.download'
  record: string
  outcome: Exclude<AuditOutcome, 'refused'>
  details: Record<string, string | number | null>
}

/** Adds an exchange to the log under whoever is at work, in the transaction that is open; `at` in milliseconds UTC. */
export function tellExchange(database: WritableDatabase, exchange: Exchange, at: number): void {
  append(database, { at, ...actAtHand(), ...exchange, details: canonicalJson(exchange.details) })
}

/** Whether an act that is told once was told lately. */
function isToldLately(database: WritableDatabase, act: Act, now: number): boolean {
  return act.isToldOnce && readNewest(database, { ...act, since: now - ONCE_IN_MS }) !== null
}

/**
 * Lets every commit of `database` carry the act it belongs to, and tells beside the workspace how far the log goes after each. Where the log does not
 * go as far as was told before, the log itself says so from then on.
 */
export function keepAuditLog(
  database: WritableDatabase,
  workspaceDir: string,
  now: () => number,
  log: Log,
): void {
  // an empty log is told, too: a crash right behind its first entry must not look as if somebody had taken away what told it
  let told: AuditHead | null = null
  const anchor = () => {
    const head = readHead(database)
    if (head.seq === told?.seq) return
    try {
      writeAnchor(workspaceDir, head)
      told = head
    } catch (error) {
      // a full disk must not fail what is committed already; the next commit tells it
      log({ event: 'anchor-unkept', fault: faultOf(error) })
    }
  }
  let before: Acting | undefined
  witnessCommits(database, {
    before() {
      before = acting.getStore()
      if (!before || before.isWritten) return void (before = undefined)
      if (!isToldLately(database, before, now())) writeAct(database, before, 'done', now())
    },
    after() {
      if (before) before.isWritten = true
      anchor()
    },
  })
  tellDeparture(database, workspaceDir, now)
  anchor()
}
