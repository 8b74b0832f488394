import { directClient } from '../../../engine/direct-client.ts'
import { createEngine } from '../../../engine/index.ts'
import { finished } from '../../support/merging.ts'

// Makes an encrypted copy for a supervisor of the workspace argv[2] in argv[3], for tests that kill it: says when it is ordered, then that it is done.
const [workspace, directory, passphrase] = process.argv.slice(2) as [string, string, string]
const engine = await createEngine({ workspace, takesPaths: true, isResident: true })
const client = directClient(engine)
const team = (await client.people.teams()).find(({ name }) => name === 'Team 0')!
const started = await client.supervisorCopies.start({
  teamIds: [team.id],
  name: 'Robin',
  directory,
  passphrase,
})
process.stdout.write('ordered\n')
await finished(client, Promise.resolve(started))
process.stdout.write('done\n')
await engine.close()
