import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateSample } from '../../../engine/sample/index.ts'
import type { SampleManifest } from '../../../engine/sample/index.ts'
import { readAdherence, readAnswers, readCalls, readSatisfaction, readTranscript } from './read-sample.ts'
import type { RawAnswer, RawCall } from './read-sample.ts'

let folder: string
let manifest: SampleManifest
let calls: RawCall[]
let answers: RawAnswer[]
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'debrief-planted-'))
  manifest = await generateSample(folder)
  calls = readCalls(folder, manifest)
  answers = readAnswers(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const identityOf = (name: string) => {
  const identity = manifest.truth.identities.find((candidate) => candidate.name === name)
  if (!identity) throw new Error(`${name} is not in the sample.`)
  return identity
}
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Each agent's mean of a value, by login; agents of the planted queue problem are not set apart. */
function byLogin(rows: readonly RawCall[], read: (call: RawCall) => number): [string, number][] {
  const grouped = Object.groupBy(rows, (call) => call.login)
  return Object.entries(grouped)
    .filter(([login, own]) => /^[a-z]+2?$/.test(login) && (own?.length ?? 0) > 100)
    .map(([login, own]): [string, number] => [login, mean((own ?? []).map(read))])
    .toSorted(([, left], [, right]) => right - left)
}

/** The difference to the mean of the queue: what is left when the hard queue is no excuse any more. */
function adjustedByQueue(rows: readonly RawCall[], read: (call: RawCall) => number): [string, number][] {
  const queueMean = new Map(
    Object.entries(Object.groupBy(rows, (call) => call.queue)).map(([queue, own]) => [
      queue,
      mean((own ?? []).map(read)),
    ]),
  )
  return byLogin(rows, (call) => read(call) - (queueMean.get(call.queue) ?? 0))
}

const passShare = (question: RegExp, email?: string) => {
  const own = answers.filter(
    (answer) =>
      question.test(answer.question) &&
      answer.answer !== 'N/A' &&
      (email === undefined || answer.agentEmail === email),
  )
  return own.filter((answer) => answer.answer === 'Yes').length / own.length
}

describe('one problem each can be seen in the raw files', () => {
  it.each([
    ['Tomasz Wierzba', /^Recap/, 0.35],
    ['Emeka Nwachuku', /verified/, 0.65],
    ['Rosalind Etchebarne', /^Acknowledged/, 0.5],
    ['Desmond Applethwaite', /^Let the customer/, 0.5],
  ])('%s fails the question %s', (name, question, atMost) => {
    expect(passShare(question, identityOf(name).email)).toBeLessThan(atMost)
    expect(passShare(question)).toBeGreaterThan(0.7)
  })

  it('the long holds, the transfers and the wrap-up stand out for their queue', () => {
    expect(adjustedByQueue(calls, (call) => call.holdSeconds)[0]?.[0]).toBe(
      identityOf('Callum Rathbone').login,
    )
    expect(adjustedByQueue(calls, (call) => Number(call.isTransferred))[0]?.[0]).toBe(
      identityOf('Javier Montalbo').login,
    )
    expect(adjustedByQueue(calls, (call) => call.wrapSeconds)[0]?.[0]).toBe(
      identityOf('Zainab Mirzoeva').login,
    )
  })

  it('the adherence problem is the lowest adherence', () => {
    const days = readAdherence(folder).filter((day) => day.workedSeconds > 0)
    const shares = Object.entries(Object.groupBy(days, (day) => day.workforceId))
      .map(([id, own]): [string, number] => [
        id,
        mean((own ?? []).map((day) => day.adherentSeconds / day.scheduledSeconds)),
      ])
      .toSorted(([, left], [, right]) => left - right)
    expect(shares[0]?.[0]).toBe(identityOf('Petra Novotnik').workforceId)
    expect((shares[1]?.[1] ?? 0) - (shares[0]?.[1] ?? 0)).toBeGreaterThan(0.08)
  })

  it('dead air and interruptions can be measured from the transcripts', () => {
    const spoken = manifest.truth.conversations.filter(
      (conversation) => !conversation.path.includes('/chat/'),
    )
    const measured = Object.entries(Object.groupBy(spoken, (conversation) => conversation.agent)).map(
      ([agent, own]) => {
        const measures = (own ?? []).map(({ path: file }) => soundOf(file))
        return {
          agent,
          silence: mean(measures.map((item) => item.silenceShare)),
          cutsPerMinute: mean(measures.map((item) => item.cutsPerMinute)),
        }
      },
    )
    expect(measured.toSorted((left, right) => right.silence - left.silence)[0]?.agent).toBe('Dieter Vossberg')
    expect(measured.toSorted((left, right) => right.cutsPerMinute - left.cutsPerMinute)[0]?.agent).toBe(
      'Desmond Applethwaite',
    )
  })

  /** Silence over 3 s that no stated hold explains, and agent turns that start over a customer who has talked for 1 s. */
  function soundOf(file: string) {
    const lines = readTranscript(folder, file)
    let silenceMs = 0
    let cuts = 0
    for (const [index, line] of lines.entries()) {
      const before = lines[index - 1]
      if (!before) continue
      const gap = line.beginMs - Math.max(...lines.slice(0, index).map((earlier) => earlier.endMs))
      const recent = lines
        .slice(Math.max(0, index - 4), index)
        .map((earlier) => earlier.text)
        .join(' ')
      if (gap > 3000 && !/hold/i.test(recent)) silenceMs += gap
      const overlap = before.endMs - line.beginMs
      const takesFloor = line.endMs > before.endMs && line.beginMs - before.beginMs > 1000
      if (line.isAgent && !before.isAgent && overlap > 0 && takesFloor) cuts += 1
    }
    const totalMs = lines.at(-1)?.endMs ?? 1
    return { silenceShare: silenceMs / totalMs, cutsPerMinute: cuts / (totalMs / 60_000) }
  }
})

describe('what belongs to the process', () => {
  it('one whole team does not offer further help, and no other team is like it', () => {
    const shareOf = (team: string) =>
      mean(
        manifest.truth.identities
          .filter((identity) => identity.team === team)
          .map(({ email }) => passShare(/further help/, email)),
      )
    expect(shareOf('Juniper')).toBeLessThan(0.25)
    expect(shareOf('Harbor')).toBeGreaterThan(0.75)
    expect(shareOf('Summit')).toBeGreaterThan(0.75)
  })

  it('one queue holds its customers long since the new console, whoever answers', () => {
    const recent = calls.filter((call) => call.day > '2026-10-18' && /^[a-z]/.test(call.login))
    const holdOf = (rows: readonly RawCall[]) => mean(rows.map((call) => call.holdSeconds))
    const card = recent.filter((call) => call.queue === 'Card Services')
    const before = calls.filter((call) => call.queue === 'Card Services' && call.day < '2026-09-28')
    expect(holdOf(card)).toBeGreaterThan(3 * holdOf(recent.filter((call) => call.queue !== 'Card Services')))
    expect(holdOf(card)).toBeGreaterThan(3 * holdOf(before))
  })
})

describe('averages that mislead', () => {
  let rated: (RawCall & { score: number })[]
  beforeAll(() => {
    const satisfaction = readSatisfaction(folder)
    rated = calls.flatMap((call) => {
      const score = satisfaction.get(call.id)
      return score === undefined || !/^[a-z]/.test(call.login) ? [] : [{ ...call, score }]
    })
  })
  const scoreOf = (call: RawCall) => (call as RawCall & { score: number }).score
  const ranked = (order: [string, number][], name: string) =>
    order.findIndex(([login]) => login === identityOf(name).login) / order.length

  /** Calls with a survey are fewer, so the least count is lower here. */
  const order = (read: (call: RawCall) => number) =>
    Object.entries(Object.groupBy(rated, (call) => call.login))
      .map(([login, own]): [string, number] => [login, mean((own ?? []).map(read))])
      .toSorted(([, left], [, right]) => right - left)
  const adjusted = () => {
    const queueMean = new Map(
      Object.entries(Object.groupBy(rated, (call) => call.queue)).map(([queue, own]) => [
        queue,
        mean((own ?? []).map(scoreOf)),
      ]),
    )
    return order((call) => scoreOf(call) - (queueMean.get(call.queue) ?? 0))
  }

  it('the good agent on the hard queue looks worst raw, and is among the better third for that queue', () => {
    const { name } = manifest.truth.goodOnHardQueue
    expect(order(scoreOf).at(-1)?.[0]).toBe(identityOf(name).login)
    expect(ranked(adjusted(), name)).toBeLessThan(0.34)
  })

  it('the weak agent on the easy queue looks ordinary raw, and is among the last for that queue', () => {
    const name = manifest.truth.weakOnEasyQueue
    expect(ranked(order(scoreOf), name)).toBeLessThan(0.8)
    expect(ranked(adjusted(), name)).toBeGreaterThan(0.9)
  })

  it('the excellent ones lead, whichever way one counts', () => {
    for (const { name } of manifest.truth.excellent) expect(ranked(adjusted(), name)).toBeLessThan(0.12)
  })
})
