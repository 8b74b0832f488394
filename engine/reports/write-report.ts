import { t } from '#speech'
import type { ReportFile, ReportOrder } from '../../shared/contract/reports.ts'
import { dayOfNumber } from '../../shared/domain/time.ts'
import type { EngineContext } from '../context.ts'
import { toHtml, toPdf, type DebriefDocument } from '../documents/index.ts'
import { readDirectory } from '../people/index.ts'
import { Problem } from '../problem.ts'
import { directorReport } from './director-report.ts'
import { directorFacts, weeklyFacts, type ReportWindows } from './facts.ts'
import { outcomeCourse } from './outcome-course.ts'
import { weeklyReport } from './weekly-report.ts'

/** A report as a file. Throws `NOT_FOUND` for a team that is not there, and a sentence where there is nobody to report on. */
export async function writeReport(
  context: EngineContext,
  order: ReportOrder,
  windows: ReportWindows,
): Promise<ReportFile> {
  const document =
    order.kind === 'weekly' ? weekly(context, order, windows) : director(context, order, windows)
  const name = `debrief-${order.kind}-${dayOfNumber(windows.now.gathered.window.to)}`
  if (order.format === 'html')
    return {
      fileName: `${name}.html`,
      mimeType: 'text/html',
      base64: Buffer.from(toHtml(document), 'utf8').toString('base64'),
    }
  const pdf = await toPdf(document)
  return { fileName: `${name}.pdf`, mimeType: 'application/pdf', base64: pdf.toString('base64') }
}

function someone(list: { items: readonly unknown[] }): void {
  if (list.items.length === 0)
    throw new Problem(
      'INVALID_INPUT',
      t`There is nobody with data in this period, so there is nothing to report; choose another day or team.`,
    )
}

function weekly(
  context: EngineContext,
  { teamId, paper }: ReportOrder,
  windows: ReportWindows,
): DebriefDocument {
  if (teamId !== undefined && !readDirectory(context.read).teams.has(teamId))
    throw new Problem('NOT_FOUND', t`That team is no longer there.`)
  const facts = weeklyFacts(context, windows, teamId ?? null)
  someone(facts.list)
  const ids = facts.list.items.map(({ agent }) => agent.id)
  return weeklyReport(facts, paper, outcomeCourse(context.read, windows.now, ids))
}

function director(context: EngineContext, { paper }: ReportOrder, windows: ReportWindows): DebriefDocument {
  const facts = directorFacts(context, windows)
  someone(facts.list)
  const ids = facts.list.items.map(({ agent }) => agent.id)
  return directorReport(facts, paper, outcomeCourse(context.read, windows.now, ids))
}
