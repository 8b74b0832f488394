import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { generateSample } from '../../engine/sample/index.ts'
import type { Dialogue } from './dialogue.ts'

/** What the sample's own log says about a contact. */
export interface LoggedContact {
  id: string
  /** ISO 8601 with the offset of the log's clock, which is UTC. */
  startTime: string
  customer: string
}

/**
 * Generates the sample below a folder and finds in it the newest contact of its last four weeks that
 * fits a dialogue: same agent, queue and reason, held or not, not transferred, and without a transcript, evaluation
 * or survey that could say something else than the recording.
 */
export async function contactsOfSample(folder: string): Promise<{
  contactFor: (dialogue: Dialogue) => LoggedContact
  emailOf: (login: string) => string
}> {
  const { files, truth } = await generateSample(folder)
  const textOf = (path: string) => readFileSync(join(folder, path), 'utf8')
  const spokenOf = new Set(truth.conversations.map(({ contactId }) => contactId))
  const judged = files
    .filter(({ kind }) => kind === 'evaluations' || kind === 'surveys')
    .map(({ path }) => textOf(path))
    .join('\n')
  const newest = files.filter(({ path }) => path.startsWith('acd/call_log')).at(-1)
  if (!newest) throw new Error('The sample has no call log.')
  const rows = Papa.parse<Record<string, string>>(textOf(newest.path), { header: true }).data.reverse()
  const contactFor = ({ agent, queue, reason, lines }: Dialogue) => {
    const isHeld = lines.some((line) => 'holdMs' in line)
    const row = rows.find(
      (cells) =>
        cells['AGENT'] === agent &&
        cells['CAMPAIGN'] === queue &&
        cells['DISPOSITION'] === reason &&
        cells['TRANSFERS'] === '0' &&
        cells['HOLDS'] === (isHeld ? '1' : '0') &&
        !spokenOf.has(cells['CALL ID'] ?? '') &&
        !judged.includes(cells['CALL ID'] ?? ''),
    )
    if (!row) throw new Error(`The sample has no contact of ${agent} in ${queue} about ${reason} that fits.`)
    const startedAt = new Date(`${row['TIMESTAMP'] ?? ''} UTC`).toISOString()
    return {
      id: row['CALL ID'] ?? '',
      startTime: startedAt.replace('.000Z', '+00:00'),
      customer: row['ANI'] ?? '',
    }
  }
  const emailOf = (login: string) => truth.identities.find((person) => person.login === login)?.email ?? login
  return { contactFor, emailOf }
}
