import type { SalvageReport } from './salvage.ts'

const figure = (n: number) => n.toLocaleString('en-GB')

/** What was saved and what was lost, in two sentences. */
export function saidOfSalvage({ folder, pages, damagedPages, tables }: SalvageReport): string {
  const saved = tables.reduce((sum, one) => sum + one.saved, 0)
  const lost = tables.reduce((sum, one) => sum + (one.lost ?? 0), 0)
  const unknown = tables.filter(({ lost }) => lost === null).length
  const of =
    unknown === 0
      ? ''
      : `, and of ${unknown} ${unknown === 1 ? 'table' : 'tables'} it is not known how many were lost`
  return `${figure(saved)} rows were saved into ${folder}; ${figure(lost)} are known to be lost${of}. ${figure(damagedPages)} of ${figure(pages)} pages could not be read.`
}
