import { isCommonEnglish } from '../../language/index.ts'
import type { AbstainReason } from './rule-answer.ts'
import type { RuleConversation } from './rule-conversation.ts'
import type { RuleScorecard } from './scorecard.ts'
import type { TurnList } from './turns.ts'
import { reasons, reasonsWith } from './reasons.ts'

/** Why no answer can be given, and the sentence that says so. */
export type Reason = readonly [AbstainReason, string]
type UnfitReason = readonly [
  Extract<AbstainReason, 'language' | 'speakers-unknown' | 'not-understood' | 'too-short'>,
  string,
]

const leastTurns = 3
const leastAgentWords = 12
const leastCustomerWords = 3
const mostUnknownShare = 0.25
const leastUnderstoodShare = 0.6
// English conversations have three quarters and more of such words, mixed ones four tenths, others a tenth or two.
const leastCommonShare = 0.55
const leastWordsToTell = 20

/** Why a conversation as a whole cannot be judged by a scorecard; undefined where it can. */
export function whyUnfit(
  conversation: RuleConversation,
  scorecard: RuleScorecard,
  list: TurnList,
): UnfitReason | undefined {
  return (
    whyOtherLanguage(conversation.languageCode, scorecard.languages, list) ??
    whyUnreadable(conversation, list)
  )
}

/** Why a conversation is not in one of the languages (ISO 639-1) its questions are asked in. */
export function whyOtherLanguage(
  languageCode: string | null,
  languages: readonly string[],
  list: TurnList,
): UnfitReason | undefined {
  const language = baseLanguage(languageCode)
  // where no language is told, the words can show that they are English, and no other
  const isOther = !languages.includes(language ?? 'en')
  const mustBeEnglish = language === undefined || language === 'en'
  if (isOther || (mustBeEnglish && looksEnglish(list) === false))
    return ['language', reasonsWith.askedOf(languages.join(', '))]
  return undefined
}

/** `en` of `en-GB`; undefined where no language is named. */
export function baseLanguage(languageCode: string | null): string | undefined {
  const language = languageCode?.toLowerCase().split(/[-_]/)[0]
  return language === '' ? undefined : language
}

/** Why nothing can be said of what somebody says in a conversation, in whatever language. */
export function whyUnreadable(
  { segments }: Pick<RuleConversation, 'segments'>,
  list: TurnList,
): UnfitReason | undefined {
  const agent = list.wordsBySpeaker.get('agent') ?? 0
  const customer = list.wordsBySpeaker.get('customer') ?? 0
  const unknown = list.wordsBySpeaker.get('unknown') ?? 0
  if (list.words > 0 && (agent === 0 || unknown > mostUnknownShare * list.words))
    return ['speakers-unknown', reasons.agentUnknown]
  const given = segments.reduce((sum, segment) => sum + segment.text.length, 0)
  const understood = list.turns
    .flatMap((turn) => turn.segmentIndexes)
    .reduce((sum, index) => sum + segments[index]!.text.length, 0)
  if (
    given > 0 &&
    understood < leastUnderstoodShare * given &&
    segments.some((segment) => typeof segment.probability === 'number')
  )
    return ['not-understood', reasons.littleRecognised]
  if (list.turns.length < leastTurns || agent < leastAgentWords || customer < leastCustomerWords)
    return ['too-short', reasons.tooShort]
  return undefined
}

/** Recognition names no language or the wrong one often enough: the words themselves tell. Null where there are too few. */
export function looksEnglish({ turns }: TurnList): boolean | null {
  let common = 0
  let all = 0
  for (const { tokens } of turns)
    for (const { word } of tokens) {
      // what was redacted, and figures
      if (word < 'a') continue
      all += 1
      if (isCommonEnglish(word)) common += 1
    }
  return all < leastWordsToTell ? null : common >= leastCommonShare * all
}
