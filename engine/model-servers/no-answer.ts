import { ModelServerProblem } from './model-server-problem.ts'
import type { ServerKind } from './server-kind.ts'

/** What speaks at an address is no such server, as far as its answer tells. */
export function noAnswer(address: string, kind: ServerKind, cause?: unknown): ModelServerProblem {
  return new ModelServerProblem(
    `What ${new URL(address).host} answers is no ${kind.answer}; is ${address} the address of a ${kind.name}?`,
    true,
    { cause },
  )
}
