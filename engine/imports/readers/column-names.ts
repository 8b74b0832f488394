/**
 * One name per column out of zero to three header rows: never empty ('column 4'), never twice
 * ('Score', 'Score (2)'), in one line.
 * @param headerRows As in the file; a group above several columns stands over the first of them only.
 * @param width Columns wanted; header rows may be shorter.
 */
export function columnNames(headerRows: readonly string[][], width: number): string[] {
  const cleaned = headerRows.map((row) =>
    Array.from({ length: width }, (_, index) => oneLine(row[index] ?? '')),
  )
  const isQualtrics = cleaned.some(isImportIdRow)
  const names = isQualtrics ? qualtricsNames(cleaned) : combinedNames(cleaned, width)
  return makeUnique(names)
}

/** Qualtrics writes {"ImportId": ...} under every column. */
export function isImportIdRow(row: readonly string[]): boolean {
  const filled = row.filter((cell) => cell !== '')
  return filled.length > 0 && filled.every((cell) => cell.startsWith('{"ImportId":'))
}

function combinedNames(headerRows: string[][], width: number): string[] {
  const [first, ...others] = headerRows
  if (first === undefined) return Array.from({ length: width }, () => '')
  if (others.length === 0) return first
  const second = others[others.length - 1] ?? []
  let group = ''
  return first.map((above, index) => {
    const below = second[index] ?? ''
    if (above !== '') group = above
    if (below === '') return above
    if (isGenericLabel(below)) return group === '' ? below : group
    if (group === '' || group.toLowerCase() === below.toLowerCase()) return below
    return `${group} - ${below}`
  })
}

/** The field id, with the question's text where the field is a question. */
function qualtricsNames(headerRows: string[][]): string[] {
  const [ids = [], texts = []] = headerRows
  return ids.map((id, index) => {
    const text = texts[index] ?? ''
    const isQuestion = /^Q?\d|^Q(ID)?\d/i.test(id)
    return isQuestion && text !== '' && !isImportIdRow([text]) && text !== id ? `${id}: ${text}` : id
  })
}

/** What survey tools write under a question that has one column for its answer. */
function isGenericLabel(label: string): boolean {
  return /^(response|open-ended response|antwort|réponse|respuesta|risposta)$/i.test(label)
}

function makeUnique(names: string[]): string[] {
  const taken = new Set(names.filter((name) => name !== ''))
  const used = new Set<string>()
  return names.map((given, index) => {
    let name = given === '' ? `column ${index + 1}` : given
    if (used.has(name) || (given === '' && taken.has(name))) {
      let copy = 2
      while (used.has(`${name} (${copy})`) || taken.has(`${name} (${copy})`)) copy++
      name = `${name} (${copy})`
    }
    used.add(name)
    return name
  })
}

function oneLine(cell: string): string {
  return cell.replace(/[\s\u00a0]+/g, ' ').trim()
}
