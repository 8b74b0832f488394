import { writing, type EngineContext } from '../context.ts'
import { draftQuestions, languageModel, redactTurns, type DraftSubject } from '../quality/index.ts'
import { keepRequest } from './keep-request.ts'
import {
  judgeSettings,
  mustBeSet,
  readLanguageModelSettings,
  serverOrder,
  standingPolicy,
} from './settings.ts'

const LONGEST_MS = 120_000
/** Somebody is waiting for it. */
const RETRIES = 1

/** Asks the model that is set for questions; each request goes into the trail before its answer is used. */
export async function askForQuestions(
  context: EngineContext,
  subject: DraftSubject,
  signal: AbortSignal,
): Promise<string[]> {
  const settings = mustBeSet(readLanguageModelSettings(context.read))
  const trail: Promise<unknown>[] = []
  try {
    return await draftQuestions(
      { ...subject, turns: redactTurns(subject.turns) },
      {
        client: languageModel({ ...serverOrder(context, settings), retries: RETRIES }),
        policy: standingPolicy(context.read),
        settings: judgeSettings(settings),
        signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]),
        onRequest: (request) =>
          trail.push(writing(context, (database) => keepRequest(database, null, request))),
        now: context.now,
      },
    )
  } finally {
    await Promise.all(trail)
    context.events.emit({ type: 'data.changed', topics: ['judge'], job: null })
  }
}
