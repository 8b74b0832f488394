export {
  folderForSaved,
  putInPlace,
  saidOfSalvage,
  salvageWorkspace,
  type SalvageReport,
} from './salvage/index.ts'
