import { describe, expect, it } from 'vitest'
import { PLAIN_TABLES as plain } from './generic-tables.ts'
import { factsOf, outcomesOf, recognise } from './tables.ts'
import { VENDOR_TABLES as vendors } from './vendor-tables.ts'

describe('the facts of a recognised row', () => {
  it('Five9: placeholders are nobody, a deleted campaign is none, an abandoned call was not answered', () => {
    const recognition = recognise(vendors.five9CallLog, 'America/Los_Angeles')
    expect(factsOf(vendors.five9CallLog, recognition, 1)).toMatchObject({
      agent: null,
      contact: {
        contactRef: '300000000002',
        startedAtMs: Date.UTC(2016, 9, 27, 22, 2, 10),
        queue: 'Sales',
        direction: 'inbound',
      },
      interaction: { waitMs: 52_000, talkMs: 0, isAnswered: false, isTransferred: false },
    })
    expect(factsOf(vendors.five9CallLog, recognition, 2)).toMatchObject({
      agent: { name: 'Ben Okafor', email: 'ben@example.com' },
      contact: { queue: null, direction: 'outbound' },
    })
  })

  it('Talkdesk: day fractions are seconds, a missed call was not answered, one row is a contact and its survey', () => {
    const recognition = recognise(vendors.talkdeskCallsOld)
    expect(factsOf(vendors.talkdeskCallsOld, recognition, 0)).toMatchObject({
      interaction: { talkMs: 6000, waitMs: 10_000, isAnswered: true },
      survey: { csat: { score0to1: 0.75, min: 1, max: 5 }, respondedAtMs: Date.UTC(2026, 2, 2, 10) },
    })
    expect(factsOf(vendors.talkdeskCallsOld, recognition, 1)).toMatchObject({
      interaction: { isAnswered: false },
      survey: null,
    })
  })

  it('Talkdesk contacts: legs of one contact stay apart, a queue with a comma stays whole', () => {
    const recognition = recognise(vendors.talkdeskContacts)
    const legs = [0, 1].map((row) => factsOf(vendors.talkdeskContacts, recognition, row).contact)
    expect(legs.map((leg) => [leg?.contactRef, leg?.legRef, leg?.queue])).toEqual([
      ['i1', 'k1', 'billing,care'],
      ['i1', 'k2', 'care'],
    ])
  })

  it('Genesys: milliseconds become seconds, the period ends the day before its last midnight', () => {
    expect(
      factsOf(vendors.genesysAgentPerformance, recognise(vendors.genesysAgentPerformance), 1).summary,
    ).toEqual({
      fromDay: '2026-03-02',
      toDay: '2026-03-08',
      n: 98,
      figures: [
        { metricId: 'aht', of: 'mean', value: 355 },
        { metricId: 'talk_time', of: 'mean', value: 280 },
        { metricId: 'hold_time', of: 'mean', value: 25 },
        { metricId: 'acw_time', of: 'mean', value: 50 },
        { metricId: 'aht', of: 'total', value: 34_790 },
        { metricId: 'talk_time', of: 'total', value: 27_440 },
        { metricId: 'hold_time', of: 'total', value: 2450 },
        { metricId: 'acw_time', of: 'total', value: 4900 },
      ],
    })
  })

  it('Genesys adherence: from the seconds, NaN is no statement, conformance may exceed 1', () => {
    const recognition = recognise(vendors.genesysAdherence)
    expect(factsOf(vendors.genesysAdherence, recognition, 0).shift).toMatchObject({
      day: '2026-03-02',
      scheduledMs: 28_800_000,
      inAdherenceMs: 27_000_000,
      adherence: 0.9375,
      conformance: 1.012,
    })
    expect(factsOf(vendors.genesysAdherence, recognition, 1).shift).toMatchObject({
      adherence: 1,
      conformance: null,
    })
  })

  it('LiveVox: NaN% and Infinity% state nothing', () => {
    expect(factsOf(vendors.liveVox, recognise(vendors.liveVox), 1).shift).toMatchObject({
      adherence: 0,
      occupancy: null,
      conformance: null,
    })
  })

  it('Bright Pattern: the start is UTC and its day the supervisor’s', () => {
    const recognition = recognise(vendors.brightPatternActivity, 'Europe/Berlin')
    expect(factsOf(vendors.brightPatternActivity, recognition, 0).shift).toMatchObject({
      day: '2026-03-03',
      startedAtMs: Date.UTC(2026, 2, 2, 23, 30),
      statusTimes: [{ status: 'ready', durationMs: 1_800_000 }],
    })
    expect(
      factsOf(vendors.brightPatternEvaluations, recognise(vendors.brightPatternEvaluations), 1).evaluation,
    ).toMatchObject({
      evaluationRef: 'r1',
      answers: [
        { label: 'Greeted the customer', section: 'Opening', value: 'Yes', score0to1: 1, comment: 'Warm' },
      ],
    })
  })

  it('MaestroQA: a question that did not apply has no score', () => {
    const recognition = recognise(vendors.maestroQuestionScores)
    expect(
      [0, 1, 2].map((row) => factsOf(vendors.maestroQuestionScores, recognition, row).evaluation?.answers[0]),
    ).toMatchObject([
      { questionRef: 'q1', score0to1: 1, isNotApplicable: false },
      { questionRef: 'q2', score0to1: null, isNotApplicable: true },
      { questionRef: 'q1', score0to1: 0.4, isNotApplicable: false },
    ])
  })

  it('Talkdesk QM: an evaluation scored by the machine is automated and has no evaluator', () => {
    const recognition = recognise(vendors.talkdeskQm)
    expect(factsOf(vendors.talkdeskQm, recognition, 2).evaluation).toMatchObject({
      origin: 'automated',
      evaluator: null,
    })
    expect(factsOf(vendors.talkdeskQm, recognition, 1).evaluation).toMatchObject({
      origin: 'human',
      evaluator: 'Quinn Reyes',
      answers: [{ score0to1: 0.4, points: 4, maxPoints: 10 }],
    })
  })

  it('Zendesk: good and bad are 1 and 0, offered is no answer', () => {
    const outcomes = outcomesOf(vendors.zendeskCsat, recognise(vendors.zendeskCsat))
    expect(
      outcomes.map((outcome) =>
        outcome.outcome === 'facts' ? outcome.facts.survey?.csat?.score0to1 : outcome,
      ),
    ).toEqual([1, 0, { outcome: 'skipped', why: 'unanswered' }])
  })

  it('Medallia: a request never answered is left out', () => {
    expect(outcomesOf(vendors.medallia, recognise(vendors.medallia)).map(({ outcome }) => outcome)).toEqual([
      'facts',
      'skipped',
    ])
  })

  it('Talkdesk feedback: a response in words is the comment', () => {
    const recognition = recognise(vendors.talkdeskFeedback)
    expect([0, 4].map((row) => factsOf(vendors.talkdeskFeedback, recognition, row).survey)).toMatchObject([
      { csat: { score0to1: 1 }, comment: null },
      { csat: null, comment: 'Very patient' },
    ])
  })

  it('a total row is skipped, the agent in it never made', () => {
    expect(outcomesOf(vendors.five9AgentSummary, recognise(vendors.five9AgentSummary))[2]).toEqual({
      outcome: 'skipped',
      why: 'total',
    })
    expect(outcomesOf(plain.periodSummary, recognise(plain.periodSummary))[2]).toEqual({
      outcome: 'skipped',
      why: 'total',
    })
  })

  it('a day and a time in two columns are one moment in the source’s zone', () => {
    expect(factsOf(plain.germanLog, recognise(plain.germanLog, 'Europe/Berlin'), 1).contact).toMatchObject({
      startedAtMs: Date.UTC(2026, 2, 14, 16, 5, 30),
      direction: 'outbound',
    })
  })

  it('a total that is the sum of points is measured by the sum of their maxima', () => {
    expect(
      factsOf(plain.evaluationsOfPoints, recognise(plain.evaluationsOfPoints), 0).evaluation?.vendorScore0to1,
    ).toBe(0.88)
  })

  it('a roster’s ids in other systems go with the person', () => {
    const recognition = recognise(plain.rosterOfSystems)
    expect([0, 1].map((row) => factsOf(plain.rosterOfSystems, recognition, row).agent)).toEqual([
      {
        externalId: 'E-17',
        name: 'Ada Moreno',
        email: 'ada@example.com',
        team: 'Blue',
        site: null,
        otherIds: ['amoreno', '70411'],
      },
      {
        externalId: 'E-18',
        name: 'Ben Okafor',
        email: 'ben@example.com',
        team: 'Green',
        site: null,
        otherIds: ['bokafor'],
      },
    ])
  })
})
