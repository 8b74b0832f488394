import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recogniseDocument } from '../../../engine/imports/recognise/index.ts'

const connectEvaluation = {
  schemaVersion: '3.5',
  evaluationId: 'ev-1',
  metadata: {
    contactId: 'c-1',
    agentId: 'arn:aws:connect:eu-central-1:1:instance/i/agent/a-17',
    evaluationDefinitionTitle: 'Voice',
    evaluationDefinitionId: 'f-1',
    evaluationDefinitionVersion: 3,
    evaluator: 'jane',
    evaluationSubmitTimestamp: '2026-03-02T10:00:00Z',
    score: { percentage: 0, automaticFail: true },
    evaluationSource: 'ASSISTED_BY_AUTOMATION',
    calibrationSessionId: 'cal-1',
  },
  sections: [
    {
      sectionRefId: 's1',
      sectionTitle: 'Security',
      notes: 'Rushed',
      score: { percentage: 0, automaticFail: true },
    },
  ],
  questions: [
    {
      questionRefId: 'q1',
      sectionRefId: 's1',
      questionType: 'SINGLESELECT',
      questionText: 'Verified the caller?',
      answer: {
        values: [
          { valueText: 'Yes', selected: false },
          { valueText: 'No', selected: true },
        ],
        automation: { status: 'OVERRIDDEN_ANSWER', systemSuggestedValue: 'Yes' },
        metadata: { notApplicable: false },
      },
      score: { percentage: 0, automaticFail: true },
    },
    {
      questionRefId: 'q2',
      sectionRefId: 's1',
      questionType: 'TEXT',
      questionText: 'Anything else?',
      answer: { value: '' },
      score: {},
    },
  ],
}

describe('an Amazon Connect evaluation', () => {
  it('keeps automatic fails, calibration, help by automation and the answer a person overrode', () => {
    expect(recogniseDocument(connectEvaluation)?.facts).toMatchObject([
      {
        agent: { externalId: 'a-17' },
        evaluation: {
          vendorScore0to1: 0,
          isCalibration: true,
          hasFailedCritical: true,
          origin: 'assisted',
          comment: 'Rushed',
          answers: [
            {
              questionRef: 'q1',
              section: 'Security',
              value: 'No',
              score0to1: 0,
              hasFailedCritical: true,
              automatedValue: 'Yes',
            },
          ],
        },
      },
    ])
  })

  it('is one of several in a list', () => {
    expect(
      recogniseDocument([connectEvaluation, { ...connectEvaluation, evaluationId: 'ev-2' }])?.facts.map(
        ({ evaluation }) => evaluation?.evaluationRef,
      ),
    ).toEqual(['ev-1', 'ev-2'])
  })
})

const genesysEvaluation = {
  id: 'e-1',
  conversation: { id: 'c-1' },
  evaluationForm: {
    id: 'f-v2',
    contextId: 'f',
    name: 'Voice',
    questionGroups: [
      {
        name: 'Opening',
        questions: [
          {
            id: 'q1',
            text: 'Greeted',
            answerOptions: [
              { id: 'a1', text: 'Yes', value: 1 },
              { id: 'a0', text: 'No', value: 0 },
            ],
          },
          {
            id: 'q2',
            text: 'Verified',
            isKill: true,
            answerOptions: [
              { id: 'b1', text: 'Yes', value: 3 },
              { id: 'b0', text: 'No', value: 0 },
            ],
          },
        ],
      },
    ],
  },
  evaluator: { id: 'u-9', name: 'Quinn Reyes' },
  agent: { id: 'u-1', name: 'Ada Moreno' },
  status: 'FINISHED',
  conversationDate: '2026-03-01T09:00:00Z',
  submittedDate: '2026-03-02T10:00:00Z',
  queue: { id: 'qq', name: 'Billing' },
  mediaType: ['CALL'],
  answers: {
    totalScore: 60,
    anyFailedKillQuestions: true,
    comments: 'Look at verification.',
    questionGroupScores: [
      {
        questionScores: [
          { questionId: 'q1', answerId: 'a1', score: 1, markedNA: false },
          {
            questionId: 'q2',
            answerId: 'b0',
            score: 0,
            markedNA: false,
            failedKillQuestion: true,
            comments: 'No date of birth',
          },
        ],
      },
    ],
  },
}

describe('a Genesys evaluation', () => {
  it('measures points by the best option, and marks failed fatal questions', () => {
    expect(recogniseDocument({ entities: [genesysEvaluation] })).toMatchObject({
      vendor: 'Genesys Cloud',
      facts: [
        {
          agent: { externalId: 'u-1', name: 'Ada Moreno' },
          contact: {
            contactRef: 'c-1',
            startedAtMs: Date.UTC(2026, 2, 1, 9),
            queue: 'Billing',
            channel: 'call',
          },
          evaluation: {
            evaluationRef: 'e-1',
            formRef: 'f',
            formVersion: 'f-v2',
            evaluator: 'Quinn Reyes',
            evaluatedAtMs: Date.UTC(2026, 2, 2, 10),
            vendorScore0to1: 0.6,
            hasFailedCritical: true,
            answers: [
              {
                questionRef: 'q1',
                label: 'Greeted',
                section: 'Opening',
                value: 'Yes',
                score0to1: 1,
                points: 1,
                maxPoints: 1,
                hasFailedCritical: false,
              },
              {
                questionRef: 'q2',
                label: 'Verified',
                value: 'No',
                score0to1: 0,
                points: 0,
                maxPoints: 3,
                hasFailedCritical: true,
                comment: 'No date of birth',
              },
            ],
          },
        },
      ],
    })
  })

  it('brings nothing while it is not finished, and says so', () => {
    expect(recogniseDocument({ ...genesysEvaluation, status: 'INPROGRESS' })).toMatchObject({
      facts: [],
      warnings: ['Evaluations that are not finished are left out.'],
    })
  })
})

describe('Genesys historical adherence', () => {
  it('is read from the seconds, a row per day', () => {
    const document = {
      userResults: [
        {
          userId: 'u-1',
          managementUnitId: 'mu',
          startDate: '2026-03-02T05:00:00Z',
          endDate: '2026-03-04T05:00:00Z',
          adherencePercentage: 90,
          dayMetrics: [
            {
              dayStartOffsetSecs: 0,
              adherenceScheduleSecs: 28_800,
              exceptionDurationSecs: 2880,
              conformanceScheduleSecs: 25_200,
              conformanceActualSecs: 27_720,
              actualLengthSecs: 28_000,
            },
            {
              dayStartOffsetSecs: 86_400,
              adherenceScheduleSecs: 0,
              exceptionDurationSecs: 0,
              conformanceScheduleSecs: 0,
              conformanceActualSecs: 600,
            },
          ],
        },
      ],
    }
    expect(
      recogniseDocument(document, { timeZone: 'America/New_York' })?.facts.map(({ shift }) => [
        shift?.day,
        shift?.adherence,
        shift?.conformance,
        shift?.exceptionMs,
      ]),
    ).toEqual([
      ['2026-03-02', 0.9, 1.1, 2_880_000],
      ['2026-03-03', null, null, 0],
    ])
  })
})

describe('any document', () => {
  it('is recognised or not, and never fails', () => {
    const mutilated = fc
      .constantFrom(connectEvaluation, genesysEvaluation)
      .chain((whole) =>
        fc
          .tuple(fc.constantFrom(...Object.keys(whole)), fc.jsonValue())
          .map(([key, value]) => ({ ...whole, [key]: value })),
      )
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), mutilated), (document) => {
        const recognised = recogniseDocument(document)
        expect(recognised === null || Array.isArray(recognised.facts)).toBe(true)
      }),
    )
  })
})
