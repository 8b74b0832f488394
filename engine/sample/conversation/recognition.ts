import type { Random } from '../random.ts'
import type { Turn } from './scene.ts'

const COMPANY_AS_HEARD = ['wren field', 'renfield', 'when field', 'wrenfield']
const HESITATIONS = ['uh', 'um', 'er']

/** Some people start a sentence twice, or look for the word; those who are nervous more often. */
function stumble(text: string, random: Random): string {
  const words = text.split(' ')
  if (words.length < 7) return text
  const at = random.int(1, Math.min(5, words.length - 3))
  const word = words[at] ?? ''
  if (!/^[a-z]+$/.test(word)) return text
  if (random.chance(0.5)) return [...words.slice(0, at), `${word}, ${word}`, ...words.slice(at + 1)].join(' ')
  const before = words.slice(0, at).join(' ').replace(/(\w)$/, '$1,')
  return `${before} ${random.pick(HESITATIONS)}, ${words.slice(at).join(' ')}`
}

/** Small letters, no punctuation, and the company's name as a machine hears it. */
function withoutPunctuation(text: string, random: Random): string {
  return text
    .replaceAll('Wrenfield', () => random.pick(COMPANY_AS_HEARD))
    .replace(/[,?!:—]/g, '')
    .replace(/\.(?=\s|$)/g, '')
    .toLowerCase()
}

/** The turns as speech recognition wrote them down: an older model leaves out capitals and punctuation. */
export function asRecognised(
  turns: readonly Turn[],
  nervous: { agent: boolean; customer: boolean },
  isOldModel: boolean,
  isReadingOut: (text: string) => boolean,
  random: Random,
): Turn[] {
  return turns.map((turn) => {
    const stumbles = !isReadingOut(turn.text) && random.chance(nervous[turn.speaker] ? 0.24 : 0.05)
    const text = stumbles ? stumble(turn.text, random) : turn.text
    return { ...turn, text: isOldModel ? withoutPunctuation(text, random) : text }
  })
}
