import { csv, type TestWorkspace } from '../../support/workspace.ts'

/** How one person of the floor works; what is not said is ordinary. */
export interface Works {
  name: string
  team: string
  queue?: string
  transferShare?: number
  holdSeconds?: number
  acwSeconds?: number
  /** Shares of evaluations in which a question is passed. */
  passes?: Partial<Record<Question, number>>
  adherence?: number
  csat?: number
  contacts?: number
  evaluations?: number
}

export const questions = ['Greeting', 'Recap', 'Empathy'] as const
export type Question = (typeof questions)[number]
/** The weights of the form: half of the score is the recap. */
export const formWeights: Record<Question, number> = { Greeting: 1, Recap: 2, Empathy: 1 }

export const FIRST_DAY = Date.UTC(2026, 2, 1)
export const DAYS = 28
const DAY_MS = 86_400_000

/** The k-th of n evenly mixed draws: exactly `share` of them are yes, spread over all of them. */
export function isChosen(k: number, n: number, share: number): boolean {
  const wanted = Math.round(n * share)
  return Math.floor(((k + 1) * wanted) / n) > Math.floor((k * wanted) / n)
}

/** Numbers that look random and are the same every time. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Ten ordinary people in two teams on one queue, `Person 1` to `Person 10`; some may work differently. */
export function floorOf(different: readonly Works[], ordinary = 8): Works[] {
  const others = Array.from({ length: ordinary }, (_, index) => ({
    name: `Person ${String.fromCharCode(65 + index)}`,
    team: index % 2 === 0 ? 'North' : 'South',
  }))
  return [...different, ...others]
}

/** The exports of four weeks of a floor. */
export function exportsOf(
  people: readonly Works[],
  firstDay = FIRST_DAY,
): Record<'calls' | 'surveys' | 'reviews' | 'shifts', string> {
  const calls: Record<string, string | number>[] = []
  const surveys: Record<string, string | number>[] = []
  const reviews: Record<string, string | number>[] = []
  const shifts: Record<string, string | number>[] = []
  for (const [index, person] of people.entries()) {
    const random = numbers(index + 1)
    const n = person.contacts ?? 160
    const reviewed = person.evaluations ?? 12
    for (let k = 0; k < n; k++) {
      const day = firstDay + Math.floor((k * DAYS) / n) * DAY_MS
      const isTransferred = isChosen(k, n, person.transferShare ?? 0.05)
      const hold = (person.holdSeconds ?? 20) * (0.5 + random())
      const contact_id = `C-${firstDay / DAY_MS}-${index}-${k}`
      calls.push({
        contact_id,
        agent_name: person.name,
        team: person.team,
        queue: person.queue ?? 'Billing',
        channel: 'voice',
        started_at: new Date(day + (8 + (k % 8)) * 3_600_000).toISOString(),
        talk_seconds: Math.round(200 + 80 * random()),
        hold_seconds: Math.round(hold),
        acw_seconds: Math.round((person.acwSeconds ?? 60) * (0.7 + 0.6 * random())),
        transferred: isTransferred ? 'yes' : 'no',
      })
      if (k % 3 === 0) {
        const felt = (person.csat ?? 4.2) - (isTransferred ? 1.5 : 0) - hold / 60 + (random() - 0.5)
        surveys.push({
          response_id: `R-${contact_id}`,
          contact_id,
          responded_at: new Date(day + 20 * 3_600_000).toISOString(),
          csat: Math.max(1, Math.min(5, Math.round(felt))),
        })
      }
      if (k % Math.floor(n / reviewed) === 0 && k / Math.floor(n / reviewed) < reviewed)
        for (const [place, question] of questions.entries()) {
          // failures of different questions fall on different reviews
          const review = (k / Math.floor(n / reviewed) + 3 * place + index) % reviewed
          const passed = isChosen(review, reviewed, person.passes?.[question] ?? 0.92)
          reviews.push({
            evaluation_id: `E-${contact_id}`,
            contact_id,
            agent_name: person.name,
            form: 'Voice',
            evaluator: 'Quinn Reyes',
            evaluated_at: new Date(day + 30 * 3_600_000).toISOString(),
            question,
            answer: passed ? 'Yes' : 'No',
            score: passed ? 1 : 0,
            max_score: 1,
            weight: formWeights[question],
          })
        }
    }
    for (let day = 0; day < DAYS; day++)
      if (day % 7 < 5)
        shifts.push({
          agent_name: person.name,
          date: new Date(firstDay + day * DAY_MS).toISOString().slice(0, 10),
          scheduled_minutes: 480,
          in_adherence_minutes: Math.round(480 * ((person.adherence ?? 0.945) + 0.02 * (random() - 0.5))),
        })
  }
  return { calls: csv(calls), surveys: csv(surveys), reviews: csv(reviews), shifts: csv(shifts) }
}

/** Imports a floor's four weeks. All files are of one source, so that names alone are enough. */
export async function takeFloor(
  own: TestWorkspace,
  people: readonly Works[],
  firstDay?: number,
): Promise<void> {
  const { calls, surveys, reviews, shifts } = exportsOf(people, firstDay)
  await own.take(`calls-${firstDay ?? 0}.csv`, calls, { source: 'floor' })
  if (surveys.trim() !== '') await own.take(`surveys-${firstDay ?? 0}.csv`, surveys, { source: 'floor' })
  await own.take(`reviews-${firstDay ?? 0}.csv`, reviews, { source: 'floor' })
  await own.take(`shifts-${firstDay ?? 0}.csv`, shifts, { source: 'floor' })
}
