/** Forms as files, for doors that need no workspace: nothing here opens a database. */
export { scoreFiles, type FileScore, type FormFile } from './quality/forms/index.ts'
