import type { ImportField, ImportKind, ImportShape, Transform } from '../../../shared/domain/import-kinds.ts'

/** What one column of a known export is, where the general lexicon would not say it (or would say it wrongly). */
export interface VendorColumn {
  /** In order of preference; the first that suits the values is taken. Empty: the column is left out on purpose. */
  fields: readonly ImportField[]
  /** Further fields read from the same column. */
  also?: readonly { field: ImportField; transform: Transform }[]
  unit?: Extract<Transform, { as: 'duration' }>['unit']
  transform?: Transform
  statistic?: { metricId: string; of: 'total' | 'mean' | 'n' }
  timeZone?: string
}

/** The layout of one export of one system. */
export interface VendorLayout {
  vendor: string
  kind: ImportKind
  shape?: ImportShape
  /** Headings that tell the export, as phrases. */
  signs: readonly string[]
  /** Signs without which it is another export, whatever else is there. */
  must?: readonly string[]
  /** How many of the signs must be there. */
  least: number
  /** The unit of bare numbers in its durations. */
  unit?: Extract<Transform, { as: 'duration' }>['unit']
  columns: Readonly<Record<string, VendorColumn>>
}

export function only(...fields: ImportField[]): VendorColumn {
  return { fields }
}

/** A column left out on purpose. */
export const LEFT_OUT: VendorColumn = { fields: [] }

/** Leaves out every heading of a comma-separated list. */
export function leavingOut(phrases: string): Record<string, VendorColumn> {
  return Object.fromEntries(
    phrases.split(',').map((phrase) => [phrase.trim().replace(/\s+/g, ' '), LEFT_OUT]),
  )
}

export function figure(metricId: string, of: 'total' | 'mean' | 'n'): VendorColumn {
  return { fields: ['summary.statistic'], statistic: { metricId, of } }
}

/** Talkdesk writes in one word which way a call went and whether it was answered. */
export const CALL_TYPE_ANSWERED: Transform = {
  as: 'flag',
  yes: ['inbound', 'outbound'],
  no: [
    'missed',
    'abandoned',
    'short_abandoned',
    'short abandoned',
    'voicemail',
    'inbound voicemail',
    'outbound_missed',
    'outbound missed',
  ],
}
