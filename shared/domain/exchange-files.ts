/** The database inside a workspace's folder. */
export const databaseName = 'debrief.sqlite'

/** The files that one Debrief writes for another, and their endings; `workspace` lies in a workspace's folder and stands for it. */
export const exchangeKinds = {
  workspace: 'debrief',
  calibration: 'debrief-calibration',
  reply: 'debrief-reply',
  dispute: 'debrief-dispute',
  aggregate: 'debrief-aggregate',
} as const
export type ExchangeKind = keyof typeof exchangeKinds

/** How the same files were named before they had endings of their own. */
const olderNames: readonly (readonly [ExchangeKind, RegExp])[] = [
  ['calibration', /\.calibration\.json$/i],
  ['reply', /^answer-\d+\.json$/i],
  ['dispute', /^dispute-.+\.json$/i],
  ['aggregate', /^debrief-aggregate-.+\.json$/i],
]

/** What a file is by its name, or null: what is in it decides later, wherever it is read. With or without its folder. */
export function exchangeKindOf(path: string): ExchangeKind | null {
  const name = path.replace(/^.*[\\/]/, '')
  if (name === databaseName) return 'workspace'
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase()
  for (const [kind, own] of Object.entries(exchangeKinds)) if (own === ending) return kind as ExchangeKind
  return olderNames.find(([, pattern]) => pattern.test(name))?.[0] ?? null
}
