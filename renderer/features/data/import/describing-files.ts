import { useQuery } from '@tanstack/react-query'
import type { FilePreview, FileToImport } from '../../../../shared/contract/imports.ts'
import { orpc } from '../../../app/client.ts'

/** How many recordings each staged file describes, by its reference; files that hold something of their own are not in it. */
export type Describing = ReadonlyMap<string, number>

/**
 * Asks which of the files that lie ready only tell of the recordings beside them. A file is one alone in no way: the whole lot is asked
 * about, and only where there are recordings in it.
 */
export function useDescribing(
  inputs: readonly { input: { files: FileToImport[] } }[],
  inspections: readonly { data: FilePreview[] | undefined }[],
): Describing {
  const previews = inspections.flatMap(({ data }) => data ?? [])
  const hasRecordings = previews.some(isRecording)
  const hasOthers = previews.some((preview) => !isRecording(preview))
  const files = inputs.flatMap(({ input }) => input.files)
  const { data } = useQuery(
    orpc.imports.sidecars.queryOptions({
      input: { files },
      enabled: hasRecordings && hasOthers && previews.length === inputs.length,
    }),
  )
  return new Map((data ?? []).map(({ reference, recordings }) => [JSON.stringify(reference), recordings]))
}

/** The preview of a file as what it is among the others: one that describes recordings is ready, whatever its columns look like. */
export function asSidecar(preview: FilePreview | null, describing: Describing): FilePreview | null {
  const n = preview === null ? undefined : describing.get(JSON.stringify(preview.reference))
  if (preview === null || n === undefined) return preview
  return {
    ...preview,
    tables: [],
    error: null,
    contents: `Tells of ${n === 1 ? 'one of the recordings' : `${n} of the recordings`}`,
  }
}

function isRecording({ contents }: FilePreview): boolean {
  return contents?.startsWith('A recording') ?? false
}
