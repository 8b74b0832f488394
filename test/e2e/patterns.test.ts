import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openDebrief, type OpenDebrief } from '../support/browser.ts'
import { goTo } from './data-files.ts'

let debrief: OpenDebrief
beforeAll(async () => {
  debrief = await openDebrief({ sample: 'all-teams' })
})
afterAll(() => debrief.close())

test('an empty workspace says what is missing, and the way to bring it in', async () => {
  const empty = await openDebrief()
  onTestFinished(() => empty.close())
  const { page } = empty
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  await page.getByRole('heading', { name: 'No conversations to compare yet' }).waitFor()
  await page.getByRole('button', { name: 'Import transcripts' }).click()
  await page.waitForURL('**/data**')
})

test('the sample shows one of each, and a finding leads to the turn it rests on', async () => {
  const { page, client } = debrief
  const { disclosures, waste, discovery } = await client.patterns.findings({})
  const recap = disclosures.statements.find(({ id }) => id === 'recap')!
  expect(recap.teams[0]).toMatchObject({ team: { name: 'Summit' } })
  expect(recap.teams[0]!.low).toBeGreaterThan(recap.all!.share)
  expect(waste.findings.map(({ phrase }) => phrase)).toContain('put you on hold')
  const skipped = discovery.questions.flatMap(({ id, teams }) =>
    teams.filter(({ isSkipped }) => isSkipped).map(({ team }) => [id, team.name]),
  )
  expect(skipped).toEqual([['further-help', 'Juniper']])

  await goTo(page, '/patterns')
  const article = page.getByRole('article', { name: 'Recap' })
  await article.getByText(recap.sentence).waitFor()
  const [moment] = recap.moments
  await article.getByRole('list', { name: 'Conversations: Recap' }).getByRole('link').first().click()
  await page.waitForURL(`**/conversations/${moment!.interactionId}?segment=${moment!.segment}`)
  await expect
    .poll(() => page.locator(`#segment-${moment!.segment}`).getAttribute('aria-current'))
    .toBe('location')
  expect(debrief.problems).toEqual([])
}, 120_000)
