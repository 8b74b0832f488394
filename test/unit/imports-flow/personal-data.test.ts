import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openTestWorkspace } from '../../robustness/support/workspace.ts'

const spoken = ['my number is four one one one one one one one', 'one one one one', 'one one one one one']
const planted = [
  '4111111111111111',
  '4111 1111',
  'ada.private@example.org',
  '219-09-9999',
  'one one one one one',
]

/** Every byte of every file below a folder. */
function bytesBelow(folder: string): { name: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ({ name: entry.name, bytes: readFileSync(join(entry.parentPath, entry.name)) }))
}

test('a card number told over several turns, and what a vendor quotes, reach no file and no backup; ids do', async () => {
  const workspace = await openTestWorkspace()
  onTestFinished(() => workspace.close())
  const said = [
    ['CUSTOMER', spoken[0]!],
    ['AGENT', 'go on'],
    ['CUSTOMER', spoken[1]!],
    ['AGENT', 'yes'],
    ['CUSTOMER', `${spoken[2]!}, or ${planted[0]}, and ${planted[2]}`],
  ] as const
  const contactId = '5500005555555559'
  const [report] = await workspace.take({
    name: 'conversation.json',
    content: JSON.stringify({
      Version: '1.1.0',
      Channel: 'VOICE',
      LanguageCode: 'en-US',
      JobStatus: 'COMPLETED',
      CustomerMetadata: { ContactId: contactId },
      Categories: {
        MatchedCategories: [`asks for ${planted[2]}`],
        MatchedDetails: { [`asks for ${planted[2]}`]: { PointsOfInterest: [] } },
      },
      ConversationCharacteristics: {
        ContactSummary: {
          PostContactSummary: { Content: `Told ${planted[0]} and ${planted[3]}, mail ${planted[2]}` },
        },
      },
      Participants: ['AGENT', 'CUSTOMER'].map((role) => ({ ParticipantId: role, ParticipantRole: role })),
      Transcript: said.map(([role, text], index) => ({
        Id: `t${index}`,
        ParticipantId: role,
        Content: text,
        BeginOffsetMillis: index * 3000,
        EndOffsetMillis: index * 3000 + 2500,
        Sentiment: 'NEUTRAL',
      })),
    }),
  })
  expect(report).toMatchObject({ error: null, rows: { added: 1 } })
  await workspace.client.workspace.backup({ file: join(workspace.folder, 'workspace', 'backup.sqlite') })
  const files = bytesBelow(join(workspace.folder, 'workspace'))
  expect(files.map(({ name }) => name)).toContain('backup.sqlite')
  for (const text of planted)
    expect(files.filter(({ bytes }) => bytes.includes(text)).map(({ name }) => `${text} in ${name}`)).toEqual(
      [],
    )
  expect(files.some(({ bytes }) => bytes.includes(contactId))).toBe(true)
})

test('the preview of a file shows its free texts redacted', async () => {
  const workspace = await openTestWorkspace()
  onTestFinished(() => workspace.close())
  const header = 'Survey ID,Agent Name,Submitted At,CSAT (1-5),Comment'
  const rows = Array.from(
    { length: 5 },
    (_, index) =>
      `R-${index},Ada Byron,2026-03-0${index + 1}T10:00:00Z,${index + 1},call me: ${planted[2]} or ${planted[0]}`,
  )
  await workspace.take({ name: 'surveys.csv', content: [header, ...rows, ''].join('\n') })
  const previews = await workspace.client.imports.inspect({
    files: [{ reference: { path: join(workspace.folder, 'files', 'surveys.csv') } }],
  })
  const shown = JSON.stringify(previews)
  expect(shown).toContain('Ada Byron')
  for (const text of planted) expect(shown).not.toContain(text)
})
