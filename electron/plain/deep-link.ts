import { z } from 'zod'

const id = z.string().regex(/^[1-9]\d{0,14}$/)
const nothing = z.literal('')

/** Every link that leads anywhere, by its host: what may stand behind it, and the place of the app it shows. None of them does anything. */
const places = {
  coaching: [nothing, () => '/coaching'],
  agent: [id, (text: string) => `/coaching?agent=${text}`],
  team: [id, (text: string) => `/coaching?team=${text}`],
  week: [z.union([nothing, z.iso.date()]), (text: string) => `/coaching/week${text && `?day=${text}`}`],
  sessions: [nothing, () => '/coaching/sessions'],
  session: [id, (text: string) => `/coaching/sessions/${text}`],
  conversations: [nothing, () => '/conversations'],
  conversation: [id, (text: string) => `/conversations/${text}`],
  patterns: [nothing, () => '/patterns'],
  quality: [nothing, () => '/quality'],
  data: [nothing, () => '/data'],
} as const satisfies Record<string, readonly [z.ZodType<string>, (text: string) => string]>

const LONGEST = 200

/** The place of the app that a link names, as `/coaching?agent=12`, or null: of a link that is not on the list nothing is used. */
export function placeOfLink(link: string): string | null {
  if (link.length > LONGEST || !URL.canParse(link)) return null
  const { protocol, host, pathname, search, hash, username, password } = new URL(link)
  if (protocol !== 'debrief:' || search || hash || username || password) return null
  if (!Object.hasOwn(places, host)) return null
  const [allowed, place] = places[host as keyof typeof places]
  // systems add a slash where a link ends with its host
  const parsed = allowed.safeParse(pathname.replace(/^\//, '').replace(/\/$/, ''))
  return parsed.success ? place(parsed.data) : null
}
