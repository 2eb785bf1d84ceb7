import type { ComponentProps } from 'react'

/**
 * A form that the browser keeps nothing of. To bring a tab back after a crash, browsers write what stands in controls to the disk
 * in the clear; they leave out forms that say so. Every control of the app stands in one of these.
 */
export function PrivateForm({ onSubmit, ...rest }: ComponentProps<'form'>) {
  return <form noValidate {...rest} autoComplete="off" onSubmit={onSubmit ?? ((e) => e.preventDefault())} />
}
