import { historiesAreSound } from './histories.ts'

historiesAreSound(0)
