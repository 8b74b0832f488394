import type { Capability } from '../../../shared/domain/capabilities.ts'
import { views } from '../views.ts'

type Place = (typeof views)[number]['to']

/** What a view needs to show anything. */
const needs: Record<Place, Capability> = {
  '/coaching': 'agents',
  '/conversations': 'conversations',
  '/quality': 'scores',
  '/patterns': 'figures',
  '/data': 'import',
  '/settings': 'workspace',
}

/** The views that somebody who may do this sees; all where it is not known yet. */
export function viewsFor(may: readonly Capability[] | undefined): typeof views {
  return may === undefined ? views : views.filter(({ to }) => may.includes(needs[to]))
}

/** Where somebody begins: a reviewer at the queue, a director at what groups show. */
export function firstView(may: readonly Capability[] | undefined): Place {
  if (may?.includes('review') && !may.includes('coach')) return '/quality'
  return viewsFor(may)[0]?.to ?? '/settings'
}
