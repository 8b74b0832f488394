import '../renderer/in-english.ts'
import { describe, expect, it } from 'vitest'
import { crossedEnd, nextSpeed } from '../../../renderer/app/sound/playback.ts'
import {
  segmentAt,
  timedSegments,
  turnStart,
  wordAt,
  wordAtCharacter,
} from '../../../renderer/conversation/sound/playback.ts'
import { linkToMoment } from '../../../renderer/conversation/sound/share.ts'
import { timelineScale } from '../../../renderer/conversation/timeline/timeline-geometry.ts'
import { timelineLayout } from '../../../renderer/conversation/timeline/timeline-layout.ts'
import { wordsPerMinute } from '../../../renderer/conversation/timeline/pace.ts'
import { outlineOf, waveformPath } from '../../../renderer/conversation/timeline/waveform-path.ts'
import {
  fits,
  outcomeSentence,
  standingOf,
} from '../../../renderer/features/data/recordings/recording-words.ts'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import type { Recording } from '../../../shared/contract/recordings.ts'

type Segment = Conversation['segments'][number]

function aTurn(index: number, startMs: number | null, endMs: number | null, text = 'Hello.'): Segment {
  return {
    index,
    speaker: 'Agent',
    role: 'agent',
    startMs,
    endMs,
    text,
    sentiment: null,
    words: null,
    corrected: null,
  }
}

describe('the turn being spoken', () => {
  const turns = timedSegments([
    aTurn(0, 1000, 5000),
    aTurn(2, 6000, 20_000),
    aTurn(1, null, null),
    aTurn(3, 9000, 9500),
    aTurn(4, 21_000, 25_000),
  ])

  it('is none before the first, and in a pause the one that ended', () => {
    expect(segmentAt(turns, 500)).toBe(null)
    expect(segmentAt(turns, 1000)).toBe(0)
    expect(segmentAt(turns, 5500)).toBe(0)
    expect(segmentAt(turns, 30_000)).toBe(4)
  })

  it('stays with who goes on when somebody puts a word in', () => {
    expect(segmentAt(turns, 9200)).toBe(3)
    expect(segmentAt(turns, 10_000)).toBe(2)
  })

  it('is skipped to and from: back goes to its start, and at its start to the one before', () => {
    expect(turnStart(turns, 6500, 1)).toBe(9000)
    expect(turnStart(turns, 20_500, -1)).toBe(9000)
    expect(turnStart(turns, 9500, -1)).toBe(6000)
    expect(turnStart(turns, 500, -1)).toBe(0)
    expect(turnStart(turns, 24_000, 1)).toBe(null)
  })
})

it('the word being spoken stays until the next one, and a character leads to its word', () => {
  const words = [
    { startChar: 0, endChar: 4, startMs: 0, endMs: 300 },
    { startChar: 5, endChar: 9, startMs: 500, endMs: 800 },
  ]
  expect(wordAt(words, -1)).toBe(null)
  expect(wordAt(words, 400)).toBe(0)
  expect(wordAt(words, 500)).toBe(1)
  expect(wordAt(null, 500)).toBe(null)
  expect(wordAtCharacter(words, 4)).toBe(words[1])
  expect(wordAtCharacter(words, 9)).toBe(null)
})

it('speed goes up and down its list and stays at the ends', () => {
  expect(nextSpeed(1, 1)).toBe(1.25)
  expect(nextSpeed(1, -1)).toBe(0.75)
  expect(nextSpeed(0.75, -1)).toBe(0.75)
  expect(nextSpeed(2, 1)).toBe(2)
})

it('a loop turns at its end, and lets go who went elsewhere', () => {
  const loop = { startMs: 1000, endMs: 2000 }
  expect(crossedEnd(1999, loop)).toBe(false)
  expect(crossedEnd(2000, loop)).toBe(true)
  expect(crossedEnd(9000, loop)).toBe(false)
})

it('a link to a moment keeps the page and says turn and time', () => {
  expect(
    linkToMoment('http://127.0.0.1:1/#/conversations/7?question=%22a%22', { segment: 3, ms: 12_345.6 }),
  ).toBe('http://127.0.0.1:1/#/conversations/7?segment=3&at=12346')
  expect(linkToMoment('http://127.0.0.1:1/#/conversations/7', { segment: null, ms: null })).toBe(
    'http://127.0.0.1:1/#/conversations/7',
  )
})

describe('the drawing of the sound', () => {
  it('has one time axis as long as the sound, also without words', () => {
    expect(timelineScale([], null, 60_000)).toMatchObject({ basis: 'time', length: 60_000 })
    expect(timelineScale([aTurn(0, 0, 10_000)], null, 90_000).length).toBe(90_000)
    expect(timelineScale([aTurn(0, null, null)], null).basis).toBe('turns')
  })

  it('puts the agent above whichever channel is theirs, and names sides where that is not known', () => {
    const told = timelineLayout({ channelCount: 2, agentChannel: 1 })
    expect(told.waves.map(({ channel }) => channel)).toEqual([1, 0])
    expect(told.laneNames[0]!.text).toBe('Agent')
    expect(timelineLayout({ channelCount: 2, agentChannel: null }).laneNames[0]!.text).toBe('Left')
    expect(timelineLayout({ channelCount: 1, agentChannel: null }).waves).toHaveLength(1)
    expect(timelineLayout(null).waves).toHaveLength(0)
  })

  it('keeps the loudest moment of a long call, and says nothing of a channel that is not there', () => {
    const values = Array.from({ length: 8192 }, () => 0)
    values[4097] = 120
    const outline = outlineOf({ perSecond: 2, channels: [values] })
    expect(outline.lengthMs).toBe(2_048_000)
    const box = { left: 0, width: 100, top: 0, height: 40, lengthMs: outline.lengthMs }
    // the loudest moment is half way, and touches the upper edge but for a pixel
    expect(waveformPath(outline, 0, box)).toContain('50.0 1.0')
    expect(waveformPath(outline, 1, box)).toBe('')
    expect(outlineOf({ perSecond: 0, channels: [] }).lengthMs).toBe(0)
  })

  it('draws half the width for sound of half the length', () => {
    const outline = outlineOf({ perSecond: 10, channels: [[-9, 9, -9, 9]] })
    const path = waveformPath(outline, 0, { left: 0, width: 100, top: 0, height: 40, lengthMs: 400 })
    expect(path.split('L')).toHaveLength(100)
  })
})

it('pace is said of turns long enough to have one', () => {
  expect(wordsPerMinute(aTurn(0, 0, 3000, 'one two three four five six'))).toBe(120)
  expect(wordsPerMinute(aTurn(0, 0, 1500, 'one two three four five six'))).toBe(null)
  expect(wordsPerMinute(aTurn(0, 0, 3000, 'one two'))).toBe(null)
  expect(wordsPerMinute(aTurn(0, null, null, 'one two three four five six'))).toBe(null)
})

describe('the list of recordings', () => {
  const recording = {
    isMissing: false,
    problem: null,
    isHeard: true,
    transcription: null,
  } as unknown as Recording

  it('says first what keeps a recording from being heard', () => {
    expect(standingOf(recording).label).toBe('Heard, no words')
    expect(standingOf({ ...recording, problem: 'It is empty.' }).label).toBe('Problem')
    expect(standingOf({ ...recording, problem: 'It is empty.', isMissing: true }).label).toBe('File is gone')
    expect(fits(recording, 'without-words')).toBe(true)
    expect(fits(recording, 'problem')).toBe(false)
  })

  it('tells what a transcription came to in a sentence', () => {
    const one = { recordingId: 1, name: 'a.wav', error: null, segments: 3 }
    const discarded = { silent: 1, improbable: 0, repeated: 1 }
    expect(
      outcomeSentence(
        [
          { ...one, outcome: 'done', discarded },
          { ...one, outcome: 'failed', discarded: { silent: 0, improbable: 0, repeated: 0 } },
        ],
        'done',
      ),
    ).toBe(
      '1 recording transcribed, 1 failed. 2 pieces of text were left out as heard over silence, a mere guess, or repeated.',
    )
  })
})
