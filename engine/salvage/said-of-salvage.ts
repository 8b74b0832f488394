import { plural, t } from '#speech'
import { formatNumber } from '../../shared/speech/numbers.ts'
import type { SalvageReport } from './salvage.ts'

/** What was saved and what was lost, in two sentences. */
export function saidOfSalvage({ folder, pages, damagedPages, tables }: SalvageReport): string {
  const saved = tables.reduce((sum, one) => sum + one.saved, 0)
  const lost = tables.reduce((sum, one) => sum + (one.lost ?? 0), 0)
  const unknown = tables.filter(({ lost }) => lost === null).length
  const put = {
    saved: formatNumber(saved),
    lost: formatNumber(lost),
    damaged: formatNumber(damagedPages),
    pages: formatNumber(pages),
  }
  return unknown === 0
    ? t`${{ saved: put.saved }} rows were saved into ${{ folder }}; ${{ lost: put.lost }} are known to be lost. ${{ damaged: put.damaged }} of ${{ pages: put.pages }} pages could not be read.`
    : t`${{ saved: put.saved }} rows were saved into ${{ folder }}; ${{ lost: put.lost }} are known to be lost, and of ${plural({ unknown }, { one: '# table', other: '# tables' })} it is not known how many were lost. ${{ damaged: put.damaged }} of ${{ pages: put.pages }} pages could not be read.`
}
