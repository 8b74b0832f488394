import { expect, onTestFinished, test } from 'vitest'
import { chosen } from '../support/quality-desk.ts'
import {
  drawAll,
  greetingTrust,
  isGreeted,
  openTrustDesk,
  score,
  type TrustDesk,
} from '../support/trust-desk.ts'

const upTo = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at)

/** Each agent's rate of greetings. */
async function greetingRates({ client, engine, scorecardId }: TrustDesk) {
  const id = engine.context.read.raw
    .prepare(`SELECT id FROM questions WHERE stable_key = 'greeting' AND scorecard_id = ?`)
    .pluck()
    .get(scorecardId) as number
  const { rows } = await client.metrics.query({ metricId: `question:${id}`, by: 'agent' })
  return rows.map(({ label, n, value }) => ({ label, n, value }))
}

test('what people say of a question that automation is trusted with is in no rate: it was picked by what automation said', async () => {
  const desk = await openTrustDesk(64)
  onTestFinished(() => desk.close())
  const { client, engine } = desk
  const reviews = await drawAll(desk)
  for (const index of upTo(0, 50)) await score(desk, reviews.get(index)!, isGreeted(index))
  expect((await greetingTrust(desk)).state).toBe('assist')
  const earned = await greetingRates(desk)
  expect(earned.map(({ n }) => n)).toEqual([25, 25])

  engine.context.write!.raw.exec(
    `UPDATE trust_standings SET standing = json_set(standing, '$.state', 'trusted')`,
  )
  let untouched = 0
  let corrected = 0
  for (const index of upTo(50, 64)) {
    desk.clock.now += 60_000
    const id = reviews.get(index)!
    const { answers } = await client.reviews.open({ id })
    const isFilled = answers['greeting'] !== undefined
    const isCorrected = isFilled && isGreeted(index) && corrected < 3
    if (isCorrected) corrected += 1
    else if (isFilled) untouched += 1
    if (!isFilled || isCorrected) await client.reviews.answer({ id, answer: chosen('greeting', 'no') })
    await client.reviews.submit({ id })
  }
  expect(corrected).toBeGreaterThan(0)
  expect(untouched).toBeGreaterThan(0)
  // three corrected fails among answers nobody touched are no rate of anybody
  expect(await greetingRates(desk)).toEqual(earned)
  // the scores of those reviews count all the same
  const { rows } = await client.metrics.query({ metricId: 'qa_score', by: 'agent' })
  expect(rows.map(({ n }) => n)).toEqual([32, 32])
  expect(await client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
})

test('what a draw makes count moves trust at once, not with the next review', async () => {
  const desk = await openTrustDesk(60)
  onTestFinished(() => desk.close())
  const { client, scorecardId } = desk
  const { items } = await client.conversations.list({ limit: 100 })
  for (const { interactionId, contactRef } of items.slice(0, 50)) {
    const { id } = await client.reviews.request({ interactionId, scorecardId })
    await score(desk, id, isGreeted(Number(contactRef!.slice(2))))
  }
  // what somebody asked for tells nothing of how often they agree
  expect(await greetingTrust(desk)).toMatchObject({ state: 'shadow', agreement: null })
  const { id: planId } = await client.reviews.savePlan({
    id: null,
    name: 'All',
    kind: 'random',
    scorecardId,
    settings: { periodDays: 28, perAgent: 100 },
  })
  const { drawId } = await client.reviews.draw({ planId })
  expect(await greetingTrust(desk)).toMatchObject({ state: 'assist', agreement: { n: 50, share: 1 } })
  await client.reviews.undoDraw({ drawId })
  expect(
    (await client.trust.history({ scorecardId, questionId: 'greeting', scorerId: 'rules' })).map(
      ({ to }) => to,
    ),
  ).toEqual(['assist'])
  expect(await client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
})
