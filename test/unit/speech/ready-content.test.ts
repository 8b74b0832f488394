import { expect, test } from 'vitest'
import { readyTemplates } from '../../../engine/coaching/sessions/ready-templates.ts'
import { labelToKeep } from '../../../engine/metrics/index.ts'
import { patternsToFind } from '../../../engine/patterns/starter.ts'
import { discoveryWords, statementWords } from '../../../engine/patterns/starter-words.ts'
import { askedAs, readyInWords, ruleLibrary, starterScorecard } from '../../../engine/quality/index.ts'
import { starterForm } from '../../../engine/quality/scorecards/starter-form.ts'
import { catalogueModels } from '../../../engine/recordings/models/catalogue.ts'
import { remarksOn } from '../../../engine/recordings/models/model-words.ts'
import { speakingIn } from '../../../engine/speaking-in.ts'
import { say } from '../../../shared/speech/voice.ts'

// What comes with Debrief is said in the language of whoever looks; what is looked for in conversations is in theirs.

const inGerman = <Result>(task: () => Result) => speakingIn('de', task)

/** These are the same in both languages, or nearly. */
const alike = new Set(['Empathy'])

test('every text of the starter scorecard and of the ready rules has its German', () => {
  const { title, sections, questions } = starterScorecard()
  const texts = [
    title,
    ...sections.map((section) => section.title),
    ...questions.flatMap((question) => [question.title, question.text]),
    ...ruleLibrary().flatMap((rule) => [rule.title, rule.text, rule.description]),
  ]
  const english = texts.filter((text) => !alike.has(text) && inGerman(() => readyInWords(text)) === text)
  expect(english).toEqual([])
  expect(texts.map(readyInWords)).toEqual(texts)
})

test('everything that patterns look for, and every model that can be downloaded, has a name or a remark in words', () => {
  const { statements, questions } = patternsToFind()
  for (const { id } of statements) expect(statementWords(id).title).not.toBe(id)
  for (const { id } of questions) expect(discoveryWords(id)).toBeDefined()
  expect(inGerman(() => statementWords('right-to-cancel'))).toEqual({
    title: 'Widerrufsrecht',
    says: 'wie lange man noch zurücktreten kann',
  })
  expect(catalogueModels.filter((model) => remarksOn(model) === '')).toEqual([])
})

test('ready questions for a session are asked in German of whoever speaks it', () => {
  const closing = readyTemplates.find(({ key }) => key === 'closing')!
  expect(say(closing.name)).toBe('Closing')
  expect(inGerman(() => [say(closing.name), ...closing.questions.map(say)])).toEqual([
    'Verabschiedung',
    'Was sollen die anderen zuletzt in Erinnerung behalten?',
    'Wie endete dieser Anruf für den Kunden?',
    'Was machte daraus Ihren eigenen Abschied?',
  ])
})

test('a form started from the starter scorecard in German has German titles under the same ids, and still asks the same', () => {
  const german = inGerman(() => starterForm(starterScorecard()))
  const english = starterForm(starterScorecard())
  expect(german.title).toBe('Startbogen: gesagt oder nicht gesagt')
  expect(german.questions.map(({ id }) => id)).toEqual(english.questions.map(({ id }) => id))
  expect(german.questions[0]).toMatchObject({
    title: 'Begrüßung',
    guidance: 'Begann der Agent mit einem Gruß und einem Namen oder dem Angebot zu helfen?',
  })
  for (const { id, title } of german.questions) expect(askedAs(starterScorecard(), title)).toBe(id)
})

test('what is written down of an automated question is its English label', () => {
  expect(labelToKeep({ id: 'auto:greeting', label: 'Begrüßung' })).toBe('Greeting')
  expect(labelToKeep({ id: 'question:7', label: 'Begrüßung' })).toBe('Begrüßung')
})
