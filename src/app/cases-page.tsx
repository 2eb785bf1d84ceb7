import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { OpenVault } from '../storage/vault-port.ts'
import { CasesScreen, type OfferedCase } from '../ui/home/cases-screen.tsx'

/** The cases and what turns them into entries come only when somebody asks for them. */
const loadCases = () => import('./cases/offered-cases.ts')

export function CasesPage({ vault }: { vault: OpenVault }) {
  const [, go] = useLocation()
  const [cases, setCases] = useState<readonly OfferedCase[]>()
  useEffect(() => {
    let current = true
    loadCases().then(
      (m) => current && setCases(m.offeredCases),
      () => current && setCases([]),
    )
    return () => {
      current = false
    }
  }, [])
  return (
    <CasesScreen
      cases={cases}
      onLoad={async (id) => {
        const assessment = await loadCases().then((m) => m.keepCase(id, vault))
        if (assessment) go(`/a/${assessment}`)
        return assessment !== null
      }}
      onBack={() => go('/')}
    />
  )
}
