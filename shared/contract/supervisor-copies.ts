import { z } from 'zod'
import { call } from './base.ts'

/** What is the same whosever copy it is: where it goes, and the passphrase that is to open it where it is encrypted. */
const copied = { directory: z.string().optional(), passphrase: z.string().max(1000).optional() }

/** Whose copy it is to be: that of a supervisor's profile, with its teams and days, or of teams, for somebody who has none. */
export const supervisorCopyOrder = z.union([
  z.strictObject({ profileId: z.int().positive(), ...copied }),
  z.strictObject({
    teamIds: z.array(z.int().positive()).min(1).max(100),
    name: z.string().trim().min(1, 'give it a name').max(100),
    ...copied,
  }),
])
export type SupervisorCopyOrder = z.infer<typeof supervisorCopyOrder>

export const supervisorCopyDone = z.object({
  directory: z.string(),
  agents: z.number().int(),
  contacts: z.number().int(),
  conversations: z.number().int(),
  evaluations: z.number().int(),
  sounds: z.number().int(),
  /** Recordings whose files are not there any more. */
  soundsLeftOut: z.number().int(),
  /** How many people of other teams its figures are compared with, as sums without names; 0 where they were too few to be nobody in particular. */
  peers: z.number().int(),
})
export type SupervisorCopyDone = z.infer<typeof supervisorCopyDone>

export const supervisorCopiesContract = {
  /**
   * Starts writing a workspace with what one supervisor sees, as a job. Without a folder it goes beside the workspace; a door into which a page of a
   * browser calls takes no other. `recoveryKey` of an encrypted copy is shown once.
   */
  start: call
    .input(supervisorCopyOrder)
    .output(z.object({ jobId: z.number().int(), recoveryKey: z.string().nullable() })),
  /** What came of such a job; null until it is done, and where it did not come to that. */
  done: call.input(z.object({ jobId: z.number().int() })).output(supervisorCopyDone.nullable()),
}
