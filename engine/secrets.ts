/** Keys of other systems. They are never in a workspace's file, which people hand on. */
export interface Secrets {
  readonly keptIn: 'keychain' | 'environment'
  get(name: string): string | null
  /** Null forgets it. Rejects with `UNSUPPORTED` where secrets can only be given by the environment. */
  set(name: string, value: string | null): Promise<void>
}
