import type { ScorecardDefinition, ScorecardQuestion } from '../../../shared/domain/scorecard/definition.ts'
import { plainQuestion } from '../../../shared/domain/scorecard/plain-question.ts'
import type { EngineContext } from '../../context.ts'
import { listScorecards, publish, saveDraft, scorecardPage, startDraft } from '../../quality/index.ts'
import { FORM_NAME, FORM_QUESTIONS } from '../quality-form.ts'
import type { Asked } from './hearing.ts'

/** What the exports do not say of their questions. */
const GUIDANCE: Record<Asked, string> = {
  greeting: 'Yes where the customer hears a greeting and the agent’s own name, or an offer to help.',
  verification: 'Yes where two items were asked before anything of the account was said.',
  listening: 'Yes where the customer could finish the first explanation.',
  empathy: 'Yes where the agent names what the problem means to the customer, in words of their own.',
  accuracy: 'Yes where everything that was said is right, and nothing that matters is missing.',
  ownership: 'Yes where the agent says what they themselves will do.',
  recap: 'Yes where what was agreed is said once more before the end.',
  furtherHelp: 'Yes where the agent asks whether there is anything else.',
  closing: 'Yes where the agent says goodbye kindly.',
  timing: 'Yes where a day or a span is named; not applicable where nothing is left to wait for.',
  name: 'Yes where the agent says the customer’s name three times or more.',
}

const SECTIONS: readonly { id: string; title: string; asks: readonly Asked[] }[] = [
  { id: 'opening', title: 'Opening', asks: ['greeting', 'verification'] },
  { id: 'handling', title: 'Handling', asks: ['listening', 'empathy', 'name', 'accuracy', 'ownership'] },
  { id: 'ending', title: 'Ending', asks: ['recap', 'timing', 'furtherHelp', 'closing'] },
]

/** The form the reviewers score on: its scorecard, and what each of its questions asks. */
export interface DeskForm {
  scorecardId: number
  questions: readonly { id: string; asked: Asked; title: string }[]
}

/** Writes the form of the exports down in Debrief and publishes it. */
export async function publishForm(context: EngineContext): Promise<DeskForm> {
  const scorecardId = listScorecards(context.read).find(({ name }) => name === FORM_NAME)?.id
  if (scorecardId === undefined) throw new Error(`The sample has no form "${FORM_NAME}".`)
  await startDraft(context, scorecardId)
  const { draft } = scorecardPage(context.read, scorecardId)
  if (draft === null) throw new Error('There is no draft to publish.')
  const known = new Map(draft.definition.questions.map(({ title, id }) => [title, id]))
  const asked = SECTIONS.flatMap((section) =>
    section.asks.map((asks): { asked: Asked; question: ScorecardQuestion } => ({
      asked: asks,
      question: questionOf(asks, section.id, known),
    })),
  )
  const definition: ScorecardDefinition = {
    title: FORM_NAME,
    description: 'The voice form of Wrenfield Connect, as reviewers score on it in Debrief.',
    strategy: 'question-weighted',
    sections: SECTIONS.map(({ id, title }) => ({
      id,
      title,
      instructions: '',
      weight: null,
      parentId: null,
    })),
    questions: asked.map(({ question }) => question),
  }
  const { revision } = await saveDraft(context, { id: scorecardId, definition, revision: draft.revision })
  await publish(context, { id: scorecardId, revision, note: 'Written down from the exports.' })
  return {
    scorecardId,
    questions: asked.map(({ asked: asks, question }) => ({
      id: question.id,
      asked: asks,
      title: question.title,
    })),
  }
}

function questionOf(asked: Asked, sectionId: string, known: ReadonlyMap<string, string>): ScorecardQuestion {
  const { title, points, isFatal } = FORM_QUESTIONS.find(({ id }) => id === asked)!
  return {
    ...plainQuestion({ id: known.get(title) ?? asked, sectionId, title, weight: points }),
    guidance: GUIDANCE[asked],
    isCritical: isFatal,
  }
}
