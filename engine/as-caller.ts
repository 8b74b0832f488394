import type { EngineServices } from './services.ts'

/** The same services for calls of `caller`, over a connection that lasts: what the engine tells of itself later (that it was closed) still shows. */
export function asCaller(services: EngineServices, caller: string): EngineServices {
  const copy = Object.defineProperties({}, Object.getOwnPropertyDescriptors(services)) as EngineServices
  return Object.defineProperty(copy, 'caller', { value: caller, enumerable: true })
}
