import { setImmediate as breathe } from 'node:timers/promises'

/** Work between two breaths. */
const PIECE_MS = 8

/** Runs work that yields to its end, letting other calls have their turn; stops where `signal` says so. `onPiece` hears of each breath. */
export async function inPieces<Result>(
  pieces: Generator<void, Result>,
  { signal, onPiece }: { signal?: AbortSignal; onPiece?: () => void } = {},
): Promise<Result> {
  let since = performance.now()
  for (;;) {
    const piece = pieces.next()
    if (piece.done) return piece.value
    if (performance.now() - since < PIECE_MS) continue
    onPiece?.()
    await breathe()
    signal?.throwIfAborted()
    since = performance.now()
  }
}

/** Runs the same work at once. */
export function atOnce<Result>(pieces: Generator<void, Result>): Result {
  for (;;) {
    const piece = pieces.next()
    if (piece.done) return piece.value
  }
}
