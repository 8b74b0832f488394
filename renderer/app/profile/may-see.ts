import type { WhoIsHere } from '../../../shared/contract/profiles.ts'
import type { Capability } from '../../../shared/domain/capabilities.ts'
import type { QualityTab, SettingsTab } from '../search.ts'
import { views } from '../views.ts'

type Here = Pick<WhoIsHere, 'profile' | 'may' | 'seesEverybody'>
type Place = (typeof views)[number]['to']

/** What a view needs to show anything: a right, or a role; null for what everybody has. */
const needs: Record<Place, Capability | null | { role: 'agent' }> = {
  '/mine': { role: 'agent' },
  '/coaching': 'agents',
  '/conversations': 'conversations',
  '/quality': 'scores',
  '/patterns': 'figures',
  '/data': 'import',
  '/settings': null,
}

function isSeen(to: Place, { profile, may }: Here): boolean {
  const need = needs[to]
  if (need === null) return true
  return typeof need === 'string' ? may.includes(need) : profile?.role === need.role
}

/** The views that somebody sees; all but an agent's own where it is not known yet. */
export function viewsFor(here: Here | undefined): typeof views {
  return views.filter(({ to }) => (here === undefined ? to !== '/mine' : isSeen(to, here)))
}

/** Where somebody begins: an agent at their sessions, a reviewer at the queue, a director at what groups show. */
export function firstView(here: Here | undefined): Place {
  if (here?.may.includes('review') && !here.may.includes('coach')) return '/quality'
  return viewsFor(here)[0]?.to ?? '/settings'
}

const needsOfTabs: Partial<Record<SettingsTab, Capability | null>> = {
  people: 'govern',
  log: 'govern',
  general: null,
}

/** Parts of views that rest on everybody's records: to whoever sees some people alone they show nothing. */
const ofEverybody: ReadonlySet<string> = new Set<SettingsTab | QualityTab>([
  'diagnostics',
  'privacy',
  'backups',
  'plans',
  'calibration',
  'model',
])

/** Whether a part of Quality shows somebody anything. */
export function mayOpenQuality(tab: QualityTab, here: Here | undefined): boolean {
  return here === undefined || here.seesEverybody || !ofEverybody.has(tab)
}

/** Whether a part of Settings shows somebody anything. */
export function mayOpenTab(tab: SettingsTab, here: Here | undefined): boolean {
  const need = needsOfTabs[tab]
  if (here === undefined || need === null) return true
  return here.may.includes(need ?? 'workspace') && (here.seesEverybody || !ofEverybody.has(tab))
}
