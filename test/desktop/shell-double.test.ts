import { join } from 'node:path'
import { describeShellOnDouble } from './double/shell-behaviour.ts'

const root = join(import.meta.dirname, '..', '..')
describeShellOnDouble(() => root)
