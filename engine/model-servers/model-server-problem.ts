import { Problem } from '../problem.ts'

/**
 * Why a model server gave no answer, in one sentence. `isForAll`: it would be the same with every other request. `status`: of its last
 * answer; null where it gave none. `reason`: what the server itself says of it, as it says it.
 */
export class ModelServerProblem extends Problem {
  readonly isForAll: boolean
  readonly status: number | null
  readonly reason: string | null

  constructor(
    sentence: string,
    isForAll: boolean,
    {
      cause,
      status = null,
      reason = null,
    }: { cause?: unknown; status?: number | null; reason?: string | null } = {},
  ) {
    super('UNSUPPORTED', sentence, { cause })
    this.name = 'ModelServerProblem'
    this.isForAll = isForAll
    this.status = status
    this.reason = reason
  }
}
