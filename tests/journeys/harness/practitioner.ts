import type { Locator, Page } from 'playwright-core'
import type { PartValue } from '../../../src/domain/answer.ts'
import type { Basis } from '../../../src/domain/entry.ts'
import type { Blank, Part, Question } from '../../../src/domain/question.ts'
import { packV1 } from '../../../src/guidance/whole.ts'
import { recordWords } from '../../../src/report/words.ts'
import { fillPart } from './fill-part.ts'

/** An answer as a person would give it: the question, whom it is about in the words on screen, and what to choose. */
export interface SpokenAnswer {
  question: string
  about?: string
  /** A new thing of a collection, rather than an answer of its own. */
  adds?: boolean
  parts?: Readonly<Record<string, PartValue>>
  blank?: Blank
  basis?: Basis
}

export const PASSPHRASE = 'copper lantern meadow seven'

/** What a person does at the screen: everything is found by its role and its name. */
export class Practitioner {
  constructor(
    readonly page: Page,
    readonly names: (part: Part, value: PartValue) => readonly string[] = () => [],
  ) {}

  /** Sets the device up for a practitioner; the recovery key that was shown. `opens`: the page that is there afterwards. */
  async setUp(
    name = 'Asha Rahman',
    initials = 'AR',
    passphrase = PASSPHRASE,
    { role = 'Midwife', agency = 'Community midwifery', opens = 'Assessments' } = {},
  ): Promise<string> {
    const { page } = this
    await page.getByLabel('Your name').fill(name)
    await page.getByLabel('Your role').selectOption(role)
    await page.getByLabel('Your agency').fill(agency)
    await page.getByLabel('Your initials').fill(initials)
    await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
    await page.getByLabel('Passphrase again').fill(passphrase)
    await page.getByRole('button', { name: 'Set up', exact: true }).click()
    await this.sees('Write down your recovery key')
    const key = (await page.locator('.linnet-key').textContent()) ?? ''
    await page.getByLabel(/I have written the key down/).check()
    await page.getByRole('button', { name: 'I have written it down' }).click()
    await this.sees(opens)
    return key
  }

  async unlock(passphrase = PASSPHRASE): Promise<void> {
    await this.sees('Linnet is locked')
    await this.page.getByLabel('Passphrase').fill(passphrase)
    await this.page.getByRole('button', { name: 'Unlock' }).click()
    await this.page.getByRole('button', { name: 'Hide screen' }).first().waitFor()
  }

  /** Until every part of the app is kept for use without a network. */
  async readyForOffline(): Promise<void> {
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready
      if (!navigator.serviceWorker.controller) {
        await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }))
      }
    })
  }

  async sees(heading: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: heading }).waitFor()
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).first().click()
  }

  async startAssessment(): Promise<void> {
    await this.press('Start an assessment')
    await this.page
      .getByRole('heading', { level: 1 })
      .and(this.page.getByText(/^(Assessment|Before you start)$/))
      .waitFor()
  }

  /** Goes on by a clock that the test turns, from this time on: milliseconds. Elsewhere first, as the app locks when its clock jumps. */
  async underClock(time?: number): Promise<void> {
    const address = this.page.url()
    await this.page.goto('about:blank')
    await this.page.clock.install(time === undefined ? {} : { time })
    await this.page.goto(address)
    await this.unlock()
  }

  /** An invented family, from the list of assessments. */
  async loadCase(name: RegExp): Promise<void> {
    await this.press('Try an invented case')
    const offered = this.page.getByRole('region').filter({ has: this.page.getByRole('heading', { name }) })
    await offered.getByRole('button', { name: /Load this case/ }).click()
    await this.sees(/^(Assessment|Before you go on)$/)
  }

  /** From wherever in the assessment, by the list of steps. */
  async openStep(id: string): Promise<void> {
    const name = packV1.steps.find((s) => s.id === id)?.name ?? id
    if ((await this.page.getByRole('heading', { level: 1 }).textContent()) === name) return
    await this.toSteps()
    await this.page.getByRole('button', { name, exact: true }).click()
    await this.sees(name)
  }

  async toSteps(): Promise<void> {
    await this.passInterruption()
    const back = this.page.getByRole('button', { name: 'Back to the list of steps' })
    if (await back.isVisible()) await back.click()
    await this.sees('Assessment')
  }

  /** Says what was done about each prompt of the same day, and carries on. */
  async passInterruption(done = 'Talked it over with the safeguarding lead today'): Promise<void> {
    const heading = this.page.getByRole('heading', { level: 1 })
    if ((await heading.textContent()) !== 'Before you go on') return
    await this.answerPrompts(done)
    const carryOn = this.page.getByRole('button', { name: 'Carry on' })
    if (await carryOn.isVisible()) await carryOn.click()
    await this.page.getByRole('heading', { level: 1, name: 'Before you go on' }).waitFor({ state: 'detached' })
  }

  private async answerPrompts(done: string): Promise<void> {
    const fields = this.page.getByLabel('What did you do, or why does this not apply?')
    for (let left = await fields.count(); left > 0; left--) {
      await fields.first().fill(done)
      await this.page.getByRole('button', { name: 'Save', exact: true }).first().click()
      await fields.nth(left - 1).waitFor({ state: 'detached' })
    }
  }

  card(question: Question): Locator {
    return this.page.getByRole('region', { name: question.text, exact: true })
  }

  /** The forms of a question, unfolded if they were not. */
  async open(id: string): Promise<Locator> {
    const question = questionOf(id)
    await this.openStep(question.step)
    const card = this.card(question)
    if (question.private && !(await card.isVisible())) await this.press('I have left, or I am alone: show them now')
    const folded = card.getByRole('heading').getByRole('button', { name: question.text, exact: true })
    await card.waitFor()
    if (await folded.isVisible()) await folded.click()
    return card
  }

  async answer(said: SpokenAnswer): Promise<void> {
    const question = questionOf(said.question)
    const card = await this.open(question.id)
    const about = said.about ? card.getByRole('group', { name: said.about, exact: true }) : card
    const folded = about.getByRole('button', { name: /^Change this answer/ })
    if (said.about && (await folded.isVisible())) await folded.click()
    const form = said.adds ? await this.addThing(about, question) : about
    if (said.blank) {
      await this.openBlanks(form, said.blank)
      await blankOf(form, said.blank).check()
    }
    for (const part of question.parts) {
      const value = said.parts?.[part.id]
      if (value !== undefined) await fillPart(form, part, question.text, value, this.names)
    }
    if (said.basis && question.basis === 'ask') {
      await form.getByLabel('How do you know?').last().selectOption(recordWords.bases[said.basis])
    }
    await this.leave(form)
    const interrupted = this.page.getByRole('heading', { level: 1, name: 'Before you go on' })
    await form.getByText('Saved on this device').or(interrupted).first().waitFor()
    if (await interrupted.isVisible()) await this.passInterruption()
    if (said.adds) await this.closeThing(form)
  }

  /** Other explanations, whether it was put to the adult, and what it comes to, for a claim that differs. */
  async lookAtDifference(claim: string): Promise<void> {
    await this.answer({
      question: 'TRI-04',
      about: claim,
      parts: { other: 'A visitor, or a smell from next door.' },
    })
    await this.answer({
      question: 'TRI-05',
      about: claim,
      parts: { put: 'not-yet', why: 'Somebody was within earshot.' },
      basis: 'said',
    })
    await this.answer({
      question: 'TRI-06',
      about: claim,
      parts: {
        true: 'The account and what was seen do not fit yet.',
        sure: 'cannot-say',
        meaning: 'The baby may be exposed.',
      },
    })
  }

  async signOff(): Promise<void> {
    await this.toSteps()
    await this.press('Check answers')
    await this.sees('Check answers')
    await this.page.getByRole('button', { name: 'Sign off', exact: true }).click()
    await this.sees('Signed off')
  }

  /** Makes the PDF and saves it; the path of the file. */
  async exportPdf(): Promise<string> {
    const exportNow = this.page.getByRole('button', { name: 'Export as PDF' })
    if (!(await exportNow.isVisible())) await this.toSteps()
    await exportNow.click()
    await this.sees('Export as PDF')
    await this.press('Make the PDF')
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('link', { name: 'Save the PDF' }).click(),
    ])
    return download.path()
  }

  async leaveField(): Promise<void> {
    await this.leave(this.page.locator('main'))
    await this.page.getByText('Saved on this device').first().waitFor()
  }

  private async closeThing(form: Locator): Promise<void> {
    const done = form.getByRole('button', { name: /^Done/ })
    if (await done.isVisible()) await done.click()
  }

  private async addThing(about: Locator, question: Question): Promise<Locator> {
    await about.getByRole('button', { name: new RegExp(`^Add an? ${question.thing}$`) }).click()
    return about
      .getByRole('group')
      .filter({ has: this.page.getByRole('button', { name: /^Done/ }) })
      .last()
  }

  private async openBlanks(form: Locator, blank: Blank): Promise<void> {
    if (await blankOf(form, blank).isVisible()) return
    await form.getByText('Leave this open, and say why').first().click()
  }

  /** The focus goes elsewhere, as with a tap beside the form. */
  private async leave(form: Locator): Promise<void> {
    await form.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  }
}

const blankOf = (form: Locator, blank: Blank): Locator =>
  form.getByRole('radio', { name: recordWords.blanks[blank], exact: true })

export function questionOf(id: string): Question {
  const found = packV1.steps.flatMap((s) => s.questions).find((q) => q.id === id)
  if (!found) throw new Error(`No question ${id}`)
  return found
}
