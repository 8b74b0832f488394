import { aboutTables } from '../about/index.ts'
import { columns, type HeldTable } from './held-table.ts'
import * as shared from './shared-tables.store.ts'

const of = (table: string) => `(${aboutTables[table]!.customer!})`

/** Everything about a customer that is given to them: how agents were scored is about the agents, and in none of these. */
export const customerTables: readonly HeldTable[] = [
  {
    ...shared.contacts,
    columns: [
      ...shared.contacts.columns.filter(
        ({ name }) => name !== 'after_work_seconds' && name !== 'handle_seconds',
      ),
      ...columns(
        'agent',
        'spoke_with: (SELECT person_id FROM identities WHERE id = interactions.identity_id)',
      ),
    ],
    onPage: ['started_at', 'source', 'channel', 'queue', 'reason', 'disposition', 'spoke_with'],
  },
  shared.conversations,
  shared.words,
  shared.surveys,
  shared.setAside(of('quarantine')),
  shared.log(of('audit_log')),
  shared.imports(of('imports')),
]
