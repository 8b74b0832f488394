import path from 'node:path'
import { fileKeyOf, type SealedHead, type SealingKey } from './format.ts'

/** Keys of media this process was given, by name; those of single files, which processes that help are given; and which folders seal. */
const keys = new Map<string, SealingKey>()
const fileKeys = new Map<string, Buffer>()
const folders = new Map<string, SealingKey>()

/** Lets this process read what is sealed with a key. */
export function knowSealingKey(key: SealingKey): void {
  keys.set(key.id, key)
}

/** Takes a key back. */
export function forgetSealingKey(id: string): void {
  keys.delete(id)
}

/** Lets this process read one file: `key` is in base64, as `fileKeyFor` gives it. */
export function knowFileKey(file: string, key: string): void {
  fileKeys.set(path.resolve(file), Buffer.from(key, 'base64'))
}

/** Says with which key what is written into a workspace is sealed from now on; null for not at all. */
export function sealFolder(workspaceDir: string, key: SealingKey | null): void {
  if (key) folders.set(path.resolve(workspaceDir), key)
  else folders.delete(path.resolve(workspaceDir))
}

/** The key for what is written into a workspace; null where it is not encrypted. */
export function sealingKeyOf(workspaceDir: string): SealingKey | null {
  return folders.get(path.resolve(workspaceDir)) ?? null
}

/** The key of a sealed file; undefined where this process was not given it. */
export function keyOfSealed(file: string, head: SealedHead): Buffer | undefined {
  const key = keys.get(head.keyId)
  return key ? fileKeyOf(key, head) : fileKeys.get(path.resolve(file))
}
