import type { ModelRequest } from '../../shared/contract/judge.ts'
import { tellExchange } from '../governance/index.ts'
import type { WritableDatabase } from '../store/index.ts'
import { insertRequest } from './requests.store.ts'

/** Keeps a request in the trail and in the audit log, in the transaction that is open; `runId` null where it belongs to no batch. */
export function keepRequest(
  database: WritableDatabase,
  runId: number | null,
  request: Omit<ModelRequest, 'id'>,
): void {
  insertRequest(database, runId, request)
  const { at, purpose, host, model, attempts, tokensIn, tokensOut, sha256, outcome } = request
  tellExchange(
    database,
    {
      act: 'language-model.request',
      record: runId === null ? '' : `run ${runId}`,
      outcome: outcome === 'answered' ? 'done' : 'failed',
      details: { purpose, host, model, attempts, tokensIn, tokensOut, sha256, outcome },
    },
    at,
  )
}
