import { t } from '@lingui/core/macro'
import { useQuery } from '@tanstack/react-query'
import type { FilePreview, FileToImport, RecordingToImport } from '../../../../shared/contract/imports.ts'
import { orpc } from '../../../app/client.ts'

/** What staged files tell of one another, by the reference of each. */
export interface ToldTogether {
  /** How many recordings a file describes; files that hold something of their own are not in it. */
  describing: ReadonlyMap<string, number>
  /** What is known of each recording. */
  recordings: ReadonlyMap<string, RecordingToImport>
}

/**
 * Asks what the files that lie ready tell of the recordings among them, by their names and by files beside them. A file is one alone in no
 * way: the whole lot is asked about, and only where there are recordings in it.
 */
export function useToldTogether(
  inputs: readonly { input: { files: FileToImport[] } }[],
  inspections: readonly { data: FilePreview[] | undefined }[],
): ToldTogether {
  const previews = inspections.flatMap(({ data }) => data ?? [])
  const files = inputs.flatMap(({ input }) => input.files)
  const { data } = useQuery(
    orpc.imports.sidecars.queryOptions({
      input: { files },
      enabled: previews.some(({ isRecording }) => isRecording) && previews.length === inputs.length,
    }),
  )
  return {
    describing: new Map(
      (data?.describing ?? []).map(({ reference, recordings }) => [keyOf(reference), recordings]),
    ),
    recordings: new Map((data?.recordings ?? []).map((recording) => [keyOf(recording.reference), recording])),
  }
}

/** The preview of a file as what it is among the others: one that describes recordings is ready, whatever its columns look like. */
export function asSidecar(preview: FilePreview | null, { describing }: ToldTogether): FilePreview | null {
  const n = preview === null ? undefined : describing.get(keyOf(preview.reference))
  if (preview === null || n === undefined) return preview
  return {
    ...preview,
    tables: [],
    error: null,
    contents: t`Tells of ${n === 1 ? t`one of the recordings` : t`${n} of the recordings`}`,
  }
}

/** What is known of the recording in a file, where it is one. */
export function recordingOf(
  preview: FilePreview | null,
  { recordings }: ToldTogether,
): RecordingToImport | null {
  return (preview && recordings.get(keyOf(preview.reference))) ?? null
}

function keyOf(reference: FilePreview['reference']): string {
  return JSON.stringify(reference)
}
