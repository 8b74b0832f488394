import { contentKey } from '../writing/content-key.ts'
import type { FactKind, Statement } from '../../fact-kinds.ts'
import { findImportOfFileBySource } from '../imports.store.ts'
import { readForm } from './other-names.store.ts'
import { contentKeysOfImport, type TheirStatement } from './statements.store.ts'
import type { TakingOver } from './taking-over.ts'

/** Gives the content key a fact has here; null where it needs none. */
export type KeyMaker = (statement: TheirStatement, ours: Statement) => string | null

/**
 * Names facts without an id of their own as they are named here. What such a name is made of in another workspace are numbers and hashes that
 * mean something else here, so it is made anew: of an evaluation from what it says, of other facts from the file and row they came from, which
 * are the same wherever that file was read. Where the file was read here, too, its rows keep the names they have.
 */
export function createKeyMaker(taking: TakingOver, sourceId: number): KeyMaker {
  const readHere = new Map<string, ReadonlyMap<number, string>>()
  const keysHere = (kind: FactKind, sha256: string): ReadonlyMap<number, string> => {
    const known = readHere.get(`${kind} ${sha256}`)
    if (known) return known
    const importId = findImportOfFileBySource(taking.ours, sha256, sourceId)
    const keys = importId === undefined ? new Map() : contentKeysOfImport(taking.ours, kind, importId)
    readHere.set(`${kind} ${sha256}`, keys)
    return keys
  }
  const forms = new Map<number, string>()
  const formOf = (versionId: number) => {
    let name = forms.get(versionId)
    if (name === undefined) forms.set(versionId, (name = readForm(taking.theirs, versionId).name))
    return name
  }
  return ({ kind, values, owner }, ours) => {
    const theirKey = values.get('content_key')
    if (theirKey === undefined) return null
    // made of the words, which are the same everywhere
    if (kind === 'transcripts') return String(theirKey)
    const { fileSha256 } = taking.imports.get(owner.importId)!
    const here = keysHere(kind, fileSha256).get(owner.rowNumber)
    if (here !== undefined) return here
    if (kind === 'evaluations') {
      const said = (column: string) => ours.get(column) ?? null
      const form = formOf(Number(values.get('scorecard_version_id')))
      const parts = [form, said('contact_ref'), said('identity_id'), said('evaluated_at'), said('evaluator')]
      return `${contentKey(parts)}:${String(theirKey).split(':')[1] ?? '0'}`
    }
    return `${contentKey(['row', fileSha256, owner.rowNumber])}:0`
  }
}
