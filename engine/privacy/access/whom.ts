import { t } from '#speech'
import type { AccessSubject } from '../../../shared/contract/access.ts'
import { hashOfCustomer } from '../../imports/index.ts'
import { readDirectory } from '../../people/index.ts'
import { Problem } from '../../problem.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import type { Subject } from '../about/index.ts'
import { isContactRef } from './found.store.ts'

/**
 * Whom a call means. Of a customer only the keyed hash goes on, and what a contact is called where one is called so: the number or id itself is kept nowhere.
 * `NOT_FOUND` for an agent who is none.
 */
export function whomOf(database: ReadableDatabase, asked: AccessSubject): Subject {
  if ('agentId' in asked) {
    const person = [...readDirectory(database).people.values()].find(({ identityIds }) =>
      identityIds.includes(asked.agentId),
    )
    if (!person) throw new Problem('NOT_FOUND', t`There is no such agent in this workspace.`)
    return { is: 'agent', personId: person.id }
  }
  return {
    is: 'customer',
    customerHash: hashOfCustomer(database, asked.customer),
    contactRef: isContactRef(database, asked.customer) ? asked.customer : null,
  }
}
