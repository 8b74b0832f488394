import { t } from '#speech'
import type { FileNameHints } from '../file-name-hints.ts'
import type { ParsedTranscript } from '../types.ts'
import { buildTranscript, segment } from './build-transcript.ts'
import { clockMs } from './clock-times.ts'
import { readSpeakerPrefixes, shareTime, type CueText, type SpokenCue } from './speaker-prefixes.ts'

const timeLine =
  /^\s*((?:\d{1,3}:)?\d{1,3}:\d{1,2}[.,]\d{1,3})\s*-->\s*((?:\d{1,3}:)?\d{1,3}:\d{1,2}[.,]\d{1,3})/

export function looksLikeWebVtt(head: string): boolean {
  return /^\ufeff?WEBVTT(?=[ \t\r\n]|$)/.test(head)
}

export function looksLikeSubRip(head: string): boolean {
  const lines = head
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .slice(0, 20)
    .filter((line) => line.trim() !== '')
  return (
    timeLine.test(lines[0] ?? '') || (/^\d+$/.test(lines[0]?.trim() ?? '') && timeLine.test(lines[1] ?? ''))
  )
}

/** WebVTT as its specification has it: notes, styles and regions left out, voice tags are speakers. */
export function readWebVtt(text: string, hints: FileNameHints): ParsedTranscript {
  const header =
    /^\ufeff?WEBVTT[^\n]*(?:\n[^\n]+)*/.exec(text.slice(0, 4096).replaceAll('\r\n', '\n'))?.[0] ?? ''
  const language = /^Language:\s*([A-Za-z-]{2,20})/m.exec(header)?.[1]
  const { cues, warnings } = readCues(text)
  return captions({ vendor: 'WebVTT', cues, warnings, hints, languageCode: language ?? null })
}

/** SubRip captions; 'Name:' before a text is read as its speaker, see `readSpeakerPrefixes`. */
export function readSubRip(text: string, hints: FileNameHints): ParsedTranscript {
  const { cues, warnings } = readCues(text)
  return captions({ vendor: 'SubRip', cues, warnings, hints, languageCode: null })
}

interface CaptionFile {
  vendor: string
  cues: CueText[]
  warnings: string[]
  hints: FileNameHints
  languageCode: string | null
}

function captions({ vendor, cues, warnings, hints, languageCode }: CaptionFile): ParsedTranscript {
  const hasVoices = cues.some(({ lines }) => lines.some((line) => /<v[.\s]/.test(line)))
  const plain = hasVoices ? cues : cues.map((cue) => ({ ...cue, lines: cue.lines.map(plainText) }))
  const fresh = withoutRollingLines(plain)
  const reading = hasVoices ? { cues: fresh.flatMap(voices), prefixCounts: {} } : readSpeakerPrefixes(fresh)
  const segments = reading.cues.map((cue) => segment({ ...cue, confidence: null }))
  return buildTranscript(
    {
      vendor,
      segments,
      languageCode,
      channelKind: 'voice',
      warnings,
      vendorFacts: {
        captions: cues.length,
        ...(Object.keys(reading.prefixCounts).length > 0 ? { speakerPrefixes: reading.prefixCounts } : {}),
      },
    },
    hints,
  )
}

function readCues(text: string): { cues: CueText[]; warnings: string[] } {
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
  const cues: CueText[] = []
  let backwards = 0
  for (let index = 0; index < lines.length; index++) {
    const match = timeLine.exec(lines[index] ?? '')
    if (match === null) continue
    const startMs = clockMs(match[1] ?? '') ?? 0
    const endMs = clockMs(match[2] ?? '') ?? startMs
    if (endMs < startMs) backwards++
    const cueLines: string[] = []
    for (;;) {
      const next = lines[index + 1]
      if (next === undefined || next.trim() === '' || timeLine.test(next)) break
      // The number of the next caption, where the empty line before it is missing.
      if (/^\d+$/.test(next.trim()) && timeLine.test(lines[index + 2] ?? '')) break
      cueLines.push(next.trim())
      index++
    }
    if (cueLines.length > 0) cues.push({ startMs, endMs: Math.max(startMs, endMs), lines: cueLines })
  }
  const warnings =
    backwards === 0 ? [] : [t`${{ backwards }} captions ended before they began and are read as moments.`]
  return { cues, warnings }
}

/** Live captions repeat the line before: a line is spoken once. */
function withoutRollingLines(cues: CueText[]): CueText[] {
  const repeats = cues.filter(
    (cue, index) => index > 0 && cue.lines.length > 1 && cue.lines[0] === cues[index - 1]?.lines.at(-1),
  )
  if (repeats.length * 3 < cues.length) return cues
  return cues.flatMap((cue, index) => {
    const before = cues[index - 1]?.lines.at(-1)
    const lines = before !== undefined && cue.lines[0] === before ? cue.lines.slice(1) : cue.lines
    return lines.length === 0 ? [] : [{ ...cue, lines }]
  })
}

/** The voices of a WebVTT cue: '<v Agent>Hello</v>', '<v.loud Mary>Fish!'. */
function voices(cue: CueText): SpokenCue[] {
  const text = cue.lines.join(' ')
  const turns: { speakerLabel: string | null; text: string }[] = []
  let speakerLabel: string | null = null
  let from = 0
  const add = (end: number): void => {
    const said = plainText(text.slice(from, end))
    if (said !== '') turns.push({ speakerLabel, text: said })
  }
  for (const match of text.matchAll(/<v(?:\.[^\s>]*)?\s+([^<>]+)>|<\/v>/g)) {
    add(match.index)
    const name = match[1] === undefined ? null : plainText(match[1])
    speakerLabel = name === '' ? null : name
    from = match.index + match[0].length
  }
  add(text.length)
  return shareTime(cue, turns)
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  lrm: '',
  rlm: '',
  quot: '"',
  apos: "'",
}

/** Cue text without its tags, with the entities WebVTT knows. */
function plainText(text: string): string {
  return text
    .replace(/<\/?(?:[a-z]+(?:[.\s][^<>]*)?|\d[\d:.]*)>|\{\\[^}]*\}/gi, '')
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]+);/gi, (whole, name: string) => {
      if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
      return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })
    .replace(/\s+/g, ' ')
    .trim()
}
