import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { importFiles } from '../../../../engine/imports/index.ts'
import { contactLens, csv } from '../../../support/workspace.ts'
import type { Step } from './target.ts'

const names = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn', 'Gus', 'Hana', 'Ian', 'Joy', 'Kim', 'Lou']
const agents = names.map((name, at) => ({
  id: `agent-${100 + at}`,
  name: `${name} Marsh${'abcdefghijkl'[at]}`,
}))

/** How many contacts, surveys and conversations the files state. */
export const CONTACTS = 800
export const SURVEYS = 60
export const CONVERSATIONS = 12

function write(folder: string, name: string, content: string): string {
  mkdirSync(join(folder, 'files'), { recursive: true })
  const path = join(folder, 'files', name)
  if (!existsSync(path)) writeFileSync(path, content)
  return path
}

/** A log of contacts; one that `corrects` states most of them again, with other times. */
export function contactLog(folder: string, corrects = false): string {
  const rows = Array.from({ length: corrects ? 600 : CONTACTS }, (_, at) => ({
    contact_id: `K-${at}`,
    agent_id: agents[at % 12]!.id,
    agent_name: agents[at % 12]!.name,
    team: `Team ${at % 3}`,
    queue: ['Billing', 'Sales'][at % 2],
    started_at: new Date(Date.UTC(2026, 2, 2 + (at % 20), 9, at % 60, at % 50)).toISOString(),
    talk_seconds: (corrects ? 61 : 60) + (at % 300),
    hold_seconds: 10,
    acw_seconds: 20,
  }))
  return write(folder, corrects ? 'corrected.csv' : 'contacts.csv', csv(rows))
}

/** Surveys and conversations about those contacts. */
export function surveysAndTalk(folder: string): string[] {
  const surveys = Array.from({ length: SURVEYS }, (_, at) => ({
    'Survey ID': `R-${at}`,
    'Contact ID': `K-${at * 7}`,
    'Agent Name': agents[(at * 7) % 12]!.name,
    'Submitted At': `2026-03-${String(5 + (at % 20)).padStart(2, '0')}T10:00:00Z`,
    'CSAT (1-5)': 1 + (at % 5),
    Comment: `It took ${at} days`,
  }))
  const talk = Array.from({ length: CONVERSATIONS }, (_, at) =>
    write(
      folder,
      `conversation-${at}.json`,
      contactLens(`K-${at}`, [
        ['AGENT', 0, 2500, 'Thank you for calling, how can I help you today?'],
        ['CUSTOMER', 2000, 4500, `My bill ${at} is wrong again and I am very angry about it.`],
        ['AGENT', 6000, 8500, 'I am sorry to hear that. Could I have your full name please?'],
        ['CUSTOMER', 9000, 11_500, 'Yes of course, thank you, that is kind.'],
      ]),
    ),
  )
  return [write(folder, 'surveys.csv', csv(surveys)), ...talk]
}

/** Takes these files in, in one go. */
export const take =
  (paths: readonly string[]): Step =>
  async ({ engine }) => {
    const orders = paths.map((path) => ({ path, name: basename(path), keptPath: path, timeZone: 'UTC' }))
    const failed = (await importFiles(engine.context, orders, {})).find(({ error }) => error !== null)
    if (failed) throw new Error(failed.error!)
  }
