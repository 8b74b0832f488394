import { userInfo } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formatName } from '../../engine/recordings/decoding/index.ts'
import { catalogueModels } from '../../engine/recordings/models/catalogue.ts'
import { speakingIn } from '../../engine/speaking-in.ts'
import { openDebrief, type OpenDebrief } from '../support/browser.ts'
import { aContactLog, aMysteryFile } from './data-files.ts'
import { everyOpening } from './every-state.ts'
import { textsOfWorkspace, wordsOf, wordsOfSystem } from './every-word/data.ts'
import { markedLanguage, showMarked, speakMarked } from './every-word/marked-catalogues.ts'
import { shownTexts, type ShownText } from './every-word/shown-texts.ts'
import { findUnmarked } from './every-word/unmarked.ts'
import { everyPlace, reach } from './places.ts'

// Every text of both catalogues is marked; what stands on a screen without a mark has to be data.

let debrief: OpenDebrief
let speakAsBefore: () => void
beforeAll(async () => {
  speakAsBefore = speakMarked()
  debrief = await openDebrief({ sample: 'all-teams' })
  await showMarked(debrief.page)
}, 120_000)
afterAll(async () => {
  speakAsBefore()
  await debrief.close()
})

/** What people and files brought along, beside what stands in the workspace. */
function dataAtHand(): Set<string> {
  const { folder } = debrief
  const files = [aContactLog(), aMysteryFile(), { name: 'nothing.csv', text: '' }]
  const brought = [
    // a source is proposed by the file's name
    ...files.flatMap(({ name, text }) => [
      name,
      name.replace(/\.\w+$/, '').replaceAll('-', ' '),
      ...text.split(/[,\n]/),
    ]),
    formatName({ format: 'ogg-opus', codec: 'opus' }),
    ...catalogueModels.map(({ name }) => name),
    ...folder.split('/'),
    'own',
    userInfo().username,
  ]
  return new Set([...textsOfWorkspace(join(folder, 'own', 'debrief.sqlite')), ...brought.map(wordsOf)])
}

test('every word on every screen is from a catalogue or from the data', async () => {
  const { page, client } = debrief
  const shown = new Map<string, ShownText & { place: string }>()
  const look = async (place: string) => {
    await page.waitForFunction(() => document.querySelector('main [class*=Loader-root]') === null)
    for (const one of await shownTexts(page)) shown.set(`${one.where} ${one.text}`, { ...one, place })
  }
  await speakingIn(markedLanguage, async () => {
    for (const place of await everyPlace(client)) {
      await reach(page, place)
      await look(place.address)
    }
    for (const [name, reachState] of everyOpening) {
      // closes what is open; loading the page anew takes longer
      await page.keyboard.press('Escape')
      await reach(page, { address: '/settings?tab=general', tab: 'general' })
      await reachState(debrief)
      await look(name)
    }
  })
  expect([...shown.values()].filter(({ text }) => text.includes('⟦')).length).toBeGreaterThan(2000)
  const unmarked = findUnmarked(dataAtHand(), wordsOfSystem())
  const left = [...shown.values()].flatMap((one) =>
    unmarked(one).map((part) => `${one.place}, ${one.where}: ${part}`),
  )
  expect([...new Set(left)]).toEqual([])
  expect(debrief.problems).toEqual([])
}, 120_000)

test('a word that is in neither is found where it stands, and what is in one of them is not', async () => {
  const { page } = debrief
  await speakingIn(markedLanguage, () => reach(page, { address: '/settings?tab=general', tab: 'general' }))
  await page.evaluate(() => {
    const planted = document.createElement('section')
    planted.className = 'planted'
    planted.innerHTML = `
      <p>Plain words</p>
      <button aria-label="Close the drawer" title="⟦A tip⟧"><i>waiting</i></button>
      <p>⟦Of ⟧Ada Okafor⟦ only ⟧hold_time⟦ is known.⟧</p>
      <p>Ada Okafor, Harbor: 12 · 14. Nov. 2026 · vor 3 Tagen</p>
      <p><b>⟦Sett</b><mark>ings⟧</mark></p>
      <p hidden>Nobody sees this</p>`
    document.querySelector('main')!.append(planted)
  })
  const unmarked = findUnmarked(dataAtHand(), wordsOfSystem())
  const planted = (await shownTexts(page)).flatMap((one) => unmarked(one).map((part) => [one.where, part]))
  expect(planted).toEqual([
    ['p', 'Plain words'],
    ['button[aria-label]', 'Close the drawer'],
    ['i', 'waiting'],
    ['p', 'hold_time'],
  ])
})
