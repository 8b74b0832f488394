import type { Identity } from '../../../../shared/contract/people.ts'

/** Why an identity belongs to its person, in a few words. */
export const matchedWords: Record<Identity['matchedBy'], string> = {
  alone: 'on its own',
  id: 'same id',
  email: 'same e-mail',
  contacts: 'same contacts',
  confirmed: 'confirmed by a person',
  name: 'same name',
}

/** An identity as its source writes it: name, else e-mail, else id. */
export function identityName(identity: Identity): string {
  return identity.name ?? identity.email ?? identity.externalId ?? 'unnamed'
}
