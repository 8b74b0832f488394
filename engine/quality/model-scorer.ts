import { createHash } from 'node:crypto'
import { promptVersion } from './judge/prompt.ts'
import type { JudgeAsked } from './judge/judge-result.ts'

const PREFIX = 'model:'

/** The scorer a language model is, beside the rules and other models. */
export function modelScorerId(model: string): string {
  return `${PREFIX}${model}`
}

/** The name of the model a scorer is; null for rules, people and imports. */
export function modelOfScorer(scorerId: string | null): string | null {
  return scorerId?.startsWith(PREFIX) ? scorerId.slice(PREFIX.length) : null
}

/** The version of a model as a scorer: of the prompt, the server it runs on and how it is asked. Another of them is another scorer to trust. */
export function modelScorerVersion({
  host,
  model,
  settings: { seed, orders, maxTokens },
}: Pick<JudgeAsked, 'host' | 'model'> & {
  settings: Pick<JudgeAsked['settings'], 'seed' | 'orders' | 'maxTokens'>
}): string {
  const how = JSON.stringify([host, model, seed, orders, maxTokens])
  return `${promptVersion}.${createHash('sha256').update(how).digest('hex').slice(0, 8)}`
}
