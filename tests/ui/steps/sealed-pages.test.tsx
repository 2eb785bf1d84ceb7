import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { answerTo } from '../../../src/domain/compose.ts'
import { CheckScreen } from '../../../src/ui/steps/check-screen.tsx'
import { ExportScreen } from '../../../src/ui/steps/export-screen.tsx'
import { recorded } from '../harness/a-person.ts'
import { inNav } from '../harness/nav.tsx'
import { anOpenAssessment, SAM } from '../harness/open-assessment.tsx'

const slot = { question: 'START-06', subject: '-' }
const sams = recorded(SAM, 'of-sam', slot, { parts: { words: 'He came back' } })

async function aSealedAssessment() {
  const at = await anOpenAssessment([answerTo(slot, { parts: { words: 'Hello' } }, [])])
  await at.receive(sams)
  await at.seal()
  return at
}

it('the page that looks back over everything says that it is incomplete, and lets nobody sign off', async () => {
  const at = await aSealedAssessment()
  at.show(() => inNav(<CheckScreen />))
  expect(document.body).toHaveTextContent(
    '1 entry recorded on other devices is closed until this device has reached your service. Every list on this page is incomplete, and some answers may have been changed since.',
  )
  expect(document.body).not.toHaveTextContent('He came back')
  expect(screen.queryByRole('button', { name: 'Sign off' })).not.toBeInTheDocument()
  expect(document.body).toHaveTextContent('It can be signed off once this device has reached your service')
  await at.unseal()
  expect(document.body).toHaveTextContent('He came back')
  expect(document.body).not.toHaveTextContent('is closed until')
})

it('the page that makes the PDF says that it is incomplete', async () => {
  const at = await aSealedAssessment()
  at.show(() => inNav(<ExportScreen fingerprint="" drafts={false} make={async () => ({ ok: false })} />))
  expect(document.body).toHaveTextContent(
    '1 entry recorded on other devices is closed until this device has reached your service, and not in the PDF. It says so on its first page.',
  )
})
