/**
 * JSON.parse that keeps whole numbers too large for a JavaScript number as text, digit for digit: contact
 * ids are often written that way. Throws SyntaxError like JSON.parse.
 */
export function parseJson(text: string): unknown {
  if (!/\d{16}/.test(text)) return JSON.parse(text)
  return JSON.parse(text, keepLongIntegers)
}

function keepLongIntegers(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value
  const source = context?.source
  return source !== undefined && /^-?\d{16,}$/.test(source) ? source : value
}
