export { salvageWorkspace, type SalvageReport } from './salvage.ts'
export { folderForSaved, putInPlace } from './put-in-place.ts'
export { saidOfSalvage } from './said-of-salvage.ts'
export { tellDamage } from './tell-damage.ts'
