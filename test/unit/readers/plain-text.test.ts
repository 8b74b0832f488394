import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openFile } from '../../../engine/imports/readers/index.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

async function opened(name: string, text: string) {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, text)
  return openFile(path)
}

const turns = async (text: string) => {
  const file = await opened('call-0001.txt', text)
  return file.form === 'transcripts'
    ? file.transcripts[0]!.segments.map(({ speakerLabel, role, startMs, text }) => [
        speakerLabel,
        role,
        startMs,
        text,
      ])
    : file.form
}

test('lines that begin with who speaks are turns, and others go on with them', async () => {
  expect(
    await turns(
      'Call of Tuesday\n\nAgent: Good morning, how can I help you?\nCustomer: My boiler is broken,\nand it is cold.\nAgent:\nI am sorry: I will send somebody.\n',
    ),
  ).toEqual([
    ['Agent', 'agent', null, 'Good morning, how can I help you?'],
    ['Customer', 'customer', null, 'My boiler is broken, and it is cold.'],
    ['Agent', 'agent', null, 'I am sorry: I will send somebody.'],
  ])
})

test('times before or behind the name are where the turn begins', async () => {
  expect(
    await turns(
      '[00:01] Anna Berg: Hello\r\n[00:04] Tom: Hi\r\n[01:00:09] Anna Berg: Bye\r\n(1:00:11) Tom: Bye\r\n',
    ),
  ).toEqual([
    ['Anna Berg', 'unknown', 1000, 'Hello'],
    ['Tom', 'unknown', 4000, 'Hi'],
    ['Anna Berg', 'unknown', 3_609_000, 'Bye'],
    ['Tom', 'unknown', 3_611_000, 'Bye'],
  ])
  expect(await turns('Speaker 1 (0:00:01): Hello\nSpeaker 2 (0:00:03): Hi\n')).toEqual([
    ['Speaker 1', 'unknown', 1000, 'Hello'],
    ['Speaker 2', 'unknown', 3000, 'Hi'],
  ])
})

test('tables and forms in text files are no conversations', async () => {
  expect(await turns('Contact ID,Agent,Start\nC-1,Maria: the first,2026-03-03 10:00\n')).toBe('table')
  expect(await turns('Agent: Maria Lopez\nCustomer: 4711\nQueue: Billing\nStart: 2026-03-03\n')).toBe('table')
  expect((await opened('call.log', 'Agent: Hello\nCustomer: Hi\n')).form).toBe('table')
})
