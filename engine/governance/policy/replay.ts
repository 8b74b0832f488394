import type { PolicyReplay, ReplayedActs } from '../../../shared/contract/policy.ts'
import { roles, type PolicyDocument, type Purpose } from '../../../shared/domain/policy.ts'
import type { ReplayCause } from '../../../shared/domain/replay-words.ts'
import { ruleOf } from '../rules.ts'
import { mayGoTo } from './destinations.ts'

/** An entry of the audit log, as far as it is replayed. */
export interface ReplayedEntry {
  at: number
  who: string
  role: string
  act: string
  outcome: 'done' | 'failed' | 'refused'
}

/** What stands beside the log: requests that went to hosts, answers that were filled in, and how old everything is. */
export interface Beside {
  requests: readonly { purpose: Purpose; host: string; times: number }[]
  filledIn: number
  /** How many evaluations automation made, whenever. */
  automatedScores: number
  /** How many sessions were prepared on a driver; null where people are not ranked now. */
  sessions: number | null
  /** How many of each are older than `days`. */
  olderThan: (what: 'audio' | 'transcripts' | 'scores', days: number) => number
}

export const MONTH_MS = 30 * 24 * 3_600_000

type Verdict = { kind: 'stopped' | 'needsApproval'; why: ReplayCause } | null

/**
 * What a policy would have meant for what was done: each told act is asked again of the new document, with the role it was done in. `entries` in
 * order of time; `logBegan` is when the whole log begins, null where it is empty. What was only looked at is not in the log, and so not here.
 */
export function replayPolicy(
  document: PolicyDocument,
  entries: readonly ReplayedEntry[],
  beside: Beside,
  { now, logBegan }: { now: number; logBegan: number | null },
): PolicyReplay {
  const month = now - MONTH_MS
  const isWholeMonth = logBegan !== null && logBegan <= month
  const found = { stopped: new Map(), letThrough: new Map(), needsApproval: new Map() } satisfies Record<
    string,
    Groups
  >
  const asked = new Map<string, number>()
  for (const entry of entries) {
    if (entry.at < month || entry.at > now) continue
    const { act, who } = entry
    if (act === 'recordings.transcribe' && entry.outcome === 'done') asked.set(who, (asked.get(who) ?? 0) + 1)
    const isAsked = act === 'job.transcribe' && (asked.get(who) ?? 0) > 0
    if (isAsked) asked.set(who, asked.get(who)! - 1)
    const verdict = verdictOf(document, entry, isAsked)
    if (entry.outcome === 'refused') {
      if (verdict?.kind !== 'stopped') addTo(found.letThrough, entry, verdict?.why ?? { kind: 'nothing' })
    } else if (verdict) addTo(found[verdict.kind], entry, verdict.why)
  }
  const retention = document.privacy.retentionDays
  return {
    from: isWholeMonth ? month : Math.max(month, logBegan ?? now),
    to: now,
    isWholeMonth,
    entries: entries.filter(({ at }) => at >= month && at <= now).length,
    stopped: inOrder(found.stopped),
    letThrough: inOrder(found.letThrough),
    needsApproval: inOrder(found.needsApproval),
    requests: beside.requests.filter(({ purpose, host }) => !mayGoTo(document, purpose, host)),
    filledIn: document.automation.score === 'on' ? 0 : beside.filledIn,
    scoresUnseen: document.automation.score === 'off' ? beside.automatedScores : 0,
    unranked:
      document.automation.rank === 'off' && beside.sessions !== null ? { sessions: beside.sessions } : null,
    deleted: (['audio', 'transcripts', 'scores'] as const).flatMap((what) => {
      const days = retention[what]
      const count = days === null ? 0 : beside.olderThan(what, days)
      return days === null || count === 0 ? [] : [{ what, count, days }]
    }),
    notes: notesOf(entries, isWholeMonth),
  }
}

function verdictOf(document: PolicyDocument, { act, role }: ReplayedEntry, isAsked: boolean): Verdict {
  const automation = stoppedByAutomation(document, act, isAsked)
  if (automation !== null) return { kind: 'stopped', why: { kind: 'automation', what: automation } }
  const rule = ruleOf(act.split('.'))
  const known = roles.find((one) => one === role)
  if (!rule?.needs || known === undefined) return null
  if (!document.roles[known].includes(rule.needs))
    return { kind: 'stopped', why: { kind: 'role', role: known, needs: rule.needs } }
  if (rule.told === 'never' || rule.isWithoutApproval || !document.approvals.includes(rule.needs)) return null
  return { kind: 'needsApproval', why: { kind: 'approval', needs: rule.needs } }
}

/** What automation may not do, whoever asked. `isAsked`: a person had asked for this very work. */
function stoppedByAutomation(
  { automation }: PolicyDocument,
  act: string,
  isAsked: boolean,
): Extract<ReplayCause, { kind: 'automation' }>['what'] | null {
  switch (act) {
    case 'recordings.transcribe':
      return automation.transcribe === 'off' ? 'transcribe' : null
    case 'job.transcribe':
      if (automation.transcribe === 'off') return 'transcribe'
      return automation.transcribe === 'asked' && !isAsked ? 'transcribe-unasked' : null
    case 'judge.start':
    case 'job.judge':
    case 'rules.activate':
      return automation.score === 'off' ? 'score' : null
    case 'waitingLists.draw':
      return automation.rank === 'off' ? 'rank' : null
    case 'sessions.draftQuestions':
      return automation.draft === 'off' ? 'draft' : null
    default:
      return null
  }
}

type Groups = Map<string, ReplayedActs>

/** Counts an act to those that are like it. */
function addTo(groups: Groups, { act, role, who, at }: ReplayedEntry, why: ReplayCause): void {
  const key = `${act} ${role} ${JSON.stringify(why)}`
  const group = groups.get(key)
  if (!group) {
    groups.set(key, { act, role, who: [who], times: 1, lastAt: at, why })
    return
  }
  group.times++
  group.lastAt = Math.max(group.lastAt, at)
  if (!group.who.includes(who)) group.who.push(who)
}

const inOrder = (groups: Groups): ReplayedActs[] =>
  [...groups.values()].toSorted((a, b) => b.times - a.times || a.act.localeCompare(b.act))

function notesOf(entries: readonly ReplayedEntry[], isWholeMonth: boolean): PolicyReplay['notes'] {
  return [
    ...(isWholeMonth ? [] : ['log-is-short' as const]),
    'looks-are-not-kept',
    ...(entries.some(({ role }) => role === 'owner') ? ['before-profiles' as const] : []),
  ]
}
