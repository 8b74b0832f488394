import { t } from '@lingui/core/macro'
import type { Identity } from '../../../../shared/contract/people.ts'

/** Why an identity belongs to its person, in a few words. */
export const matchedWords: Record<Identity['matchedBy'], string> = {
  alone: t`on its own`,
  id: t`same id`,
  email: t`same e-mail`,
  contacts: t`same contacts`,
  confirmed: t`confirmed by a person`,
  name: t`same name`,
}

/** An identity as its source writes it: name, else e-mail, else id. */
export function identityName(identity: Identity): string {
  return identity.name ?? identity.email ?? identity.externalId ?? t`unnamed`
}
