import { t } from '@lingui/core/macro'
import type { Role } from '../../../../shared/domain/policy.ts'
import type { ReplayWords } from '../../../../shared/domain/replay-words.ts'
import { pagePolicyWords } from './policy-words.ts'

/** What a policy would have meant, in the language of the page. */
export function pageReplayWords(): ReplayWords {
  const { doing } = pagePolicyWords()
  const someone: Record<Role, string> = {
    administrator: t`an administrator`,
    supervisor: t`a supervisor`,
    reviewer: t`a reviewer`,
    director: t`a director`,
    agent: t`an agent`,
  }
  return {
    mayNot: (role, needs) => t`${someone[role]} may not ${doing[needs]}`,
    needsSecond: (needs) => t`to ${doing[needs]} needs a second person`,
    automation: {
      transcribe: t`recordings are not transcribed`,
      'transcribe-unasked': t`recordings are transcribed only when a person asks for it`,
      score: t`nothing is scored by rules or language models`,
      rank: t`people are not ranked`,
      draft: t`nothing is drafted by a language model`,
    },
    nothingAgainst: t`nothing stands against it`,
    notes: {
      'log-is-short': t`The log does not go back a month yet: what was done before it began is not known.`,
      'looks-are-not-kept': t`What was only looked at, and is nothing personal, is not in the log: how often that would have been stopped cannot be known.`,
      'before-profiles': t`Some of it was done before anybody had a profile: then everybody may do everything, and no role can be held against it.`,
    },
  }
}
