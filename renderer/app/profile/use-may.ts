import { useQuery } from '@tanstack/react-query'
import type { Capability } from '../../../shared/domain/capabilities.ts'
import { orpc } from '../client.ts'

/** Whether whoever is here may do something, so that what would be refused is not asked; everything where it is not known. */
export function useMay(): (what: Capability) => boolean {
  const may = useQuery(orpc.profiles.me.queryOptions()).data?.may
  return (what) => may === undefined || may.includes(what)
}
