import { describe, expect, test } from 'vitest'
import {
  estimateBatch,
  judgeBatch,
  type JudgeItem,
  type JudgeResult,
  type JudgingBatch,
} from '../../../../engine/quality/judge/index.ts'
import {
  answers,
  completion,
  fakeLanguageModelServer,
  readsFor,
  refuses,
  takesTheFirst,
  type FakeModel,
} from '../../../support/fake-language-model-server.ts'
import {
  aCache,
  aConversation,
  anItem,
  aQuestion,
  judgingAt,
  usualTurns,
  type JudgingWith,
} from './builders.ts'

const sorry = readsFor(/sorry to hear that/)
const slowly =
  (afterMs: number): FakeModel =>
  (one) =>
    ({ ...(sorry(one) as object), afterMs }) as ReturnType<FakeModel>

/** Conversations that differ in a word. */
function items(n: number): JudgeItem[] {
  return Array.from({ length: n }, (_, index) =>
    anItem({ conversation: aConversation([...usualTurns, `That was call ${index}, goodbye.`]) }),
  )
}

type More = JudgingWith & Partial<Omit<JudgingBatch<JudgeItem>, 'settings' | 'policy'>>

function batchAt(address: string, more: More = {}) {
  const results: JudgeResult[] = []
  const failures: string[] = []
  const done: number[] = []
  const { settings, policy, key, retries, slowestAnswerMs, ...rest } = more
  const batch = {
    ...judgingAt(address, {
      ...(settings && { settings }),
      ...(policy && { policy }),
      retries: retries ?? 0,
      slowestAnswerMs: slowestAnswerMs ?? 20_000,
      key: key ?? null,
    }),
    parallel: 4,
    limits: { tokens: null, money: null },
    prices: null,
    mostFailuresInARow: 3,
    onProgress: (progress: { done: number }) => void done.push(progress.done),
    onResult: (_: JudgeItem, result: JudgeResult) => void results.push(result),
    onFailure: (_: JudgeItem, sentence: string) => void failures.push(sentence),
    ...rest,
  }
  return { batch, results, failures, done }
}

async function judged(
  model: FakeModel,
  given: Iterable<JudgeItem> | AsyncIterable<JudgeItem>,
  more: More = {},
) {
  const server = await fakeLanguageModelServer(model)
  const { batch, ...seen } = batchAt(server.address, more)
  return { server, batch, ...seen, report: await judgeBatch(given, batch) }
}

describe('a batch', () => {
  test('asks everything, several at a time and no more, and tells what it took', async () => {
    const prices = { perMillionIn: 2, perMillionOut: 8, currency: 'EUR' }
    const { server, report, results, done } = await judged(slowly(200), items(10), { prices })
    expect(server.mostAtATime()).toBe(4)
    expect(server.asked).toHaveLength(20)
    expect(results).toHaveLength(10)
    expect(done).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    const sum = (of: 'tokensIn' | 'tokensOut') => results.reduce((all, { asked }) => all + asked.usage[of], 0)
    expect(report).toEqual({
      state: 'done',
      sentence: null,
      done: 10,
      counts: { answered: 10, abstained: 0, dropped: 0, refused: 0, failed: 0, known: 0, disagreed: 0 },
      spent: {
        requests: 20,
        tokensIn: sum('tokensIn'),
        tokensOut: sum('tokensOut'),
        isEstimated: false,
        money: (sum('tokensIn') * 2 + sum('tokensOut') * 8) / 1e6,
        seconds: expect.any(Number),
        requestSeconds: expect.any(Number),
      },
    })
    expect(report.spent.requestSeconds).toBeGreaterThan(3.9)
    expect(report.spent.seconds).toBeLessThan(report.spent.requestSeconds)
  })

  test('counts what came of each question', async () => {
    const given = [
      ...items(1),
      anItem({ question: aQuestion({ id: 'first', text: 'First?' }) }),
      anItem({ question: aQuestion({ id: 'prose', text: 'Prose?' }) }),
      anItem({ conversation: aConversation(['Hello?', 'Hello.']) }),
      anItem({ conversation: aConversation([...usualTurns, 'It is 4111 1111 1111 1111.']) }),
    ]
    const { report, failures } = await judged((one) => {
      if (one.prompt.includes('First?')) return takesTheFirst(one)
      return one.prompt.includes('Prose?') ? completion(one, 'Yes.') : sorry(one)
    }, given)
    expect(report.counts).toEqual({
      answered: 1,
      abstained: 2,
      dropped: 1,
      refused: 1,
      failed: 0,
      known: 0,
      disagreed: 1,
    })
    expect(failures).toEqual([expect.stringMatching(/not redacted/)])
    expect(report).toMatchObject({ state: 'done', done: 5 })
  })

  test('asks the very same once, also when it comes twice at a time', async () => {
    const twice = [...items(2), ...items(2)]
    const { server, report } = await judged(slowly(60), twice)
    expect(server.asked).toHaveLength(4)
    expect(report.counts).toMatchObject({ answered: 4, known: 2 })
    expect(report.spent.requests).toBe(4)
  })

  test('takes up where another ended, and pays for nothing twice', async () => {
    const cache = aCache()
    await judged(sorry, items(3), { cache })
    // another server of the same name is another model: the cache belongs to the first
    const server = await fakeLanguageModelServer(sorry)
    const first = batchAt(server.address, { cache })
    await judgeBatch(items(3), first.batch)
    const again = batchAt(server.address, { cache })
    const report = await judgeBatch(items(5), again.batch)
    expect(report.counts).toMatchObject({ answered: 5, known: 3 })
    expect(report.spent.requests).toBe(4)
    expect(server.asked).toHaveLength(10)
  })

  test('is cancelled within a second, and what was answered is kept', async () => {
    const cancel = new AbortController()
    const cache = aCache()
    let asked = 0
    let cancelledAt = 0
    const stallsAfterSix: FakeModel = (one) => {
      if (++asked === 10)
        setTimeout(() => {
          cancelledAt = performance.now()
          cancel.abort()
        }, 100)
      return asked > 6 ? 'stall' : sorry(one)
    }
    const { server, report, results, batch } = await judged(stallsAfterSix, items(40), {
      signal: cancel.signal,
      cache,
    })
    expect(performance.now() - cancelledAt).toBeLessThan(1000)
    expect(report).toMatchObject({
      state: 'cancelled',
      sentence: 'The batch was cancelled; what was answered is kept.',
    })
    expect(report.done).toBeGreaterThan(1)
    expect(results).toHaveLength(report.done)
    expect(cache.kept.size).toBe(report.done)
    await expect.poll(server.givenUp).toBe(4)
    expect(batch.requests.filter(({ outcome }) => outcome === 'cancelled')).toHaveLength(4)
  })

  test('is cancelled while it waits for the next conversation', async () => {
    async function* never() {
      yield anItem()
      await new Promise(() => {})
    }
    const cancel = new AbortController()
    const from = performance.now()
    setTimeout(() => cancel.abort(), 200)
    const { report } = await judged(sorry, never(), { signal: cancel.signal })
    expect(report).toMatchObject({ state: 'cancelled', done: 1 })
    expect(performance.now() - from).toBeLessThan(1200)
  })

  test('ends after a few failures in a row, with the last sentence', async () => {
    let asked = 0
    const { server, report, failures } = await judged(
      (one) => (++asked > 4 ? refuses(500, 'out of memory') : sorry(one)),
      items(20),
      { parallel: 1 },
    )
    expect(server.asked).toHaveLength(7)
    expect(report).toMatchObject({
      state: 'stopped',
      sentence: expect.stringMatching(/^127.*could not answer it \(it answered 500: out of memory\)\.$/),
      counts: { answered: 2, failed: 3 },
    })
    expect(failures).toHaveLength(3)
  })

  test('of a server that goes away in its middle ends, and keeps what there is', async () => {
    const cache = aCache()
    let asked = 0
    const { report } = await judged((one) => (++asked > 6 ? 'drop' : sorry(one)), items(40), { cache })
    expect(report).toMatchObject({
      state: 'stopped',
      sentence: expect.stringMatching(/does not answer: is the language model server running/),
    })
    expect(report.counts.failed).toBeGreaterThanOrEqual(3)
    expect(report.counts.failed).toBeLessThanOrEqual(4)
    expect(cache.kept.size).toBe(report.counts.answered)
  })

  test('goes on where failures are few and far between', async () => {
    let asked = 0
    const { report } = await judged(
      (one) => (++asked % 3 === 0 ? refuses(500, 'hiccup') : sorry(one)),
      items(9),
      { parallel: 1 },
    )
    expect(report.state).toBe('done')
    expect(report.counts.failed).toBeGreaterThan(2)
    expect(report.counts.answered + report.counts.failed).toBe(9)
  })

  test('ends at once where no request can ever succeed', async () => {
    const { server, report } = await judged(() => refuses(401, 'no'), items(20), { parallel: 1 })
    expect(server.asked).toHaveLength(1)
    expect(report).toMatchObject({ state: 'stopped', sentence: expect.stringMatching(/wants a key/) })
  })

  test('takes no item before it has a place for it', async () => {
    let taken = 0
    function* counted() {
      for (const item of items(50)) {
        taken++
        yield item
      }
    }
    let most = 0
    await judged(slowly(5), counted(), {
      onProgress: ({ done }) => {
        most = Math.max(most, taken - done)
      },
    })
    expect(most).toBeLessThanOrEqual(5)
  })

  test('leaves the process its turn also where everything is known', async () => {
    const server = await fakeLanguageModelServer(sorry)
    const cache = aCache()
    await judgeBatch(items(1), batchAt(server.address, { cache }).batch)
    let turns = 0
    const ticking = setInterval(() => turns++, 1)
    await judgeBatch(
      Array.from({ length: 300 }, () => items(1)[0]!),
      batchAt(server.address, { cache }).batch,
    )
    clearInterval(ticking)
    expect(turns).toBeGreaterThan(10)
    expect(server.asked).toHaveLength(2)
  })

  test('whose results cannot be kept ends with that error', async () => {
    const full = new Error('disk full')
    const server = await fakeLanguageModelServer(slowly(20))
    const { batch } = batchAt(server.address, {
      onResult: () => {
        throw full
      },
    })
    await expect(judgeBatch(items(20), batch)).rejects.toBe(full)
    expect(server.asked.length).toBeLessThan(13)
  })
})

describe('a limit', () => {
  test('of tokens is never passed', async () => {
    const { server, report } = await judged(slowly(10), items(30), {
      limits: { tokens: 20_000, money: null },
    })
    expect(report.state).toBe('stopped')
    expect(report.sentence).toMatch(
      /^The limit of 20,000 tokens is reached after \d+ questions; nothing more was asked\.$/,
    )
    const used = report.spent.tokensIn + report.spent.tokensOut
    expect(used).toBeLessThanOrEqual(20_000)
    // and used as far as another question at its longest would go
    expect(used).toBeGreaterThan(14_000)
    expect(server.asked).toHaveLength(report.spent.requests)
  })

  test('of money is held to the prices, and needs them', async () => {
    const prices = { perMillionIn: 3, perMillionOut: 15, currency: 'USD' }
    const { report } = await judged(sorry, items(30), { limits: { tokens: null, money: 0.1 }, prices })
    expect(report).toMatchObject({
      state: 'stopped',
      sentence: expect.stringMatching(/^The limit of 0\.10 USD/),
    })
    expect(report.spent.money).toBeLessThanOrEqual(0.1)
    expect(report.spent.money).toBeGreaterThan(0.06)
    await expect(judged(sorry, items(1), { limits: { tokens: null, money: 1 } })).rejects.toThrow(
      'A limit in money needs the prices of a million tokens.',
    )
  })

  test('is no reason to send anything where not even one question fits', async () => {
    const { server, report } = await judged(sorry, items(3), { limits: { tokens: 500, money: null } })
    expect(server.asked).toEqual([])
    expect(report).toMatchObject({ state: 'stopped', done: 0 })
  })
})

describe('an estimate', () => {
  const estimating = (address: string, more: Partial<Parameters<typeof estimateBatch>[1]> = {}) => ({
    ...judgingAt(address),
    prices: null,
    measured: null,
    parallel: 2,
    ...more,
  })

  test('says beforehand what a batch will take, without sending anything', async () => {
    const server = await fakeLanguageModelServer(sorry)
    const cache = aCache()
    await judgeBatch(items(1), batchAt(server.address, { cache }).batch)
    const before = server.asked.length
    const given = [
      ...items(4),
      ...items(4),
      anItem({ conversation: aConversation(['Hello?', 'Hello.']) }),
      anItem({ conversation: aConversation([...usualTurns, 'It is 4111 1111 1111 1111.']) }),
    ]
    const estimate = await estimateBatch(given, estimating(server.address, { cache }))
    expect(server.asked).toHaveLength(before)
    expect(estimate).toEqual({
      questions: 10,
      known: 5,
      notAsked: 1,
      refused: 1,
      requests: 6,
      tokensIn: expect.any(Number),
      tokensOut: 900,
      tokensOutAtMost: 3600,
      money: null,
      seconds: 15,
      basis: 'assumed',
    })
    const { spent } = await judgeBatch(items(4), batchAt(server.address, { cache }).batch)
    expect(spent.requests).toBe(6)
    // rather too many than too few
    expect(estimate.tokensIn).toBeGreaterThan(spent.tokensIn)
    expect(estimate.tokensIn).toBeLessThan(spent.tokensIn * 1.4)
  })

  test('goes by what requests took so far, once there are some', async () => {
    const prices = { perMillionIn: 1, perMillionOut: 10, currency: 'EUR' }
    const server = await fakeLanguageModelServer(sorry)
    const measured = { requests: 20, seconds: 50, tokensOut: 1600 }
    const estimate = await estimateBatch(items(8), estimating(server.address, { measured, prices }))
    expect(estimate).toMatchObject({ basis: 'measured', requests: 16, tokensOut: 1280, seconds: 20 })
    expect(estimate.money).toEqual({
      expected: (estimate.tokensIn + 12_800) / 1e6,
      atMost: (estimate.tokensIn + 96_000) / 1e6,
      currency: 'EUR',
    })
    const few = await estimateBatch(
      items(8),
      estimating(server.address, { measured: { requests: 2, seconds: 1, tokensOut: 10 } }),
    )
    expect(few.basis).toBe('assumed')
  })

  test('can be cancelled', async () => {
    const signal = AbortSignal.abort()
    await expect(estimateBatch(items(2), estimating('http://127.0.0.1:9/v1', { signal }))).rejects.toBe(
      signal.reason,
    )
  })
})

test('an answer of a model that says too little is no reason to go on in another order', async () => {
  const { server, report } = await judged((one) => answers(one, { answer: 'no' }), items(2))
  expect(report.counts.dropped).toBe(2)
  expect(server.asked).toHaveLength(2)
})
