import type { Problem } from '../../engine/index.ts'
import type { SalvageReport } from '../../engine/salvaging.ts'
import { saidOfSalvage } from '../../engine/salvaging.ts'
import { doorPaths } from '../../shared/domain/bridge.ts'

/** What the page of a workspace that cannot be opened offers, each a form that is sent to the door. */
export const troublePaths = { salvage: '/trouble/salvage', saved: '/trouble/saved' } as const

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escape = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => escapes[sign]!)

const style = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:44rem;margin:12vh auto;padding:0 1.5rem}
h1{font-size:1.4rem;margin:0 0 1rem}p{margin:0 0 1rem}code{overflow-wrap:anywhere}form{display:inline-block;margin:.5rem .75rem 0 0}
button{font:inherit;padding:.5rem 1rem;border:1px solid currentColor;border-radius:.4rem;background:transparent;color:inherit;cursor:pointer}
button.first{background:#146578;border-color:#146578;color:#fff}button:focus-visible{outline:3px solid #4aa3b8;outline-offset:2px}
table{border-collapse:collapse;margin:1rem 0}th,td{text-align:left;padding:.2rem 1.5rem .2rem 0}td+td,th+th{text-align:right;font-variant-numeric:tabular-nums}`

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)} · Debrief</title><link rel="icon" href="data:,"><style>${style}</style><main><h1>${escape(title)}</h1>${body}</main></html>`
}

const button = (path: string, label: string, isFirst = false) =>
  `<form method="post" action="${path}"><button${isFirst ? ' class="first"' : ''}>${escape(label)}</button></form>`

/** The page in place of a workspace that cannot be opened: what is wrong, that nothing was changed, and what can be done. */
export function troublePage(
  problem: Problem,
  { folder, version, canOpenSample }: { folder: string; version: string; canOpenSample: boolean },
): string {
  const sample = canOpenSample
    ? button(`${doorPaths.workspace}?open=sample`, 'Open the sample workspace')
    : ''
  const where = `<p>Workspace: <code>${escape(folder)}</code></p>`
  if (problem.code === 'WORKSPACE_TOO_NEW')
    return page(
      'This workspace is newer than this Debrief',
      `<p>${escape(problem.message)}</p>${where}<p>This is Debrief ${escape(version)}. Install the version that made the workspace, or a newer one, and open it again. To open another workspace, stop this one and start <code>debrief serve --workspace FOLDER</code>.</p>${sample}`,
    )
  return page(
    'This workspace is damaged',
    `<p>${escape(problem.message)}</p>${where}<p>Everything that can still be read can be saved. It is written beside the damaged workspace first, which stays as it is until you have seen what was saved and what was lost.</p>${button(troublePaths.salvage, 'Save what can be read', true)}${sample}`,
  )
}

/** The page after saving: what was saved and lost of each table that is not whole. */
export function savedPage(report: SalvageReport): string {
  const rows = report.tables
    .filter(({ lost }) => lost !== 0)
    .map(
      ({ table, saved, lost }) =>
        `<tr><td>${escape(table.replaceAll('_', ' '))}</td><td>${saved.toLocaleString('en-GB')}</td><td>${lost === null ? 'not known' : lost.toLocaleString('en-GB')}</td></tr>`,
    )
  const list =
    rows.length === 0
      ? '<p>Every row of every table was saved.</p>'
      : `<table><thead><tr><th>Table</th><th>Saved</th><th>Lost</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
  return page(
    'What could be read was saved',
    `<p>${escape(saidOfSalvage(report))}</p>${list}<p>Opened, it takes the place of the damaged file, which stays beside it as <code>debrief.sqlite.damaged</code>. The log says what was saved. Where something is missing, Settings, Backups shows what each backup would bring back.</p>${button(troublePaths.saved, 'Open what was saved', true)}`,
  )
}

/** The page where something that was asked for did not work. */
export function failedPage(sentence: string): string {
  return page('That did not work', `<p>${escape(sentence)}</p><p><a href="/">Back</a></p>`)
}
