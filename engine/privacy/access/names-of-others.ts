import { t } from '#speech'
import { veilOver, type Veil } from '../../governance/index.ts'
import type { Directory } from '../../people/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import type { Subject } from '../about/index.ts'
import { readOtherNames } from './found.store.ts'

const plain = (name: string) => name.trim().toLowerCase()

/** The first of two or more names; `Agent` where there is one word, which may as well be a login. */
export function firstName(name: string | undefined): string {
  const [first, ...rest] = (name ?? '').split(/[\s,]+/).filter(Boolean)
  return first !== undefined && rest.length > 0 && !first.includes('@') && !name!.includes(',')
    ? first
    : 'Agent'
}

/** Takes the names of other people out of texts: a customer reads the first name of who spoke with them, an agent that it was somebody else. */
export function othersVeiled(database: ReadableDatabase, directory: Directory, subject: Subject): Veil {
  const own = subject.is === 'agent' ? directory.people.get(subject.personId) : undefined
  const ownNames = new Set(
    [own?.name, own?.email].filter((name) => name !== null && name !== undefined).map(plain),
  )
  const agents = [...directory.people.values()]
    .filter(({ id }) => id !== own?.id)
    .flatMap(({ name, email }) => [name, ...(email === null ? [] : [email])])
  const standIn = (name: string) => (subject.is === 'customer' ? firstName(name) : t`somebody else`)
  return veilOver(
    [...new Set([...agents, ...readOtherNames(database)])]
      .filter((name) => name !== '' && !ownNames.has(plain(name)))
      .map((name) => ({ name, standIn: () => standIn(name) })),
  )
}
