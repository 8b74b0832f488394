import { msg, say, t, type MessageDescriptor } from '#speech'
import type { RecordingFacts } from '../recording-facts.ts'

type Stated = Exclude<keyof RecordingFacts, 'basis' | 'warnings'>

const stated: readonly Stated[] = [
  'agent',
  'startedAtMs',
  'direction',
  'customerRef',
  'contactRef',
  'queue',
  'reason',
  'title',
  'kind',
  'agentChannel',
  'languageCode',
  'consent',
]

/**
 * What several sources say of one recording, the surest first: each fact is that of the first source that states it. The basis is that
 * of the first that has one.
 */
export function combineFacts(first: RecordingFacts, ...others: readonly RecordingFacts[]): RecordingFacts {
  const joined: RecordingFacts = { ...first, warnings: [...first.warnings] }
  for (const other of others) {
    for (const key of stated) fill(joined, other, key)
    if (joined.basis === 'none') joined.basis = other.basis
    joined.warnings.push(...other.warnings.filter((warning) => !joined.warnings.includes(warning)))
  }
  return joined
}

/** Several rows about one recording, of equal weight: what they contradict one another in stays open, and that is said. */
export function agreeingFacts(rows: readonly RecordingFacts[]): RecordingFacts {
  const [first, ...others] = rows as [RecordingFacts, ...RecordingFacts[]]
  const agreed = combineFacts(first, ...others)
  const open = stated.filter((key) => rows.some((row) => row[key] !== null && row[key] !== agreed[key]))
  for (const key of open) clear(agreed, key)
  if (open.length > 0) {
    const what = open.map((key) => say(labels[key])).join(', ')
    agreed.warnings.push(
      t`Several rows name this recording and differ (${{ fields: what }}), so that stayed open.`,
    )
  }
  return agreed
}

const labels: Readonly<Record<Stated, MessageDescriptor>> = {
  agent: msg`agent`,
  startedAtMs: msg`start`,
  direction: msg`direction`,
  customerRef: msg`customer`,
  contactRef: msg`contact`,
  queue: msg`queue`,
  reason: msg`reason`,
  title: msg`title`,
  kind: msg`kind`,
  agentChannel: msg`channel of the agent`,
  languageCode: msg`language`,
  consent: msg`consent`,
}

function fill<Key extends Stated>(into: RecordingFacts, from: RecordingFacts, key: Key): void {
  const target: Pick<RecordingFacts, Key> = into
  if (target[key] === null) target[key] = from[key]
}

function clear(facts: Pick<RecordingFacts, Stated>, key: Stated): void {
  Object.assign(facts, { [key]: null })
}
