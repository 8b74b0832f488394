import type { Persona } from '../planted.ts'
import type { Random } from '../random.ts'

/** Small habits of speech before or after a line. */
const HABITS: Record<Persona, { before: readonly string[]; after: readonly string[] }> = {
  warm: { before: ['Okay, lovely. ', 'No problem at all. ', 'Of course. '], after: [] },
  brisk: { before: ['Right. ', 'So. ', 'Okay. ', 'Good. '], after: [] },
  scripted: { before: ['Certainly. ', 'Thank you for that information. ', 'Noted. '], after: [] },
  rambling: {
    before: ['So, let me think, ', 'Well, ', 'Okay, so, ', 'Now then, '],
    after: [
      ' That happens more often than you would think.',
      ' It used to be different, but there we are.',
      ' If that makes sense.',
      ' I had the very same thing on Tuesday, different customer.',
      ' Anyway.',
      ' As they say.',
    ],
  },
  hesitant: {
    before: ['Um, ', 'So, uh, ', 'I think, um, '],
    after: [' I think.', ' Yeah.', ' If I have that right.', ' At least, that is what it says.', ' Um.'],
  },
}

/** The line as this person would say it, now and then with one of their habits. */
export function withHabit(text: string, persona: Persona, random: Random): string {
  const { before, after } = HABITS[persona]
  const startsAbruptly = /^(No|Yes|Okay|Then|And|Good|It is|Thank|[A-Z]\w+[.,])/.test(text)
  if (!startsAbruptly && text.length > 24 && random.chance(0.17)) {
    const habit = random.pick(before)
    const goesOn = habit.endsWith(', ') && !/^I\b/.test(text)
    return habit + (goesOn ? text.charAt(0).toLowerCase() + text.slice(1) : text)
  }
  const canTrail = after.length > 0 && text.length > 50 && !text.endsWith('?')
  return canTrail && random.chance(0.16) ? text + random.pick(after) : text
}
