export { countHeld, importsAbout } from './counting.store.ts'
export { aboutTables } from './tables.store.ts'
export { reachOf, type Reach, type Subject } from './reach.store.ts'
