import type { Page } from 'playwright-core'
import { dataTabs, patternViews, qualityTabs, settingsTabs } from '../../renderer/app/search.ts'
import type { Client } from '../../engine/direct-client.ts'
import { goTo } from './data-files.ts'

/** A place of the page by its address; the tab that is chosen there, if it has tabs. */
export interface Place {
  address: string
  tab?: string
}

const tabs = (path: string, name: string, values: readonly string[]): Place[] =>
  values.map((tab) => ({ address: `${path}?${name}=${tab}`, tab }))

export const placesInSettings = tabs('/settings', 'tab', settingsTabs)

/** Every view, with every tab of each, and one agent and one conversation of the sample. */
export async function everyPlace(client: Client): Promise<Place[]> {
  const { items } = await client.coaching.team({ days: 28 })
  const toAct = items.find(({ state }) => state === 'act') ?? items[0]
  const conversations = await client.conversations.list({ limit: 1 })
  if (!toAct || !conversations.items[0]) throw new Error('There is nobody and nothing to look at.')
  return [
    { address: `/coaching?agent=${toAct.agent.id}` },
    { address: '/coaching/week' },
    { address: '/coaching/sessions' },
    { address: '/coaching/questions' },
    { address: '/conversations' },
    { address: '/conversations/search?q=thank' },
    { address: `/conversations/${conversations.items[0].interactionId}` },
    ...tabs('/quality', 'tab', qualityTabs),
    ...tabs('/patterns', 'view', patternViews),
    ...tabs('/data', 'tab', dataTabs),
    ...placesInSettings,
  ]
}

/** Goes to a place and waits until it is drawn: another page than before, its tab chosen, and nothing still to come. Asks for no words, so that it holds in every language. */
export async function reach(page: Page, { address, tab }: Place): Promise<void> {
  await page.evaluate((to) => {
    const pathOf = (hash: string) => hash.replace(/^#/, '').split('?')[0]
    if (pathOf(location.hash) !== pathOf(to))
      for (const main of document.querySelectorAll('main')) main.dataset['left'] = ''
  }, address)
  await goTo(page, address)
  await page.waitForFunction((chosen) => {
    const tabIsChosen = () =>
      [...document.querySelectorAll('main [role=tab][aria-selected=true]')].some(({ id }) =>
        id.endsWith(`-tab-${chosen}`),
      )
    return (
      document.querySelector('main') !== null &&
      document.querySelector('main[data-left]') === null &&
      document.querySelector('main :is(h1, h2)') !== null &&
      document.querySelector('[class*=Skeleton-root]') === null &&
      (chosen === undefined || tabIsChosen())
    )
  }, tab)
}
