import { t } from '@lingui/core/macro'
import type { PolicyVersion } from '../../../../shared/contract/policy.ts'
import { escapeHtml } from '../../../../shared/domain/escape-html.ts'
import { policyInWords } from '../../../../shared/domain/policy-in-words.ts'
import type { PolicyDocument } from '../../../../shared/domain/policy.ts'
import { formatDateTime } from '../../../ui/dates.ts'
import { language } from '../../../ui/locale.ts'
import { paper } from '../../../ui/paper.ts'
import { pagePolicyWords } from '../words/policy-words.ts'

/** What is put on paper: a policy, the version in force it is or was made from, and whether it was changed since. */
export interface SheetOf {
  document: PolicyDocument
  held: Pick<PolicyVersion, 'version' | 'at' | 'who'>
  isChanged: boolean
  timeZone: string
}

/** A policy as a page to print, read and sign, in the language of the page. Names and hosts are typed by people and stay text. */
export function policySheet(order: SheetOf): string {
  const { document, held, isChanged } = order
  const { name } = document
  const running = isChanged ? t`${name}, draft` : t`${name}, version ${held.version}`
  const sections = policyInWords(document, pagePolicyWords())
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(running)}</title>
<style>${styleSheet(running)}</style>
</head>
<body>
<header>
<p class="kind">${escapeHtml(t`Policy of a workspace of Debrief`)}</p>
<h1>${escapeHtml(name)}</h1>
<p class="${isChanged ? 'draft' : 'since'}">${escapeHtml(standing(order))}</p>
</header>
${sections
  .map(
    ({ title, sentences }) => `<section>
<h2>${escapeHtml(title)}</h2>
<div>${sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join('')}</div>
</section>`,
  )
  .join('\n')}
<footer>
${[t`Employer`, t`Employees’ representation`]
  .map(
    (party) => `<div>
<p class="line">${escapeHtml(t`Place and date`)}</p>
<p class="line">${escapeHtml(party)}</p>
</div>`,
  )
  .join('\n')}
</footer>
</body>
</html>
`
}

/** Whether it is in force, since when and by whom, in one sentence. */
function standing({ held: { version, at, who }, isChanged, timeZone }: SheetOf): string {
  if (isChanged) return t`Draft, made from version ${version} and not in force.`
  if (at === null) return t`Version ${version}, in force from the start.`
  const when = formatDateTime(at, timeZone)
  return who === null
    ? t`Version ${version}, put in force on ${when}.`
    : t`Version ${version}, put in force by ${who} on ${when}.`
}

/** A text as a string of a style sheet, each sign but letters, digits and blanks by its number, so that none can end it. */
function asStyleString(text: string): string {
  return `"${text.replaceAll(/[^\p{L}\p{N} ]/gu, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `)}"`
}

function styleSheet(running: string): string {
  return `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 172mm; background: #fff; color: #1b1f24;
  font: 10pt/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; font-variant-numeric: tabular-nums; hyphens: auto; }
p { margin: 0; orphans: 3; widows: 3; text-wrap: pretty; }
header { margin-bottom: 9mm; }
.kind { color: #5a636e; font-size: 9pt; }
h1 { margin: 1mm 0 2mm; font-size: 22pt; line-height: 1.2; font-weight: 600; letter-spacing: -0.01em; overflow-wrap: anywhere; hyphens: none; }
.since { color: #5a636e; }
.draft { display: inline-block; padding: 1.2mm 3mm; border: 1px solid #9a3d12; color: #9a3d12; font-weight: 600; }
section { display: grid; grid-template-columns: 44mm 1fr; column-gap: 8mm; padding: 4.5mm 0; border-top: 1px solid #c9ced4; break-inside: avoid; }
h2 { margin: 0; font-size: 10pt; line-height: 1.5; font-weight: 600; hyphens: manual; text-wrap: balance; }
section p { overflow-wrap: anywhere; }
section p + p { margin-top: 1.8mm; }
footer { display: grid; grid-template-columns: 1fr 1fr; column-gap: 14mm; padding-top: 4mm; border-top: 1px solid #c9ced4; break-inside: avoid; }
.line { margin-top: 15mm; padding-top: 1.2mm; border-top: 1px solid #1b1f24; color: #5a636e; font-size: 8.5pt; }
@page { size: ${paper === 'A4' ? 'A4' : 'letter'}; margin: 20mm 19mm 22mm;
  @bottom-left { content: ${asStyleString(running)}; font: 8pt system-ui, sans-serif; color: #5a636e; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #5a636e; } }
@media screen { body { padding: 20mm 0; } }
`.trim()
}
