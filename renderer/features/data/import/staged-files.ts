import { t } from '@lingui/core/macro'
import { create } from 'zustand'
import type { FileReference, FileToImport } from '../../../../shared/contract/imports.ts'
import type { ImportKind, Mapping } from '../../../../shared/domain/import-kinds.ts'
import { referenceOf } from './file-references.ts'

/** What the person changed about a file before importing it. */
export interface FileEdits {
  kind?: ImportKind
  source?: string
  timeZone?: string
  /** By sheet name, `''` for the one unnamed table. */
  mappings?: Record<string, Mapping>
}

/** A file that lies ready to be imported. What is in it comes from the engine's `imports.inspect`. */
export interface StagedFile {
  id: string
  name: string
  bytes: number | null
  /** Null while it is being handed over. */
  reference: FileReference | null
  problem: string | null
  edits: FileEdits
  /** The person looked at an uncertain recognition and agreed. */
  isChecked: boolean
  /** It was given to an import, which lets go of it when it is done: nobody may look into it any more. */
  isGivenAway: boolean
}

interface StagedFiles {
  files: StagedFile[]
  addFiles(files: readonly File[]): void
  addPaths(paths: readonly string[]): void
  edit(id: string, edits: FileEdits): void
  check(id: string): void
  /** Puts the files of a folder in the folder's place. */
  unfold(id: string, paths: readonly string[]): void
  /** Gives files to an import; with `false` takes them back, because it could not start. */
  giveAway(ids: readonly string[], isGivenAway: boolean): void
  remove(ids: readonly string[]): void
}

const uploads = new Map<string, AbortController>()
let lastId = 0

function staged(name: string, bytes: number | null, reference: FileReference | null): StagedFile {
  lastId += 1
  return {
    id: `file-${lastId}`,
    name,
    bytes,
    reference,
    problem: null,
    edits: {},
    isChecked: false,
    isGivenAway: false,
  }
}

/** Hidden files and empty entries that come along with a dropped folder. */
function isClutter(file: File): boolean {
  return file.name.startsWith('.') || /^(thumbs\.db|desktop\.ini)$/i.test(file.name)
}

/** The files now waiting on the import page. They stay while one looks at other pages. */
export const useStagedFiles = create<StagedFiles>((set) => {
  const change = (id: string, part: Partial<StagedFile>) =>
    set((state) => ({ files: state.files.map((file) => (file.id === id ? { ...file, ...part } : file)) }))

  async function handOver(id: string, file: File): Promise<void> {
    const controller = new AbortController()
    uploads.set(id, controller)
    try {
      change(id, { reference: await referenceOf(file, controller.signal) })
    } catch (error) {
      if (!controller.signal.aborted) {
        change(id, { problem: error instanceof Error ? error.message : t`The file could not be read.` })
      }
    } finally {
      uploads.delete(id)
    }
  }

  return {
    files: [],
    addFiles: (files) => {
      const added = files
        .filter((file) => !isClutter(file))
        .map((file) => ({ file, entry: staged(file.name, file.size, null) }))
      set((state) => ({ files: [...state.files, ...added.map(({ entry }) => entry)] }))
      for (const { file, entry } of added) void handOver(entry.id, file)
    },
    addPaths: (paths) =>
      set((state) => ({ files: [...state.files, ...paths.map((path) => staged(path, null, { path }))] })),
    edit: (id, edits) =>
      set((state) => ({
        files: state.files.map((file) =>
          file.id === id ? { ...file, edits: { ...file.edits, ...edits }, isChecked: true } : file,
        ),
      })),
    check: (id) => change(id, { isChecked: true }),
    unfold: (id, paths) =>
      set((state) => ({
        files: state.files.flatMap((file) =>
          file.id === id ? paths.map((path) => staged(path, null, { path })) : [file],
        ),
      })),
    giveAway: (ids, isGivenAway) => {
      for (const id of ids) change(id, { isGivenAway })
    },
    remove: (ids) => {
      for (const id of ids) uploads.get(id)?.abort()
      set((state) => ({ files: state.files.filter((file) => !ids.includes(file.id)) }))
    },
  }
})

/** Whether the engine still has the file for looking into. Asked at the moment of looking: news of an import may come before its start is answered. */
export function canBeLookedInto(id: string): boolean {
  return useStagedFiles.getState().files.some((file) => file.id === id && !file.isGivenAway)
}

/** The input of `imports.inspect` for one file; null while it is not handed over. A mapping made by hand does not change what is in it. */
export function inspectInput(file: StagedFile): { files: FileToImport[] } | null {
  const { kind, source, timeZone } = file.edits
  if (file.reference === null) return null
  const edits = {
    ...(kind ? { kind } : {}),
    ...(source ? { source } : {}),
    ...(timeZone ? { timeZone } : {}),
  }
  return { files: [{ reference: file.reference, ...edits }] }
}

/** The file with everything the person changed, as `imports.start` takes it; null while it is not handed over. */
export function importInput(file: StagedFile): FileToImport | null {
  return file.reference === null ? null : { reference: file.reference, ...file.edits }
}
