import { registerHooks } from 'node:module'

/** Lets the built main process import this double where Electron would give its own module. */
const double = new URL('./electron.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: double, shortCircuit: true } : next(specifier, context),
})
