import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** A file as a person has it on the desk. */
export interface DeskFile {
  name: string
  text: string
}

const agents = ['Maria Lopez', 'Tom Becker', 'Aisha Khan', 'Grace Kim']
const queues = ['Billing', 'Orders']

function twoDigits(n: number): string {
  return String(n).padStart(2, '0')
}

/** A contact log in day-first dates: one row a contact, with its CSAT. Rows named in `badRows` have a day that does not exist. */
export function aContactLog(options: { rows?: number; badRows?: number[]; name?: string } = {}): DeskFile {
  const lines = ['Contact ID,Start Time,Agent,Queue,Handle Time,CSAT (1-5)']
  for (let row = 0; row < (options.rows ?? 40); row++) {
    const day = options.badRows?.includes(row) ? 31 : (row % 28) + 1
    lines.push(
      [
        `C-${1000 + row}`,
        `${twoDigits(day)}/11/2026 ${twoDigits(8 + (row % 9))}:${twoDigits(row % 60)}`,
        agents[row % agents.length],
        queues[row % queues.length],
        `0:${twoDigits(3 + (row % 9))}:${twoDigits((row * 7) % 60)}`,
        String((row % 5) + 1),
      ].join(','),
    )
  }
  return { name: options.name ?? 'contact-log.csv', text: `${lines.join('\n')}\n` }
}

/** A roster by another system: the same people under ids of its own. */
export function aRoster(names: string[] = agents): DeskFile {
  const lines = ['Employee ID,Agent Name,Team,Hire Date']
  for (const [row, name] of names.entries())
    lines.push(`E${700 + row},${name},Harbor,2024-03-${twoDigits(row + 1)}`)
  return { name: 'roster.csv', text: `${lines.join('\n')}\n` }
}

/** Columns whose names say nothing. */
export function aMysteryFile(): DeskFile {
  const lines = ['zq1,zq2,zq3']
  for (let row = 0; row < 12; row++) lines.push(`K${row}x,${agents[row % agents.length]},${120 + row * 10}`)
  return { name: 'mystery.csv', text: `${lines.join('\n')}\n` }
}

/** A call with a greeting, a silence, an unhappy customer, a card number and an abrupt end. */
export function aTranscript(): DeskFile {
  const turns: [number, number, 'Agent' | 'Customer', string][] = [
    [0, 5, 'Agent', 'Thank you for calling Northwind, my name is Maria. How can I help you today?'],
    [6, 12, 'Customer', 'Hi. I was charged twice this month and it is horrible that nobody calls me back.'],
    [13, 16, 'Agent', 'Can I have the card you paid with?'],
    [17, 24, 'Customer', 'Sure, it is 4111 1111 1111 1111, and this is ridiculous, I am really angry.'],
    [
      36,
      44,
      'Agent',
      'I understand how frustrating this is, I am sorry. I have refunded the second payment.',
    ],
    [45, 49, 'Customer', 'Great, thank you so much, that is a wonderful relief.'],
    [50, 52, 'Agent', 'Okay. Bye.'],
  ]
  const clock = (seconds: number) => `00:00:${twoDigits(seconds)}.000`
  const cues = turns.map(
    ([start, end, who, text]) => `${clock(start)} --> ${clock(end)}\n<v ${who}>${text}</v>\n`,
  )
  return {
    name: '3f2a51c0-6c8e-4d0a-9b7e-0c5d1e2f3a4b_analysis_2026-11-14T09:15:00Z.vtt',
    text: `WEBVTT\n\n${cues.join('\n')}`,
  }
}

/** Writes a file into a folder; its path. */
export function writeDeskFile(folder: string, file: DeskFile): string {
  const path = join(folder, file.name)
  writeFileSync(path, file.text)
  return path
}

/** Drops files on the window, as the browser tells the page of it. */
export async function dropOnWindow(page: Page, files: DeskFile[]): Promise<void> {
  const dataTransfer = await page.evaluateHandle((dropped) => {
    const transfer = new DataTransfer()
    for (const { name, text } of dropped) transfer.items.add(new File([text], name, { type: 'text/csv' }))
    return transfer
  }, files)
  await page.dispatchEvent('body', 'dragenter', { dataTransfer })
  const target = page.getByText('Drop to import')
  await target.waitFor()
  await target.dispatchEvent('drop', { dataTransfer })
}

/** Goes to a place of the page by its address, as a link in a note would. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#${place}`)
}
