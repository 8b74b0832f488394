import { readFileSync } from 'node:fs'
import path from 'node:path'
import Papa from 'papaparse'
import type { SampleManifest } from '../../../engine/sample/index.ts'

/** The files as an outsider reads them, without any of the generator's own code. */
export interface RawCall {
  id: string
  day: string
  queue: string
  login: string
  reason: string
  customer: string
  talkSeconds: number
  holdSeconds: number
  wrapSeconds: number
  isTransferred: boolean
}
export interface RawAnswer {
  agentEmail: string
  question: string
  answer: string
}
export interface RawLine {
  isAgent: boolean
  text: string
  beginMs: number
  endMs: number
}

export const textOf = (folder: string, file: string) =>
  readFileSync(path.join(folder, file), 'utf8').replace(/^\uFEFF/, '')

const tableOf = (folder: string, file: string) =>
  Papa.parse<Record<string, string>>(textOf(folder, file), { header: true, skipEmptyLines: true }).data

const secondsOf = (clock: string) => clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)

export function readCalls(folder: string, manifest: SampleManifest): RawCall[] {
  return manifest.files
    .filter((file) => file.path.startsWith('acd/call_log'))
    .flatMap((file) => tableOf(folder, file.path))
    .filter((row) => /^4\d{7}$/.test(row['CALL ID'] ?? ''))
    .map((row) => ({
      id: row['CALL ID'] ?? '',
      day: new Date(`${row['TIMESTAMP']} UTC`).toISOString().slice(0, 10),
      queue: row['CAMPAIGN'] ?? '',
      login: row['AGENT'] ?? '',
      reason: row['DISPOSITION'] ?? '',
      customer: row['ANI'] ?? '',
      talkSeconds: secondsOf(row['TALK TIME'] ?? ''),
      holdSeconds: secondsOf(row['HOLD TIME'] ?? ''),
      wrapSeconds: secondsOf(row['AFTER CALL WORK TIME'] ?? ''),
      isTransferred: row['TRANSFERS'] === '1',
    }))
}

/** Answers of the voice form from the wide files and the long one. */
export function readAnswers(folder: string): RawAnswer[] {
  const wide = ['qa/evaluations_form_v3.csv', 'qa/evaluations_form_v4.csv'].flatMap((file) =>
    tableOf(folder, file),
  )
  const fromWide = wide
    .filter((row) => row['Evaluation ID']?.startsWith('EV-2'))
    .flatMap((row) =>
      Object.keys(row)
        .filter((column) => `${column} - Score` in row)
        .map((question) => ({ agentEmail: row['Agent Email'] ?? '', question, answer: row[question] ?? '' })),
    )
  const fromLong = tableOf(folder, 'qa/evaluation_answers_juniper.csv').map((row) => ({
    agentEmail: row['Agent Email'] ?? '',
    question: row['Evaluation Element Text'] ?? '',
    answer: row['Answer'] ?? '',
  }))
  return [...fromWide, ...fromLong]
}

/** Satisfaction 1..5 by contact id. */
export function readSatisfaction(folder: string): Map<string, number> {
  const [, ...rows] = tableOf(folder, 'surveys/csat_after_contact.csv')
  const question = 'Overall, how satisfied were you with your contact with us?'
  return new Map(
    rows
      .filter((row) => Number(row[question]) <= 5)
      .map((row) => [row['Custom Data 1'] ?? '', Number(row[question])]),
  )
}

export const readAdherence = (folder: string) =>
  tableOf(folder, 'wfm/adherence_by_day.csv')
    .filter((row) => /^\d{5}$/.test(row['Agent ID'] ?? '') && /^\d\d:/.test(row['Scheduled Time'] ?? ''))
    .map((row) => ({
      workforceId: row['Agent ID'] ?? '',
      scheduledSeconds: secondsOf(row['Scheduled Time'] ?? ''),
      workedSeconds: secondsOf(row['Actual Time'] ?? ''),
      adherentSeconds: secondsOf(row['Time in Adherence'] ?? ''),
    }))

export function readTranscript(folder: string, file: string): RawLine[] {
  const text = textOf(folder, file)
  if (file.endsWith('.vtt')) {
    return text
      .split('\n\n')
      .slice(1)
      .map((cue) => {
        const [times = '', ...words] = cue.trim().split('\n')
        const [beginMs = 0, endMs = 0] = times.split(' --> ').map((time) => secondsOf(time) * 1000)
        const spoken = words.join(' ')
        return {
          isAgent: spoken.startsWith('<v Agent>'),
          text: spoken.replace(/^<v \w+>/, ''),
          beginMs,
          endMs,
        }
      })
  }
  const body = JSON.parse(text) as {
    Transcript?: {
      ParticipantId: string
      Content: string
      BeginOffsetMillis: number
      EndOffsetMillis: number
    }[]
    results?: { utterances: { channel: number; transcript: string; start: number; end: number }[] }
    segments?: { speaker: string; text: string; start: number; end: number }[]
    messages?: { role: string; text: string; timestamp: string }[]
  }
  return [
    ...(body.Transcript ?? []).map((turn) => ({
      isAgent: turn.ParticipantId === 'AGENT',
      text: turn.Content,
      beginMs: turn.BeginOffsetMillis,
      endMs: turn.EndOffsetMillis,
    })),
    ...(body.results?.utterances ?? []).map((turn) => ({
      isAgent: turn.channel === 0,
      text: turn.transcript,
      beginMs: turn.start * 1000,
      endMs: turn.end * 1000,
    })),
    ...(body.segments ?? []).map((turn) => ({
      isAgent: turn.speaker === 'AGENT',
      text: turn.text.trim(),
      beginMs: turn.start * 1000,
      endMs: turn.end * 1000,
    })),
    ...(body.messages ?? []).map((turn) => ({
      isAgent: turn.role === 'agent',
      text: turn.text,
      beginMs: Date.parse(turn.timestamp),
      endMs: Date.parse(turn.timestamp),
    })),
  ]
}
