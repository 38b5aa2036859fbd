import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { VitePWA } from 'vite-plugin-pwa'
import wasm from 'vite-plugin-wasm'
import { defineConfig } from 'vitest/config'

const server = process.env['RAPPORTEUR_DEV_SERVER'] ?? 'http://127.0.0.1:8080'


export default defineConfig({
  plugins: [
    react(),
    wasm(),
    VitePWA({
      strategies: 'generateSW',
      registerType: 'prompt',
      injectRegister: null,
      filename: 'sw.js',
      manifest: {
        name: 'Rapporteur',
        short_name: 'Rapporteur',
        start_url: '/',
        display: 'standalone',
        background_color: '#fafaf7',
        theme_color: '#0a3450',
        icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      },
      workbox: {
        // Fonts: the subsets that the four languages need; others are fetched when a text needs them.
        globPatterns: [
          '**/*.{js,css,html,svg,wasm,webmanifest}',
          'assets/*-latin-wght-*.woff2',
          'assets/*-arabic-wght-*.woff2',
        ],
        maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/api\//, /^\/sync/, /^\/public\//, /^\/healthz/, /^\/readyz/],
        clientsClaim: true,
        cleanupOutdatedCaches: true,
        runtimeCaching: [
          {
            urlPattern: ({ url, request, sameOrigin }) =>
              sameOrigin && request.method === 'GET' && !request.headers.has('x-ask') &&
              (/^\/api\/(me|editions)$/.test(url.pathname) ||
                /^\/api\/editions\/[^/]+(\/(sessions(\/[^/]+)?|key-points|output-documents|coverage|check))?$/.test(url.pathname)),
            handler: 'NetworkFirst',
            options: {
              cacheName: 'api',
              networkTimeoutSeconds: 5,
              cacheableResponse: { statuses: [200] },
              expiration: { maxEntries: 200 },
              // Written into the service worker as it stands. The page says so where an answer is one that was kept, and since when.
              plugins: [{
                cachedResponseWillBeUsed: ({ cachedResponse }) => {
                  if (!cachedResponse) return Promise.resolve(cachedResponse)
                  const headers = new Headers(cachedResponse.headers)
                  headers.set('x-kept-since', headers.get('date') ?? '')
                  return Promise.resolve(new Response(cachedResponse.body, { status: cachedResponse.status, headers }))
                },
              }],
            },
          },
          {
            urlPattern: ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
            handler: 'CacheFirst',
            options: { cacheName: 'assets', cacheableResponse: { statuses: [200] }, expiration: { maxEntries: 60 } },
          },
        ],
      },
    }),
  ],
  resolve: { alias: { '@locales': fileURLToPath(new URL('../locales', import.meta.url)) } },
  worker: { format: 'es', plugins: () => [wasm()] },
  build: {
    target: 'es2023',
    // Small files stay files: the policy allows no data: URL for fonts and scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  server: {
    fs: { allow: ['..'] },
    proxy: {
      '/api': { target: server, changeOrigin: false },
      '/sync': { target: server.replace(/^http/, 'ws'), ws: true },
    },
  },
  // Machines may be slow: no test waits, so a long limit costs nothing.
  test: { include: ['src/**/*.test.{ts,tsx}'], testTimeout: 60_000 },
})
