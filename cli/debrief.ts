#!/usr/bin/env node
import './require-node.cjs'
import { policyOfThisMachine } from './machine.ts'
import { run } from './run.ts'
import { processTerminal } from './terminal/terminal.ts'

// A reader that has seen enough (`| head`) closes the pipe: nothing more to do, and no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

const exitCode = await runOnThisMachine()
process.stdout.write('', () => process.exit(exitCode))

async function runOnThisMachine(): Promise<number> {
  const terminal = processTerminal()
  const policy = policyOfThisMachine(terminal)
  return policy === null ? 1 : run(process.argv.slice(2), terminal, policy)
}
