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
  await page.getByRole('heading', { name: 'Nothing to compare yet' }).waitFor()
  await page.getByRole('tab', { name: 'Findings' }).click()
  await page.getByRole('heading', { name: 'No finding is kept' }).waitFor()
  await page.getByRole('tab', { name: 'In conversations' }).click()
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

  await goTo(page, '/patterns?view=conversations')
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

test('from a flag of the heat map to a finding, to its conversations, and back', async () => {
  const { page, client } = debrief
  const { cells, drivers } = await client.patterns.overview({})
  const before = await client.systemic.list({})
  const flag = cells.find(
    ({ compared, group, driverId }) =>
      compared?.isFlagged &&
      group.kind === 'team' &&
      !before.some((one) => one.driver.id === driverId && one.group.key === group.key),
  )!
  const driver = drivers.find(({ id }) => id === flag.driverId)!
  const name = `${driver.label}, ${flag.group.label}`

  await goTo(page, '/patterns')
  const map = page.getByRole('grid', { name: 'Drivers by team' })
  const cell = map.getByRole('button', { name: `${name}:` })
  await expect.poll(() => cell.getAttribute('aria-label')).toContain('flagged as worse than the rest')
  await cell.focus()
  await expect.poll(() => page.getByRole('tooltip').textContent()).toContain(flag.sentence)

  // two clicks from the figure to a conversation
  await cell.click()
  const panel = page.getByRole('complementary', { name })
  await panel.getByText(flag.sentence).waitFor()
  const behind = await client.patterns.conversations({ driverId: driver.id, group: flag.group, limit: 1 })
  await panel
    .getByRole('region', { name: 'Conversations behind the figure' })
    .getByRole('link')
    .first()
    .click()
  await page.waitForURL(`**/conversations/${behind.rows[0]!.interactionId}**`)

  // the open cell is in the address
  await page.goBack()
  await panel.getByRole('button', { name: 'Keep as a finding' }).click()
  const form = page.getByRole('dialog', { name: 'Keep as a finding' })
  await form.getByRole('textbox', { name: 'Owner' }).fill('Ines Okoro')
  await form.getByRole('textbox', { name: 'Why' }).fill('Their script leaves it out.')
  await form.getByRole('button', { name: 'Keep' }).click()
  await page.waitForURL('**/patterns/findings/*')
  await page.getByRole('heading', { level: 1, name }).waitFor()
  const kept = (await client.systemic.list({})).find(({ id }) => !before.some((one) => one.id === id))
  expect(kept).toMatchObject({ owner: 'Ines Okoro', status: 'open', group: { label: flag.group.label } })
  await page.getByText('Too early to tell').waitFor()

  // what is typed there is kept, with a line in the history
  await page.getByRole('textbox', { name: 'Owner' }).fill('Bo Lind')
  await page.getByRole('textbox', { name: 'Note' }).fill('The script is being changed.')
  await page.getByRole('button', { name: 'Add the note' }).click()
  await page
    .getByRole('list', { name: 'History of the finding' })
    .getByText('The script is being changed.')
    .waitFor()
  await expect.poll(async () => (await client.systemic.get({ id: kept!.id })).owner).toBe('Bo Lind')

  const record = await client.systemic.get({ id: kept!.id })
  await page.getByRole('list', { name: 'Conversations of the finding' }).getByRole('link').first().click()
  await page.waitForURL(`**/conversations/${record.conversations[0]!.interactionId}**`)

  // it stands above the map, and can be removed and brought back
  await goTo(page, '/patterns')
  await page.getByRole('navigation', { name: 'Open findings' }).getByRole('link', { name }).click()
  await page.getByRole('button', { name: 'Remove' }).click()
  await page.getByText('The finding is removed.').waitFor()
  expect((await client.systemic.list({})).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('table', { name: 'Findings' }).getByRole('link', { name }).waitFor()
  expect(debrief.problems).toEqual([])
}, 120_000)

test('the heat map is one stop for the Tab key, and arrows go through it', async () => {
  const { page } = debrief
  await goTo(page, '/data')
  await goTo(page, '/patterns')
  const map = page.getByRole('grid', { name: 'Drivers by team' })
  await map.waitFor()
  expect(await map.locator('[tabindex="0"]').count()).toBe(1)
  await map.locator('[tabindex="0"]').focus()
  const at = () => page.evaluate(() => document.activeElement?.getAttribute('data-place'))
  expect(await at()).toBe('0 1')
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowUp', 'ArrowUp'])
    await page.keyboard.press(key)
  expect(await at()).toBe('0 3')
  await page.keyboard.press('Home')
  expect(await at()).toBe('0 1')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary').filter({ hasText: 'Keep as a finding' })
  await panel.waitFor()
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  expect(await at()).toBe('0 1')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/patterns?view=driver**')
}, 120_000)

test('shares are computed in a job, and one driver shows who stands outside', async () => {
  const { page, client } = debrief
  await goTo(page, '/patterns?view=shares')
  await page.getByRole('button', { name: 'Compute the shares' }).click()
  const { kept } = await expect
    .poll(() => client.patterns.shares(), { timeout: 60_000 })
    .toMatchObject({ kept: { isStale: false } })
    .then(() => client.patterns.shares())
  const [first] = kept!.drivers
  const article = page.getByRole('article', { name: first!.driver.label, exact: true })
  await article.getByText(first!.sentence).waitFor()

  const { drivers } = await client.patterns.overview({})
  const views = await Promise.all(drivers.map(({ id }) => client.patterns.driver({ driverId: id })))
  const outside = views.find(({ funnel }) => funnel?.points.some(({ place }) => place === 'outside-998'))!
  const worst = outside.funnel!.points.find(({ place }) => place === 'outside-998')!
  await goTo(page, `/patterns?view=driver&driver=${outside.driver.id}`)
  await page.getByRole('button', { name: `${worst.agent.name}, ${worst.team!.name}:` }).focus()
  await page
    .getByRole('table', { name: `Agents on ${outside.driver.label}` })
    .getByRole('link', { name: worst.agent.name })
    .waitFor()
  await page.getByText(outside.grid.sentence).waitFor()

  // what is kept of a driver stands above what its figures say of people
  const [ofHolds] = await client.systemic.list({ driverId: 'hold_time' })
  await goTo(page, '/patterns?view=driver&driver=hold_time')
  await page
    .getByRole('navigation', { name: 'Open findings' })
    .getByRole('link', { name: ofHolds!.title })
    .waitFor()
  expect(debrief.problems).toEqual([])
}, 120_000)

test('a point of the funnel opens the conversations that count in it, by keys and with the way back', async () => {
  const { page, client } = debrief
  const { drivers } = await client.patterns.overview({})
  const driver = drivers.find(({ kind }) => kind === 'measure')!
  const { funnel } = await client.patterns.driver({ driverId: driver.id })
  const { agent, team, observed } = funnel!.points[0]!
  const group = { kind: 'agent', key: String(agent.id) } as const
  const behind = await client.patterns.conversations({ driverId: driver.id, group })
  expect(behind.total).toBe(observed)

  await goTo(page, `/patterns?view=driver&driver=${driver.id}`)
  const point = page.getByRole('button', { name: `${agent.name}, ${team!.name}:` })
  await point.focus()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: `${driver.label}, ${agent.name}` })
  const listed = panel.getByRole('region', { name: 'Conversations behind the figure' })
  await listed.getByText(`n = ${observed}`, { exact: true }).waitFor()
  // Escape closes it and focus is where it was
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  await expect.poll(() => point.evaluate((one) => one === document.activeElement)).toBe(true)

  // two clicks from the number to a conversation; back opens it as it was, and back again closes it
  await page.keyboard.press('Enter')
  await listed.getByRole('link').first().click()
  await page.waitForURL(`**/conversations/${behind.rows[0]!.interactionId}**`)
  await page.goBack()
  await listed.getByText(`n = ${observed}`, { exact: true }).waitFor()
  await page.goBack()
  await panel.waitFor({ state: 'detached' })

  // a week of the course is another number of the page
  const week = page.getByRole('button', { name: /^Week of / }).last()
  await week.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await page.getByRole('complementary', { name: / \d{4} to / }).waitFor()
  expect(debrief.problems).toEqual([])
}, 120_000)

test('a row of shares opens its levels, and a level its conversations', async () => {
  const { page, client } = debrief
  const { kept } = await client.patterns.shares()
  const shares = kept!.drivers.find(({ shares: own }) => own.some(({ source }) => source === 'queue'))!
  const levels = await client.patterns.levels({ driverId: shares.driver.id, over: 'shares', source: 'queue' })
  const [worst] = levels.levels
  await goTo(page, '/patterns?view=shares')
  const article = page.getByRole('article', { name: shares.driver.label, exact: true })
  await article.getByRole('button', { name: /^between queues/ }).click()
  const table = article.getByRole('table', { name: `${shares.driver.label} by queue` })
  await table.getByRole('button', { name: `${worst!.label}:` }).click()
  const panel = page.getByRole('complementary', { name: `${shares.driver.label}, ${worst!.label}` })
  await panel
    .getByText(`n = ${worst!.n.toLocaleString('en')}`, { exact: true })
    .first()
    .waitFor()
  await panel.getByRole('region', { name: 'Agents behind the figure' }).getByRole('link').first().waitFor()
  expect(debrief.problems).toEqual([])
}, 120_000)
