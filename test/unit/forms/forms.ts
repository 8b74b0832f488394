import type { FormAnswer } from '../../../shared/domain/scorecard/answers.ts'
import type { ScorecardDefinition } from '../../../shared/domain/scorecard/definition.ts'
import { scorecardDefinition } from '../../../shared/domain/scorecard/definition.ts'
import { scoreAnswers } from '../../../shared/domain/scorecard/score-answers.ts'
import { readFormFile, type ReadForm } from '../../../engine/quality/forms/index.ts'
import type { z } from 'zod'

/** A form with everything that has a default left to it. */
export function aForm(draft: z.input<typeof scorecardDefinition>): ScorecardDefinition {
  return scorecardDefinition.parse(draft)
}

/** An answer with everything else empty. */
export function anAnswer(questionId: string, given: Partial<FormAnswer> = {}): FormAnswer {
  return { questionId, optionIds: [], number: null, text: '', isNotApplicable: false, ...given }
}

export const chose = (questionId: string, ...optionIds: string[]) => anAnswer(questionId, { optionIds })
export const notApplicable = (questionId: string) => anAnswer(questionId, { isNotApplicable: true })

export function readJson(document: unknown, name = 'form.json'): ReadForm {
  return readFormFile(name, JSON.stringify(document))
}

/** The form's score of these answers, in percent to four decimals. */
export function percentOf(definition: ScorecardDefinition, answers: readonly FormAnswer[]): number | null {
  const { score0to1 } = scoreAnswers(definition, answers)
  return score0to1 === null ? null : Math.round(score0to1 * 1e6) / 1e4
}

type ConnectOption = Record<string, unknown>

/** A question of Amazon Connect with one choice: a score (0 to 10) an option, whose RefId is `o` with the score. */
export function connectQuestion(
  RefId: string,
  scores: readonly number[],
  more: Record<string, unknown> = {},
  option: (score: number) => ConnectOption = () => ({}),
) {
  return {
    Question: {
      RefId,
      Title: `Question ${RefId}`,
      NotApplicableEnabled: true,
      QuestionType: 'SINGLESELECT',
      QuestionTypeProperties: {
        SingleSelect: {
          Options: scores.map((Score) => ({
            RefId: `o${Score}`,
            Text: `Scores ${Score}`,
            Score,
            ...option(Score),
          })),
        },
      },
      ...more,
    },
  }
}

export function connectSection(RefId: string, Items: unknown[], more: Record<string, unknown> = {}) {
  return { Section: { RefId, Title: `Section ${RefId}`, Items, ...more } }
}

export function connectForm(Items: unknown[], Mode: string, more: Record<string, unknown> = {}) {
  return { Title: 'A form', Items, ScoringStrategy: { Mode, Status: 'ENABLED' }, ...more }
}
