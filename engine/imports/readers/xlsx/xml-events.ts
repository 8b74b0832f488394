import { TextDecoder } from 'node:util'
import { SaxesParser } from 'saxes'
import { fileProblem } from '../file-problems.ts'

interface XmlHandlers {
  /** Element names come without their namespace prefix, attribute names as written. */
  onOpen: (name: string, attributes: Record<string, string>) => void
  onClose?: (name: string) => void
  onText?: (text: string) => void
}

/** More than this without a new element is no text of a cell (Excel's hold 32,767 characters); the parser would keep all of it in memory. */
const longestPiece = 4 << 20
/** Parts of a workbook are nested a dozen deep; the parser keeps every element that is open. */
const deepestElement = 256

/**
 * Feeds the bytes of one XML part to the handlers. Throws FileProblem 'damaged' when it is no XML.
 * `afterChunk` is called between chunks; reading stops when it answers false, and waits for its promise.
 */
export async function readXml(
  bytes: AsyncIterable<Buffer>,
  path: string,
  handlers: XmlHandlers,
  afterChunk?: () => boolean | Promise<boolean>,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const localNames = new Map<string, string>()
  const local = (name: string): string => {
    let found = localNames.get(name)
    if (found === undefined) {
      found = name.slice(name.indexOf(':') + 1)
      localNames.set(name, found)
    }
    return found
  }
  let failure: Error | null = null
  parser.on('error', (error) => {
    failure ??= error
  })
  // Entities of a document type are never expanded by the parser; a workbook has none to declare.
  parser.on('doctype', () => {
    failure ??= new Error('document type')
  })
  let quietBytes = 0
  let depth = 0
  parser.on('opentag', (tag) => {
    quietBytes = 0
    depth += 1
    if (depth > deepestElement) throw fileProblem('too-deep', path)
    handlers.onOpen(local(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    handlers.onClose?.(local(tag.name))
  })
  if (handlers.onText !== undefined) {
    parser.on('text', handlers.onText)
    parser.on('cdata', handlers.onText)
  }
  let decoder: TextDecoder | null = null
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf-16le' : 'utf-8')
    quietBytes += chunk.length
    if (quietBytes > longestPiece) throw fileProblem('archive-bomb', path)
    parser.write(decoder.decode(chunk, { stream: true }))
    if (failure !== null) throw fileProblem('damaged', path)
    const goesOn = afterChunk?.()
    if (goesOn === false || (goesOn !== undefined && goesOn !== true && !(await goesOn))) return
  }
  parser.close()
  if (failure !== null) throw fileProblem('damaged', path)
}
