import { msg, type MessageDescriptor } from '#speech'
import { keptSentence, sayerOfKept } from '../../../shared/speech/kept.ts'

/** Why a conversation is to be reviewed. It is kept with the review, and so in English. */
const shapes = {
  drawnOfEach: msg`Drawn at random: ${{ n: '' }} of each agent (${{ plan: '' }}).`,
  drawnForTrouble: msg`Drawn for signs of trouble (${{ plan: '' }}).`,
  drawnToSettle: msg`Drawn at random of this agent, to settle: ${{ about: '' }}`,
  askedFor: msg`Somebody asked for it.`,
  audited: msg`Drawn to check trusted answers blind: ${{ questions: '' }}.`,
  calibrated: msg`Calibration "${{ name: '' }}": conversation ${{ position: '' }} of ${{ of: '' }}.`,
} satisfies Record<string, MessageDescriptor>

/** Such a reason as it is kept. */
export function keptWhy(
  shape: keyof typeof shapes,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return keptSentence(shapes[shape], values)
}

/** Why a conversation is to be reviewed, in the language at hand; what a person wrote stands as they wrote it. */
export const whyInWords = sayerOfKept(Object.values(shapes))
