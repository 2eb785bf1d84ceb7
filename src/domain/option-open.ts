import type { Option } from './question.ts'
import type { RecordView } from './view.ts'

/** True unless the option waits for a thing that is not there yet, such as a check before "none found". */
export const isOpen = (option: Option, view: RecordView, subject: string): boolean =>
  !option.after || view.items(option.after.question, subject).length > 0
