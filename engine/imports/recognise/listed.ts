/** The comma-separated words of a text, for lists too long to quote word by word. */
export function listed(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim().replace(/\s+/g, ' '))
    .filter((word) => word !== '')
}
