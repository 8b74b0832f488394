import { deleteDecision, writeDecision } from '../people/index.ts'
import type { ReadableDatabase, WritableDatabase } from '../store/index.ts'
import {
  decisionOn,
  forgetNoted,
  identityHere,
  noteDecision,
  readDecidedThere,
  readNoted,
} from './decisions.store.ts'

/**
 * Takes over what somebody decided there about who is who. Where the opposite was decided here that stands, and theirs is noted as contested.
 * Gives how many were taken over and how many are contested.
 */
export function takeOverDecisions(
  theirs: ReadableDatabase,
  ours: WritableDatabase,
  given: { workspaceId: number; sourceName: (theirName: string) => string },
): { taken: number; contested: number } {
  let [taken, contested] = [0, 0]
  for (const decided of readDecidedThere(theirs)) {
    const one = identityHere(ours, given.sourceName(decided.source), decided.key)
    const other = identityHere(ours, given.sourceName(decided.otherSource), decided.otherKey)
    if (one === undefined || other === undefined || one === other) continue
    const [a, b] = [Math.min(one, other), Math.max(one, other)]
    const { state } = decided
    const known = decisionOn(ours, a, b)
    const isContested = known !== undefined && known.state !== state
    if (isContested) contested++
    else taken++
    // what was decided here by somebody stays theirs: taking the merge back leaves it
    const isOursAlready =
      known !== undefined && !readNoted(ours, null).some((noted) => noted.a === a && noted.b === b)
    if (!known)
      writeDecision(ours, {
        a,
        b,
        state,
        reasons: decided.reasons,
        at: decided.at,
        undoneAt: decided.undoneAt,
      })
    if (isContested || !isOursAlready) noteDecision(ours, given.workspaceId, { a, b, state }, isContested)
  }
  return { taken, contested }
}

/** Takes those decisions back that came with a merge and that nobody here, and no other merge, decided so. */
export function takeBackDecisions(ours: WritableDatabase, workspaceId: number): void {
  const own = readNoted(ours, workspaceId)
  forgetNoted(ours, workspaceId)
  const others = new Set(readNoted(ours, null).map(({ a, b, state }) => `${a} ${b} ${state}`))
  for (const { a, b, state, isContested } of own) {
    if (isContested || others.has(`${a} ${b} ${state}`)) continue
    const standing = decisionOn(ours, a, b)
    if (standing?.state === state) deleteDecision(ours, standing.id)
  }
}
