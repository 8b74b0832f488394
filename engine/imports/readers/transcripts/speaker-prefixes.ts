import { roleOf } from './roles.ts'

export interface CueText {
  startMs: number
  endMs: number
  /** Lines of the cue, in order. */
  lines: string[]
}

export interface SpokenCue {
  startMs: number
  endMs: number
  speakerLabel: string | null
  text: string
}

interface SpeakerReading {
  cues: SpokenCue[]
  /** How often each name stood before a text; empty when nobody is named. */
  prefixCounts: Record<string, number>
}

const prefix =
  /^(?:[-–—]\s*|>>+\s*)?\[?((?:\p{Lu}[\p{L}.'’-]*|\p{Lu})(?:[ _][\p{L}\d.'’()-]+){0,3})\]?\s*[:：](?=\s|$)/u

/**
 * Reads 'Name:' at the beginning of a caption's line as its speaker. A name counts when it stands there
 * more than once, or when it is a role or 'Speaker 2'. Where few captions have a name it marks a change of
 * speaker and holds until the next; where nearly all have one, a caption without one has no speaker.
 */
export function readSpeakerPrefixes(cues: readonly CueText[]): SpeakerReading {
  const counts = new Map<string, number>()
  for (const { lines } of cues) {
    for (const line of lines) {
      const name = prefix.exec(line)?.[1]
      if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  const names = new Set(
    [...counts].filter(([name, count]) => count > 1 || isSpeakerWord(name)).map(([name]) => name),
  )
  let named = 0
  for (const name of names) named += counts.get(name) ?? 0
  const holds = named * 10 < cues.length * 9
  let current: string | null = null
  const spoken = cues.flatMap((cue) => {
    if (!holds) current = null
    const turns: { speakerLabel: string | null; text: string }[] = []
    for (const line of cue.lines) {
      const match = prefix.exec(line)
      const name = match?.[1]
      if (match !== null && name !== undefined && names.has(name)) {
        current = name
        turns.push({ speakerLabel: name, text: line.slice(match[0].length).trim() })
      } else {
        const last = turns.at(-1)
        if (last === undefined) turns.push({ speakerLabel: current, text: line })
        else last.text = `${last.text} ${line}`.trim()
      }
    }
    return shareTime(cue, turns)
  })
  const prefixCounts = Object.fromEntries([...names].map((name) => [name, counts.get(name) ?? 0]))
  return { cues: spoken, prefixCounts }
}

/** Two people in one caption: its time is divided by the length of what each says. */
export function shareTime(
  cue: { startMs: number; endMs: number },
  turns: readonly { speakerLabel: string | null; text: string }[],
): SpokenCue[] {
  const total = turns.reduce((sum, { text }) => sum + Math.max(1, text.length), 0)
  let before = 0
  return turns.map(({ speakerLabel, text }) => {
    const startMs = Math.round(cue.startMs + ((cue.endMs - cue.startMs) * before) / total)
    before += Math.max(1, text.length)
    const endMs = Math.round(cue.startMs + ((cue.endMs - cue.startMs) * before) / total)
    return { startMs, endMs, speakerLabel, text }
  })
}

function isSpeakerWord(name: string): boolean {
  return roleOf(name) !== 'unknown' || /^(speaker|spk|person|participant)[ _]?\d+$/i.test(name)
}
