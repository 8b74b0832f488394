/** An id from a wording: the same each time the table is read. */
export function freshId(wording: string, taken: readonly string[]): string {
  const slug =
    wording
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 40) || 'item'
  let id = slug
  for (let again = 2; taken.includes(id); again++) id = `${slug}-${again}`
  return id
}
