import { inOrderOfId, shuffleFirst, type Drawn, type RandomSource } from './draw-at-random.ts'

/**
 * Inclusion probabilities proportional to risk (0 and above) that add up to `count`: min(1, c * risk). Whatever would come out
 * above 1 is certain, and the rest is shared out again (Sarndal, Swensson & Wretman 1992, section 3.6.2). Fewer risks above 0
 * than asked for are all certain; a risk of 0 is never drawn by this plan.
 */
export function probabilitiesByRisk(risks: readonly number[], count: number): number[] {
  for (const risk of risks)
    if (!(risk >= 0 && Number.isFinite(risk))) throw new RangeError(`A risk is 0 or above, not ${risk}.`)
  const probabilities = risks.map(() => 0)
  let open = risks.flatMap((risk, i) => (risk > 0 ? [i] : []))
  let left = Math.min(count, open.length)
  while (open.length > 0 && left > 0) {
    const sum = open.reduce((total, i) => total + risks[i]!, 0)
    const certain = open.filter((i) => left * risks[i]! >= sum)
    if (certain.length === 0) {
      for (const i of open) probabilities[i] = (left * risks[i]!) / sum
      break
    }
    for (const i of certain) probabilities[i] = 1
    open = open.filter((i) => probabilities[i] !== 1)
    left -= certain.length
  }
  return probabilities
}

/**
 * Systematic sampling with these probabilities (Madow 1949): from a start in 0..1, steps of 1 along their running sum. As many as
 * the probabilities add up to (to the next whole number either way), and each exactly with its own. Gives the positions.
 */
export function systematicDraw(probabilities: readonly number[], start: number): number[] {
  const drawn: number[] = []
  let reached = 0
  probabilities.forEach((probability, i) => {
    const before = Math.ceil(reached - start - 1e-12)
    reached += probability
    if (Math.ceil(reached - start - 1e-12) > before) drawn.push(i)
  })
  return drawn
}

/**
 * `count` contacts with probability proportional to their risk, of a fixed number: systematic sampling in random order (Hartley &
 * Rao 1962), so that no order of the list can favour anybody's pairs. Every pick carries its exact probability.
 */
export function drawByRisk(
  candidates: readonly { id: string; risk: number }[],
  count: number,
  random: RandomSource,
): Drawn[] {
  const shuffled = shuffleFirst(inOrderOfId(candidates), candidates.length, random)
  const probabilities = probabilitiesByRisk(
    shuffled.map(({ risk }) => risk),
    count,
  )
  return systematicDraw(probabilities, random()).map((i) => ({
    id: shuffled[i]!.id,
    probability: probabilities[i]!,
  }))
}
