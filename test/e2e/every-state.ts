import type { Page } from 'playwright-core'
import type { OpenDebrief } from '../support/browser.ts'
import { aContactLog, aMysteryFile, dropOnWindow, goTo } from './data-files.ts'

/** The page, and the engine it asks. */
type Opened = Pick<OpenDebrief, 'page' | 'client'>

/** A state by its name: how one gets there, and what to wait for. */
type States = [name: string, reach: (opened: Opened) => Promise<void>][]

async function agentInState({ page, client }: Opened, state: string): Promise<void> {
  const { items } = await client.coaching.team({ days: 28 })
  const item = items.find((one) => one.state === state)
  if (!item) throw new Error(`The sample has nobody ${state}.`)
  await goTo(page, `/coaching?agent=${item.agent.id}`)
  await page.getByRole('heading', { level: 1, name: item.agent.name }).waitFor()
}

async function aCell({ page }: Opened): Promise<void> {
  await goTo(page, '/patterns')
  await page.getByRole('list', { name: 'Flagged' }).getByRole('button').first().click()
  await page.getByRole('region', { name: 'Agents behind the figure' }).getByRole('link').first().waitFor()
}

const tab = (name: string, ready: (page: Page) => Promise<void>): States[number] => [
  `Data, ${name}`,
  async ({ page }) => {
    await goTo(page, `/data?tab=%22${name}%22`)
    await ready(page)
  },
]

/** A tab of Quality by the word in the address, and a heading that is there once it is drawn. */
const quality = (name: string, heading: string | RegExp): States[number] => [
  `Quality, ${name}`,
  async ({ page }) => {
    await goTo(page, `/quality?tab=%22${name}%22`)
    await page.getByRole('heading', { name: heading }).first().waitFor()
  },
]

/** A view of Patterns by its address, and a heading that is there once it is drawn. */
const patterns = (view: string, heading: string | RegExp): States[number] => [
  `Patterns, ${view}`,
  async ({ page }) => {
    await goTo(page, `/patterns?view=${view}`)
    await page.getByRole('heading', { name: heading }).first().waitFor()
  },
]

/** Tabs, as `everyPlace` has them all. */
const tabStates: States = [
  patterns('heat-map', 'Teams beside each other'),
  patterns('heat-map&table=true', 'Teams beside each other'),
  patterns('driver&driver=hold_time', 'Week by week'),
  patterns('grid', 'Why each stands where it stands'),
  patterns('shares', /Not computed yet|Where the differences lie/),
  patterns('what-moves', /What moves/),
  patterns('findings', 'Findings about the process'),
  patterns('conversations', 'Questions left out'),
  quality('queue', 'Waiting for review'),
  quality('plans', 'Of every agent, at random'),
  quality('scorecards', 'Scorecards'),
  quality('questions', 'What each question is worth'),
  quality('calibration', 'How reviewers score'),
  quality('disputes', 'To be decided'),
  quality('trust', 'What automation may do'),
  quality('results', 'Mean score'),
  tab('import', (page) => page.getByRole('heading', { name: 'Last imported' }).waitFor()),
  tab('history', (page) => page.getByRole('button', { name: /Undo/ }).first().waitFor()),
  tab('quarantine', (page) =>
    page
      .getByRole('button', { name: /Dismiss/ })
      .first()
      .waitFor(),
  ),
  tab('people', (page) =>
    page
      .getByRole('button', { name: /one person/ })
      .first()
      .waitFor(),
  ),
  tab('metrics', (page) => page.getByRole('heading', { name: 'Drivers' }).waitFor()),
  tab('freshness', (page) => page.getByRole('heading', { name: 'Coverage' }).waitFor()),
]

/** What opens on a screen, or is there only of somebody. The words waited for may stand among others, as marked ones do. */
export const everyOpening: States = [
  ['somebody who must be addressed', (opened) => agentInState(opened, 'must-address')],
  ['somebody on track', (opened) => agentInState(opened, 'on-track')],
  [
    'an action with its arithmetic and evidence open',
    async ({ page, client }) => {
      await agentInState({ page, client }, 'act')
      await page.getByRole('article', { name: /Action \W?1/ }).waitFor()
      for (const key of ['e', 'n']) await page.keyboard.press(key)
      await page
        .getByRole('table', { name: /came about/ })
        .first()
        .waitFor()
    },
  ],
  [
    'a mark with its note',
    async ({ page, client }) => {
      await agentInState({ page, client }, 'act')
      await page.getByRole('article', { name: /Action \W?1/ }).waitFor()
      await page.keyboard.press('m')
      await page.getByRole('textbox', { name: 'What was agreed' }).waitFor()
    },
  ],
  [
    'findings about the process',
    async ({ page, client }) => {
      await agentInState({ page, client }, 'act')
      await page.getByText('to the process, not to people').click()
      await page.getByRole('dialog').waitFor()
    },
  ],
  [
    'a search that finds nobody',
    async ({ page }) => {
      await goTo(page, '/coaching?q=nobody%20of%20this%20name')
      await page.getByText('Nobody matches').waitFor()
    },
  ],
  [
    'the palette',
    async ({ page }) => {
      await page.keyboard.press('ControlOrMeta+k')
      await page.getByRole('textbox', { name: 'Search' }).fill('a')
    },
  ],
  [
    'the keys',
    async ({ page }) => {
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    },
  ],
  [
    'what is missing in the data',
    async ({ page }) => {
      await page.keyboard.press('g')
      await page.keyboard.press('h')
      await page.getByRole('dialog', { name: 'Data health' }).getByRole('listitem').first().waitFor()
    },
  ],
  [
    'an agent without what others have',
    async ({ page, client }) => {
      const { findings } = await client.health.report()
      const [agent] = findings.find(({ kind }) => kind === 'people-without')?.agentIds ?? []
      if (agent === undefined) throw new Error('The sample lacks nothing of anybody.')
      const [gap] = await client.health.agent({ agentId: agent, days: 28 })
      await goTo(page, `/coaching?agent=${agent}`)
      await page.getByText(gap!.sentence).waitFor()
    },
  ],
  [
    'conversations',
    async ({ page }) => {
      await goTo(page, '/conversations')
      await page.getByRole('grid', { name: 'Conversations' }).waitFor()
    },
  ],
  [
    'no conversation that fits',
    async ({ page }) => {
      await goTo(page, '/conversations?from=%222031-01-01%22')
      await page.getByText('No conversation fits these filters').waitFor()
    },
  ],
  [
    'how to search what was said',
    async ({ page }) => {
      await goTo(page, '/conversations/search')
      await page.getByRole('heading', { name: 'Search everything said' }).waitFor()
    },
  ],
  [
    'what was found, and the further filters',
    async ({ page }) => {
      await goTo(page, `/conversations/search?q=${encodeURIComponent('"thank you"')}`)
      await page.getByRole('list', { name: 'Found turns' }).waitFor()
      await page.getByRole('button', { name: /Mood, score/ }).click()
      await page.getByRole('dialog').waitFor()
    },
  ],
  [
    'moments like one',
    async ({ page, client }) => {
      const { hits } = await client.search.find({ query: 'roaming' })
      await goTo(page, `/conversations/search?like=${hits[0]!.interactionId}&turn=${hits[0]!.turn.index}`)
      await page.getByRole('list', { name: 'Found turns' }).waitFor()
    },
  ],
  [
    'nothing said like that',
    async ({ page }) => {
      await goTo(page, `/conversations/search?q=${encodeURIComponent('"xylophone"')}`)
      await page.getByText('Nothing was said like that').waitFor()
    },
  ],
  [
    'a conversation',
    async ({ page, client }) => {
      const { items } = await client.conversations.list({})
      await goTo(page, `/conversations/${items[0]!.interactionId}`)
      await page.getByRole('list', { name: 'Transcript' }).waitFor()
    },
  ],
  ['patterns, a cell', aCell],
  [
    'patterns, how to keep a cell',
    async (opened) => {
      await aCell(opened)
      await opened.page.getByRole('button', { name: 'Keep as a finding' }).click()
      await opened.page.getByRole('dialog').waitFor()
    },
  ],
  [
    'patterns, a finding',
    async ({ page, client }) => {
      const { cells } = await client.patterns.overview({})
      const { driverId, group } = cells.find(({ compared }) => compared?.isFlagged)!
      const { id } = await client.systemic.create({ driverId, group, owner: 'Ines Okoro' })
      await goTo(page, `/patterns/findings/${id}`)
      await page.getByRole('heading', { name: 'Did it go away?' }).waitFor()
    },
  ],
  [
    'a place that is not there',
    async ({ page }) => {
      await goTo(page, '/nowhere')
      await page.getByRole('main').waitFor()
    },
  ],
  [
    'Settings, log, once it was checked',
    async ({ page }) => {
      await goTo(page, '/settings?tab=%22log%22')
      await page.getByRole('button', { name: 'Check the log' }).click()
      await page.getByText(/The log holds/).waitFor()
    },
  ],
  [
    'an import to undo',
    async ({ page }) => {
      await goTo(page, '/data?tab=%22history%22')
      await page
        .getByRole('button', { name: /Undo the import/ })
        .first()
        .click()
      await page.getByRole('dialog').waitFor()
    },
  ],
  [
    'files to import, and one being mapped',
    async ({ page }) => {
      await dropOnWindow(page, [aContactLog(), aMysteryFile(), { name: 'nothing.csv', text: '' }])
      await page.getByText('Cannot be read').first().waitFor()
      await page.getByRole('button', { name: 'Map the columns' }).waitFor()
    },
  ],
]

/** Every screen and what opens on it, over the sample. */
export const everyState: States = [...tabStates, ...everyOpening]
