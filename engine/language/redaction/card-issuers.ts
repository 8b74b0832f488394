/** Whether the digits pass the check of ISO/IEC 7812-1 annex B (Luhn). */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  let isDoubled = false
  for (let at = digits.length - 1; at >= 0; at--) {
    let digit = digits.charCodeAt(at) - 48
    if (isDoubled) {
      digit *= 2
      if (digit > 9) digit -= 9
    }
    sum += digit
    isDoubled = !isDoubled
  }
  return digits.length > 0 && sum % 10 === 0
}

/**
 * How sure a number of this beginning and length is a payment card (issuer ranges as the networks publish them): `usual` for the
 * lengths that cards have today, `rare` for lengths that only a cue or card-like grouping makes believable.
 */
export function cardLength(digits: string): 'usual' | 'rare' | 'none' {
  const length = digits.length
  const two = Number(digits.slice(0, 2))
  const three = Number(digits.slice(0, 3))
  const four = Number(digits.slice(0, 4))
  if (digits.startsWith('4'))
    return length === 16 ? 'usual' : length === 13 || length === 19 ? 'rare' : 'none'
  if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) return length === 16 ? 'usual' : 'none'
  if (two === 34 || two === 37) return length === 15 ? 'usual' : 'none'
  if (four === 6011 || two === 65 || (three >= 644 && three <= 649))
    return length === 16 ? 'usual' : length === 19 ? 'rare' : 'none'
  if (four >= 3528 && four <= 3589) return length === 16 ? 'usual' : length > 16 ? 'rare' : 'none'
  if (two === 36 || two === 38 || two === 39 || (three >= 300 && three <= 305))
    return length === 14 ? 'rare' : length >= 16 ? 'rare' : 'none'
  if (two === 62 || two === 81) return length === 16 ? 'usual' : length > 16 ? 'rare' : 'none'
  if (two === 50 || (two >= 56 && two <= 69)) return length >= 13 ? 'rare' : 'none'
  return four >= 2200 && four <= 2204 && length === 16 ? 'usual' : 'none'
}
