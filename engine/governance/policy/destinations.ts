import { msg, say, t, type MessageDescriptor } from '#speech'
import { isDone, type PolicyDocument, type Purpose } from '../../../shared/domain/policy.ts'
import { Problem } from '../../problem.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { policyInForce, policyNamed } from './in-force.ts'

const sent: Record<Purpose, MessageDescriptor> = {
  transcribe: msg`Speech`,
  score: msg`A conversation to be scored`,
  draft: msg`A conversation to draft questions from`,
}

/** Whether a policy lets something go to a host (with its port, as in an address) for a purpose. */
export function mayGoTo(document: PolicyDocument, purpose: Purpose, host: string): boolean {
  const wanted = host.toLowerCase()
  const isNamed = document.destinations.some(
    (one) => one.purpose === purpose && one.host.toLowerCase() === wanted,
  )
  return isNamed && isDone(document, purpose)
}

/** `NOT_ALLOWED` with one sentence unless the policy in force lets something go to a host for a purpose at this moment. */
export function mustMayGoTo(database: ReadableDatabase, purpose: Purpose, host: string): void {
  const policy = policyInForce(database)
  if (mayGoTo(policy.document, purpose, host)) return
  throw new Problem(
    'NOT_ALLOWED',
    t`${{ sent: say(sent[purpose]) }} may not go to ${{ host }}; nothing was sent. The policy "${{ policy: policyNamed(policy) }}" has to name it first: under Settings, Policy, or with "debrief policy allow ${{ purpose }} ${{ host }}".`,
  )
}

/** `NOT_ALLOWED` unless recordings may be transcribed: because a person asked for it, or by themselves. */
export function mustTranscribe(database: ReadableDatabase, isAsked: boolean): void {
  const policy = policyInForce(database)
  const { transcribe } = policy.document.automation
  if (transcribe === 'on' || (transcribe === 'asked' && isAsked)) return
  throw new Problem(
    'NOT_ALLOWED',
    transcribe === 'off'
      ? t`The policy "${{ policy: policyNamed(policy) }}" says that recordings are not transcribed; nothing was transcribed.`
      : t`The policy "${{ policy: policyNamed(policy) }}" says that recordings are not transcribed by themselves; nothing was transcribed.`,
  )
}

/** Whether rules and language models may score. What they scored before stays while they may not, is neither shown nor counted, and comes back. */
export function mayScore(database: ReadableDatabase): boolean {
  return policyInForce(database).document.automation.score !== 'off'
}

/** `NOT_ALLOWED` unless rules and language models may score. */
export function mustScore(database: ReadableDatabase): void {
  if (mayScore(database)) return
  const policy = policyInForce(database)
  throw new Problem(
    'NOT_ALLOWED',
    t`The policy "${{ policy: policyNamed(policy) }}" says that no rule and no language model scores; nothing was changed.`,
  )
}

/** The same policy with a destination more, or one less. What is drafted or scored there has to be allowed at all: then that is, too. */
export function withDestination(
  document: PolicyDocument,
  { purpose, host, isAllowed }: { purpose: Purpose; host: string; isAllowed: boolean },
): PolicyDocument {
  const wanted = host.toLowerCase()
  const others = document.destinations.filter(
    (one) => one.purpose !== purpose || one.host.toLowerCase() !== wanted,
  )
  if (!isAllowed) return { ...document, destinations: others }
  const draft = purpose === 'draft' ? ('on' as const) : document.automation.draft
  return {
    ...document,
    automation: { ...document.automation, draft },
    destinations: [...others, { purpose, host }],
  }
}
