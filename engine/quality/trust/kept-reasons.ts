import { msg, t, type MessageDescriptor } from '#speech'
import { formatValue } from '../../../shared/domain/format.ts'
import { keptSentence, sayerOfKept } from '../../../shared/speech/kept.ts'

/** Why trust moved. It is kept with the event, and so in English. */
const shapes = {
  promoted: msg`Agreed with people in ${{ agreements: '' }} of ${{ n: '' }} answers and found ${{ found: '' }} of ${{ fails: '' }} fails.`,
  promotedBut: msg`Agreed with people in ${{ agreements: '' }} of ${{ n: '' }} answers and found ${{ found: '' }} of ${{ fails: '' }} fails. Not for ${{ groups: '' }}.`,
  disagreed: msg`Disagreed with people in ${{ events: '' }} of the last ${{ observations: '' }} answers; ${{ expected: '' }} was expected.`,
  missed: msg`Missed ${{ events: '' }} of the last ${{ observations: '' }} fails; ${{ expected: '' }} was expected.`,
  changed: msg`The scorer was changed, so it has to earn trust anew.`,
  failsOverturned: msg`Disputes overturned ${{ errors: '' }} of the ${{ answers: '' }} fails it filled in; ${{ tolerated: '' }} wrong is borne, even if all others are right.`,
  passesOverturned: msg`Disputes overturned ${{ errors: '' }} of the ${{ answers: '' }} passes it filled in; ${{ tolerated: '' }} wrong is borne, even if all others are right.`,
  disagreesInGroup: msg`Agrees in ${{ share: '' }} of ${{ n: '' }} answers; 80% is needed.`,
  missesInGroup: msg`Finds ${{ share: '' }} of ${{ fails: '' }} fails; 70% is needed.`,
  takenBack: msg`A decision was taken back: the reviewer’s ${{ human: '' }} holds again. Agreed in ${{ before: '' }} of ${{ all: '' }} blind answers, now in ${{ after: '' }} of ${{ allNow: '' }}.`,
  corrected: msg`A dispute overturned the reviewer’s answer it was compared with: ${{ from: '' }} became ${{ to: '' }}. Agreed in ${{ before: '' }} of ${{ all: '' }} blind answers, now in ${{ after: '' }} of ${{ allNow: '' }}.`,
} satisfies Record<string, MessageDescriptor>

/** Such a reason as it is kept. */
export function keptReason(
  shape: keyof typeof shapes,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return keptSentence(shapes[shape], values)
}

/** A share as it is kept within a reason. */
export const keptPercent = (share: number) => `${Math.round(share * 100)}%`

/** Such a reason in the language at hand; what a person wrote stands as they wrote it. */
export const trustReasonInWords = sayerOfKept(
  // what ends as the other does, and goes on
  [shapes.promotedBut, ...Object.values(shapes).filter((shape) => shape !== shapes.promotedBut)],
  (value) => value.split(', ').map(wordInWords).join(', '),
)

function wordInWords(word: string): string {
  const percent = /^(\d+)%$/.exec(word)?.[1]
  if (percent !== undefined) return formatValue(Number(percent) / 100, { unit: 'share', scale: null })
  switch (word) {
    case 'pass':
      return t`pass`
    case 'fail':
      return t`fail`
    case 'not applicable':
      return t`not applicable`
    default:
      return groupInWords(word)
  }
}

/** A group of conversations as it is shown: bands are kept by their English names, teams and languages are named by themselves. */
export function groupInWords(value: string): string {
  switch (value) {
    case 'under 300 words':
      return t`under 300 words`
    case '300 to 1,000 words':
      return t`300 to 1,000 words`
    case 'over 1,000 words':
      return t`over 1,000 words`
    case 'under 0.70':
      return t`under 0.70`
    case '0.70 to 0.85':
      return t`0.70 to 0.85`
    case 'over 0.85':
      return t`over 0.85`
    default:
      return value
  }
}
