import { t } from '#speech'
import { Problem } from '../../problem.ts'

/** What texts may be sent to a language model for. */
export type JudgePurpose = 'score' | 'coaching-questions'

/** What somebody has agreed to: that redacted conversations go to this host, for these purposes. Off unless it says otherwise. */
export interface JudgePolicy {
  isAllowed: boolean
  /** Host and port, as in an address: `127.0.0.1:11434`. */
  host: string
  purposes: readonly string[]
}

/** `UNSUPPORTED` with one sentence where the policy does not let texts go to a host for a purpose. */
export function requireAllowed(policy: JudgePolicy, host: string, purpose: JudgePurpose): void {
  if (!policy.isAllowed)
    throw new Problem(
      'UNSUPPORTED',
      t`Conversations may not be sent to a language model here; nothing was sent. The policy has to allow it first.`,
    )
  if (policy.host !== host)
    throw new Problem(
      'UNSUPPORTED',
      t`The policy lets conversations go to ${{ allowed: policy.host || t`no host` }} and not to ${{ host }}; nothing was sent.`,
    )
  if (!policy.purposes.includes(purpose))
    throw new Problem(
      'UNSUPPORTED',
      purpose === 'score'
        ? t`The policy does not let a language model be asked for scores; nothing was sent.`
        : t`The policy does not let a language model draft questions for coaching; nothing was sent.`,
    )
}

/** One request, for the audit trail: that it was made, and never what was in it. */
export interface JudgeRequest {
  purpose: JudgePurpose
  host: string
  model: string
  /** How often it went out: more than once where the server was busy or the connection broke. */
  attempts: number
  /** As the server counts them; null where it does not, or gave no answer. */
  tokensIn: number | null
  tokensOut: number | null
  /** Of the redacted conversation that went with it. */
  sha256: string
  /** Epoch milliseconds of its end. */
  at: number
  outcome: 'answered' | 'failed' | 'cancelled'
}
