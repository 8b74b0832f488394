import { describe, expect, it } from 'vitest'
import { compilePhrases, phraseTokens } from '../../../engine/language/index.ts'
import { asked, type QuestionMatcher, type WordedTurn } from '../../../engine/patterns/discovery/asked.ts'
import {
  skippedQuestions as inPieces,
  type AskedQuestion,
} from '../../../engine/patterns/discovery/skipped.ts'
import { patternsToFind } from '../../../engine/patterns/starter.ts'

function skippedQuestions(...given: Parameters<typeof inPieces>) {
  const pieces = inPieces(...given)
  for (;;) {
    const piece = pieces.next()
    if (piece.done) return piece.value
  }
}

function turns(...lines: [speaker: 'agent' | 'customer', text: string][]): WordedTurn[] {
  return lines.map(([speaker, text], segment) => ({
    segment,
    speaker,
    tokens: phraseTokens(text),
    isQuestion: text.includes('?'),
  }))
}

function question(id: string): QuestionMatcher {
  const found = patternsToFind().questions.find((one) => one.id === id)!
  const matcherOf = (phrases: readonly string[]) =>
    compilePhrases(phrases.map((pattern, index) => ({ id: String(index), pattern })))
  return {
    id,
    toShare: found.toShare,
    excusedByCustomerWords: found.excusedByCustomerWords ?? null,
    takesQuestionMarks: found.takesQuestionMarks ?? false,
    match: matcherOf(found.phrases),
    except: found.except === undefined ? null : matcherOf(found.except),
  }
}

describe('a question', () => {
  it('is asked, left out, or need not be asked', () => {
    const reason = question('reason')
    expect([
      asked(turns(['agent', 'Hello, how can I help you today?'], ['customer', 'My bill.']), reason),
      asked(
        turns(
          ['agent', 'Service desk.'],
          ['customer', 'Hello?'],
          ['agent', 'Your account number.'],
          ['customer', 'It is four four one two, and I want to tell you that my bill is wrong again.'],
        ),
        reason,
      ),
      asked(
        turns(['agent', 'Hello.'], ['customer', 'Hi, I am calling because my bill is wrong this month.']),
        reason,
      ),
      asked([], reason),
    ]).toEqual([{ said: true, segment: 0 }, { said: false, segment: 0 }, null, null])
  })

  it('into the need is none about names and numbers', () => {
    const need = question('need')
    const about = (text: string) =>
      asked(turns(['agent', text], ['customer', 'Yes, it did that twice on Monday evening I think.']), need)
        ?.said
    expect([
      about('When did you first notice it'),
      about('Is the light on the box green?'),
      about('What is your date of birth?'),
      about('Is there anything else I can help with?'),
      about('Can I put you on hold?'),
    ]).toEqual([true, true, false, false, false])
  })
})

/** Six agents a team with eight conversations each. */
function answersOf(teamId: number, share: number, questionId = 'need'): AskedQuestion[] {
  return Array.from({ length: 48 }, (_, at) => ({
    questionId,
    said: at % 8 < share * 8,
    segment: at,
    conversation: at,
    personId: teamId * 100 + Math.floor(at / 8),
    teamId,
    stratum: 'Billing',
  }))
}

describe('a team', () => {
  it('that leaves a question out is found, with conversations where it was missing', () => {
    const open = { ...answersOf(1, 1)[0]!, said: null }
    const [found] = skippedQuestions(
      [...answersOf(1, 0.25), ...answersOf(2, 0.875), ...answersOf(3, 0.75), open],
      ['need'],
    )
    expect(found).toMatchObject({ n: 144, said: 12 + 42 + 36, abstained: 1 })
    expect(found!.teams.map(({ teamId, isSkipped }) => [teamId, isSkipped])).toEqual([
      [1, true],
      [3, false],
      [2, false],
    ])
    expect(found!.moments).toHaveLength(8)
    expect(found!.moments.every(({ teamId, said }) => teamId === 1 && said === false)).toBe(true)
  })

  it('like the others stands out in nothing', () => {
    const [found] = skippedQuestions([...answersOf(1, 0.75), ...answersOf(2, 0.75)], ['need'])
    expect(found!.teams.some(({ isSkipped }) => isSkipped)).toBe(false)
    expect(found!.moments).toEqual([])
  })
})
