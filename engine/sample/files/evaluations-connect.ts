import type { Contact } from '../contacts.ts'
import { createRandom } from '../random.ts'
import type { Random } from '../random.ts'
import { uuid } from '../people.ts'
import { EVALUATORS, MAIL_DOMAIN } from '../company.ts'
import type { SampleFile } from './table.ts'

const FORM_TITLE = 'Card Compliance Check'
const QUESTIONS = [
  {
    refId: 'q1disclos',
    section: 'sdisclose',
    text: 'Was the recording notice given or already played?',
    share: 0.96,
    canBeNotApplicable: true,
  },
  {
    refId: 'q2cvvread',
    section: 'sdisclose',
    text: 'Did the agent stop the customer from reading out the card code?',
    share: 0.93,
    canBeNotApplicable: true,
  },
  {
    refId: 'q3blocked',
    section: 'shandling',
    text: 'Was the card blocked before anything else was discussed?',
    share: 0.9,
    canBeNotApplicable: true,
  },
  {
    refId: 'q4expect',
    section: 'shandling',
    text: 'Was the customer told when the new card arrives?',
    share: 0.84,
    canBeNotApplicable: false,
  },
  {
    refId: 'q5account',
    section: 'shandling',
    text: 'Were the notes complete?',
    share: 0.81,
    canBeNotApplicable: false,
  },
] as const
const SECTIONS = { sdisclose: 'Disclosures', shandling: 'Handling' } as const

interface GivenAnswer {
  question: (typeof QUESTIONS)[number]
  passed: boolean | null
  wasOverridden: boolean
}

/** Evaluations of card contacts as Amazon Connect exports them: a JSON file each, people by Connect's own ids. */
export function writeConnectEvaluations(contacts: readonly Contact[], seed: number): SampleFile[] {
  const random = createRandom(seed, 'connect')
  const ids = { account: '318840072951', instance: uuid(random.next), form: uuid(random.next) }
  return contacts.map((contact) => {
    const evaluationId = uuid(random.next)
    const startedAt = contact.startedAt + random.int(3, 50) * 3_600_000 + random.int(1, 999)
    const submittedAt = startedAt + random.int(90, 700) * 1000
    const given = QUESTIONS.map((question): GivenAnswer => {
      if (question.canBeNotApplicable && random.chance(0.22))
        return { question, passed: null, wasOverridden: false }
      return { question, passed: random.chance(question.share), wasOverridden: random.chance(0.1) }
    })
    const evaluator = random.pick(EVALUATORS).name
    const body = {
      schemaVersion: '3.5',
      evaluationId,
      metadata: {
        contactId: contact.id,
        accountId: ids.account,
        instanceId: ids.instance,
        agentId: contact.agent?.connectId,
        evaluationDefinitionTitle: FORM_TITLE,
        evaluationDefinitionId: ids.form,
        evaluationDefinitionVersion: 2,
        evaluator: (evaluator.split(' ')[0] ?? '').toLowerCase(),
        creator: `${evaluator.split(' ')[0] ?? ''}@${MAIL_DOMAIN}`.toLowerCase(),
        evaluationStartTimestamp: new Date(startedAt).toISOString(),
        evaluationSubmitTimestamp: new Date(submittedAt).toISOString(),
        score: scoreOf(given),
        autoEvaluated: false,
        resubmitted: false,
        evaluationSource: 'ASSISTED_BY_AUTOMATION',
        evaluationType: 'CONTACT_EVALUATION',
      },
      sections: Object.entries(SECTIONS).map(([sectionRefId, sectionTitle]) => ({
        sectionRefId,
        sectionTitle,
        notes: '',
        score: scoreOf(given.filter((answer) => answer.question.section === sectionRefId)),
      })),
      questions: given.map((answer) => questionOf(answer, random)),
    }
    const iso = new Date(submittedAt).toISOString()
    return {
      path: `qa/connect/${iso.slice(0, 10)}T${iso.slice(11, 19).replaceAll(':', '')}Z-${evaluationId}.json`,
      kind: 'evaluations',
      content: `${JSON.stringify(body, null, 2)}\n`,
    }
  })
}

function scoreOf(answers: readonly GivenAnswer[]): { percentage: number } | { notApplicable: true } {
  const applicable = answers.filter((answer) => answer.passed !== null)
  if (applicable.length === 0) return { notApplicable: true }
  const passed = applicable.filter((answer) => answer.passed).length
  return { percentage: Math.round((passed / applicable.length) * 10_000) / 100 }
}

function questionOf({ question, passed, wasOverridden }: GivenAnswer, random: Random) {
  const common = {
    questionRefId: question.refId,
    sectionRefId: question.section,
    questionType: 'SINGLESELECT',
    questionText: question.text,
  }
  if (passed === null) {
    return {
      ...common,
      answer: { notes: '', metadata: { notApplicable: true } },
      score: { notApplicable: true },
    }
  }
  const suggested = wasOverridden ? !passed : passed
  return {
    ...common,
    answer: {
      values: [
        { valueText: 'Yes', valueRefId: `${question.refId}y`, selected: passed },
        { valueText: 'No', valueRefId: `${question.refId}n`, selected: !passed },
      ],
      automation: {
        status: wasOverridden ? 'OVERRIDDEN_ANSWER' : 'SYSTEM_ANSWER',
        systemSuggestedValue: suggested ? 'Yes' : 'No',
      },
      notes:
        !passed && random.chance(0.5)
          ? random.pick([
              'Discussed with the lead.',
              'Heard it twice, it is not there.',
              'At the very end only.',
            ])
          : '',
      metadata: { notApplicable: false },
    },
    score: { percentage: passed ? 100 : 0 },
  }
}
