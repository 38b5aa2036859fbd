import { defineConfig } from '@playwright/test'

// The tests stand in tests/browser; each starts the server it needs and says where it listens.
export default defineConfig({
  testDir: '../tests/browser',
  outputDir: './test-results',
  // Each test has a server, a database and a browser profile of its own; so those of one file run beside each other too.
  fullyParallel: true,
  // Two keep two cores busy.
  workers: 2,
  // Once more on a busy machine; what failed and then passed is still told.
  retries: process.env['CI'] ? 1 : 0,
  // Machines are slow and busy; a test that hangs is still ended.
  timeout: 120_000,
  expect: { timeout: 40_000 },
  reporter: [['list']],
  use: {
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
        '--disable-background-networking', '--disable-component-update', '--disable-sync',
      ],
    },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // Recording costs a fifth of the time; locally it is asked for with --trace on.
    trace: 'on-first-retry',
  },
})
