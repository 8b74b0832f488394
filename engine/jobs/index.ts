export { createJobRunner, type JobHandle, type JobRunner, type JobWork } from './runner.ts'
