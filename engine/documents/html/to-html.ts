import { createHash } from 'node:crypto'
import type { DebriefDocument } from '../model.ts'
import { escapeHtml } from '../../../shared/domain/escape-html.ts'
import { styleSheet } from './style-sheet.ts'
import { writeBlocks } from './write-blocks.ts'

/** What may go into an HTML document beside its blocks; both are the program's own words, never a person's. */
export interface HtmlOptions {
  /** Runs when the page is open; nothing else can. It reaches no network. */
  script?: string
  style?: string
}

/** One self-contained file: opens anywhere, asks no network for anything, runs no script unless one is given. */
export function toHtml(document: DebriefDocument, { script, style }: HtmlOptions = {}): string {
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src data:',
    'media-src data: blob:',
    ...(script === undefined
      ? []
      : [`script-src 'sha256-${createHash('sha256').update(inScript(script)).digest('base64')}'`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const meta = (name: string, content: string | undefined) =>
    content === undefined || content === '' ? '' : `<meta name="${name}" content="${escapeHtml(content)}">\n`
  return `<!doctype html>
<html lang="${escapeHtml(document.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Debrief">
${meta('author', document.author)}${meta('date', new Date(document.createdAtMs).toISOString())}<title>${escapeHtml(document.title)}</title>
<style>
${styleSheet(document.paper)}
${style ?? ''}</style>
</head>
<body>
<main>
<h1>${escapeHtml(document.title)}</h1>
<p class="subtitle">${escapeHtml(document.subtitle ?? '')}</p>
${writeBlocks(document.blocks)}
</main>
<footer>${escapeHtml(document.foot)}</footer>
${script === undefined ? '' : `<script>${inScript(script)}</script>\n`}</body>
</html>
`
}

/** A script cannot end its element early. */
function inScript(script: string): string {
  return script.replaceAll(/<\/(script)/gi, '<\\/$1')
}
