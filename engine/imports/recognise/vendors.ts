import type { Header } from './header.ts'
import type { VendorLayout } from './vendor-layout.ts'
import { LOG_LAYOUTS } from './vendors-logs.ts'
import { QUALITY_LAYOUTS } from './vendors-quality.ts'
import { SURVEY_LAYOUTS } from './vendors-surveys.ts'
import { WORKFORCE_LAYOUTS } from './vendors-workforce.ts'

const LAYOUTS: readonly VendorLayout[] = [
  ...LOG_LAYOUTS,
  ...WORKFORCE_LAYOUTS,
  ...QUALITY_LAYOUTS,
  ...SURVEY_LAYOUTS,
]

/** The layout the headings belong to: the one with the largest share of its signs, if enough of them are there. */
export function findLayout(headers: readonly (readonly Header[])[]): VendorLayout | null {
  const phrases = new Set(headers.flatMap((of) => of.map((header) => header.phrase)))
  let best: { layout: VendorLayout; share: number; found: number } | null = null
  for (const layout of LAYOUTS) {
    const found = layout.signs.filter((sign) => phrases.has(sign)).length
    if (found < layout.least || layout.must?.some((sign) => !phrases.has(sign))) continue
    const share = found / layout.signs.length
    if (!best || share > best.share || (share === best.share && found > best.found))
      best = { layout, share, found }
  }
  return best?.layout ?? null
}

const FILE_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^agent(?:Adherence|Activity)(?:Summary|Detail)_/i, 'NICE IEX'],
  [/^zendesk/i, 'Zendesk'],
]

/** The system a file's name gives away. */
export function vendorOfFileName(fileName: string): string | null {
  const name = fileName.split(/[\\/]/).at(-1) ?? ''
  return FILE_NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? null
}

/** Sprinklr's checklist reports: `Item (Checklist)`, `Item Score (Checklist)`, `Item Weightage (Checklist)`. */
export function isSprinklr(columns: readonly string[]): boolean {
  const scores = columns.filter((column) => / Score \(.+\)$/.test(column)).length
  return scores >= 1 && columns.some((column) => / Weightage \(.+\)$/.test(column))
}
