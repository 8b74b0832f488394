import { phraseTokens } from '../../language/index.ts'
import { languages, speakingIn } from '../../speaking-in.ts'
import { finderFor } from './compiled-scorecard.ts'
import { readyInWords } from './ready-words.ts'
import type { RuleScorecard } from './scorecard.ts'

/**
 * The id of the scorecard's question that a reviewers' question asks too, by the words of its label; undefined where there is none
 * or where the label speaks of several.
 */
export function askedAs(scorecard: RuleScorecard, label: string): string | undefined {
  const tokens = phraseTokens(label).map((token) => ({ ...token, segmentIndex: 0 }))
  const asked = scorecard.questions.filter(
    ({ id, title, askedAs: phrases }) =>
      isCalled(title, label) || finderFor(scorecard, `${id}/asked-as`, phrases)(tokens).length > 0,
  )
  return asked.length === 1 ? asked[0]!.id : undefined
}

/** Whether a label is a title in any language: a form started from the starter scorecard has them in that of whoever did. */
function isCalled(title: string, label: string): boolean {
  const wanted = label.trim().toLowerCase()
  return languages.some(
    (language) => speakingIn(language, () => readyInWords(title)).toLowerCase() === wanted,
  )
}
