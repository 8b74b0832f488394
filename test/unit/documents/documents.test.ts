import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { toHtml, toPdf, type Block } from '../../../engine/documents/index.ts'
import { specimen } from './specimen.ts'

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)!.length

/** The streams of a PDF, unpacked. */
function streamsOf(pdf: Buffer): string {
  const text = pdf.toString('latin1')
  return [...text.matchAll(/stream\r?\n/g)]
    .map((found) => {
      const from = found.index + found[0].length
      try {
        return inflateSync(pdf.subarray(from, text.indexOf('endstream', from))).toString('latin1')
      } catch {
        return ''
      }
    })
    .join('\n')
}

test('HTML holds every text escaped, asks no network and runs no script', () => {
  const html = toHtml(specimen())
  expect(html).toContain('&lt;b&gt;no markup&lt;/b&gt; &amp; no script')
  expect(html).toContain('世界')
  expect(html).not.toMatch(/(src|href)="(?!data:)/)
  expect(html).not.toContain('<script')
  expect(html).toContain('default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;')
  expect(html).toContain('lang="en-GB"')
  expect(html).toContain('<input type="checkbox" checked>')
  expect(html).toContain('aria-label="Resolution moves satisfaction most."')
  expect(html).toContain('data:audio/wav;base64,UklGRg==')
})

test('a script that was asked for is the only one that may run, and cannot end its element', () => {
  const html = toHtml(specimen(), { script: 'const text = "</script><b>"' })
  expect(html).toMatch(/script-src &#39;sha256-[^&]+&#39;/)
  expect(html.match(/<\/script>/g)).toHaveLength(1)
})

test('PDF has its metadata, language, bookmarks and embedded fonts, and asks for no file', async () => {
  const pdf = await toPdf(specimen())
  const text = pdf.toString('latin1')
  expect(text.slice(0, 8)).toBe('%PDF-1.7')
  expect(pagesOf(pdf)).toBe(2)
  expect(text).toContain('/Lang (en-GB)')
  expect(text).toMatch(/\/Outlines \d+ 0 R/)
  expect(text).toContain('/Title (Across teams)')
  expect(text.match(/\/FontFile2/g)!.length).toBeGreaterThanOrEqual(3)
  // charts are lines, not pictures
  expect(text).not.toContain('/Subtype /Image')
  expect(streamsOf(pdf)).toContain(' l\n')
})

test('thirty pages are set beside the engine, which goes on answering', async () => {
  const sentence = 'A supervisor has little time and looks before reading. '
  const more: Block[] = Array.from({ length: 30 }, (_, at) => ({
    kind: 'section',
    title: `Agent ${at}`,
    startsPage: true,
    blocks: [...specimen().blocks.slice(0, 1), { kind: 'paragraph', text: sentence.repeat(30) }],
  }))
  let longest = 0
  let last = performance.now()
  const ticking = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  const pdf = await toPdf(specimen(more))
  clearInterval(ticking)
  expect(pagesOf(pdf)).toBe(32)
  expect(longest).toBeLessThan(300)
})

test('setting pages can be given up', async () => {
  const stop = new AbortController()
  const asked = toPdf(specimen(), stop.signal)
  stop.abort(new Error('enough'))
  await expect(asked).rejects.toThrow('enough')
})

test('what a drawing says to those who do not see it reads as it was written, dollar signs too', () => {
  const html = toHtml({
    title: 'Prices',
    language: 'en-GB',
    createdAtMs: 0,
    paper: 'A4',
    foot: '',
    blocks: [
      {
        kind: 'figure',
        drawing: { svg: '<svg width="1"></svg>', width: 1, height: 1 },
        alternative: 'Says $"five" & $$',
      },
    ],
  })
  expect(html).toContain('aria-label="Says $&quot;five&quot; &amp; $$"')
})
