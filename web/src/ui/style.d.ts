import 'react'

declare module 'react' {
  /** Custom properties are style values like others. */
  interface CSSProperties { [property: `--${string}`]: string | number | undefined }
}
