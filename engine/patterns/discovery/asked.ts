import type { PhraseMatcher } from '../../language/index.ts'

/** A question one looks for in what an agent says. */
export interface QuestionMatcher {
  id: string
  toShare: number
  excusedByCustomerWords: number | null
  takesQuestionMarks: boolean
  match: PhraseMatcher
  except: PhraseMatcher | null
}

/** A turn with its words as phrases are matched. */
export interface WordedTurn {
  segment: number
  speaker: string
  tokens: Parameters<PhraseMatcher>[0]
  isQuestion: boolean
}

/** Said or not, and where: the words themselves, or the first turn where it was expected. Null where it did not apply. */
export type Asked = { said: boolean; segment: number } | null

/**
 * Whether the agent asks the question in its part of the conversation. Null where it need not be asked: the customer begins with it,
 * or there is no turn of the agent.
 */
export function asked(turns: readonly WordedTurn[], question: QuestionMatcher): Asked {
  const all = turns.reduce((sum, { tokens }) => sum + tokens.length, 0)
  let before = 0
  let isFirst = true
  let firstWords = 0
  for (const { segment, speaker, tokens, isQuestion } of turns) {
    if (before > question.toShare * all) break
    if (speaker === 'agent') {
      if (isAsked(tokens, isQuestion, question)) return { said: true, segment }
      isFirst = isFirst && firstWords === 0
    }
    if (speaker === 'customer' && isFirst) firstWords += tokens.length
    if (question.excusedByCustomerWords !== null && firstWords >= question.excusedByCustomerWords) return null
    before += tokens.length
  }
  const first = turns.find(({ speaker }) => speaker === 'agent')
  return first === undefined ? null : { said: false, segment: first.segment }
}

function isAsked(
  tokens: WordedTurn['tokens'],
  isQuestion: boolean,
  { match, except, takesQuestionMarks }: QuestionMatcher,
): boolean {
  const exceptions = except === null ? [] : except(tokens)
  if (takesQuestionMarks && isQuestion && exceptions.length === 0) return true
  return match(tokens).some(
    (one) => !exceptions.some((other) => other.first <= one.last && one.first <= other.last),
  )
}
