import { ink } from '../ink.ts'

/** The one style sheet of HTML documents: a page on a screen, and the same page on paper. */
export function styleSheet(paper: 'A4' | 'Letter'): string {
  return `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.5rem 4rem; max-width: 54rem; background: #fff; color: ${ink.text};
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; font-variant-numeric: tabular-nums; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0; letter-spacing: -0.01em; }
.subtitle { margin: .35rem 0 2rem; color: ${ink.muted}; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.4rem 0 .6rem; color: ${ink.accent}; }
h3 { font-size: 1.02rem; margin: 1.6rem 0 .4rem; }
h4, h5, h6 { font-size: .95rem; margin: 1.2rem 0 .3rem; }
p { margin: 0 0 .8rem; max-width: 44rem; }
.lead { font-size: 1.08rem; }
.small, figcaption, .note, caption { font-size: .86rem; color: ${ink.muted}; }
.muted { color: ${ink.muted}; }
.key-figures { display: flex; flex-wrap: wrap; gap: 0; margin: 1rem 0 1.4rem; border-top: 1px solid ${ink.hairline}; border-bottom: 1px solid ${ink.hairline}; }
.key-figures > div { flex: 1 1 8rem; padding: .7rem 1.1rem .7rem 0; }
.key-figures dt { font-size: .82rem; color: ${ink.muted}; }
.key-figures dd { margin: 0; font-size: 1.5rem; font-weight: 600; line-height: 1.25; }
.key-figures dd.more { font-size: .82rem; font-weight: 400; color: ${ink.muted}; }
.wide { overflow-x: auto; margin: .6rem 0 1.2rem; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
caption { text-align: left; padding-bottom: .35rem; }
th { font-weight: 600; text-align: left; font-size: .82rem; color: ${ink.muted}; vertical-align: bottom; border-bottom: 1px solid ${ink.text}; }
td { vertical-align: top; border-bottom: 1px solid ${ink.hairline}; }
th, td { padding: .4rem .9rem .4rem 0; }
th:last-child, td:last-child { padding-right: 0; }
.right { text-align: right; }
.centre { text-align: center; }
ul, ol { margin: 0 0 1rem; padding-left: 1.4rem; max-width: 44rem; }
li { margin: .2rem 0; }
ul.checks { list-style: none; padding-left: 0; }
ul.checks input { margin: 0 .6rem 0 0; }
blockquote { margin: .8rem 0 1.2rem; padding: .1rem 0 .1rem 1rem; border-left: 3px solid ${ink.behind}; }
blockquote p { margin: .15rem 0; }
blockquote .moment { font-weight: 600; }
blockquote .who { color: ${ink.muted}; font-weight: 400; font-size: .86rem; }
.callout { margin: 1rem 0 1.3rem; padding: .75rem 1rem; background: ${ink.faint}; border-left: 4px solid ${ink.accent}; }
.callout.good { border-color: ${ink.good}; }
.callout.attention { border-color: ${ink.attention}; }
.callout strong.title { display: block; }
.callout p { margin: 0; }
.columns { display: flex; flex-wrap: wrap; gap: 0 2rem; }
.columns > div { min-width: 14rem; }
figure { margin: .8rem 0 1.4rem; }
svg { max-width: 100%; height: auto; }
figure > svg { width: 100%; max-width: 44rem; }
.line { border-bottom: 1px solid ${ink.hairline}; height: 2rem; }
audio { width: 100%; max-width: 30rem; }
footer { margin-top: 3rem; padding-top: .6rem; border-top: 1px solid ${ink.hairline}; font-size: .82rem; color: ${ink.muted}; }
@page { size: ${paper === 'A4' ? 'A4' : 'letter'}; margin: 18mm 20mm 20mm; }
@media print {
  body { padding: 0; max-width: none; font-size: 9.5pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  h2, h3, h4 { break-after: avoid; }
  p { orphans: 3; widows: 3; }
  .together, tr, figure, blockquote, .callout, .key-figures, li { break-inside: avoid; }
  thead { display: table-header-group; }
  .starts-page, .page-break { break-before: page; }
  audio { display: none; }
  .wide { overflow: visible; }
}
@media screen { .on-paper { display: none; } }
`.trim()
}
