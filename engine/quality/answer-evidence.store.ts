import { run, type WritableDatabase } from '../store/index.ts'
import type { EvidenceSpan } from './rules/index.ts'

/** Writes the spans an automated answer rests on, in their order. */
export function writeEvidence(
  database: WritableDatabase,
  { evaluationId, questionId }: { evaluationId: number; questionId: number },
  evidence: readonly EvidenceSpan[],
): void {
  for (const [position, span] of evidence.entries())
    run(
      database,
      `INSERT INTO answer_evidence (evaluation_id, question_id, position, segment, start_char, end_char, start_ms, end_ms, quote)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      evaluationId,
      questionId,
      position,
      span.segmentIndex,
      span.start,
      span.end,
      span.startMs,
      span.endMs,
      span.quote,
    )
}
