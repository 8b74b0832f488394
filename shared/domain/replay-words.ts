import type { Capability } from './capabilities.ts'
import type { Role } from './policy.ts'
import { englishDoing } from './doing.ts'

/** What of automation may stand against work, whoever asked for it. */
export const forbiddenAutomation = ['transcribe', 'transcribe-unasked', 'score', 'rank', 'draft'] as const

/** Why a policy would have stopped something, or would let it through. */
export type ReplayCause =
  | { kind: 'role'; role: Role; needs: Capability }
  | { kind: 'approval'; needs: Capability }
  | { kind: 'automation'; what: (typeof forbiddenAutomation)[number] }
  | { kind: 'nothing' }

/** What a look back at the log cannot know. */
export const replayNotes = ['log-is-short', 'looks-are-not-kept', 'before-profiles'] as const
export type ReplayNote = (typeof replayNotes)[number]

/** All that is needed to say in a language what a policy would have meant. */
export interface ReplayWords {
  /** Why, to stand in brackets. */
  mayNot: (role: Role, needs: Capability) => string
  needsSecond: (needs: Capability) => string
  automation: Record<(typeof forbiddenAutomation)[number], string>
  nothingAgainst: string
  notes: Record<ReplayNote, string>
}

const someone: Record<Role, string> = {
  administrator: 'an administrator',
  supervisor: 'a supervisor',
  reviewer: 'a reviewer',
  director: 'a director',
  agent: 'an agent',
}

export const englishReplayWords: ReplayWords = {
  mayNot: (role, needs) => `${someone[role]} may not ${englishDoing[needs]}`,
  needsSecond: (needs) => `to ${englishDoing[needs]} needs a second person`,
  automation: {
    transcribe: 'recordings are not transcribed',
    'transcribe-unasked': 'recordings are transcribed only when a person asks for it',
    score: 'nothing is scored by rules or language models',
    rank: 'people are not ranked',
    draft: 'nothing is drafted by a language model',
  },
  nothingAgainst: 'nothing stands against it',
  notes: {
    'log-is-short': 'The log does not go back a month yet: what was done before it began is not known.',
    'looks-are-not-kept':
      'What was only looked at, and is nothing personal, is not in the log: how often that would have been stopped cannot be known.',
    'before-profiles':
      'Some of it was done before anybody had a profile: then everybody may do everything, and no role can be held against it.',
  },
}

/** Why, in words. */
export function whyInWords(cause: ReplayCause, words: ReplayWords = englishReplayWords): string {
  switch (cause.kind) {
    case 'role':
      return words.mayNot(cause.role, cause.needs)
    case 'approval':
      return words.needsSecond(cause.needs)
    case 'automation':
      return words.automation[cause.what]
    case 'nothing':
      return words.nothingAgainst
  }
}
