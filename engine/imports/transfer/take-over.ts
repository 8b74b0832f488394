import { createHash } from 'node:crypto'
import { createIdentityBook, insertTeamSpell, teamId } from '../../people/index.ts'
import { stateQuestion } from '../../quality/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { finishImport, insertImport } from '../imports.store.ts'
import { allFactKinds, type FactKind, type Statement } from '../../fact-kinds.ts'
import type { WriteOutcome } from '../layers/matching.ts'
import { createStatementWriter, type StatementWriter } from '../layers/statement-writer.ts'
import { ensureSource } from '../sources.store.ts'
import { readMentions, readQuestionStatements, readSpells } from './other-names.store.ts'
import { createKeyMaker } from './keys.ts'
import { copyRecording, recordedState, recordingOf } from './recordings.store.ts'
import { factOfRow, statementsOfImport, type TheirStatement } from './statements.store.ts'
import type { TakingOver, TheirImport } from './taking-over.ts'
import { identityFinder } from './translate.ts'

/** Under which hash an import of another workspace stands here: none of ours has it. */
export function hashElsewhere(sha256: string, uid: string): string {
  return `${sha256}@${uid}`
}

/** A hash of everything an import of another workspace states: equal as long as nothing in it changed. */
export function digestOfImport(theirs: ReadableDatabase, importId: number): string {
  const hash = createHash('sha256')
  for (const kind of allFactKinds)
    for (const { rowNumber, owner, values } of statementsOfImport(theirs, kind, importId))
      hash.update(JSON.stringify([kind, rowNumber, owner, [...values]]))
  hash.update(
    JSON.stringify([
      readQuestionStatements(theirs, importId),
      readSpells(theirs, importId),
      readMentions(theirs, importId),
      recordedState(theirs, importId),
    ]),
  )
  return hash.digest('hex')
}

const STATEMENTS_IN_A_PIECE = 1000

/**
 * Writes an import of another workspace as one of this one: found, layered and taken back like any other. Gives its number here, and lets
 * other calls through between pieces of the work.
 */
export function* takeOverImport(taking: TakingOver, theirImport: TheirImport): Generator<void, number, void> {
  const { theirs, ours, translator, now } = taking
  const sourceId = ensureOwnSource(taking, theirImport.source, theirImport.sourceTimeZone)
  const importId = insertImport(ours, {
    sourceId,
    kind: theirImport.kind,
    vendor: theirImport.vendor,
    confidence: theirImport.confidence,
    fileName: theirImport.fileName,
    filePath: null,
    // files that lay together there do not lie beside ours
    place: theirImport.place === null ? null : `${taking.uid}:${theirImport.place}`,
    fileSha256: hashElsewhere(theirImport.fileSha256, taking.uid),
    fileBytes: theirImport.fileBytes,
    mappings: theirImport.mappings,
    importedAt: Math.min(theirImport.importedAt, now),
  })
  const writing = createTransferWriter(taking, importId, sourceId)
  for (const { questionId, ...wording } of readQuestionStatements(theirs, theirImport.id))
    stateQuestion(ours, translator.question(questionId), importId, wording)
  for (const identityId of readMentions(theirs, theirImport.id)) writing.identity(identityId)
  for (const { identityId, team, ...spell } of readSpells(theirs, theirImport.id))
    insertTeamSpell(ours, {
      ...spell,
      importId,
      identityId: writing.identity(identityId),
      teamId: teamId(ours, team, spell.site),
    })
  let written = 0
  for (const kind of allFactKinds)
    for (const statement of statementsOfImport(theirs, kind, theirImport.id)) {
      writing.write(statement)
      if (++written % STATEMENTS_IN_A_PIECE === 0) yield
    }
  writing.finish(theirImport.warnings)
  return importId
}

/** The source that one of theirs is here, made where there is none; one that is here keeps its time zone. */
function ensureOwnSource(taking: TakingOver, theirName: string, timeZone: string): number {
  return ensureSource(taking.ours, { name: taking.sourceName(theirName), timeZone, now: taking.now }, 'keep')
}

/** Writes statements of another workspace under one import here. */
export interface TransferWriter {
  identity(theirId: number): number
  write(statement: TheirStatement): void
  /** Writes what waits and notes what came of it. `warnings`: sentences, as a JSON array. */
  finish(warnings: string): void
}

/** A writer for one import, inside the transaction of the merge. */
export function createTransferWriter(taking: TakingOver, importId: number, sourceId: number): TransferWriter {
  const { theirs, ours, translator, affected } = taking
  const identity = identityFinder(theirs, (source, timeZone) =>
    createIdentityBook(ours, { importId, sourceId: ensureOwnSource(taking, source, timeZone) }),
  )
  const keyOf = createKeyMaker(taking, sourceId)
  const writers = new Map<FactKind, StatementWriter>()
  const counts: Record<WriteOutcome, number> = { added: 0, updated: 0, unchanged: 0 }
  const facts: Partial<Record<FactKind, number>> = {}
  const count = (kind: FactKind, outcome: WriteOutcome | null) => {
    if (outcome === null) return
    counts[outcome]++
    if (outcome === 'added') facts[kind] = (facts[kind] ?? 0) + 1
  }
  const writerOf = (kind: FactKind) => {
    let writer = writers.get(kind)
    if (!writer) {
      writer = createStatementWriter(ours, kind, { importId, sourceId }, affected)
      writers.set(kind, writer)
    }
    return writer
  }
  const recorded: { recording: Record<string, unknown>; theirTranscriptId: number; externalRef: string }[] =
    []
  return {
    identity,
    write(statement) {
      const { kind, rowNumber, factId } = statement
      const values: Statement = translator.statement(kind, statement.values, identity)
      const key = keyOf(statement, values)
      if (key !== null) values.set('content_key', key)
      count(kind, writerOf(kind).write(rowNumber, values))
      const recording = kind === 'transcripts' ? recordingOf(theirs, factId) : undefined
      const externalRef = values.get('external_ref')
      if (recording && externalRef !== undefined)
        recorded.push({ recording, theirTranscriptId: factId, externalRef: String(externalRef) })
    },
    finish(warnings) {
      for (const [kind, writer] of writers) for (const { outcome } of writer.finish()) count(kind, outcome)
      for (const { externalRef, ...copy } of recorded) {
        const transcriptId = factOfRow(ours, externalRef, sourceId)
        if (transcriptId !== undefined)
          copyRecording(theirs, ours, { ...copy, transcriptId, mediaFolder: taking.mediaFolder })
      }
      finishImport(ours, importId, {
        rows: { read: counts.added + counts.updated + counts.unchanged, ...counts, quarantined: 0 },
        facts: JSON.stringify(
          Object.fromEntries(allFactKinds.flatMap((kind) => (facts[kind] ? [[kind, facts[kind]]] : []))),
        ),
        warnings,
      })
    },
  }
}
