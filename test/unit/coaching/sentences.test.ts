import { describe, expect, test } from 'vitest'
import { assess, type DriverWeight } from '../../../engine/coaching/assessment/index.ts'
import { actionSentence } from '../../../engine/coaching/sentences.ts'
import { metricDefinition } from '../../../engine/metrics/index.ts'
import {
  aDriver,
  anAgent,
  anInput,
  aSample,
  aWeight,
  ids,
  someFacts,
} from '../coaching-assessment/builders.ts'

/** The sentence of somebody far behind seven peers, with a weight of the given basis. */
function sentenceWith(basis: DriverWeight['basis']): string {
  const samples = ids(8).map((id, i) => aSample(id, i === 0 ? 0.5 : 0.1, { n: 60 }))
  const facts = someFacts({ driverId: 'silence_share', polarity: 'lower' })
  const input = anInput(
    ids(8).map((id) => anAgent(id)),
    [aDriver(samples, { facts, weight: aWeight({ basis }) })],
  )
  const [behind] = assess(input).agents
  return actionSentence(
    behind!.actions[0]!,
    metricDefinition('silence_share')!,
    metricDefinition('csat_mean')!,
  )
}

describe('what closing a gap is worth', () => {
  test('is said plainly where this workspace has shown it', () => {
    expect(sentenceWith('within')).toMatch(/\. Closing the gap would be worth about [\d.]+ points of CSAT/)
    expect(sentenceWith('within')).not.toContain('assumed')
  })

  test('is said to be an assumption where it is one', () => {
    expect(sentenceWith('prior')).toMatch(
      /\. Closing the gap is assumed to be worth about [\d.]+ points of CSAT \(1 to 5\) a contact, over 100 contacts a week; that was not measured here\.$/,
    )
  })

  test("is said to be somebody's word, or the form's, where it is that", () => {
    expect(sentenceWith('pinned')).toContain('By the weight set by hand, closing the gap would be worth')
    expect(sentenceWith('form')).toContain("By the form's own weights, closing the gap would be worth")
  })
})
