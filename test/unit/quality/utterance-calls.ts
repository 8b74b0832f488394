import type { RuleConversation } from '../../../engine/quality/rules/index.ts'
import type { Utterance, utterances } from './utterances.ts'

type Line = [speaker: 'agent' | 'customer', text: string]
type Question = keyof typeof utterances

// A whole call about an account in which nothing is said that a question asks for; the utterance stands where it belongs.
const opening: Line = ['agent', 'yes']
const matter: Line = ['customer', 'i want to move the due date of the bill on my account please']
const work: Line[] = [
  ['agent', 'the bill on your account is due on the fourth at the moment which date suits you better'],
  ['customer', 'the twentieth if possible i get paid on the eighteenth'],
  ['agent', 'there are two dates the fifteenth or the twenty fifth'],
  ['customer', 'the twenty fifth then'],
]
const leave: Line[] = [['customer', 'okay thanks bye']]

/** The call in which somebody says this one thing, and nothing else that its question asks for. */
export function callWith(question: Question, { text, by, after }: Utterance): RuleConversation {
  const line: Line = [by ?? 'agent', text]
  const lines: Line[] =
    question === 'greeting'
      ? [...(by === 'customer' ? [opening, line] : [line]), matter, ...work, ...leave, ['agent', 'okay']]
      : question === 'verification'
        ? [opening, matter, line, ['customer', 'mm'], ...work, ...leave, ['agent', 'okay']]
        : question === 'empathy'
          ? [
              opening,
              ['customer', after ?? 'i was charged twice and i am really angry about it'],
              ...(by === 'customer' ? [['agent', 'which date was it'] satisfies Line] : []),
              line,
              ...work,
              ...leave,
              ['agent', 'okay'],
            ]
          : [
              opening,
              matter,
              ...work,
              ...(question === 'closing' ? leave : []),
              line,
              ...(question === 'closing' ? [] : [...leave, ['agent', 'okay'] satisfies Line]),
            ]
  return {
    segments: lines.map(([speaker, said], at) => ({
      speaker,
      text: said,
      startMs: at * 5000,
      endMs: at * 5000 + 4000,
    })),
    languageCode: 'en',
  }
}
