// Line icons, 20 by 20. They are decoration: a control's name stands in its label.
const shapes = {
  'chevron-down': <path d="m5 7.5 5 5 5-5" />,
  'chevron-up': <path d="m5 12.5 5-5 5 5" />,
  back: <path d="m12.5 5-5 5 5 5" />,
  forward: <path d="m7.5 5 5 5-5 5" />,
  search: <><circle cx="9" cy="9" r="5.5" /><path d="m13.2 13.2 3.8 3.8" /></>,
  close: <path d="m6 6 8 8M14 6l-8 8" />,
  check: <path d="m4 10.5 4 4 8-9" />,
  plus: <path d="M10 4v12M4 10h12" />,
  more: <path d="M4.5 10h.01M10 10h.01M15.5 10h.01" strokeWidth="2.6" />,
  menu: <path d="M3 5.5h14M3 10h14M3 14.5h14" />,
  document: <><path d="M5 2.5h7l3.5 3.5v11.500H5z" /><path d="M8 9h5M8 12.500h5" /></>,
  calendar: <><rect x="3" y="4.5" width="14" height="12" rx="1" /><path d="M3 8.500h14M7 2.500v3.500M13 2.500v3.500" /></>,
  warning: <><path d="M10 3.5 17.5 16.500h-15z" /><path d="M10 8.500v3.500M10 14.300h.01" strokeWidth="1.8" /></>,
  error: <><path d="M6.8 2.500h6.400l4.300 4.300v6.400l-4.300 4.300H6.800l-4.300-4.300V6.800z" /><path d="m7.5 7.5 5 5M12.5 7.5l-5 5" strokeWidth="1.8" /></>,
  note: <><circle cx="10" cy="10" r="7" /><path d="M10 9.500v4M10 6.500h.01" strokeWidth="1.8" /></>,
  clock: <><circle cx="10" cy="10" r="6.5" /><path d="M10 6.500V10l2.5 1.8" /></>,
  device: <><rect x="3" y="4" width="14" height="9" rx="1" /><path d="M1.5 16h17" /></>,
  server: <><rect x="3" y="3.5" width="14" height="5.5" rx="1" /><rect x="3" y="11" width="14" height="5.5" rx="1" /><path d="M6 6.300h.01M6 13.800h.01" strokeWidth="2" /></>,
  undo: <><path d="M7 4 3.5 7.5 7 11" /><path d="M4 7.5h7.5a4.5 4.5 0 0 1 0 9H8" /></>,
  redo: <><path d="m13 4 3.5 3.5L13 11" /><path d="M16 7.5H8.5a4.5 4.5 0 0 0 0 9H12" /></>,
  bold: <path d="M6 4h4.800a3 3 0 0 1 0 6H6zM6 10h5.500a3 3 0 0 1 0 6H6z" strokeWidth="2" />,
  italic: <path d="M12 4 8 16M9 4h6M5 16h6" />,
  bullets: <><path d="M8 5h9M8 10h9M8 15h9" /><path d="M4 5h.01M4 10h.01M4 15h.01" strokeWidth="2.8" /></>,
  numbers: <><path d="M9 5h8M9 10h8M9 15h8" /><path className="digit" d="M3.5 4.5 5 3.5v4M3.5 12.500c0-1.600 2.600-1.400 2.600.2 0 1.300-2.600 1.900-2.600 3.300h2.800" strokeWidth="1.3" /></>,
  link: <><path d="M8.5 11.500a3 3 0 0 0 4.300 0l2.700-2.700a3 3 0 0 0-4.300-4.300l-1 1" /><path d="M11.5 8.500a3 3 0 0 0-4.300 0l-2.700 2.700a3 3 0 0 0 4.300 4.300l1-1" /></>,
  quote: <path d="M4 6v8M7.500 6.500H16M7.500 10H16M7.500 13.500H13" />,
  footnote: <><path d="M3.500 15.500h13M3.500 11h7M3.500 6.500h5" /><path className="digit" d="M13.500 4 15 3v5" /></>,
  table: <><rect x="3" y="4" width="14" height="12" rx="1" /><path d="M3 8h14M8 8v8M12.500 8v8" /></>,
  indent: <><path d="M9 5h8M9 10h8M9 15h8" /><path d="m3 7 3 3-3 3" /></>,
  outdent: <><path d="M9 5h8M9 10h8M9 15h8" /><path d="m6 7-3 3 3 3" /></>,
  recording: <path d="M4 10h.01M7 7v6M10 4.500v11M13 7v6M16 9.500v1" />,
  person: <><circle cx="10" cy="7" r="3" /><path d="M4 16.500c.600-3 2.800-4.500 6-4.500s5.400 1.500 6 4.500" /></>,
  panel: <><rect x="2.500" y="3.500" width="15" height="13" rx="1" /><path d="M7.500 3.500v13" /></>,
  'panel-end': <><rect x="2.500" y="3.500" width="15" height="13" rx="1" /><path d="M12 3.500v13" /></>,
  download: <path d="M10 3.500v9M6 9l4 4 4-4M4 16.500h12" />,
  place: <><path d="M10 17.500c3.500-4 5.500-6.500 5.500-9a5.500 5.500 0 0 0-11 0c0 2.500 2 5 5.500 9z" /><circle cx="10" cy="8.500" r="1.800" /></>,
  lock: <><rect x="4.500" y="9" width="11" height="7.5" rx="1" /><path d="M7 9V6.500a3 3 0 0 1 6 0V9" /></>,
  'no-network': <><path d="M3 3l14 14" /><path d="M2.500 8.500A11 11 0 0 1 6 6.200M17.500 8.500a11 11 0 0 0-6.700-3.200M5.500 11.700A7 7 0 0 1 8.300 10M14.500 11.700a7 7 0 0 0-1.800-1.200M10 15.500h.01" strokeWidth="1.8" /></>,
} as const

export type IconName = keyof typeof shapes

// These point along the line of writing, so they turn round in right-to-left pages.
const directed: ReadonlySet<IconName> = new Set([
  'back', 'forward', 'undo', 'redo', 'bullets', 'numbers', 'quote', 'footnote', 'indent', 'outdent', 'panel', 'panel-end',
])

export function Icon({ name, small = false }: { name: IconName; small?: boolean }) {
  const classes = ['i', small && 'i--s', directed.has(name) && 'flip'].filter(Boolean).join(' ')
  return <svg className={classes} viewBox="0 0 20 20" aria-hidden="true">{shapes[name]}</svg>
}

/** A key point's diamond: full or hollow. */
export function Diamond({ hollow = false }: { hollow?: boolean }) {
  return (
    <svg className="dia" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      {hollow
        ? <path d="M8 1.500 14.500 8 8 14.500 1.500 8z" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinejoin="round" />
        : <path d="M8 1 15 8l-7 7-7-7z" fill="currentColor" />}
    </svg>
  )
}

export function Logo() {
  return (
    <svg viewBox="0 0 28 28" fill="none" aria-hidden="true">
      <rect width="28" height="28" rx="4" fill="#fff" />
      <path d="M12.5 8.500h10M12.5 14h10M12.5 19.500h6.500" stroke="#0a3450" strokeWidth="2.2" />
      <path d="M6.800 6.200 9.100 8.500 6.800 10.800 4.500 8.500z" fill="#0a3450" />
      <path d="M6.800 10v7.500a2 2 0 0 0 2 2h1.500" stroke="#0a3450" strokeWidth="1.8" />
    </svg>
  )
}
