export { patternsOf } from './cache.ts'
