/** The name of the next version: one more than the highest whole number among those there are. */
export function nextVersion(versions: readonly { version: string }[]): string {
  const numbers = versions.map(({ version }) => (/^\d{1,9}$/.test(version) ? Number(version) : 0))
  return String(Math.max(0, ...numbers) + 1)
}
