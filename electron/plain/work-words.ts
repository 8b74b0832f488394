import { msg, say, t, type MessageDescriptor } from '#speech'
import type { Job } from '../../shared/contract/jobs.ts'

/** What is being done, for the menu of the tray, which anybody at the screen reads: never a name of a file or a person. */
const words: Record<Job['kind'], MessageDescriptor> = {
  import: msg`Importing`,
  analyze: msg`Reading conversations`,
  sample: msg`Making the sample`,
  listen: msg`Listening to recordings`,
  transcribe: msg`Transcribing`,
  model: msg`Fetching a speech model`,
  judge: msg`Asking a language model`,
  shares: msg`Counting`,
  merge: msg`Merging`,
  export: msg`Exporting`,
  backup: msg`Making a backup`,
  access: msg`Gathering what is held about somebody`,
  'supervisor-copy': msg`Making a supervisor’s copy`,
  expire: msg`Deleting what is older than it may be kept`,
  clean: msg`Cleaning up after a deletion`,
}

/** One line for each kind of work that runs, with how far it is. */
export function workLines(jobs: readonly Pick<Job, 'kind' | 'state' | 'progress'>[]): string[] {
  return jobs
    .filter(({ state }) => state === 'running')
    .map(
      ({ kind, progress }) => t`${{ work: say(words[kind]) }}, ${{ percent: Math.floor(progress * 100) }}%`,
    )
}
