import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { starterPolicies } from '../../shared/domain/policy.ts'
import { openDebrief, seriousAccessibilityFindings, type OpenDebrief } from '../support/browser.ts'

let debrief: OpenDebrief
beforeAll(async () => {
  debrief = await openDebrief({ sample: 'all-teams' })
}, 120_000)
afterAll(() => debrief.close())

test('what is held about an agent is reached from their page, and written out with where it lies', async () => {
  const { page, door, client, problems } = debrief
  const { agents } = await client.coaching.rank({})
  const { id, name } = agents[0]!.agent
  await page.goto(`${door.origin}/#/coaching?agent=${id}`)
  await page.getByRole('button', { name: `More about ${name}` }).click()
  await page.getByRole('menuitem', { name: `What is held about ${name}` }).click()
  const table = page.getByRole('table', { name: `What is held about ${name}` })
  await table.getByText('Conversations', { exact: true }).waitFor()
  const { kinds } = await client.access.find({ agentId: id })
  expect(await table.getByRole('row').count()).toBe(kinds.length + 1)
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Export…' }).click()
  const outcome = page.getByRole('status').filter({ hasText: 'exports' })
  await outcome.waitFor({ timeout: 120_000 })
  const directory = (await outcome.locator('code').textContent())!
  expect(existsSync(join(directory, 'README.txt'))).toBe(true)
  expect(readdirSync(directory)).toContain('words.csv')
  expect(problems).toEqual([])
})

test('of a customer nobody knows nothing is held, and the number does not stand in the address', async () => {
  const { page, door, problems } = debrief
  await page.goto(`${door.origin}/#/settings?tab=privacy`)
  await page.getByText('Customer', { exact: true }).click()
  await page.getByLabel('Number or id of the customer, or of a contact').fill('+44 20 7946 0999')
  await page.getByRole('button', { name: 'Look' }).click()
  await page.getByText('Nothing is held about this customer.').waitFor()
  expect(page.url()).not.toContain('7946')
  expect(problems).toEqual([])
})

test('all conversations of a list are given a lawful basis in one step, which says before how many change, and is undone in one', async () => {
  const { page, door, client, problems } = debrief
  const { total } = await client.conversations.list({ channel: 'chat', limit: 1 })
  const before = await client.lawfulBasis.listed({ channel: 'chat' })
  await page.goto(`${door.origin}/#/conversations?channel=chat`)
  await page.getByRole('button', { name: 'Lawful basis…' }).click()
  const asked = page.getByRole('dialog', { name: 'Lawful basis of what fits the filters' })
  const table = asked.getByRole('table', { name: 'What they rest on now' })
  await table.waitFor()
  expect(await table.getByRole('row').count()).toBe(before.now.length + 1)
  expect(await asked.getByRole('button', { name: 'Change', exact: true }).isDisabled()).toBe(true)
  const choose = async (name: string) => {
    await asked.getByRole('combobox', { name: 'From now on they rest on' }).click()
    await page.getByRole('option', { name, exact: true }).click()
  }
  await choose('What their exports or sources say')
  await asked.getByText('Nobody said anything of any of them here.').waitFor()
  await choose('Consent refused')
  await asked.getByText('What was refused is not shown').waitFor()
  await choose('Contract')
  await asked.getByText(`All ${total} change.`).waitFor()
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  await asked.getByRole('button', { name: `Change ${total} conversations` }).click()
  await asked.waitFor({ state: 'detached' })
  expect(await client.lawfulBasis.listed({ channel: 'chat' })).toEqual({
    conversations: total,
    now: [{ basis: 'contract', n: total }],
    saidByPerson: total,
  })
  // nothing else was spoken of
  expect((await client.lawfulBasis.listed({})).saidByPerson).toBe(total)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => client.lawfulBasis.listed({ channel: 'chat' })).toEqual(before)
  expect(problems).toEqual([])
})

test('a conversation is held, waits for the hold, and is deleted for good from its page, with its proof under Privacy', async () => {
  const { page, door, client, problems } = debrief
  const { items } = await client.conversations.list({ channel: 'chat', limit: 1 })
  const { interactionId } = items[0]!
  await page.goto(`${door.origin}/#/conversations/${interactionId}`)
  const more = page.getByRole('button', { name: 'Hold or delete this conversation' })
  await more.click()
  await page.getByRole('menuitem', { name: 'Put under legal hold…' }).click()
  const held = page.getByRole('dialog', { name: 'Put under legal hold' })
  await held.getByLabel('Why').fill('Case 2026-14')
  await held.getByRole('button', { name: 'Hold' }).click()
  await page.getByText('Under legal hold: Case 2026-14').waitFor()
  expect(await client.privacy.holds()).toMatchObject([{ kind: 'conversation', recordId: interactionId }])

  // what is held can be looked at, and is not deleted
  await more.click()
  await page.getByRole('menuitem', { name: 'Delete for good…' }).click()
  const asked = page.getByRole('dialog', { name: 'Delete for good' })
  await asked.getByText('A legal hold keeps a part').waitFor()
  await asked.getByRole('button', { name: 'Keep it' }).click()

  // the hold leads here from where all of them stand
  await page.goto(`${door.origin}/#/settings?tab=privacy`)
  await page.getByRole('link', { name: `Conversation ${interactionId}` }).click()
  await page.waitForURL(`**/#/conversations/${interactionId}*`)
  await more.click()
  await page.getByRole('menuitem', { name: 'Lift the legal hold' }).click()
  await page.getByText('Under legal hold: Case 2026-14').waitFor({ state: 'detached' })

  await more.click()
  await page.getByRole('menuitem', { name: 'Delete for good…' }).click()
  await asked.getByText('1 conversation', { exact: true }).waitFor()
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  await asked.getByLabel('Why').fill('Request 7')
  await asked.getByRole('button', { name: 'Delete for good' }).click()
  await page.waitForURL(/#\/conversations(?:\?|$)/)
  await page.goto(`${door.origin}/#/conversations/${interactionId}`)
  await page.getByText('What was said here was deleted on').waitFor()
  expect(await client.conversations.get({ interactionId })).toMatchObject({ contactRef: null, segments: [] })
  await page.goto(`${door.origin}/#/settings?tab=privacy`)
  await page.getByRole('row').filter({ hasText: 'Request 7' }).getByText('1 conversation').first().waitFor()
  expect(problems).toEqual([])
})

test('a recorded conversation that is deleted from its page is asked for nothing more: no call is refused', async () => {
  const { page, door, client, problems } = debrief
  const { interactionId } = (await client.recordings.list({})).find(({ isHeard }) => isHeard)!
  await page.goto(`${door.origin}/#/conversations/${interactionId}`)
  await page.getByTestId('waveform-0').waitFor({ state: 'attached' })
  const refused: string[] = []
  const note = (answer: { status(): number; url(): string }) => {
    if (answer.status() >= 400) refused.push(answer.url())
  }
  page.on('response', note)
  await page.getByRole('button', { name: 'Hold or delete this conversation' }).click()
  await page.getByRole('menuitem', { name: 'Delete for good…' }).click()
  const asked = page.getByRole('dialog', { name: 'Delete for good' })
  await asked.getByLabel('Why').fill('Request 8')
  // the page is still open when it is told what changed, and shows the conversation as it was until it is asked for anew
  await page.route('**/rpc/conversations/get', async (route) => {
    const response = await route.fetch()
    await page.waitForTimeout(1000)
    await route.fulfill({ response })
  })
  const askedAgain = page.waitForResponse(/\/rpc\/conversations\/get$/)
  await page.route('**/rpc/privacy/forget', async (route) => {
    const response = await route.fetch()
    await askedAgain
    await route.fulfill({ response })
  })
  await asked.getByRole('button', { name: 'Delete for good' }).click()
  await page.waitForURL(/#\/conversations(?:\?|$)/)
  await page.goto(`${door.origin}/#/settings?tab=privacy`)
  await page.getByRole('row').filter({ hasText: 'Request 8' }).waitFor()
  page.off('response', note)
  expect(refused).toEqual([])
  expect(problems).toEqual([])
})

test('a source is held by its name, which can be undone at once', async () => {
  const { page, door, client, problems } = debrief
  const [source] = await client.imports.sources()
  await page.goto(`${door.origin}/#/settings?tab=privacy`)
  const section = page.getByRole('region', { name: 'Legal holds' })
  await section.getByRole('combobox', { name: 'Hold' }).click()
  await page.getByRole('option', { name: 'A source' }).click()
  await section.getByLabel('Why').fill('Case 16')
  const button = section.getByRole('button', { name: 'Hold', exact: true })
  // nothing is held before somebody says which
  expect(await button.isDisabled()).toBe(true)
  const name = section.getByRole('combobox', { name: 'Name of the source' })
  await name.fill('there is none')
  await page.getByText('No source by that name').waitFor()
  await name.fill(source!.name)
  await page.getByRole('option', { name: source!.name, exact: true }).click()
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  // by the keyboard alone
  await section.getByLabel('Why').press('Enter')
  await section.getByRole('button', { name: `Lift the hold on ${source!.name}` }).waitFor()
  const held = { kind: 'source', label: source!.name, why: 'Case 16' }
  expect(await client.privacy.holds()).toMatchObject([{ ...held, liftedAt: null }, {}])
  await page.getByRole('button', { name: 'Undo' }).click()
  await section
    .getByRole('button', { name: `Lift the hold on ${source!.name}` })
    .waitFor({ state: 'detached' })
  expect((await client.privacy.holds()).find(({ kind }) => kind === 'source')!.liftedAt).not.toBeNull()
  expect(problems).toEqual([])
})

test('days are held, and what the policy keeps no longer is deleted once it is asked about', async () => {
  const { page, door, client, problems } = debrief
  const document = starterPolicies['small-team']
  await client.policy.adopt({
    document: {
      ...document,
      privacy: { ...document.privacy, retentionDays: { audio: null, transcripts: 30, scores: null } },
    },
  })
  await page.goto(`${door.origin}/#/settings?tab=privacy`)
  await page.getByRole('combobox', { name: 'Hold' }).click()
  await page.getByRole('option', { name: 'Days' }).click()
  await page.getByLabel('First day').fill('2020-01-01')
  await page.getByLabel('Last day').fill('2019-01-01')
  await page.getByText('Before the first').waitFor()
  await page.getByLabel('Last day').fill('2020-12-31')
  const section = page.getByRole('region', { name: 'Legal holds' })
  await section.getByLabel('Why').fill('Case 15')
  await section.getByRole('button', { name: 'Hold', exact: true }).click()
  await section.getByText('2020-01-01 to 2020-12-31').waitFor()

  await page.getByRole('button', { name: 'Delete it now…' }).click()
  const asked = page.getByRole('dialog', { name: 'Delete now what is older?' })
  await asked.getByText(/What was said and written: \d/).waitFor()
  await asked.getByRole('button', { name: 'Keep it' }).click()
  expect((await client.privacy.status()).deletions.filter(({ kind }) => kind === 'retention')).toEqual([])
  await page.getByRole('button', { name: 'Delete it now…' }).click()
  await asked.getByRole('button', { name: 'Delete for good' }).click()
  await page.getByRole('row').filter({ hasText: 'conversations' }).first().waitFor({ timeout: 60_000 })
  await expect.poll(async () => (await client.privacy.status()).clocks[1]!.due, { timeout: 60_000 }).toBe(0)
  expect(problems).toEqual([])
})
