import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { starterPolicies } from '../../shared/domain/policy.ts'
import { openDebrief, seriousAccessibilityFindings, type OpenDebrief } from '../support/browser.ts'

const PASSPHRASE = 'five boilers sing'
const NOW = Date.UTC(2026, 2, 30, 12)
const MINUTE_MS = 60_000
/** A passphrase is checked as slowly as it must be, and the page looks who is there every ten seconds. */
const SLOW_MS = 60_000

let debrief: OpenDebrief

const views = () => debrief.page.getByRole('navigation', { name: 'Views' })
const whoAreYou = () => debrief.page.getByRole('heading', { name: 'Who are you?' })

async function choose(name: string): Promise<void> {
  const { page } = debrief
  await whoAreYou().waitFor({ timeout: SLOW_MS })
  await page.getByRole('combobox', { name: 'Your profile' }).fill(name)
  await page.getByRole('option', { name: new RegExp(name) }).click()
}

/** Resolves when it was answered: what is typed and sent before goes nowhere. */
async function tryPassphrase(passphrase: string): Promise<void> {
  const { page } = debrief
  const field = page.getByRole('textbox', { name: 'Passphrase' })
  await field.fill(passphrase)
  const answered = page.waitForResponse(/profiles\/enter/, { timeout: SLOW_MS })
  await field.press('Enter')
  await answered
}

async function expectAccessible(): Promise<void> {
  const { page } = debrief
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await seriousAccessibilityFindings(page, 'colours')).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
}

async function goToPeople(): Promise<void> {
  const { page } = debrief
  await views().getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('tab', { name: 'People and roles' }).click()
}

async function leave(name: string): Promise<void> {
  const { page } = debrief
  await page.getByRole('button', { name: `You are ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Leave' }).click()
  await whoAreYou().waitFor({ timeout: SLOW_MS })
}

/** What the browser says of answers that a test asks for: wrong passphrases, and calls of somebody who has left. */
const unexpected = () => debrief.problems.filter((problem) => !/status of (401|403|409)/.test(problem))

describe('profiles are made on the page, and entered', () => {
  beforeAll(async () => {
    debrief = await openDebrief({ now: NOW })
  })
  afterAll(() => debrief.close())

  test(
    'says what profiles are for where there are none, and makes the first',
    async () => {
      const { page } = debrief
      await goToPeople()
      await page.getByText('may do everything').waitFor()
      await expectAccessible()
      await page.getByRole('button', { name: 'Make the first profile' }).click()
      const form = page.getByRole('dialog', { name: 'Make a profile' })
      await form.getByText('There is no way back').waitFor()
      expect(await form.getByRole('radio', { name: /Supervisor/ }).isDisabled()).toBe(true)
      await form.getByRole('textbox', { name: 'Name' }).fill('Ada')
      const make = form.getByRole('button', { name: 'Make the profile' })
      await form.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
      expect(await make.isDisabled()).toBe(true)
      await form.getByLabel('The same once more').fill(PASSPHRASE)
      await expectAccessible()
      await make.click()
      await page.getByRole('button', { name: 'You are Ada' }).waitFor({ timeout: SLOW_MS })
      await page.getByRole('row', { name: /Ada.*You.*Administrator/ }).waitFor()
    },
    SLOW_MS * 2,
  )

  test(
    'makes another, changes it, retires it and brings it back',
    async () => {
      const { page, client } = debrief
      await page.getByRole('button', { name: 'Make a profile' }).click()
      const form = page.getByRole('dialog', { name: 'Make a profile' })
      await form.getByRole('textbox', { name: 'Name' }).fill('ada')
      await form.getByRole('radio', { name: /Director/ }).check()
      await form.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
      await form.getByLabel('The same once more').fill(PASSPHRASE)
      await form.getByRole('button', { name: 'Make the profile' }).click()
      await form.getByRole('alert').getByText('called "ada" already').waitFor({ timeout: SLOW_MS })
      await form.getByRole('textbox', { name: 'Name' }).fill('Don')
      await form.getByRole('button', { name: 'Make the profile' }).click()
      await page.getByRole('row', { name: /Don.*Director/ }).waitFor({ timeout: SLOW_MS })
      await page.getByRole('button', { name: 'What can be done with Don' }).click()
      await page.getByRole('menuitem', { name: 'Change' }).click()
      await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Dan')
      await page.getByRole('button', { name: 'Change it' }).click()
      const dan = page.getByRole('row', { name: /Dan.*Director.*by Ada.*Not yet/ })
      await dan.waitFor()
      await expectAccessible()
      await page.getByRole('button', { name: 'What can be done with Dan' }).click()
      await page.getByRole('menuitem', { name: 'Retire' }).click()
      await page.getByRole('button', { name: 'Retire it' }).click()
      await dan.waitFor({ state: 'detached' })
      await page.getByRole('alert').getByRole('button', { name: 'Undo' }).last().click()
      await dan.waitFor()
      await page.getByRole('button', { name: 'What can be done with Ada' }).click()
      await page.getByRole('menuitem', { name: 'Retire' }).click()
      await page.getByRole('button', { name: 'Retire it' }).click()
      await page.getByText('last administrator').waitFor()
      expect((await client.profiles.list()).map(({ name }) => name)).toEqual(['Ada', 'Dan'])
    },
    SLOW_MS * 2,
  )

  test(
    'says in one sentence that a passphrase is wrong, and lets the next try wait after some',
    async () => {
      const { page } = debrief
      await leave('Ada')
      expect(await page.getByRole('navigation').count()).toBe(0)
      await expectAccessible()
      await choose('Dan')
      for (const wrong of ['one', 'two', 'three']) {
        await tryPassphrase(wrong)
        await page.getByText('That is not the passphrase of this profile.').waitFor({ timeout: SLOW_MS })
        await page.getByRole('button', { name: 'Enter', disabled: false }).waitFor()
        await page.getByRole('textbox', { name: 'Passphrase' }).fill('')
      }
      await tryPassphrase(PASSPHRASE)
      await page.getByText('try again in a second').waitFor({ timeout: SLOW_MS })
      await expectAccessible()
      expect(await page.getByRole('navigation').count()).toBe(0)
    },
    SLOW_MS * 3,
  )

  test(
    'shows a director what groups show and no other view',
    async () => {
      const { page } = debrief
      await debrief.moveClock(NOW + 2000)
      await tryPassphrase(PASSPHRASE)
      await views().getByRole('link', { name: 'Patterns' }).waitFor({ timeout: SLOW_MS })
      expect(await views().getByRole('listitem').allTextContents()).toEqual(['Patterns', 'Settings'])
      await views().getByRole('link', { name: 'Settings' }).click()
      await page.getByRole('tab', { name: 'Policy' }).waitFor()
      expect(await page.getByRole('tab').allTextContents()).not.toContain('People and roles')
      expect(await page.getByRole('tab').allTextContents()).not.toContain('Log')
    },
    SLOW_MS * 2,
  )

  test(
    'changes the own passphrase, with the old one',
    async () => {
      const { page } = debrief
      await page.getByRole('button', { name: 'You are Dan' }).click()
      await page.getByRole('menuitem', { name: 'Change my passphrase' }).click()
      const form = page.getByRole('dialog', { name: 'Change your passphrase' })
      await form.getByLabel('Passphrase of now').fill('not this one')
      await form.getByLabel('New passphrase').fill('six kettles whistle')
      await form.getByLabel('The same once more').fill('six kettles whistle')
      await expectAccessible()
      await form.getByRole('button', { name: 'Set it' }).click()
      await form.getByRole('alert').getByText('not the passphrase').waitFor({ timeout: SLOW_MS })
      await form.getByLabel('Passphrase of now').fill(PASSPHRASE)
      await form.getByRole('button', { name: 'Set it' }).click()
      await page.getByText('Your passphrase is another one now.').waitFor({ timeout: SLOW_MS })
      await leave('Dan')
      await choose('Ada')
      await tryPassphrase(PASSPHRASE)
      await views().getByRole('link', { name: 'Coaching', exact: true }).waitFor({ timeout: SLOW_MS })
      expect(await views().getByRole('listitem').count()).toBe(6)
    },
    SLOW_MS * 4,
  )

  test(
    'a profile left by itself leaves its page underneath, out of sight and reach, and what was typed to who comes back',
    async () => {
      const { page } = debrief
      await goToPeople()
      await page.getByRole('button', { name: 'Make a profile' }).click()
      const field = page.getByRole('dialog').getByRole('textbox', { name: 'Name' })
      await field.fill('Half a na')
      await debrief.moveClock(NOW + 31 * MINUTE_MS)
      await whoAreYou().waitFor({ timeout: SLOW_MS })
      await expectAccessible()
      // neither seen, nor read out, nor found, nor reached
      const seen = await page.evaluate(() => document.body.innerText)
      expect(seen).toContain('Who are you?')
      expect(seen).not.toMatch(/Settings|Make a profile|Dan\b/)
      expect(await page.locator('body').ariaSnapshot()).not.toMatch(/Settings|Make a profile|Half a na/)
      expect(await field.isVisible()).toBe(false)
      expect(await page.getByRole('dialog', { name: 'Make a profile' }).count()).toBe(0)
      const reached = []
      for (let presses = 0; presses < 8; presses++) {
        await page.keyboard.press('Tab')
        reached.push(
          await page.evaluate(() => {
            const { activeElement: at } = document
            return at === null || at === document.body || at.closest('dialog') !== null
          }),
        )
      }
      expect(reached).not.toContain(false)
      for (const key of ['Escape', 'Escape', 'Control+k', 'g', 's', '?']) await page.keyboard.press(key)
      await page.mouse.click(20, 300)
      await page.keyboard.press('Escape')
      expect(await whoAreYou().isVisible()).toBe(true)
      expect(await page.getByRole('navigation').count()).toBe(0)
      await tryPassphrase('not this one')
      await page.getByText('That is not the passphrase of this profile.').waitFor({ timeout: SLOW_MS })
      expect(await field.isVisible()).toBe(false)
      await tryPassphrase(PASSPHRASE)
      await whoAreYou().waitFor({ state: 'detached', timeout: SLOW_MS })
      await field.waitFor()
      expect(await field.inputValue()).toBe('Half a na')
      expect(await page.getByRole('dialog', { name: 'Make a profile' }).count()).toBe(1)
    },
    SLOW_MS * 4,
  )

  test(
    'gives somebody else a page of their own',
    async () => {
      const { page } = debrief
      await debrief.moveClock(NOW + 70 * MINUTE_MS)
      await choose('Dan')
      await tryPassphrase('six kettles whistle')
      await page.getByRole('button', { name: 'You are Dan' }).waitFor({ timeout: SLOW_MS })
      expect(await page.getByRole('dialog').count()).toBe(0)
      expect(await page.content()).not.toContain('Half a na')
      expect(new URL(page.url()).hash).toMatch(/^#\/patterns/)
      expect(unexpected()).toEqual([])
    },
    SLOW_MS * 2,
  )
})

const withoutPassphrases = {
  ...starterPolicies.strict,
  profiles: { passphrase: false, idleMinutes: null },
}

describe('an agent', () => {
  let firstSession = 0
  beforeAll(async () => {
    debrief = await openDebrief({
      sample: 'all-teams',
      prepare: async (client) => {
        const [agent, other] = await client.people.list({})
        const agentIds = [agent!.id]
        const held = await client.sessions.prepare({ agentIds, idea: 'Summing up before the end' })
        firstSession = held.id
        await client.sessions.write({ id: held.id, privateNotes: 'Quite unsure of himself' })
        await client.sessions.addCommitment({
          id: held.id,
          agentId: agent!.id,
          behaviour: 'Sum up in one sentence',
          seenBy: 'three calls',
        })
        await client.sessions.finish({ id: held.id })
        const soon = await client.sessions.prepare({ agentIds, idea: 'Asking what else' })
        await client.sessions.write({ id: soon.id, plannedAt: Date.now() + 86_400_000 })
        await client.sessions.prepare({ agentIds, idea: 'Not for them yet' })
        const others = await client.sessions.prepare({ agentIds: [other!.id], idea: 'Of somebody else' })
        await client.sessions.finish({ id: others.id })
        await client.policy.adopt({ document: withoutPassphrases })
        await client.profiles.create({ name: 'Ada', role: 'administrator' })
        await client.profiles.create({ name: 'Ann', role: 'agent', agentId: agent!.id })
      },
    })
  }, SLOW_MS * 2)
  afterAll(() => debrief.close())

  test(
    'begins at their own sessions, with what was agreed, and sees no other view',
    async () => {
      const { page } = debrief
      await choose('Ann')
      await page.getByRole('button', { name: 'Enter' }).click()
      await page.getByRole('heading', { name: 'My sessions' }).waitFor()
      await page.getByRole('heading', { name: 'Summing up before the end' }).waitFor()
      await page.getByRole('heading', { name: 'Asking what else' }).waitFor()
      expect(await page.getByText('Sum up in one sentence').count()).toBe(2)
      expect(await page.getByText(/Not for them yet|Of somebody else|unsure/).count()).toBe(0)
      expect(await views().getByRole('listitem').allTextContents()).toEqual(['My sessions', 'Settings'])
      await expectAccessible()
    },
    SLOW_MS,
  )

  test(
    'reads the page of a session',
    async () => {
      const { page } = debrief
      await page.getByRole('button', { name: 'Read its page: Summing up before the end' }).click()
      const packet = page.getByRole('dialog').frameLocator('iframe')
      await packet.getByText('Sum up in one sentence').waitFor()
      expect(await packet.locator('form, script').count()).toBe(0)
      expect(await packet.getByText('unsure').count()).toBe(0)
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    },
    SLOW_MS,
  )

  test(
    'says what they think of it, and that stands with the session',
    async () => {
      const { page, client } = debrief
      await page.getByRole('textbox', { name: 'In your words' }).fill('I had two calls with no end')
      await page.getByRole('button', { name: 'Read, I see it otherwise' }).click()
      await page.getByText('You have read it and see it otherwise').waitFor()
      await expectAccessible()
      const ada = (await client.profiles.list()).find(({ name }) => name === 'Ada')!
      await client.profiles.enter({ id: ada.id })
      const { people } = await client.sessions.get({ id: firstSession })
      expect(people[0]!.acknowledgement).toMatchObject({
        agrees: false,
        comment: 'I had two calls with no end',
      })
      await views().getByRole('link', { name: 'Settings' }).click()
      await page.getByRole('heading', { name: 'Language', exact: true }).waitFor()
      expect(await page.getByRole('tab').allTextContents()).toEqual(['Language and look'])
      expect(debrief.problems).toEqual([])
    },
    SLOW_MS,
  )
})

describe('a supervisor of one team', () => {
  let mine = ''
  let others: string[] = []
  beforeAll(async () => {
    debrief = await openDebrief({
      sample: 'all-teams',
      prepare: async (client) => {
        const teams = await client.people.teams()
        mine = teams[0]!.name
        const people = await client.people.list({})
        // who was in the team once is seen in it on those days
        const wasMine = new Set<number>()
        for (let offset = 0; ; offset += 200) {
          const page = await client.conversations.list({ teamId: teams[0]!.id, offset, limit: 200 })
          for (const { agent } of page.items) if (agent) wasMine.add(agent.id)
          if (page.items.length < 200) break
        }
        const isMine = ({ id, team }: { id: number; team: string | null }) => team === mine || wasMine.has(id)
        // two people of the sample have one name
        const ownNames = new Set(people.filter(isMine).map(({ name }) => name))
        others = people
          .filter((person) => person.team !== null && !isMine(person))
          .map(({ name }) => name)
          .filter((name) => !ownNames.has(name))
        if (others.length < 10) throw new Error('There is hardly anybody to be hidden.')
        await client.policy.adopt({ document: withoutPassphrases })
        await client.profiles.create({ name: 'Ada', role: 'administrator' })
        await client.profiles.create({
          name: 'Sue',
          role: 'supervisor',
          teams: [{ team: mine, from: null, to: null }],
        })
      },
    })
  }, SLOW_MS * 2)
  afterAll(() => debrief.close())

  test(
    'walks every view they may see without an error, and meets nobody of another team',
    async () => {
      const { page } = debrief
      await choose('Sue')
      await page.getByRole('button', { name: 'Enter' }).click()
      await page.getByRole('button', { name: 'You are Sue' }).waitFor()
      expect(await views().getByRole('listitem').allTextContents()).toEqual([
        'Coaching',
        'Conversations',
        'Quality',
        'Patterns',
        'Settings',
      ])
      const wrong: string[] = []
      const look = async (where: string) => {
        // drawn, and with nothing on its way any more
        await page.waitForTimeout(300)
        while ((await page.getByRole('status', { name: /^Loading/ }).count()) > 0)
          await page.waitForTimeout(200)
        const text = await page.locator('main').first().innerText()
        if (/could not be drawn|Could not load|Not for you to see|no such page/.test(text))
          wrong.push(`${where}: ${text.slice(0, 300)}`)
        for (const name of others) if (text.includes(name)) wrong.push(`${where}: ${name}`)
      }
      for (const view of ['Coaching', 'Conversations', 'Quality', 'Patterns', 'Settings']) {
        await views().getByRole('link', { name: view, exact: true }).click()
        await page.getByRole('main').first().waitFor()
        await look(view)
        const tabs = await page.getByRole('main').getByRole('tab').allTextContents()
        for (const tab of tabs) {
          await page.getByRole('main').getByRole('tab', { name: tab, exact: true }).click()
          await look(`${view}, ${tab}`)
        }
      }
      for (const place of [
        '/coaching/week',
        '/coaching/sessions',
        '/coaching/questions',
        '/conversations/search',
      ]) {
        await page.evaluate((to) => (window.location.hash = `#${to}`), place)
        await page.getByRole('main').first().waitFor()
        await look(place)
      }
      expect(wrong).toEqual([])
      expect(debrief.problems).toEqual([])
    },
    SLOW_MS * 4,
  )
})
