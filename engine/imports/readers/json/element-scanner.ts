export interface JsonElement {
  /** Dotted path of the list the element stands in; '' when the file is the list. */
  path: string
  /** The element's JSON text; '' when only places were asked for. */
  text: string
}

interface ElementScanner {
  /** Elements that end in this piece of text. */
  scan: (text: string) => JsonElement[]
  /** Whether everything that was opened has been closed. */
  isComplete: () => boolean
}

const longestElement = 64 << 20
const mostNames = 64

/**
 * Cuts the elements of lists out of JSON that is too large to be parsed at once, so that each can be parsed
 * by itself. Lists are followed through objects only; a list inside an element belongs to the element. It
 * finds where values begin and end and leaves what they mean, and whether they are sound, to JSON.parse.
 * @param wantedPath The list whose elements' text is wanted; null to learn where elements are.
 */
export function createElementScanner(wantedPath: string | null): ElementScanner {
  const names: string[] = []
  const objects: boolean[] = []
  let name = ''
  let isName = false
  let readsString = false
  let isEscaped = false
  let stringText = ''
  let nextEscape = -1
  let isInList = false
  let path = ''
  let depth = 0
  let isInElement = false
  let kept: string[] = []
  let keptLength = 0
  let hasBegun = false

  const keep = (text: string): void => {
    keptLength += text.length
    if (keptLength > longestElement) throw new RangeError('element too long')
    kept.push(text)
  }

  const skipString = (text: string, from: number): number => {
    let at = from
    if (isEscaped) {
      isEscaped = false
      at++
    }
    for (;;) {
      const quote = text.indexOf('"', at)
      const end = quote === -1 ? text.length : quote
      // Looked up once for all strings before it, or each string would search the rest of the text.
      if (nextEscape < at) nextEscape = text.indexOf('\\', at)
      if (nextEscape === -1) nextEscape = text.length
      const escape = nextEscape
      if (escape >= end) {
        if (quote === -1) return text.length
        readsString = false
        return quote + 1
      }
      if (escape + 1 >= text.length) {
        isEscaped = true
        return text.length
      }
      at = escape + 2
    }
  }

  /** Outside of any list: names of objects on the way to one. */
  const followObjects = (text: string, from: number): number => {
    const character = text[from]
    if (character === '{') {
      hasBegun = true
      objects.push(true)
      names.push(name)
      name = ''
      isName = true
      if (objects.length > mostNames) throw new RangeError('too deep')
    } else if (character === '}') {
      objects.pop()
      names.pop()
      isName = false
    } else if (character === '[') {
      hasBegun = true
      isInList = true
      path = [...names.slice(1), name].filter((part) => part !== '').join('.')
    } else if (character === '"') {
      readsString = true
      stringText = ''
    } else if (character === ',') {
      isName = true
    } else if (character === ':') {
      isName = false
    }
    return from + 1
  }

  const scan = (text: string): JsonElement[] => {
    const found: JsonElement[] = []
    let at = 0
    nextEscape = -1
    let elementStart = 0
    const endElement = (end: number): void => {
      const isWanted = path === wantedPath
      if (isWanted) keep(text.slice(elementStart, end))
      found.push({ path, text: isWanted ? kept.join('') : '' })
      kept = []
      keptLength = 0
      isInElement = false
    }
    while (at < text.length) {
      if (readsString) {
        const end = skipString(text, at)
        if (!isInList && stringText.length < 200) stringText += text.slice(at, readsString ? end : end - 1)
        if (!readsString && !isInList && isName) name = stringText
        at = end
        continue
      }
      if (!isInList) {
        at = followObjects(text, at)
        continue
      }
      const code = text.charCodeAt(at)
      if (!isInElement) {
        if (code === 0x5d) isInList = false
        else if (code !== 0x2c && code > 0x20) {
          isInElement = true
          depth = 0
          elementStart = at
          continue
        }
        at++
        continue
      }
      if (code === 0x22) readsString = true
      else if (code === 0x7b || code === 0x5b) depth++
      else if (code === 0x7d || code === 0x5d) {
        if (depth === 0 && code === 0x5d) {
          endElement(at)
          continue
        }
        // A closing brace too many stays in the element, for JSON.parse to refuse.
        if (depth > 0) depth--
        if (depth === 0) {
          endElement(at + 1)
        }
      } else if (code === 0x2c && depth === 0) {
        endElement(at)
        continue
      }
      at++
    }
    if (isInElement && path === wantedPath) keep(text.slice(elementStart))
    return found
  }

  return { scan, isComplete: () => hasBegun && !isInList && objects.length === 0 && !readsString }
}
