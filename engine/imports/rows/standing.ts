import type { RowBuilding } from './cells.ts'

const UNFINISHED =
  /^(?:draft|in[ _-]?progress|not[ _-]?started|pending|assigned|scheduled|incomplete|cancell?ed|deleted|withdrawn|void(?:ed)?|entwurf|in bearbeitung|gelöscht|abgebrochen)$/i
const TRIAL = /^(?:survey )?(?:preview|test|spam|preview spam)$|^possible spam$/i

/** Whether an evaluation is one that nobody finished, or that was deleted: its points are no result. */
export function unfinishedReader(building: RowBuilding): (row: readonly string[]) => boolean {
  const placed = building.columns.first('evaluation.status')
  if (!placed) return () => false
  const { index } = placed
  if (/delete|gelöscht/i.test(placed.column))
    return (row) => /^(?:true|yes|ja|1|deleted)$/i.test((row[index] ?? '').trim())
  return (row) => UNFINISHED.test((row[index] ?? '').trim())
}

/** Whether a survey's response is one that its makers left to try it out, or spam. */
export function trialReader(building: RowBuilding): (row: readonly string[]) => boolean {
  const placed = building.columns.first('survey.status')
  if (!placed) return () => false
  const { index } = placed
  return (row) => TRIAL.test((row[index] ?? '').trim())
}
