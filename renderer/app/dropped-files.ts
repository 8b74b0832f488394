import { create } from 'zustand'

/** What the person wants imported: files dropped on the window (browser or desktop), or paths the desktop shell was asked to open. */
interface DroppedFiles {
  files: File[]
  paths: string[]
  drop: (files: File[]) => void
  open: (paths: string[]) => void
  /** Hands over what lies here, and forgets it. */
  take: () => { files: File[]; paths: string[] }
}

export const useDroppedFiles = create<DroppedFiles>((set, get) => ({
  files: [],
  paths: [],
  drop: (files) => set((state) => ({ files: [...state.files, ...files] })),
  open: (paths) => set((state) => ({ paths: [...state.paths, ...paths] })),
  take: () => {
    const { files, paths } = get()
    if (files.length > 0 || paths.length > 0) set({ files: [], paths: [] })
    return { files, paths }
  },
}))
