import { plural, t } from '@lingui/core/macro'

/** What a deletion counts, in words; tables that only follow from others have none. */
const words: Record<string, (n: number) => string> = {
  conversations: (n) => plural(n, { one: '# conversation', other: '# conversations' }),
  turns: (n) => plural(n, { one: '# turn of a conversation', other: '# turns of conversations' }),
  recordings: (n) => plural(n, { one: '# recording', other: '# recordings' }),
  quotes: (n) => plural(n, { one: '# quote', other: '# quotes' }),
  comments: (n) => plural(n, { one: '# comment of a customer', other: '# comments of customers' }),
  remarks: (n) => plural(n, { one: '# remark of a reviewer', other: '# remarks of reviewers' }),
  subjects: (n) => plural(n, { one: '# subject or description', other: '# subjects and descriptions' }),
  scores: (n) => plural(n, { one: '# score', other: '# scores' }),
  contacts: (n) =>
    plural(n, { one: '# contact loses its reference', other: '# contacts lose their references' }),
  setAside: (n) => plural(n, { one: '# row that was set aside', other: '# rows that were set aside' }),
  anonymous: (n) => plural(n, { one: '# fact names nobody any more', other: '# facts name nobody any more' }),
  identities: (n) => plural(n, { one: '# name in a source', other: '# names in sources' }),
  coaching_sessions: (n) => plural(n, { one: '# coaching session', other: '# coaching sessions' }),
  commitments: (n) => plural(n, { one: '# commitment', other: '# commitments' }),
  profiles: (n) => plural(n, { one: '# profile', other: '# profiles' }),
}

/** The counts of a deletion, line by line. */
export function deletedWords(counts: Readonly<Record<string, number>>): string[] {
  return Object.entries(words).flatMap(([what, said]) => {
    const n = counts[what] ?? 0
    return n > 0 ? [said(n)] : []
  })
}

/** What a deletion was about. */
export function deletionKind(kind: 'retention' | 'person' | 'customer' | 'conversation'): string {
  return {
    retention: t`what was older than it may be kept`,
    person: t`an agent`,
    customer: t`a customer`,
    conversation: t`a conversation`,
  }[kind]
}
