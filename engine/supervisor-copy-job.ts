import { t } from '#speech'
import { z } from 'zod'
import { supervisorCopyDone } from '../shared/contract/supervisor-copies.ts'
import type { EngineContext } from './context.ts'
import { removeUnfinishedPlace } from './exports/index.ts'
import { holderOfProfile, holderOfTeams, type CopyHolder } from './governance/index.ts'
import type { JobHandle } from './jobs/index.ts'
import { readTeams } from './people/index.ts'
import { Problem } from './problem.ts'
import { openSnapshot } from './snapshot.ts'
import { stepsAsJob } from './steps-as-job.ts'
import { keys, type ReadableDatabase } from './store/index.ts'
import { madeBefore, openBoth, writeCopy, type CopyDone } from './supervisor-copy/index.ts'

/** Whose copy, where to, and the file its keys are wrapped in: the same when it is taken up again. No passphrase is in it. */
export const copyPayload = z.object({
  of: z.union([
    z.object({ profileId: z.number().int() }),
    z.object({ teamIds: z.array(z.number().int()), name: z.string() }),
  ]),
  directory: z.string(),
  token: z.string(),
  keyFile: z.unknown().nullable(),
})
type CopyPayload = z.infer<typeof copyPayload>

/** The supervisor a copy is for, as things stand. `NOT_FOUND` and `CONFLICT` where there is none. */
export function holderOf(database: ReadableDatabase, of: CopyPayload['of']): CopyHolder {
  if ('profileId' in of) return holderOfProfile(database, of.profileId)
  const teams = new Map(readTeams(database).map(({ id, name }) => [id, name]))
  const names = of.teamIds.map((id) => teams.get(id))
  if (names.some((name) => name === undefined))
    throw new Problem('NOT_FOUND', t`One of these teams is not in this workspace any more.`)
  return holderOfTeams(
    database,
    of.name,
    names.filter((name) => name !== undefined),
  )
}

/** Makes the copy as a job, of one moment of the workspace. */
export async function runSupervisorCopy(
  context: EngineContext,
  { of, directory, token, keyFile: wrapped }: CopyPayload,
  handle: Pick<JobHandle, 'signal' | 'progress' | 'keep'>,
  kept: unknown,
): Promise<CopyDone | null> {
  // what an earlier process left is no beginning
  removeUnfinishedPlace(directory, token)
  const keyFile = wrapped === null ? null : keys.parseKeyFile(wrapped)
  const made = madeBefore(
    { directory, token, keyFile },
    supervisorCopyDone.nullable().catch(null).parse(kept),
  )
  if (made) return made
  const holder = holderOf(context.read, of)
  const both = await openBoth(context, holder, () => openSnapshot(context))
  try {
    const order = { holder, directory, token, keyFile, keep: (done: CopyDone) => handle.keep(done) }
    const steps = writeCopy(context, both, order, handle.signal)
    return await stepsAsJob(steps, handle)
  } finally {
    both.own.close()
    both.whole.raw.close()
    if (keyFile) keys.forgetKeys(keyFile.id)
  }
}
