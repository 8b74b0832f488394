/** Adds a sentence that is not there yet: a file may be read several times, and says the same each time. */
export function warnOnce(warnings: string[], sentence: string): void {
  if (!warnings.includes(sentence)) warnings.push(sentence)
}
