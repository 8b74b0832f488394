import { describe, expect, it } from 'vitest'
import { recogniseTable } from '../../../engine/imports/recognise/index.ts'
import { compileRowReader } from '../../../engine/imports/rows/index.ts'

function outcomesOf(columns: string[], ...rows: string[][]): string[] {
  const { mapping } = recogniseTable(
    { fileName: 'export.csv', sheetName: null, columns, headerRows: [columns], sample: rows },
    { timeZone: 'UTC' },
  )
  const { read } = compileRowReader(mapping, columns)
  return rows.map((row) => {
    const outcome = read(row)
    return outcome.outcome === 'skipped' ? outcome.why : outcome.outcome
  })
}

describe('rows that are no result', () => {
  it('an evaluation not finished, or deleted, counts nowhere', () => {
    const columns = ['Evaluation ID', 'Agent', 'Form', 'Evaluator', 'Date', 'Score', 'Evaluation Status']
    const rowOf = (id: string, status: string) => [
      id,
      'Ada Moreno',
      'Voice',
      'Quinn Low',
      '2026-03-13',
      '80%',
      status,
    ]
    expect(
      outcomesOf(
        columns,
        ...['Completed', 'Draft', 'In Progress', 'Cancelled', 'Finished', ''].map((status, index) =>
          rowOf(`e${index}`, status),
        ),
      ),
    ).toEqual(['facts', 'unfinished', 'unfinished', 'unfinished', 'facts', 'facts'])
    const maestro =
      'answer_id,answer_type,created_at,general_notes,gradable_id,gradee_id,grader_email,is_deleted,template_id,total_score'
    expect(
      outcomesOf(
        maestro.split(','),
        'a1,grade,2026-03-02T09:00:00Z,,c1,g1,qa@acme.example,false,t1,70'.split(','),
        'a2,grade,2026-03-02T10:00:00Z,,c2,g1,qa@acme.example,true,t1,10'.split(','),
      ),
    ).toEqual(['facts', 'unfinished'])
  })

  it("the preview of a survey is not a customer's word", () => {
    const columns =
      'StartDate,EndDate,Status,IPAddress,Progress,Finished,RecordedDate,ResponseId,How satisfied were you with our service?,Agent'
    const rowOf = (id: string, status: string) =>
      `2026-03-02 09:00:00,2026-03-02 09:01:00,${status},*,100,True,2026-03-02 09:01:00,${id},5,Ada Moreno`.split(
        ',',
      )
    expect(
      outcomesOf(
        columns.split(','),
        rowOf('R_1', 'IP Address'),
        rowOf('R_2', 'Survey Preview'),
        rowOf('R_3', 'Survey Test'),
      ),
    ).toEqual(['facts', 'trial', 'trial'])
  })
})
