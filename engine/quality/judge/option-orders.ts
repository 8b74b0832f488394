import { createHash } from 'node:crypto'

const mostDraws = 20

/**
 * The orders in which a question's answers are put to a model: as given, reversed, then shuffled by seed and question. An order that was
 * there before is left out, so two answers have two orders at most.
 */
export function optionOrders(
  ids: readonly string[],
  { orders, seed }: { orders: number; seed: number },
  questionId: string,
): string[][] {
  const different = [[...ids]]
  const add = (order: string[]) => {
    if (different.length < orders && !different.some((one) => one.join('\n') === order.join('\n')))
      different.push(order)
  }
  add(ids.toReversed())
  for (let draw = 0; draw < mostDraws && different.length < orders; draw++)
    add(shuffled(ids, [seed, questionId, draw]))
  return different
}

/** By the hash of each: the same on every machine. */
function shuffled(ids: readonly string[], by: readonly (string | number)[]): string[] {
  return ids
    .map((id) => ({
      id,
      place: createHash('sha256')
        .update(JSON.stringify([...by, id]))
        .digest('hex'),
    }))
    .toSorted((one, other) => (one.place < other.place ? -1 : 1))
    .map(({ id }) => id)
}
