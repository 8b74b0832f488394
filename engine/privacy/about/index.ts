export { countHeld, importsAbout } from './counting.store.ts'
export { aboutTables } from './tables.store.ts'
export { idsIn, reachOf, type Reach, type Subject } from './reach.store.ts'
