import { bytesOf } from '../../ui/save-text.ts'

const EMBEDDED = /^data:([\w/-]+);base64,/

/** A packet to be read in the page: without its form and the form's script, its sounds as the page lets them be played; `release` lets go of those. */
export function readPacket(html: string): { text: string; release: () => void } {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const part of page.querySelectorAll('script, form')) part.remove()
  const urls: string[] = []
  for (const audio of page.querySelectorAll('audio')) {
    const source = audio.getAttribute('src') ?? ''
    const [whole, mimeType] = EMBEDDED.exec(source) ?? []
    if (whole === undefined || mimeType === undefined) continue
    const url = URL.createObjectURL(new Blob([bytesOf(source.slice(whole.length))], { type: mimeType }))
    urls.push(url)
    audio.setAttribute('src', url)
  }
  return {
    text: `<!doctype html>${page.documentElement.outerHTML}`,
    release: () => urls.forEach((url) => URL.revokeObjectURL(url)),
  }
}
