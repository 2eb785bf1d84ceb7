import type { Figure } from '../../report/pdf/blocks.ts'
import { Picture } from './picture.tsx'

/** A drawing whose words keep their size: where it is wider than the screen it is moved sideways, by keyboard too. */
export function WidePicture({ figure, title }: { figure: Figure; title: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the screen has to be scrolled by keyboard too.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form.
    <div className="linnet-scroll" role="group" tabIndex={0} aria-label={`${title}: scroll sideways to see all of it`}>
      <Picture figure={figure} />
    </div>
  )
}
