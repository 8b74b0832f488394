#!/usr/bin/env node
import './require-node.cjs'
import { run } from './run.ts'
import { processTerminal } from './terminal/terminal.ts'

// A reader that has seen enough (`| head`) closes the pipe: nothing more to do, and no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

const exitCode = await run(process.argv.slice(2), processTerminal())
process.stdout.write('', () => process.exit(exitCode))
