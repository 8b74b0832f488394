import { t } from '#speech'
import type { ImportKind } from '../../../shared/domain/import-kinds.ts'
import type { RowFacts } from '../facts.ts'
import { connectEvaluation, isConnectEvaluation } from './documents/connect-evaluation.ts'
import { genesysAdherence, isGenesysAdherence } from './documents/genesys-adherence.ts'
import { genesysEvaluation, isGenesysEvaluation } from './documents/genesys-evaluation.ts'
import { listOf, recordOf } from './documents/json-values.ts'

/** A JSON tree that is facts of its own and no table: what it is, and one set of facts per evaluation or agent-day. */
export interface DocumentRecognition {
  kind: ImportKind
  vendor: string
  confidence: number
  reasons: string[]
  warnings: string[]
  facts: RowFacts[]
}

interface DocumentForm {
  vendor: string
  kind: ImportKind
  isOne(document: unknown): boolean
  read(document: unknown, timeZone: string): { facts: RowFacts[]; warnings: string[] }
}

const FORMS: readonly DocumentForm[] = [
  {
    vendor: 'Amazon Connect',
    kind: 'evaluations',
    isOne: isConnectEvaluation,
    read: connectEvaluation,
  },
  {
    vendor: 'Genesys Cloud',
    kind: 'evaluations',
    isOne: isGenesysEvaluation,
    read: genesysEvaluation,
  },
  {
    vendor: 'Genesys Cloud',
    kind: 'workforce',
    isOne: isGenesysAdherence,
    read: genesysAdherence,
  },
]

/**
 * Recognises a JSON document by its structure: Amazon Connect's evaluation export (schema 3.1 to 3.5), Genesys' evaluation
 * response and historical adherence, alone, in a list or under `entities`, `data`, `results` or `userResults`. Null for anything
 * else. Days are those of `timeZone` (UTC by default).
 */
export function recogniseDocument(
  document: unknown,
  options: { timeZone?: string } = {},
): DocumentRecognition | null {
  const candidates = [document, ...innerLists(document)]
  for (const form of FORMS) {
    for (const candidate of candidates) {
      const members = Array.isArray(candidate) ? candidate : [candidate]
      if (members.length === 0 || !members.every((member) => form.isOne(member))) continue
      const read = members.map((member) => form.read(member, options.timeZone ?? 'UTC'))
      return {
        kind: form.kind,
        vendor: form.vendor,
        confidence: 0.98,
        reasons: [reasonOf(form)],
        warnings: [...new Set(read.flatMap(({ warnings }) => warnings))],
        facts: read.flatMap(({ facts }) => facts),
      }
    }
  }
  return null
}

function reasonOf({ kind, vendor }: DocumentForm): string {
  return kind === 'workforce'
    ? t`The structure is that of historical adherence of ${{ vendor }}.`
    : t`The structure is that of an evaluation of ${{ vendor }}.`
}

function innerLists(document: unknown): unknown[][] {
  const record = recordOf(document)
  if (!record) return []
  return ['entities', 'data', 'results', 'userResults', 'evaluations', 'items']
    .map((key) => listOf(record[key]))
    .filter((list) => list.length > 0)
}
