/**
 * The door a browser comes through, in a process of its own, to be killed outright. Loads the engine, says `ready`, waits for a line with
 * a folder, opens the door on the workspaces in it, and says under which link.
 */
import { createInterface } from 'node:readline'
import { openTestDoor } from '../../support/loopback.ts'

process.stdout.write('ready\n')
for await (const folder of createInterface({ input: process.stdin })) {
  const door = await openTestDoor(folder)
  process.stdout.write(`open ${door.url}\n`)
  await door.stopped
  process.exit()
}
