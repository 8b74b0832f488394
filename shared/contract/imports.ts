import { z } from 'zod'
import { importField, importKind, mapping, transform } from '../domain/import-kinds.ts'
import { instantMs } from '../domain/time.ts'
import { call } from './base.ts'

/** A file on this machine (desktop, terminal), or one uploaded through the loopback door. */
export const fileReference = z.union([z.object({ path: z.string() }), z.object({ uploadId: z.string() })])
export type FileReference = z.infer<typeof fileReference>

export const columnGuess = z.object({
  column: z.string(),
  field: importField.nullable(),
  transform,
  confidence: z.number().min(0).max(1),
  reason: z.string(),
  alternatives: z.array(z.object({ field: importField, confidence: z.number() })),
  examples: z.array(z.string()),
})

/** What one table of one file looks like before it is imported. */
export const tablePreview = z.object({
  sheet: z.string().nullable(),
  /** Null when nothing in the table could be recognised: the mapping is then made by hand. */
  kind: importKind.nullable(),
  vendor: z.string().nullable(),
  confidence: z.number().min(0).max(1),
  reasons: z.array(z.string()),
  warnings: z.array(z.string()),
  mapping,
  /** Where the mapping comes from. */
  basis: z.enum(['recognised', 'remembered', 'given']),
  columns: z.array(columnGuess),
  /** The first rows as they stand in the file (free text redacted). */
  rows: z.array(z.object({ rowNumber: z.number().int(), cells: z.array(z.string()) })),
})
export type TablePreview = z.infer<typeof tablePreview>

export const filePreview = z.object({
  file: z.string(),
  reference: fileReference,
  bytes: z.number(),
  format: z.string().nullable(),
  source: z.string(),
  tables: z.array(tablePreview),
  /** For transcripts and document files, which have no columns: what is in them, in one line. */
  contents: z.string().nullable(),
  /** Whether it is the sound of a call. */
  isRecording: z.boolean(),
  /** This very file was imported before. */
  importedBefore: z.object({ importId: z.number().int(), at: instantMs }).nullable(),
  error: z.string().nullable(),
})
export type FilePreview = z.infer<typeof filePreview>

/** What is known of a recording before it is heard. The customer is not told: it may be a telephone number. */
export const recordingToImport = z.object({
  reference: fileReference,
  agent: z.string().nullable(),
  at: instantMs.nullable(),
  direction: z.enum(['inbound', 'outbound']).nullable(),
  contactRef: z.string().nullable(),
  queue: z.string().nullable(),
  title: z.string().nullable(),
  hasCustomer: z.boolean(),
  /** Whether a file beside it says so, the pattern of names, the name as well as it can be read, or nothing does. */
  basis: z.enum(['sidecar', 'pattern', 'name', 'none']),
  warnings: z.array(z.string()),
})
export type RecordingToImport = z.infer<typeof recordingToImport>

/** The first rows read with a mapping: the live preview. */
export const parsedPreview = z.object({
  rows: z.array(
    z.object({
      rowNumber: z.number().int(),
      cells: z.array(
        z.object({ raw: z.string(), parsed: z.string().nullable(), problem: z.string().nullable() }),
      ),
      outcome: z.enum(['facts', 'rejected', 'skipped']),
      message: z.string().nullable(),
    }),
  ),
  problems: z.array(z.string()),
})
export type ParsedPreview = z.infer<typeof parsedPreview>

/** What one file came to: the shape the terminal prints. */
export const importReport = z.object({
  file: z.string(),
  kind: importKind.nullable(),
  source: z.string().nullable(),
  confidence: z.number().nullable(),
  rows: z.object({
    read: z.number().int(),
    added: z.number().int(),
    updated: z.number().int(),
    unchanged: z.number().int(),
    quarantined: z.number().int(),
  }),
  mapping: z.array(mapping),
  warnings: z.array(z.string()),
  importId: z.number().int().nullable(),
  error: z.string().nullable(),
})
export type ImportReport = z.infer<typeof importReport>

export const importRecord = z.object({
  id: z.number().int(),
  file: z.string(),
  source: z.string(),
  kind: importKind,
  importedAt: instantMs,
  undoneAt: instantMs.nullable(),
  rows: importReport.shape.rows,
  facts: z.record(z.string(), z.number().int()),
  warnings: z.array(z.string()),
  inQuarantine: z.number().int(),
})
export type ImportRecord = z.infer<typeof importRecord>

export const quarantinedRow = z.object({
  id: z.number().int(),
  importId: z.number().int(),
  file: z.string(),
  rowNumber: z.number().int(),
  code: z.string(),
  column: z.string().nullable(),
  message: z.string(),
  columns: z.array(z.string()),
  /** Redacted. */
  cells: z.array(z.string()),
})
export type QuarantinedRow = z.infer<typeof quarantinedRow>

export const fileToImport = z.object({
  reference: fileReference,
  kind: importKind.optional(),
  source: z.string().optional(),
  timeZone: z.string().optional(),
  /** One mapping per table, by sheet name (`''` for a file with one unnamed table). */
  mappings: z.record(z.string(), mapping).optional(),
})
export type FileToImport = z.infer<typeof fileToImport>

export const importsContract = {
  inspect: call.input(z.object({ files: z.array(fileToImport) })).output(z.array(filePreview)),
  /** What files lying ready together tell of one another: what is known of each recording, and which files only tell of recordings. */
  sidecars: call.input(z.object({ files: z.array(fileToImport).max(20_000) })).output(
    z.object({
      describing: z.array(z.object({ reference: fileReference, recordings: z.number().int() })),
      recordings: z.array(recordingToImport),
    }),
  ),
  preview: call
    .input(z.object({ reference: fileReference, sheet: z.string().nullable(), mapping }))
    .output(parsedPreview),
  /** Starts the import as a job; `jobs.watch` tells its progress, `imports.reports` its outcome. */
  start: call
    .input(z.object({ files: z.array(fileToImport).min(1) }))
    .output(z.object({ jobId: z.number().int() })),
  /**
   * What is new or changed below these paths since they were last looked at, once it rests: a file that is still being written has another
   * size or time on the next look. `isResting` is false where such a look is due.
   */
  look: call
    .input(z.object({ paths: z.array(z.string()).min(1) }))
    .output(z.object({ paths: z.array(z.string()), isResting: z.boolean() })),
  reports: call.input(z.object({ jobId: z.number().int() })).output(z.array(importReport)),
  list: call.output(z.array(importRecord)),
  undo: call.input(z.object({ importId: z.number().int() })).output(importRecord),
  quarantine: call
    .input(
      z.object({ importId: z.number().int().optional(), limit: z.number().int().max(1000).default(200) }),
    )
    .output(z.object({ total: z.number().int(), rows: z.array(quarantinedRow) })),
  /** Re-reads the file with a changed mapping and takes the rows that now fit. */
  retry: call
    .input(
      z.object({
        importId: z.number().int(),
        reference: fileReference.optional(),
        mappings: z.record(z.string(), mapping).optional(),
      }),
    )
    .output(importReport),
  dismiss: call
    .input(z.object({ ids: z.array(z.number().int()) }))
    .output(z.object({ dismissed: z.number().int() })),
  sources: call.output(
    z.array(
      z.object({
        id: z.number().int(),
        name: z.string(),
        timeZone: z.string(),
        imports: z.number().int(),
        mappings: z.number().int(),
      }),
    ),
  ),
}
