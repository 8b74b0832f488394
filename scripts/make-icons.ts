import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { icnsOf, icoOf } from './icon-files.ts'

/** Draws every icon of the app from the one in `renderer/app/icon.svg`, with the machine's own Chromium: `node scripts/make-icons.ts`. */
const root = join(import.meta.dirname, '..')
const out = join(root, 'resources', 'icons')
const source = readFileSync(join(root, 'renderer', 'app', 'icon.svg'), 'utf8')
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]

const browser = await chromium.launch({
  executablePath: process.env['DEBRIEF_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
const drawn = new Map<number, Buffer>()
for (const size of sizes) drawn.set(size, await draw(source, size))
// macOS colours what stands in its bar itself and takes the shape alone: no ground, and everything black
const shape = source
  .replace(/<rect[^>]*>/, '')
  .replace('viewBox="0 0 32 32"', 'viewBox="5 5 22 22"')
  .replaceAll(/#[0-9a-f]{3,6}/g, '#000')
const shapes = { 'trayTemplate.png': await draw(shape, 18), 'trayTemplate@2x.png': await draw(shape, 36) }
await browser.close()

mkdirSync(join(out, 'linux'), { recursive: true })
for (const [size, png] of drawn)
  if (size <= 512) writeFileSync(join(out, 'linux', `${size}x${size}.png`), png)
writeFileSync(join(out, 'icon.ico'), icoOf(drawn))
writeFileSync(join(out, 'icon.icns'), icnsOf(drawn))
for (const [name, png] of Object.entries(shapes)) writeFileSync(join(out, name), png)

async function draw(svg: string, size: number): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  )
  const png = await page.screenshot({ omitBackground: true })
  await page.close()
  return png
}
