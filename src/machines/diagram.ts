import type { AnyStateMachine, AnyStateNode } from 'xstate'

/** A Mermaid state diagram of a machine, from the machine itself. Guards stand in brackets. */
export function diagramOf(machine: AnyStateMachine): string {
  return ['stateDiagram-v2', ...body(machine.root, 1)].join('\n')
}

function body(node: AnyStateNode, depth: number): string[] {
  const pad = '  '.repeat(depth)
  const children = Object.values(node.states)
  const initial = node.initial.target[0]
  return [
    ...(initial ? [`${pad}[*] --> ${nameOf(initial)}`] : []),
    ...children.flatMap((child) =>
      Object.keys(child.states).length > 0
        ? [`${pad}state ${nameOf(child)} {`, ...body(child, depth + 1), `${pad}}`]
        : [`${pad}${nameOf(child)}`],
    ),
    ...children.flatMap((child) => arrows(child).map((a) => `${pad}${a}`)),
  ]
}

function arrows(node: AnyStateNode): string[] {
  return [...node.transitions.values()]
    .flat()
    .flatMap((t) =>
      (t.target ?? []).map((target) => `${nameOf(node)} --> ${nameOf(target)}: ${t.eventType}${guardOf(t.guard)}`),
    )
}

const nameOf = (node: AnyStateNode): string => node.path.at(-1) ?? node.key

function guardOf(guard: unknown): string {
  if (guard === undefined) return ''
  if (typeof guard === 'string') return ` [${guard}]`
  const { type, params } = guard as { type: string; params?: Record<string, unknown> }
  return ` [${[type, ...Object.values(params ?? {})].join(' ')}]`
}
