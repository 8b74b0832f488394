export { saidOfSalvage, salvageWorkspace, type SalvageReport } from './salvage/index.ts'
