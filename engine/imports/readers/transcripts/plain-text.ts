import { extname } from 'node:path'
import type { FileNameHints } from '../file-name-hints.ts'
import type { ParsedTranscript } from '../types.ts'
import { buildTranscript, segment } from './build-transcript.ts'
import { clockMs } from './clock-times.ts'
import { roleOf } from './roles.ts'

const CLOCK = String.raw`(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?`
/** `Agent: Hello`, `[00:12] Anna Berg: Hello`, `Speaker 2 (0:00:12): Hello`. */
const TURN = new RegExp(
  String.raw`^\s*(?:[[(]?(${CLOCK})[\])]?\s*[-–]?\s*)?(\p{L}[\p{L}\d.'’_-]*(?: [\p{L}\d.'’()_-]+){0,3}?)\s*(?:[[(](${CLOCK})[\])]\s*)?:(?=\s|$)`,
  'u',
)
const LOOKED_AT = 60
/** A name and two times are no longer than this. */
const LONGEST_BEGINNING = 120

/** What a line says: who begins to speak, when where that is said, and the first words. Null where it goes on with what was said before. */
function turnOf(line: string): { speakerLabel: string; startMs: number | null; text: string } | null {
  const match = TURN.exec(line.slice(0, LONGEST_BEGINNING))
  if (match === null) return null
  const [beginning, before, speakerLabel = '', after] = match
  const clock = before ?? after
  return {
    speakerLabel,
    startMs: clock === undefined ? null : clockMs(clock),
    text: line.slice(beginning.length).trim(),
  }
}

/** Whoever speaks: a role, "Speaker 2", or a name that comes again. */
function speakersIn(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of lines) {
    const name = turnOf(line)?.speakerLabel
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const isSpeaker = (name: string, count: number) =>
    count > 1 || roleOf(name) !== 'unknown' || /^(?:speaker|spk) ?\w{1,2}$/i.test(name)
  return new Map([...counts].filter(([name, count]) => isSpeaker(name, count)))
}

/**
 * Whether a text file is a conversation written down: every other line at least begins with who speaks, of two or more. Fields of a form
 * look alike, but most of them are nobody.
 */
export function looksLikePlainTranscript(head: string, path: string): boolean {
  if (extname(path).toLowerCase() !== '.txt') return false
  const lines = linesOf(head).slice(0, LOOKED_AT)
  const speakers = speakersIn(lines)
  const turns = [...speakers.values()].reduce((sum, count) => sum + count, 0)
  const alike = lines.filter((line) => turnOf(line) !== null).length
  return speakers.size >= 2 && turns * 2 >= lines.length && (alike - turns) * 2 <= turns
}

/** A conversation written down line by line. Times are where turns begin; where they end is not said, so no silence is measured. */
export function readPlainTranscript(text: string, hints: FileNameHints): ParsedTranscript {
  const turns: { speakerLabel: string; startMs: number | null; text: string }[] = []
  const lines = linesOf(text)
  const speakers = speakersIn(lines)
  for (const line of lines) {
    const turn = turnOf(line)
    const last = turns.at(-1)
    if (turn && speakers.has(turn.speakerLabel)) turns.push(turn)
    // what stands before the first turn is a title
    else if (last) last.text = `${last.text} ${line.trim()}`
  }
  return buildTranscript(
    {
      vendor: 'Plain text',
      segments: turns.map((turn) => segment({ ...turn, endMs: null })),
      channelKind: 'voice',
      warnings: [],
    },
    hints,
  )
}

function linesOf(text: string): string[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
}
