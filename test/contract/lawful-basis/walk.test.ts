import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { directClient, type Client } from '../../../engine/direct-client.ts'
import { isOnlyReading } from '../../../engine/lawful-basis/index.ts'
import type { StatableBasis } from '../../../shared/domain/lawful-basis.ts'
import { allOf, callPaths } from '../../support/calls-of-contract.ts'
import { inputsOfCalls } from '../../support/inputs-of-calls.ts'
import { openPlantedTeams, tokenOf, type PlantedTeams } from '../../support/planted-teams.ts'
import { adoptPolicy } from '../../support/policy.ts'
import { chosen } from '../../support/quality-desk.ts'
import { contactLens, csv } from '../../support/workspace.ts'

/** How a conversation comes to its effective basis; each is planted several times. What an export says comes with a log of contacts, by which it is another part of the conversation: a refusal there holds. */
interface Planted {
  /** What a person says, what its export says, and what its source rests on. */
  person?: StatableBasis
  export?: 'yes' | 'no'
  source?: StatableBasis
  effective: StatableBasis | null
}
const kinds: readonly Planted[] = [
  { effective: null },
  { person: 'consent', effective: 'consent' },
  { person: 'refused', effective: 'refused' },
  { export: 'yes', effective: 'consent' },
  { export: 'no', effective: 'refused' },
  { person: 'legitimate-interests', export: 'no', effective: 'refused' },
  { person: 'refused', export: 'yes', effective: 'refused' },
  { source: 'contract', effective: 'contract' },
  { source: 'refused', effective: 'refused' },
  { source: 'refused', export: 'yes', effective: 'refused' },
  { source: 'contract', export: 'no', effective: 'refused' },
]
const sources: Partial<Record<StatableBasis, string>> = { contract: 'contracted', refused: 'barred' }

/** Calls that are known to give out words of conversations; a call that does and is not among them fails the test. */
const GIVE_WORDS = [
  'calibration.export',
  'conversations.correct',
  'conversations.evaluations',
  'conversations.get',
  'conversations.list',
  'conversations.undoCorrections',
  'reviews.conversation',
  'reviews.open',
  'rules.explain',
  'search.find',
  'search.similar',
  'sessions.get',
  'sessions.packet',
  'sessions.sheet',
]

/** What takes things away, so that each walk finds the same. */
const TAKES_AWAY = /remove|cancel|discard|withdraw|restore|undoDraw|takeTemplate/i

let planted: PlantedTeams
let inputs: Record<string, unknown[]>
/** The word only one conversation has, with how it came to its basis. */
const tokens = new Map<string, Planted>()

beforeAll(async () => {
  planted = await openPlantedTeams()
  const { workspace, ids } = planted
  const { client } = workspace
  const { items } = await client.conversations.list({ limit: 200 })
  // conversations of sources that rest on something, and what a log says of consent
  const more = kinds
    .filter(({ source }) => source !== undefined)
    .flatMap((kind, at) =>
      Array.from({ length: 4 }, (_, index) => ({ kind, ref: `qzetsource${at}y${index}x` })),
    )
  await workspace.take(
    'more.csv',
    csv(
      more.map(({ ref }, at) => ({
        contact_id: ref,
        agent_name: 'Qzenarla Qzencoskson',
        queue: 'Billing',
        channel: 'voice',
        started_at: `2026-03-${String(3 + (at % 20)).padStart(2, '0')}T10:00:00Z`,
        handle_seconds: 300,
      })),
    ),
    { source: 'acd' },
  )
  for (const source of Object.values(sources))
    await workspace.takeAll(
      more
        .filter(({ kind }) => sources[kind.source!] === source)
        .map(({ ref }) => ({
          name: `${ref}.json`,
          content: contactLens(ref, [
            ['AGENT', 0, 4000, 'Thank you for calling Acme, how can I help you today?'],
            ['CUSTOMER', 4500, 9000, `My bill is wrong, it is about ${tokenOf(ref)} and I am frustrated.`],
            ['AGENT', 9500, 14_000, 'I have corrected it for you, is there anything else I can help with?'],
          ]),
        })),
      { source },
    )
  await workspace.analyze()
  await keepWords(client, ids)

  // only now does anybody say what they rest on
  const plain = kinds.filter(({ source }) => source === undefined)
  const all = (await client.conversations.list({ limit: 200 })).items
  const told: Record<string, string | number>[] = []
  for (const [place, { contactRef, interactionId, agent, at }] of all.entries()) {
    const own = more.find(({ ref }) => ref === contactRef)
    const kind = own?.kind ?? plain[place % plain.length]!
    tokens.set(tokenOf(contactRef!), kind)
    if (kind.export)
      told.push({
        contact_id: contactRef!,
        agent_name: agent!.name,
        queue: 'Billing',
        channel: 'voice',
        started_at: new Date(at!).toISOString(),
        recording_consent: kind.export,
      })
    if (kind.person)
      await client.lawfulBasis.setConversations({ interactionIds: [interactionId], basis: kind.person })
  }
  await workspace.take('consents.csv', csv(told), { source: 'acd', kind: 'interactions' })
  for (const { id, name } of (await client.lawfulBasis.sources()).sources)
    for (const [basis, source] of Object.entries(sources))
      if (name === source) await client.lawfulBasis.setSource({ sourceId: id, basis: basis as StatableBasis })
  expect(items.length).toBeGreaterThan(30)
  ids.contacts = all.map(({ interactionId }) => interactionId)
  inputs = inputsOfCalls(planted)
  const greeting = {
    scorecardId: (await client.scorecards.list()).find(({ name }) => name === 'Greetings')!.id,
    questionId: 'greeting',
  }
  const rule = {
    format: 1,
    languages: ['en'],
    answers: 'pass-fail',
    passWhen: { kind: 'said', by: 'customer', phrases: ['my bill is wrong'] },
    pass: { confidence: 0.9 },
    fail: { confidence: 0.8 },
  }
  inputs['rules.try'] = [{ ...greeting, rule, scope: { days: 90, limit: 200 } }]
  inputs['rules.explain'] = ids.contacts.map((id) => ({ ...greeting, rule, interactionIds: [id] }))
  inputs['calibration.export'] = [{ id: 1, reviewer: 'Somebody Else' }, { id: 1 }]
  inputs['search.find'] = [
    ...inputs['search.find']!,
    { query: 'frustrated', limit: 200 },
    ...[...tokens.keys()].map((query) => ({ query, limit: 20 })),
  ]
}, 240_000)
afterAll(() => planted.workspace.close())

/** Puts words of conversations wherever people keep them: with reviews, disputes, sessions, calibrations and findings. */
async function keepWords(client: Client, ids: PlantedTeams['ids']): Promise<void> {
  const moment = { segment: 1, startChar: 0, endChar: 90, startMs: null, endMs: null }
  for (const id of ids.reviews.slice(0, 18)) {
    await client.reviews.open({ id })
    await client.reviews.answer({
      id,
      answer: chosen('greeting', 'yes'),
      moments: [{ ...moment, quote: '' }],
    })
    await client.reviews.worked({ id, activeMs: 60_000 })
    if (id % 3 !== 0) await client.reviews.submit({ id })
  }
  const evaluations = await client.conversations.evaluations({ limit: 200 })
  for (const { id, answers } of evaluations.slice(0, 40))
    if (answers[0])
      await client.disputes
        .raise({
          evaluationId: id,
          questionId: Number(answers[0].questionId),
          answer: chosen(answers[0].questionId, 'no'),
          comment: 'Seen otherwise',
          by: 'Quinn Reyes',
          as: 'supervisor',
          moment,
        })
        .then(({ id: disputeId }) => ids.disputes.push(disputeId))
        .catch(() => undefined)
  for (const agentId of ids.people) {
    const { id } = await client.sessions.prepare({ agentIds: [agentId], driverId: 'customer_sentiment_end' })
    const theirs = (await client.conversations.list({ agentId, limit: 8 })).items
    await client.sessions.write({
      id,
      moments: theirs.map(({ interactionId, contactRef }) => ({
        evidence: {
          kind: 'transcript' as const,
          title: `It is about ${tokenOf(contactRef!)}`,
          detail: 'Billing',
          at: null,
          interactionId,
          evaluationId: null,
          span: null,
          turns: [
            { segment: 1, speaker: 'Customer', startMs: 4500, text: tokenOf(contactRef!), isMoment: true },
          ],
        },
        agentId,
        note: 'Listen',
        heardAt: 1_774_000_000_000,
      })),
    })
    await client.sessions.start({ id })
    await client.sessions.finish({ id })
    ids.sessions.push(id)
  }
  const scorecardId = (await client.scorecards.list()).find(({ name }) => name === 'Greetings')!.id
  const { id: calibration } = await client.calibration.create({
    name: 'Round',
    scorecardId,
    mode: 'consensus',
    expert: null,
    interactionIds: ids.contacts.slice(0, 18),
    reviewers: ['Quinn Reyes', 'Somebody Else'],
  })
  await client.reviews.setMe({ name: 'Quinn Reyes' })
  for (const { reviewId } of (await client.calibration.get({ id: calibration })).mine) {
    await client.reviews.open({ id: reviewId })
    await client.reviews.answer({
      id: reviewId,
      answer: chosen('greeting', 'yes'),
      moments: [{ ...moment, quote: '' }],
    })
    await client.reviews.worked({ id: reviewId, activeMs: 60_000 })
    await client.reviews.submit({ id: reviewId })
    ids.reviews.push(reviewId)
  }
}

/** Everything that came of calling everything: which tokens each call gave. */
async function walk(
  client: Client,
): Promise<{ given: Map<string, Set<string>>; tries: number; broken: string[] }> {
  const given = new Map<string, Set<string>>()
  const broken: string[] = []
  let tries = 0
  const note = (call: string, text: string, input: unknown) => {
    const typed = JSON.stringify(input ?? '')
    for (const [token] of text.matchAll(/word\w+/g))
      // what one types oneself comes back
      if (tokens.has(token) && !typed.includes(token))
        given.set(call, (given.get(call) ?? new Set()).add(token))
  }
  for (const path of callPaths) {
    const call = path.join('.')
    if (TAKES_AWAY.test(call)) continue
    for (const input of inputs[call]!) {
      tries++
      const text = await allOf(client, path, input)
      // a job of another kind
      if (call !== 'merging.reports' && (text.startsWith('INTERNAL') || text.includes('Output validation')))
        broken.push(`${call}: ${text.slice(0, 300)}`)
      // a search for a token of its own shows it in the hit
      if (call === 'search.find') noteHits(given, text)
      else note(call, text, input)
    }
  }
  for (const folder of ['exported', 'written']) {
    const directory = join(planted.workspace.folder, folder)
    if (existsSync(directory))
      for (const file of readdirSync(directory))
        if (statSync(join(directory, file)).isFile())
          note(
            `a file of exports.${folder === 'written' ? 'write' : 'start'}`,
            readFileSync(join(directory, file), 'latin1'),
            null,
          )
  }
  return { given, tries, broken }
}

function noteHits(given: Map<string, Set<string>>, text: string): void {
  for (const [token] of text.matchAll(/word\w+/g))
    if (tokens.has(token)) given.set('search.find', (given.get('search.find') ?? new Set()).add(token))
}

describe.each(['assumed', 'required'] as const)('where a basis is %s', (needed) => {
  test('no word of a conversation that may not be used is given out by anything', async () => {
    const { client } = planted.workspace
    await adoptPolicy(client, (document) => ({
      ...document,
      privacy: { ...document.privacy, lawfulBasis: needed },
    }))
    const { given, tries, broken } = await walk(client)
    const isWithheld = (call: string, { effective }: Planted) =>
      effective === 'refused' ||
      (effective === null && needed === 'required' && !isOnlyReading(call.split('.')))
    const leaks = [...given].flatMap(([call, found]) =>
      [...found]
        .filter((token) => isWithheld(call, tokens.get(token)!))
        .map((token) => `${call}: ${token} ${JSON.stringify(tokens.get(token))}`),
    )
    process.stdout.write(
      `${needed}: ${tries} tries, ${[...given.keys()].length} calls give words: ${[...given].map(([c, f]) => `${c} ${f.size}`).join(', ')}; ${leaks.length} leaks\n`,
    )
    expect(leaks.slice(0, 30)).toEqual([])
    expect(broken.slice(0, 10)).toEqual([])
    expect([...given.keys()].filter((call) => !GIVE_WORDS.includes(call)).toSorted()).toEqual([])
  }, 240_000)
})

test('a path without the gate is seen', async () => {
  const { engine } = planted.workspace
  const open = { through: () => engine.context.read, close: () => undefined }
  const { given } = await walk(
    directClient({ router: engine.router, context: { ...engine.context, gates: open } }),
  )
  const leaking = [...given].filter(([, found]) =>
    [...found].some((token) => tokens.get(token)!.effective === 'refused'),
  )
  process.stdout.write(`without the gate: ${leaking.length} calls leak\n`)
  expect(leaking.map(([call]) => call).toSorted()).toEqual(GIVE_WORDS)
}, 240_000)
