/** The colours of the pages, light and dark; the values are those of `designer/ui/tokens.css`. */
export const tokens = `
  --ink-1: light-dark(oklch(0.23 0.015 262), oklch(0.95 0.006 262));
  --ink-2: light-dark(oklch(0.37 0.016 262), oklch(0.84 0.01 262));
  --ink-3: light-dark(oklch(0.48 0.016 262), oklch(0.73 0.013 262));
  --ink-4: light-dark(oklch(0.54 0.014 262), oklch(0.66 0.014 262));
  --paper-1: light-dark(oklch(1 0 0), oklch(0.245 0.01 262));
  --paper-2: light-dark(oklch(0.982 0.003 262), oklch(0.205 0.009 262));
  --paper-3: light-dark(oklch(0.962 0.005 262), oklch(0.285 0.011 262));
  --line: light-dark(oklch(0.9 0.007 262), oklch(0.345 0.012 262));
  --line-strong: light-dark(oklch(0.64 0.014 262), oklch(0.58 0.014 262));
  --accent: light-dark(oklch(0.49 0.13 252), oklch(0.77 0.1 248));
  --accent-soft: light-dark(oklch(0.935 0.032 248), oklch(0.36 0.062 252));
  --good: light-dark(oklch(0.46 0.1 155), oklch(0.79 0.12 155));
  --good-soft: light-dark(oklch(0.95 0.035 155), oklch(0.31 0.045 155));
  --warn: light-dark(oklch(0.47 0.095 70), oklch(0.83 0.11 82));
  --warn-soft: light-dark(oklch(0.955 0.04 85), oklch(0.32 0.045 75));
  --bad: light-dark(oklch(0.5 0.17 27), oklch(0.76 0.13 25));
  --bad-soft: light-dark(oklch(0.955 0.025 25), oklch(0.32 0.06 25));
`
