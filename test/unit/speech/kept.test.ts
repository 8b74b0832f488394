import { readdirSync, readFileSync } from 'node:fs'
import { msg } from '@lingui/core/runtime-macro'
import { afterAll, afterEach, expect, test } from 'vitest'
import { keptReason, trustReasonInWords } from '../../../engine/quality/trust/kept-reasons.ts'
import { reasonInWords, reasons, reasonsWith } from '../../../engine/quality/rules/reasons.ts'
import { ruleMeasures } from '../../../shared/domain/rule-measures.ts'
import { keptSentence, sayerOfKept } from '../../../shared/speech/kept.ts'
import { speakThrough, voiceOf } from '../../../shared/speech/voice.ts'

/** Another language has these messages, each by its English. */
function speak(messages: Record<string, string>) {
  const byId = Object.entries(messages).map(([english, other]) => [msg({ message: english }).id, other])
  const other = voiceOf('de', Object.fromEntries(byId) as Record<string, string>)
  speakThrough(() => other)
}

const english = voiceOf('en')
const before = speakThrough(() => english)
afterEach(() => speakThrough(() => english))
// other files of this worker speak as before
afterAll(() => speakThrough(before))

const drawn = msg`Drawn at random: ${{ n: '' }} of each agent (${{ plan: '' }}).`

test('a sentence is kept in English whoever asks, and said to each in their own language', () => {
  speak({ 'Drawn at random: {n} of each agent ({plan}).': 'Plan {plan}: zufällig {n} von jedem Agent.' })
  const kept = keptSentence(drawn, { n: 3, plan: 'All (of us).' })
  expect(kept).toBe('Drawn at random: 3 of each agent (All (of us).).')
  const say = sayerOfKept([drawn])
  expect(say(kept)).toBe('Plan All (of us).: zufällig 3 von jedem Agent.')
  speakThrough(() => english)
  expect(say(kept)).toBe(kept)
})

test('what somebody wrote themselves stands as they wrote it', () => {
  speak({ 'Drawn at random: {n} of each agent ({plan}).': 'Plan {plan}' })
  expect(sayerOfKept([drawn])('Please look: {drawn} at random?')).toBe('Please look: {drawn} at random?')
})

test('why a rule gave no answer is said with what was put in', () => {
  speak({
    'The conversation is too short to judge.': 'Zu kurz.',
    'These questions are asked of {languages} conversations only.': 'Nur: {languages}.',
    '"{figure}" is not known of this conversation.': '„{figure}“ fehlt.',
    'Longest silence': 'Längste Stille',
  })
  const silence = ruleMeasures.find(({ id }) => id === 'longest_silence')!
  expect(
    [reasons.tooShort, reasonsWith.askedOf('en, fr'), reasonsWith.figureUnknown(silence.label)].map(
      reasonInWords,
    ),
  ).toEqual(['Zu kurz.', 'Nur: en, fr.', '„Längste Stille“ fehlt.'])
})

test('every reason that a rule of Debrief itself gives is known, so that it can be said in any language', () => {
  const given = new Set<string>()
  const gather = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return
    for (const [key, inner] of Object.entries(value))
      if ((key === 'reason' || key === 'sentence') && typeof inner === 'string') given.add(inner)
      else gather(inner)
  }
  for (const folder of ['rules', 'scorecards'])
    for (const name of readdirSync(`resources/${folder}`).filter((one) => one.endsWith('.json')))
      gather(JSON.parse(readFileSync(`resources/${folder}/${name}`, 'utf8')))
  speak(Object.fromEntries([...given].map((sentence) => [sentence, 'known'])))
  expect(given.size).toBeGreaterThan(10)
  expect([...given].filter((sentence) => reasonInWords(sentence) !== 'known')).toEqual([])
})

test('why trust moved is said with its shares and groups', () => {
  speak({
    'Agreed with people in {agreements} of {n} answers and found {found} of {fails} fails. Not for {groups}.':
      '{agreements}/{n}, {found} von {fails}, nicht: {groups}',
    'over 1,000 words': 'über 1.000 Wörter',
  })
  const values = { agreements: 47, n: 50, found: '90%', fails: 10 }
  expect(trustReasonInWords(keptReason('promotedBut', { ...values, groups: 'Mint, over 1,000 words' }))).toBe(
    '47/50, 90% von 10, nicht: Mint, über 1.000 Wörter',
  )
})
