import { afterAll, beforeAll, expect, test } from 'vitest'
import { speakingIn } from '../../engine/speaking-in.ts'
import { openPlantedTeams, type PlantedTeams } from '../support/planted-teams.ts'

/** Words that hardly an English sentence does without, and no German one has. */
const English =
  /\b(?:the|and|with|from|of|to|than|this|that|probably|very likely|would|could|have|has|none|since|no|not|contacts?|evaluations?|reviews?|surveys?|peers?|week|days)\b/i

type TestClient = PlantedTeams['workspace']['client']

let planted: PlantedTeams
beforeAll(async () => {
  planted = await openPlantedTeams()
})
afterAll(() => planted.workspace.close())

/** Keys under which the engine puts what it says itself. */
const said = new Set([
  'sentence',
  'watch',
  'reason',
  'statement',
  'missing',
  'why',
  'todo',
  'definition',
  'source',
])

/** What an answer says in sentences, each with where it stands. */
function sentencesIn(value: unknown, at = ''): [place: string, words: string][] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, own]): [string, string][] => {
    const here = at === '' ? key : `${at}.${key}`
    return typeof own === 'string'
      ? said.has(key) && own !== ''
        ? [[here, own]]
        : []
      : sentencesIn(own, here)
  })
}

/** What is English of it. Names that people gave their things are none of the engine's. */
function englishOf(sentences: readonly [place: string, words: string][]): string[] {
  return sentences.flatMap(([place, words]) => {
    const own = words.replaceAll(/[“„"][^“”"]*[“”"]|\S*qz\S*|Starter scorecard: said or not said/gi, '')
    return English.test(own) ? [`${place}: ${words}`] : []
  })
}

const inGerman = <Answer>(ask: (client: TestClient) => Promise<Answer>) =>
  speakingIn('de', () => ask(planted.workspace.client))

const calls: [what: string, ask: (client: TestClient) => Promise<unknown>][] = [
  ['a ranking', (client) => client.coaching.rank({})],
  ['a team', (client) => client.coaching.team({})],
  ['the page of an agent', (client) => client.coaching.agent({ agentId: planted.east.personId })],
  ['what metrics mean', (client) => client.metrics.definitions()],
  ['what groups differ in', (client) => client.patterns.overview({})],
  ['what conversations have in common', (client) => client.patterns.findings({ days: 28 })],
  ['what is missing', (client) => client.health.report()],
]

test.each(calls)('%s is told in German to whoever asks in German', async (_, ask) => {
  const sentences = sentencesIn(await inGerman(ask))
  expect(sentences.length).toBeGreaterThan(0)
  expect(englishOf(sentences)).toEqual([])
})

test('whoever asks next in English hears English, and the other way round', async () => {
  const { client } = planted.workspace
  const german = await inGerman(() => client.coaching.rank({}))
  const english = await client.coaching.rank({})
  expect(german.coverage.sentence).toMatch(/^Grundlage: /)
  expect(english.coverage.sentence).toMatch(/^Rests on /)
  expect((await inGerman(() => client.health.report())).sentence).not.toBe(
    (await client.health.report()).sentence,
  )
  expect((await inGerman(() => client.coaching.rank({}))).coverage).toEqual(german.coverage)
})

test.each(['weekly', 'director'] as const)('the %s report is written in German', async (kind) => {
  const { base64 } = await inGerman((client) => client.reports.write({ kind, format: 'html', paper: 'A4' }))
  const html = Buffer.from(base64, 'base64').toString('utf8')
  expect(html).toContain('<html lang="de">')
  const paragraphs = html
    .replace(/^[^]*<body>/, '')
    .replaceAll(/ (?:aria-label|alt)="([^"]*)"/g, '>$1<')
    .split(/<[^>]*>/)
    .map((words, place): [string, string] => [String(place), words.trim()])
    .filter(([, words]) => words !== '')
  expect(paragraphs.length).toBeGreaterThan(20)
  expect(englishOf(paragraphs)).toEqual([])
})
