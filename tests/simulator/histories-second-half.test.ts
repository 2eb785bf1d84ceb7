import { historiesAreSound } from './histories.ts'

historiesAreSound(1)
