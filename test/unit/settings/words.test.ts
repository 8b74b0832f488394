import { join } from 'node:path'
import { i18n } from '@lingui/core'
import { getCatalogs } from '@lingui/cli/api'
import { getConfig } from '@lingui/conf'
import { afterEach, describe, expect, test } from 'vitest'
import { actOnPage } from '../../../renderer/features/settings/words/act-words.ts'
import { pagePolicyWords } from '../../../renderer/features/settings/words/policy-words.ts'
import { pageReplayWords } from '../../../renderer/features/settings/words/replay-words.ts'
import { actInWords, actWords } from '../../../shared/domain/act-words.ts'
import { capabilities } from '../../../shared/domain/capabilities.ts'
import { comparePolicies } from '../../../shared/domain/compare-policies.ts'
import { policyInWords } from '../../../shared/domain/policy-in-words.ts'
import { englishPolicyWords } from '../../../shared/domain/policy-words.ts'
import { roles, starterPolicies, type PolicyDocument } from '../../../shared/domain/policy.ts'
import {
  englishReplayWords,
  forbiddenAutomation,
  whyInWords,
  type ReplayCause,
} from '../../../shared/domain/replay-words.ts'

const { strict, 'works-council': worksCouncil, 'small-team': smallTeam } = starterPolicies

/** One of everything, many of everything, and hosts for what is done and what is off. */
const others: PolicyDocument[] = [
  {
    ...worksCouncil,
    approvalHours: 1,
    approvals: ['export'],
    profiles: { passphrase: false, idleMinutes: 1 },
    scope: { supervisor: 'everybody', reviewer: 'names' },
    privacy: { lawfulBasis: 'assumed', retentionDays: { audio: 1, transcripts: 1825, scores: null } },
    destinations: [
      { purpose: 'transcribe', host: 'speech.example' },
      { purpose: 'score', host: 'models.example:8443' },
    ],
  },
  {
    ...smallTeam,
    approvalHours: 168,
    approvals: [...capabilities],
    profiles: { passphrase: true, idleMinutes: 1440 },
    destinations: [
      { purpose: 'score', host: 'models.example:8443' },
      { purpose: 'draft', host: 'models.example:8443' },
    ],
  },
]
const policies: PolicyDocument[] = [strict, worksCouncil, smallTeam, ...others]
const pairs = policies.flatMap((before) => policies.map((after) => ({ before, after })))

const causes: ReplayCause[] = [
  ...roles.flatMap((role) => capabilities.map((needs): ReplayCause => ({ kind: 'role', role, needs }))),
  ...capabilities.map((needs): ReplayCause => ({ kind: 'approval', needs })),
  ...forbiddenAutomation.map((what): ReplayCause => ({ kind: 'automation', what })),
  { kind: 'nothing' },
]

/** What is fixed of some words: all but the functions. */
const fixed = (words: object) => JSON.parse(JSON.stringify(words)) as object

describe('in English the page says word for word what the terminal says', () => {
  test('of a policy', () => {
    expect(fixed(pagePolicyWords())).toEqual(fixed(englishPolicyWords))
    for (const policy of policies)
      expect(policyInWords(policy, pagePolicyWords())).toEqual(policyInWords(policy))
  })

  test('of two policies', () => {
    for (const { before, after } of pairs)
      expect(comparePolicies(before, after, pagePolicyWords())).toEqual(comparePolicies(before, after))
  })

  test('of what a policy would have meant', () => {
    expect(fixed(pageReplayWords())).toEqual(fixed(englishReplayWords))
    for (const cause of causes) expect(whyInWords(cause, pageReplayWords())).toBe(whyInWords(cause))
  })

  test('of every act', () => {
    for (const act of Object.keys(actWords)) expect(actOnPage(act)).toBe(actInWords(act))
    expect(actOnPage('later.version')).toBe('later.version')
  })
})

describe('in German', () => {
  afterEach(() => i18n.activate('en'))

  async function speakGerman(): Promise<void> {
    const [catalogue] = await getCatalogs(getConfig({ cwd: join(import.meta.dirname, '..', '..', '..') }))
    const messages = (await catalogue!.readAll()).de ?? {}
    i18n.loadAndActivate({
      locale: 'de',
      messages: Object.fromEntries(
        Object.entries(messages).map(([id, { translation }]) => [id, translation ?? '']),
      ),
    })
  }

  test('no sentence of a policy is left in English, whatever was asked before', async () => {
    pagePolicyWords()
    await speakGerman()
    const words = pagePolicyWords()
    const english = new Set(
      policies
        .flatMap((policy) => policyInWords(policy))
        .flatMap(({ title, sentences }) => [title, ...sentences]),
    )
    const german = policies
      .flatMap((policy) => policyInWords(policy, words))
      .flatMap(({ title, sentences }) => [title, ...sentences])
    expect(german.filter((sentence) => english.has(sentence))).toEqual([])
    expect(policyInWords(worksCouncil, words).at(-1)).toEqual({
      title: 'Wie lange was aufbewahrt wird',
      sentences: [
        'Ton wird 90 Tage lang aufbewahrt.',
        'Gesagtes wird 180 Tage lang aufbewahrt.',
        'Bewertungen werden 730 Tage lang aufbewahrt.',
        'Was älter ist, wird von selbst gelöscht, frühestens einen Tag nach Inkrafttreten der Richtlinie; was unter Aufbewahrungssperre steht, bleibt.',
        'Ein Gespräch ohne bekannte Rechtsgrundlage wird nicht transkribiert, bewertet, durchsucht, zitiert oder exportiert.',
      ],
    })
  })

  test('no act and no reason is left in English', async () => {
    const inEnglish = causes.map((cause) => whyInWords(cause))
    await speakGerman()
    expect(Object.keys(actWords).filter((act) => actOnPage(act) === actInWords(act))).toEqual([])
    const replayed = pageReplayWords()
    expect(causes.filter((cause, place) => whyInWords(cause, replayed) === inEnglish[place])).toEqual([])
  })
})
