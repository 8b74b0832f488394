import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { contentTypeOf } from '../../shared/domain/page-security.ts'

/**
 * The built page's files by their URL path. The list is made once, so that a request can only name a file that is on it and a path
 * is never built from a URL.
 */
export function listPageFiles(folder: string): Map<string, string> {
  const files = new Map<string, string>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    files.set(path.slice(folder.length).split(sep).join('/'), path)
  }
  return files
}

/** Answers with a file of the page; `/` is its `index.html`. Null when there is no such file. */
export async function pageFile(files: Map<string, string>, urlPath: string): Promise<Response | null> {
  const name = urlPath === '/' ? '/index.html' : urlPath
  const path = files.get(name)
  if (!path) return null
  const isNamedByContent = name.startsWith('/assets/')
  return new Response(await readFile(path), {
    headers: {
      'content-type': contentTypeOf(name),
      'cache-control': isNamedByContent ? 'private, max-age=31536000, immutable' : 'no-store',
    },
  })
}
