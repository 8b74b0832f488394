import { compileMessage } from '@lingui/message-utils/compileMessage'
import { afterAll, afterEach, expect, test } from 'vitest'
import { msg, plural, say, select, t } from '#speech'
import { languageAtHand, speakingIn } from '../../../engine/speaking-in.ts'
import { formatValue } from '../../../shared/domain/format.ts'
import { formatNumber, formatShort } from '../../../shared/speech/numbers.ts'
import { speakThrough, voiceOf } from '../../../shared/speech/voice.ts'

const gap = (worth: string) => t`Closing the gap is worth ${{ worth }}.`
const week = (contacts: number) =>
  t`It takes ${plural({ contacts }, { one: '# contact', other: '# contacts' })} here.`
const queue = msg`Queue`

const german = voiceOf('de', {
  [msg`Closing the gap is worth ${{ worth: '' }}.`.id]: compileMessage('{worth} wäre es wert.'),
  [msg`It takes ${plural({ contacts: 0 }, { one: '# contact', other: '# contacts' })} here.`.id]:
    compileMessage('Dafür {contacts, plural, one {braucht es # Kontakt} other {braucht es # Kontakte}}.'),
  [queue.id]: compileMessage('Warteschlange'),
})
const english = voiceOf('en')
const before = speakThrough(() => english)
afterEach(() => speakThrough(() => english))
// other files of this worker speak as before
afterAll(() => speakThrough(before))

test('English is what the source says, with what is put in as it is', () => {
  expect(gap('a point')).toBe('Closing the gap is worth a point.')
  expect(gap('{worth} and <0>')).toBe('Closing the gap is worth {worth} and <0>.')
  expect([week(1), week(2), week(12_345)]).toEqual([
    'It takes 1 contact here.',
    'It takes 2 contacts here.',
    'It takes 12,345 contacts here.',
  ])
  expect(say(queue)).toBe('Queue')
  expect(t`It isn't "so" in a ${select({ kind: 'team' }, { team: 'team', other: 'queue' })}.`).toBe(
    'It isn\'t "so" in a team.',
  )
})

test('the same place of the source is said anew with each value and in each language', () => {
  const said = () => [gap('1'), gap('2'), week(1), week(1234), say(queue), formatNumber(-1234.5, 1)]
  const before = said()
  speakThrough(() => german)
  expect(said()).toEqual([
    '1 wäre es wert.',
    '2 wäre es wert.',
    'Dafür braucht es 1 Kontakt.',
    'Dafür braucht es 1.234 Kontakte.',
    'Warteschlange',
    '−1.234,5',
  ])
  speakThrough(() => english)
  expect(said()).toEqual(before)
})

test('what a catalogue does not have is said in English', () => {
  speakThrough(() => german)
  expect(t`Nobody translated ${{ what: 'this' }}.`).toBe('Nobody translated this.')
})

test('values have the decimals of the language', () => {
  const score = { unit: 'score', scale: { min: 1, max: 5 } } as const
  const shown = () => [
    formatValue(0.8, score),
    formatShort(4.25, 1),
    formatShort(4, 2),
    formatNumber(-0.001, 2),
  ]
  expect(shown()).toEqual(['4.20', '4.3', '4', '0.00'])
  speakThrough(() => german)
  expect(shown()).toEqual(['4,20', '4,3', '4', '0,00'])
})

test('each call speaks its own language, however they overlap; an unknown one is answered in English', async () => {
  const heard: string[] = []
  const call = (language: string | undefined, after: number) =>
    speakingIn(language, async () => {
      await new Promise((resolve) => setTimeout(resolve, after))
      heard.push(`${language ?? 'none'}: ${languageAtHand()}`)
    })
  await Promise.all([call('de', 3), call('en', 1), call('de', 2), call('constructor', 4), call(undefined, 5)])
  expect(heard.toSorted()).toEqual(['constructor: en', 'de: de', 'de: de', 'en: en', 'none: en'])
  expect(languageAtHand()).toBe('en')
})
