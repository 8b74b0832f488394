import { t } from '#speech'
import { ModelServerProblem } from './model-server-problem.ts'
import type { ServerKind } from './server-kind.ts'

/** What speaks at an address is no such server, as far as its answer tells. */
export function noAnswer(address: string, kind: ServerKind, cause?: unknown): ModelServerProblem {
  const { host } = new URL(address)
  return new ModelServerProblem(
    kind.is === 'transcription'
      ? t`What ${{ host }} answers is no transcription; is ${{ address }} the address of a transcription server?`
      : t`What ${{ host }} answers is no model's answer; is ${{ address }} the address of a language model server?`,
    true,
    { cause },
  )
}
