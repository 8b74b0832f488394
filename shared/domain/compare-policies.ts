import { isDone, type PolicyDocument, type Role } from './policy.ts'
import { englishPolicyWords, type Clock, type PolicyWords } from './policy-words.ts'

/** One difference between two policies. */
export interface PolicyChange {
  /** Whether the second lets more happen than the first, or less; `differs` where it is neither. */
  direction: 'allows' | 'stops' | 'differs'
  sentence: string
}

/** Two policies, and the words to say in what they differ. */
interface Pair {
  before: PolicyDocument
  after: PolicyDocument
  words: PolicyWords
}

/** What a second policy allows or stops, compared with a first: a sentence for each difference, none where they say the same. */
export function comparePolicies(
  before: PolicyDocument,
  after: PolicyDocument,
  words: PolicyWords = englishPolicyWords,
): PolicyChange[] {
  const pair = { before, after, words }
  return [
    ...automationChanges(pair),
    ...destinationChanges(pair),
    ...roleChanges(pair),
    ...approvalChanges(pair),
    ...profileChanges(pair),
    ...privacyChanges(pair),
  ]
}

const order = ['off', 'asked', 'assist', 'on']

/** How much less is kept: null keeps everything. */
function shortens(before: number | null, after: number | null): boolean {
  return after !== null && (before === null || after < before)
}

const allows = (isAllowed: boolean): PolicyChange['direction'] => (isAllowed ? 'allows' : 'stops')

function automationChanges({ before, after, words }: Pair): PolicyChange[] {
  const names = ['transcribe', 'score', 'rank', 'draft'] as const
  return names.flatMap((name): PolicyChange[] => {
    const [was, is] = [before.automation[name], after.automation[name]]
    if (was === is) return []
    const sentences: Record<string, string> = words.automation[name]
    return [{ direction: allows(order.indexOf(is) > order.indexOf(was)), sentence: sentences[is]! }]
  })
}

function destinationChanges({ before, after, words }: Pair): PolicyChange[] {
  const names = ({ destinations }: PolicyDocument) =>
    new Map(destinations.map((one) => [`${one.purpose} ${one.host.toLowerCase()}`, one]))
  const [was, is] = [names(before), names(after)]
  return [
    ...[...is].flatMap(([name, { purpose, host }]): PolicyChange[] =>
      was.has(name)
        ? []
        : [
            {
              direction: 'allows',
              sentence: (isDone(after, purpose) ? words.mayGo : words.mayGoOnceOn)(
                words.purposes[purpose],
                host,
              ),
            },
          ],
    ),
    ...[...was].flatMap(([name, { purpose, host }]): PolicyChange[] =>
      is.has(name)
        ? []
        : [{ direction: 'stops', sentence: words.mayNotGoAnyMore(words.purposes[purpose], host) }],
    ),
  ]
}

/** What of one set is not in another. */
const lacking = <One>(of: ReadonlySet<One>, other: ReadonlySet<One>): One[] =>
  [...of].filter((one) => !other.has(one))

/** Who may do what more, or less: one sentence for each role and direction. */
function roleChanges({ before, after, words }: Pair): PolicyChange[] {
  const names = Object.keys(words.roles) as Role[]
  return names.flatMap((role): PolicyChange[] => {
    const [was, is] = [new Set(before.roles[role]), new Set(after.roles[role])]
    const more = lacking(is, was).map((one) => words.doing[one])
    const less = lacking(was, is).map((one) => words.doing[one])
    const name = words.roles[role]
    return [
      ...(more.length > 0
        ? [{ direction: 'allows' as const, sentence: words.mayAlso(name, words.listed(more)) }]
        : []),
      ...(less.length > 0
        ? [{ direction: 'stops' as const, sentence: words.mayNoLonger(name, words.listed(less)) }]
        : []),
    ]
  })
}

function approvalChanges({ before, after, words }: Pair): PolicyChange[] {
  const [was, is] = [new Set(before.approvals), new Set(after.approvals)]
  return [
    ...lacking(is, was).map((one): PolicyChange => ({
      direction: 'stops',
      sentence: words.needsSecond(words.doing[one]),
    })),
    ...lacking(was, is).map((one): PolicyChange => ({
      direction: 'allows',
      sentence: words.needsNoSecondAnyMore(words.doing[one]),
    })),
    ...(before.approvalHours === after.approvalHours
      ? []
      : [
          {
            direction: allows(after.approvalHours > before.approvalHours),
            sentence: words.approvalHoldsNow(after.approvalHours, before.approvalHours),
          },
        ]),
  ]
}

function profileChanges({ before, after, words }: Pair): PolicyChange[] {
  const { profiles, scope } = after
  const changes: PolicyChange[] = []
  if (before.profiles.passphrase !== profiles.passphrase)
    changes.push({
      direction: allows(!profiles.passphrase),
      sentence: words.passphrase(profiles.passphrase),
    })
  if (before.profiles.idleMinutes !== profiles.idleMinutes)
    changes.push({
      direction: allows(!shortens(before.profiles.idleMinutes, profiles.idleMinutes)),
      sentence: words.idle(profiles.idleMinutes),
    })
  if (before.scope.supervisor !== scope.supervisor)
    changes.push({
      direction: allows(scope.supervisor === 'everybody'),
      sentence: words.supervisorSees[scope.supervisor],
    })
  if (before.scope.reviewer !== scope.reviewer)
    changes.push({
      direction: allows(scope.reviewer === 'names'),
      sentence: words.reviewerSees[scope.reviewer],
    })
  return changes
}

function privacyChanges({ before, after, words }: Pair): PolicyChange[] {
  const { lawfulBasis, retentionDays } = after.privacy
  const clocks: readonly Clock[] = ['audio', 'transcripts', 'scores']
  return [
    ...(before.privacy.lawfulBasis === lawfulBasis
      ? []
      : [{ direction: allows(lawfulBasis === 'assumed'), sentence: words.lawfulBasis[lawfulBasis] }]),
    ...clocks.flatMap((clock): PolicyChange[] => {
      const [was, is] = [before.privacy.retentionDays[clock], retentionDays[clock]]
      if (was === is) return []
      return [
        {
          direction: allows(!shortens(was, is)),
          sentence: words.keptNow[clock](words.keptFor(is), words.keptFor(was)),
        },
      ]
    }),
  ]
}
