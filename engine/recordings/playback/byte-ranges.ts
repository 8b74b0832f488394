/** Bytes of a file, both ends included. */
export interface ByteRange {
  first: number
  last: number
}

/**
 * The one range a `Range` header asks for (RFC 9110, 14.1.2): null for the whole file, also where the header is not understood or asks
 * for several; 'unsatisfiable' where it begins beyond the end.
 */
export function byteRange(header: string | null, size: number): ByteRange | 'unsatisfiable' | null {
  const parts = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  if (!parts || (parts[1] === '' && parts[2] === '')) return null
  const [first, last] = [parts[1]!, parts[2]!]
  if (first === '') {
    const length = Math.min(size, Number(last))
    return length === 0 ? 'unsatisfiable' : { first: size - length, last: size - 1 }
  }
  if (Number(first) >= size) return 'unsatisfiable'
  if (last !== '' && Number(last) < Number(first)) return null
  return { first: Number(first), last: last === '' ? size - 1 : Math.min(size - 1, Number(last)) }
}
