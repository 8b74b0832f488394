import '../renderer/in-english.ts'
import { describe, expect, it } from 'vitest'
import { redactionLabels } from '../../../engine/language/redaction/kinds.ts'
import { verdictOf } from '../../../renderer/features/conversations/evaluations/verdict-of.ts'
import { momentsOf } from '../../../renderer/conversation/moments/moments.ts'
import { sentimentPoints, timelineScale } from '../../../renderer/conversation/timeline/timeline-geometry.ts'
import { speakerName } from '../../../renderer/conversation/transcript/speaker-name.ts'
import {
  joinedSpans,
  redactionLabel,
  textPieces,
} from '../../../renderer/conversation/transcript/text-pieces.ts'
import {
  compoundName,
  compoundWords,
  csatWords,
  durationWords,
  measureWords,
  placeWords,
} from '../../../renderer/conversation/words.ts'
import type { Conversation } from '../../../shared/contract/conversations.ts'

type Segment = Conversation['segments'][number]
type Mark = Conversation['marks'][number]
type Answer = Conversation['evaluationList'][number]['answers'][number]

function aSegment(part: Partial<Segment> = {}): Segment {
  return {
    index: 0,
    speaker: 'Agent',
    role: 'agent',
    startMs: 0,
    endMs: 2000,
    text: 'Hello.',
    sentiment: null,
    words: null,
    corrected: null,
    ...part,
  }
}

function aMark(part: Partial<Mark> = {}): Mark {
  return {
    kind: 'silence',
    label: 'silence',
    verdict: null,
    questionId: null,
    firstSegment: null,
    lastSegment: null,
    startChar: null,
    endChar: null,
    startMs: null,
    endMs: null,
    ...part,
  }
}

describe('the text of a turn', () => {
  it('falls into plain words, evidence and redactions', () => {
    const text = 'It is [card number], thanks.'
    expect(textPieces(text, [{ id: 'e1', start: 0, end: 5 }])).toEqual([
      { text: 'It is', start: 0, isRedaction: false, spanIds: ['e1'] },
      { text: ' ', start: 5, isRedaction: false, spanIds: [] },
      { text: '[card number]', start: 6, isRedaction: true, spanIds: [] },
      { text: ', thanks.', start: 19, isRedaction: false, spanIds: [] },
    ])
  })

  it('knows every token that redaction leaves, and no note of speech recognition', () => {
    for (const label of Object.values(redactionLabels)) {
      expect(textPieces(label, [])).toEqual([{ text: label, start: 0, isRedaction: true, spanIds: [] }])
    }
    expect(textPieces('[laughter]', [])).toEqual([
      { text: '[laughter]', start: 0, isRedaction: false, spanIds: [] },
    ])
    expect(redactionLabel('[e-mail]')).toBe('e-mail')
  })

  it('names both spans where they overlap, and never loses a character', () => {
    const pieces = textPieces('abcdef', [
      { id: 'a', start: 0, end: 4 },
      { id: 'b', start: 2, end: 99 },
    ])
    expect(pieces.map(({ text, spanIds }) => [text, spanIds])).toEqual([
      ['ab', ['a']],
      ['cd', ['a', 'b']],
      ['ef', ['b']],
    ])
  })

  it('draws overlapping phrases of one question as one', () => {
    const spans = [
      { id: 'a', start: 0, end: 21, group: 'greeting pass' },
      { id: 'b', start: 14, end: 31, group: 'greeting pass' },
      { id: 'c', start: 20, end: 40, group: 'closing fail' },
      { id: 'd', start: 50, end: 60, group: 'greeting pass' },
    ]
    expect(joinedSpans(spans).map(({ id, start, end }) => [id, start, end])).toEqual([
      ['a', 0, 31],
      ['c', 20, 40],
      ['d', 50, 60],
    ])
  })

  it('keeps a redaction whole where evidence ends inside it', () => {
    const pieces = textPieces('at [e-mail] ok', [{ id: 'a', start: 0, end: 6 }])
    expect(pieces.map(({ text }) => text)).toEqual(['at ', '[e-mail]', ' ok'])
  })
})

describe('the timeline', () => {
  it('goes by time where the turns have times', () => {
    const scale = timelineScale([aSegment(), aSegment({ index: 1, startMs: 3000, endMs: 60_000 })], 60_000)
    expect([scale.basis, scale.length, scale.ticks.length]).toEqual(['time', 60_000, 6])
  })

  it('goes by turns where they have none', () => {
    const chat = [0, 1, 2].map((index) => aSegment({ index, startMs: null, endMs: null }))
    const scale = timelineScale(chat, null)
    expect([scale.basis, scale.length, scale.ticks.map(({ label }) => label)]).toEqual([
      'turns',
      3,
      ['turn 1', 'turn 2', 'turn 3'],
    ])
  })

  it('draws sentiment only where a turn was scored', () => {
    const segments = [aSegment(), aSegment({ index: 1, startMs: 2000, endMs: 4000, sentiment: -0.4 })]
    expect(sentimentPoints(segments, timelineScale(segments, null))).toEqual([
      { index: 1, at: 3000, value: -0.4 },
    ])
  })

  it('has its moments listed in order, each with the turn to go to', () => {
    const segments = [aSegment(), aSegment({ index: 1, startMs: 9000, endMs: 12_000 })]
    const moments = momentsOf({
      segments,
      marks: [
        aMark({ startMs: 2000, endMs: 9000 }),
        aMark({ kind: 'evidence', label: 'Greets', verdict: 'pass', firstSegment: 0, lastSegment: 0 }),
      ],
    })
    expect(moments.map(({ place, title, segment }) => [place, title, segment])).toEqual([
      ['0:00', 'Greets', 0],
      ['0:02', 'Silence, 7 s', 1],
    ])
  })

  it('lists an answer once for a turn, however many of its words are marked', () => {
    const greets = aMark({
      kind: 'evidence',
      label: 'Greets',
      verdict: 'pass',
      firstSegment: 0,
      lastSegment: 0,
    })
    const again = aMark({
      kind: 'evidence',
      label: 'Greets',
      verdict: 'pass',
      firstSegment: 1,
      lastSegment: 1,
    })
    const moments = momentsOf({
      segments: [aSegment(), aSegment({ index: 1, startMs: 9000, endMs: 12_000 })],
      marks: [greets, greets, greets, again],
    })
    expect(moments.map(({ title, segment }) => [title, segment])).toEqual([
      ['Greets', 0],
      ['Greets', 1],
    ])
  })
})

describe('who speaks', () => {
  it('is the agent by name where the transcript only says agent', () => {
    const agent = { id: 1, name: 'Maria Lopez', team: null }
    expect([
      speakerName(aSegment({ speaker: 'AGENT' }), agent),
      speakerName(aSegment({ speaker: 'agent' }), null),
      speakerName(aSegment({ speaker: 'spk_1', role: 'customer' }), agent),
      speakerName(aSegment({ speaker: 'spk_1', role: 'unknown' }), agent),
      speakerName(aSegment({ speaker: '0', role: 'unknown' }), agent),
      speakerName(aSegment({ speaker: '0', role: 'agent' }), agent),
      speakerName(aSegment({ speaker: 'Mrs Abernethy', role: 'customer' }), agent),
    ]).toEqual(['Maria Lopez', 'Agent', 'Customer', 'spk_1', 'Speaker 0', 'Maria Lopez', 'Mrs Abernethy'])
  })
})

describe('an answer', () => {
  const anAnswer = (part: Partial<Answer>): Answer => ({
    questionId: 'q',
    label: 'Greeting',
    section: null,
    value: null,
    score0to1: null,
    isNotApplicable: false,
    hasFailedCritical: false,
    comment: null,
    confidence: null,
    abstainedBecause: null,
    dispute: null,
    evidence: [],
    ...part,
  })

  it('is met at full score, not met at none, and without verdict else', () => {
    expect([
      verdictOf(anAnswer({ score0to1: 1 })),
      verdictOf(anAnswer({ score0to1: 0 })),
      verdictOf(anAnswer({ score0to1: 0.5 })),
      verdictOf(anAnswer({ score0to1: 1, isNotApplicable: true })),
      verdictOf(anAnswer({ score0to1: 0, abstainedBecause: 'too short' })),
      verdictOf(anAnswer({ hasFailedCritical: true })),
    ]).toEqual(['pass', 'fail', 'abstain', 'abstain', 'abstain', 'fail'])
  })
})

describe('figures', () => {
  it('carry sign, unit and scale', () => {
    expect([compoundWords(-0.824), compoundWords(0.5), compoundWords(0.001)]).toEqual([
      '−0.82',
      '+0.50',
      '0.00',
    ])
    expect([-0.05, -0.04, 0.05].map(compoundName)).toEqual(['negative', 'neutral', 'positive'])
    expect([
      durationWords(38_000),
      durationWords(245_000),
      durationWords(3_720_000),
      durationWords(null),
    ]).toEqual(['38 s', '4 min 05 s', '1 h 02 min', '–'])
    expect([
      csatWords({ score0to1: 0.75, min: 1, max: 5 }),
      csatWords({ score0to1: 0.87, min: 0, max: 100 }),
    ]).toEqual(['4 of 5', '87%'])
    expect([measureWords(null, 'share'), measureWords(0.071, 'share')]).toEqual(['not available', '7%'])
    expect([placeWords(null, 4), placeWords(65_000, 4)]).toEqual(['turn 5', '1:05'])
  })
})
