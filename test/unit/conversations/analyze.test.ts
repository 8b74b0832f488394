import { onTestFinished, describe, expect, test } from 'vitest'
import { analyzeNew } from '../../../engine/conversations/index.ts'
import { contactLens, csv, openWorkspace, type TestWorkspace, type Turn } from '../../support/workspace.ts'

async function workspace(): Promise<TestWorkspace> {
  const own = await openWorkspace()
  onTestFinished(() => own.close())
  return own
}

const polite: Turn[] = [
  [
    'AGENT',
    0,
    4000,
    'Good morning, thank you for calling Wrenfield, my name is Ada. How can I help you today?',
  ],
  ['CUSTOMER', 4500, 9000, 'My bill is wrong and I am really angry about it, this is terrible.'],
  [
    'AGENT',
    19_000,
    24_000,
    'I am so sorry to hear that, I understand how annoying that is. Let me look into it.',
  ],
  ['CUSTOMER', 25_000, 27_000, 'Okay, thank you.'],
  [
    'AGENT',
    28_000,
    34_000,
    'So to recap, I have taken the charge off and you will see it on the next bill. Is there anything else I can help you with?',
  ],
  ['CUSTOMER', 34_500, 37_000, 'No, that is great, you have been wonderful, thank you so much.'],
  ['AGENT', 37_500, 40_000, 'Thank you for calling, have a great day. Goodbye.'],
]
const curt: Turn[] = [
  ['AGENT', 0, 1000, 'Yes?'],
  ['CUSTOMER', 1500, 6000, 'My bill is wrong and I am really angry about it, this is terrible.'],
  ['AGENT', 6500, 8000, 'It is what it is.'],
  ['CUSTOMER', 8500, 12_000, 'This is awful, the worst service ever.'],
  [
    'AGENT',
    12_500,
    18_000,
    'The bill was made by the system last month and the charge stands on it since then.',
  ],
  ['CUSTOMER', 18_500, 21_000, 'So nobody is going to do anything about it?'],
  ['AGENT', 21_500, 25_000, 'No, that is the way the system does it.'],
  ['CUSTOMER', 25_500, 28_000, 'Then I will go somewhere else.'],
]
const call = (contact_id: string, more: Record<string, string> = {}) => ({
  contact_id,
  agent_name: 'Ada Byron',
  queue: 'Billing',
  channel: 'voice',
  started_at: '2026-03-02T09:00:00Z',
  talk_seconds: 60,
  ...more,
})

describe('reading conversations', () => {
  test('reads what is new, once, and changes nothing when there is nothing new', async () => {
    const own = await workspace()
    await own.take('calls.csv', csv([call('C-1001'), call('C-1002')]))
    await own.take('one.json', contactLens('C-1001', polite))
    expect(await own.analyze()).toEqual({ read: 1 })
    const before = await own.client.conversations.evaluations({})
    expect(await own.analyze()).toEqual({ read: 0 })
    expect(await own.client.conversations.evaluations({})).toEqual(before)
    await own.take('two.json', contactLens('C-1002', curt))
    expect(await own.analyze()).toEqual({ read: 1 })
    expect(await own.client.conversations.evaluations({})).toHaveLength(2)
  })

  test('reads a conversation anew when a corrected transcript comes', async () => {
    const own = await workspace()
    await own.take('calls.csv', csv([call('C-1001')]))
    await own.take('one.json', contactLens('C-1001', curt))
    await own.analyze()
    const greeting = async () =>
      (await own.client.conversations.evaluations({}))[0]!.answers.find(({ label }) => label === 'Greeting')!
        .score0to1
    expect(await greeting()).toBe(0)
    const report = await own.take('one.json', contactLens('C-1001', polite))
    expect(report.rows).toMatchObject({ added: 0, updated: 1 })
    expect(await own.analyze()).toEqual({ read: 1 })
    expect(await greeting()).toBe(1)
    expect(await own.client.conversations.evaluations({})).toHaveLength(1)
    expect(await own.client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
  })

  test('broken off, keeps the parts that are done and goes on from there', async () => {
    const own = await workspace()
    for (const part of ['a', 'b'])
      for (let index = 0; index < 35; index++)
        await own.take(`${part}${index}.json`, contactLens(`C-${part}${1000 + index}`, curt))
    const stop = new AbortController()
    const broken = analyzeNew(own.engine.context, {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    })
    await expect(broken).rejects.toThrow(/abort/i)
    expect(await own.client.conversations.evaluations({ limit: 100 })).toHaveLength(50)
    expect(await own.analyze()).toEqual({ read: 20 })
    expect(await own.client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
  })

  test('knows the agent’s name from whom the contact belongs to', async () => {
    const own = await workspace()
    await own.take('calls.csv', csv([call('C-1001'), call('C-1002', { agent_name: 'Grace Hopper' })]))
    const opening: Turn = ['AGENT', 0, 1000, 'Byron speaking, what is it about?']
    const hello: Turn = ['AGENT', 1000, 1400, 'Hello.']
    for (const ref of ['C-1001', 'C-1002'])
      await own.take(`${ref}.json`, contactLens(ref, [opening, hello, ...curt.slice(1)]))
    await own.analyze()
    const evaluations = await own.client.conversations.evaluations({})
    expect(
      evaluations.map(({ agent, answers }) => [
        agent?.name,
        answers.find(({ label }) => label === 'Greeting')?.score0to1,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['Ada Byron', 1],
        ['Grace Hopper', null],
      ]),
    )
  })

  test('answers with evidence and confidence, and abstains with a reason', async () => {
    const own = await workspace()
    await own.take('calls.csv', csv([call('C-1001')]))
    await own.take('one.json', contactLens('C-1001', polite))
    await own.analyze()
    const [evaluation] = await own.client.conversations.evaluations({})
    expect(evaluation).toMatchObject({
      origin: 'automated',
      isCalibration: false,
      agent: { name: 'Ada Byron' },
      contactRef: 'C-1001',
      vendorScore: null,
      computedScore: null,
    })
    for (const answer of evaluation!.answers) {
      expect(answer.questionId).toMatch(/^auto:[a-z-]+$/)
      if (answer.score0to1 === null) {
        expect(answer).toMatchObject({
          isNotApplicable: true,
          confidence: null,
          abstainedBecause: expect.any(String),
        })
        continue
      }
      expect(answer.confidence).toBeGreaterThan(0)
      expect(answer.confidence).toBeLessThanOrEqual(1)
      if (answer.score0to1 === 1) expect(answer.evidence.length).toBeGreaterThan(0)
      for (const { segment, startChar, endChar, quote } of answer.evidence)
        expect(polite[segment]![3].slice(startChar, endChar)).toBe(quote)
    }
    const said = evaluation!.answers.filter(({ score0to1 }) => score0to1 === 1).map(({ label }) => label)
    expect(said).toEqual(expect.arrayContaining(['Greeting', 'Empathy', 'Recap', 'Further help', 'Closing']))
  })

  test('never enters the QA score, critical failures or praise', async () => {
    const own = await workspace()
    await own.take('calls.csv', csv([call('C-1001')]))
    await own.take('one.json', contactLens('C-1001', curt))
    await own.analyze()
    for (const metricId of ['qa_score', 'critical_failure_rate'])
      expect((await own.client.metrics.query({ metricId })).rows).toMatchObject([{ n: 0, value: null }])
    const { agents } = await own.client.coaching.rank({})
    expect(agents).toMatchObject([{ mustAddress: [], strengths: [] }])
    const { rows } = await own.client.metrics.query({ metricId: 'auto:greeting', by: 'agent' })
    expect(rows).toMatchObject([{ label: 'Ada Byron', n: 1, value: 0 }])
  })

  test('measures silence, talk and the customer’s mood where there are times', async () => {
    const own = await workspace()
    await own.take('calls.csv', csv([call('C-1001')]))
    await own.take('one.json', contactLens('C-1001', polite))
    await own.analyze()
    const value = async (metricId: string) => (await own.client.metrics.query({ metricId })).rows[0]!.value
    // of 40 s, nobody speaks from 9 s to 19 s
    expect(await value('silence_share')).toBeCloseTo(10 / 40, 9)
    expect(await value('overtalk_share')).toBe(0)
    expect(await value('interruptions_per_minute')).toBe(0)
    const agent = 4 + 5 + 6 + 2.5
    expect(await value('talk_share')).toBeCloseTo(agent / (agent + 4.5 + 2 + 2.5), 9)
    expect(await value('customer_sentiment_end')).toBeGreaterThan(0.5)
    expect(await value('customer_sentiment_shift')).toBeGreaterThan(1)
  })

  test('counts overtalk as the share of the conversation in which both speak', async () => {
    const own = await workspace()
    await own.take('calls.csv', csv([call('C-1001')]))
    await own.take(
      'one.json',
      contactLens('C-1001', [
        ['AGENT', 0, 6000, 'Thank you for calling, how can I help?'],
        ['CUSTOMER', 4000, 10_000, 'My bill is wrong and nobody has called me back about it.'],
        ['AGENT', 10_000, 20_000, 'Let me see what we can do about that bill then.'],
      ]),
    )
    await own.analyze()
    const { metric, rows } = await own.client.metrics.query({ metricId: 'overtalk_share' })
    expect(metric.unit).toBe('share')
    expect(rows[0]!.value).toBeCloseTo(2 / 20, 9)
  })

  test('takes no timing from a chat, whoever says that it is one', async () => {
    const own = await workspace()
    await own.take(
      'calls.csv',
      csv([call('C-1001', { channel: 'chat' }), call('C-1002', { channel: 'chat' })]),
    )
    await own.take('one.json', contactLens('C-1001', polite, { channel: 'CHAT' }))
    const segments = polite.map(([role, start, end, text]) => ({
      speaker: role.toLowerCase(),
      start: start / 1000,
      end: end / 1000,
      text,
    }))
    await own.take('two.json', JSON.stringify({ contact_id: 'C-1002', language: 'en', segments }))
    await own.analyze()
    for (const metricId of [
      'silence_share',
      'overtalk_share',
      'interruptions_per_minute',
      'talk_share',
      'speech_rate',
    ])
      expect([metricId, (await own.client.metrics.query({ metricId })).rows[0]!.n]).toEqual([metricId, 0])
    expect((await own.client.metrics.query({ metricId: 'customer_sentiment_end' })).rows[0]!.n).toBe(2)
  })

  test('gives no mood for another language, never 0', async () => {
    const own = await workspace()
    await own.take('calls.csv', csv([call('C-1001')]))
    await own.take(
      'one.json',
      contactLens(
        'C-1001',
        [
          ['AGENT', 0, 3000, 'Guten Tag, was kann ich für Sie tun?'],
          ['CUSTOMER', 3500, 8000, 'Meine Rechnung ist falsch und ich bin wütend.'],
          ['AGENT', 8500, 12_000, 'Das tut mir leid, ich sehe sofort nach.'],
        ],
        { language: 'de-DE' },
      ),
    )
    await own.analyze()
    expect((await own.client.metrics.query({ metricId: 'customer_sentiment_end' })).rows).toMatchObject([
      { n: 0, value: null },
    ])
    const [evaluation] = await own.client.conversations.evaluations({})
    expect(evaluation!.answers.map(({ score0to1 }) => score0to1)).toEqual(evaluation!.answers.map(() => null))
    const { items } = await own.client.conversations.list({})
    expect(items[0]).toMatchObject({ customerSentimentEnd: null, customerSentimentShift: null })
    const page = await own.client.conversations.get({ interactionId: items[0]!.interactionId })
    expect(page.segments.map(({ sentiment }) => sentiment)).toEqual([null, null, null])
  })
})
