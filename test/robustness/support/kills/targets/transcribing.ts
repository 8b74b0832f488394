import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { directClient } from '../../../../../engine/direct-client.ts'
import { createEngine } from '../../../../../engine/index.ts'
import { writeCall, writeScript } from '../../../../support/a-call.ts'
import { finished } from '../../../../support/merging.ts'
import { take } from '../files.ts'
import type { KillTarget } from '../target.ts'

const CALLS = 3

/** Recordings become words: those of one recording all or none, and none is transcribed twice. */
export const transcribing: KillTarget = {
  name: 'transcribing',
  share: 6,
  async prepare(folder) {
    const calls = Array.from({ length: CALLS }, (_, at) =>
      writeCall(join(folder, 'calls', `call ${at + 1}.wav`), { seed: at * 10 + 1 }),
    )
    writeScript(join(folder, 'script.json'), calls, 1)
    const engine = await createEngine({ workspace: join(folder, 'own'), takesPaths: true })
    const client = directClient(engine)
    await client.workspace.setPreferences({ timeZone: 'UTC' })
    await take(calls.map(({ path }) => path))({ engine, client, folder })
    await engine.close()
  },
  steps: (folder) =>
    Array.from(
      { length: CALLS },
      (_, at) =>
        ({ client }) =>
          finished(
            client,
            client.recordings.transcribe({ recordingIds: [at + 1], modelPath: join(folder, 'script.json') }),
          ),
    ),
  look({ raw }, folder) {
    const peaks = join(folder, 'own', 'peaks')
    return {
      recordings: raw
        .prepare(
          `SELECT recordings.id, transcribed_at IS NOT NULL AS isTranscribed,
             (SELECT json_group_array(text) FROM segments WHERE segments.transcript_id = recordings.transcript_id) AS words
           FROM recordings ORDER BY id`,
        )
        .all(),
      halves: existsSync(peaks) ? readdirSync(peaks).filter((name) => name.endsWith('.part')) : [],
    }
  },
}
