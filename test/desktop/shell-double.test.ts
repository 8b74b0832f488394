import { join } from 'node:path'
import { describeShellOnDouble } from './double/shell-behaviour.ts'

const root = join(import.meta.dirname, '..', '..')
describeShellOnDouble('the built shell on a double of Electron', () => root)
