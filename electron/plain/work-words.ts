import type { Job } from '../../shared/contract/jobs.ts'

/** What is being done, for the menu of the tray, which anybody at the screen reads: never a name of a file or a person. */
const words: Record<Job['kind'], string> = {
  import: 'Importing',
  analyze: 'Reading conversations',
  sample: 'Making the sample',
  listen: 'Listening to recordings',
  transcribe: 'Transcribing',
  model: 'Fetching a speech model',
  judge: 'Asking a language model',
  shares: 'Counting',
  merge: 'Merging',
  export: 'Exporting',
  backup: 'Making a backup',
  access: 'Gathering what is held about somebody',
  'supervisor-copy': 'Making a supervisor’s copy',
  expire: 'Deleting what is older than it may be kept',
  clean: 'Cleaning up after a deletion',
}

/** One line for each kind of work that runs, with how far it is. */
export function workLines(jobs: readonly Pick<Job, 'kind' | 'state' | 'progress'>[]): string[] {
  return jobs
    .filter(({ state }) => state === 'running')
    .map(({ kind, progress }) => `${words[kind]}, ${Math.floor(progress * 100)}%`)
}
