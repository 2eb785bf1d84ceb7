import { useEffect, useState } from 'react'

export type ExportResult =
  | { ok: true; file: Blob; name: string; pages: number; warnings: readonly string[] }
  | { ok: false }

/** A file that is made when somebody asks for it, with an address to save it from for as long as the screen shows it. */
export function useMadeFile(make: () => Promise<ExportResult>) {
  const [made, setMade] = useState<ExportResult | 'making'>()
  const [link, setLink] = useState<string>()
  const done = typeof made === 'object' && made.ok ? made : undefined
  const file = done?.file
  useEffect(() => {
    if (!file) return
    const url = URL.createObjectURL(file)
    setLink(url)
    return () => URL.revokeObjectURL(url)
  }, [file])
  return {
    isMaking: made === 'making',
    hasFailed: typeof made === 'object' && !made.ok,
    done,
    link: done && link,
    start(): void {
      setMade('making')
      make().then(setMade, () => setMade({ ok: false }))
    },
  }
}
