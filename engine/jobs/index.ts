export { createJobRunner, type JobHandle, type EndedJob, type JobRunner, type JobWork } from './runner.ts'
