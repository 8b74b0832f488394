/**
 * The address of a moment: the page's own (`href`, its place behind `#`) with the turn, and the milliseconds the sound stands ready at.
 */
export function linkToMoment(
  href: string,
  { segment, ms }: { segment: number | null; ms: number | null },
): string {
  const [page, place = ''] = href.split('#', 2)
  const [path] = place.split('?', 1)
  const search = new URLSearchParams()
  if (segment !== null) search.set('segment', String(segment))
  if (ms !== null) search.set('at', String(Math.round(ms)))
  const parameters = search.toString()
  return `${page}#${path}${parameters === '' ? '' : `?${parameters}`}`
}
