import { msg, type MessageDescriptor } from '#speech'
import { keptSentence, sayerOfKept } from '../../shared/speech/kept.ts'

/** What stretches of a conversation are called. It is kept with them, and so in English. */
const shapes = {
  silence: msg`Silence of ${{ time: '' }}`,
  overtalk: msg`Both speak of ${{ time: '' }}`,
  hold: msg`Hold of ${{ time: '' }}`,
  interruption: msg`The agent interrupts`,
  'lowest-point': msg`The customer's lowest point`,
} satisfies Record<string, MessageDescriptor>

/** The name of a stretch as it is kept; `time`, its length as people read it, where that belongs to it. */
export function keptMark(kind: keyof typeof shapes, time = ''): string {
  return keptSentence(shapes[kind], { time })
}

/** What a stretch of a conversation is called, in the language at hand. */
export const markInWords = sayerOfKept(Object.values(shapes))
