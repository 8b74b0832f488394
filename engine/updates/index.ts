export { feedFiles, updateFeed, type Installer, type UpdateFeed } from './feed.ts'
export { isWhole } from './fetch-file.ts'
export { updateService, type CheckedUpdate, type UpdateService } from './update-service.ts'
export { updatesElsewhere } from './updates-elsewhere.ts'
