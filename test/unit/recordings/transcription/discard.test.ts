import { describe, expect, test } from 'vitest'
import type { TranscribedSegment } from '../../../../engine/recordings/transcription/index.ts'
import { withoutInventions } from '../../../../engine/recordings/transcription/discard.ts'

function aTurn(
  text: string,
  startMs: number,
  endMs: number,
  probability: number | null = 0.9,
): TranscribedSegment {
  const words = text.split(' ').map((word) => ({ text: word, startMs, endMs, probability }))
  return { channel: 0, startMs, endMs, text, probability, words }
}
const speech = [{ startMs: 1000, endMs: 60_000 }]

describe('text that was made up', () => {
  test.each([
    ['over silence', aTurn('Thank you for watching!', 70_000, 72_000), 'silent'],
    ['that reaches little into speech', aTurn('Thank you.', 59_500, 66_000), 'silent'],
    ['that the recogniser does not believe', aTurn('The boiler is a horse', 5000, 7000, 0.2), 'improbable'],
    ['that loops', aTurn('so I said so I said so I said so I said', 5000, 9000), 'repeated'],
  ] as const)('%s is left out and counted', (_name, turn, reason) => {
    const real = aTurn('Good morning.', 2000, 3000)
    expect(withoutInventions([real, turn], speech)).toEqual({
      kept: [real],
      leftOut: [turn],
      discarded: { silent: 0, improbable: 0, repeated: 0, [reason]: 1 },
    })
  })

  test('turn after turn is left out from the third on', () => {
    const turns = [0, 1, 2, 3, 4].map((at) => aTurn('I do not know.', 2000 + at * 2000, 3500 + at * 2000))
    const { kept, discarded } = withoutInventions(turns, speech)
    expect(kept).toEqual(turns.slice(0, 2))
    expect(discarded).toEqual({ silent: 0, improbable: 0, repeated: 3 })
  })
})

test.each([
  ['a thank you over speech', aTurn('Thank you for watching!', 5000, 7000)],
  ['words whose probability nobody tells', aTurn('Good morning.', 5000, 7000, null)],
  ['a number with a digit repeated', aTurn('it is 4 4 4 4 1 2', 5000, 9000)],
  ['a repeated no', aTurn('no no no no', 5000, 7000)],
  ['a word just after the detected speech', aTurn('Bye.', 60_000, 60_200)],
])('%s stays', (_name, turn) => {
  expect(withoutInventions([turn], speech).kept).toEqual([turn])
})

test('a listener who says yes again and again is kept', () => {
  const turns = [0, 1, 2, 3, 4].map((at) => aTurn('Yes.', 2000 + at * 2000, 2500 + at * 2000))
  expect(withoutInventions(turns, speech).kept).toEqual(turns)
})
