import type { SpeakerRole } from '../types.ts'

const words: [SpeakerRole, string][] = [
  [
    'agent',
    'agent rep representative csr advisor adviser operator internal staff employee handler consultant host associate teammate',
  ],
  [
    'customer',
    'customer caller client consumer external user enduser member patient guest visitor contact subscriber callee',
  ],
  ['bot', 'bot ivr acd system virtual voicebot chatbot workflow automated assistant action prompt'],
]

const roleByWord = new Map(
  words.flatMap(([role, text]) => text.split(' ').map((word) => [word, role] as const)),
)

/**
 * The role a label names: 'AGENT', 'Agent 1', 'end_user', 'external', 'Virtual Agent'. A name or a letter
 * names none.
 */
export function roleOf(label: string | null | undefined): SpeakerRole {
  if (label === null || label === undefined || label.length > 60) return 'unknown'
  const parts = label
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((part) => part !== '')
  if (parts.length === 0 || parts.length > 3) return 'unknown'
  if (parts.join('') === 'enduser') return 'customer'
  const roles = parts.flatMap((part) => roleByWord.get(part) ?? [])
  // 'virtual agent' and 'customer bot' are bots.
  if (roles.includes('bot')) return 'bot'
  return roles[0] ?? 'unknown'
}
