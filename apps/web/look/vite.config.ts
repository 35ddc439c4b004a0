import { defineConfig, mergeConfig } from 'vite'
import base from '../vite.config.ts'
import { fakeApi } from './fake-api.ts'

/** Looks at the shell without a server: `npx vite -c apps/web/look/vite.config.ts`. No build contains it. */
export default mergeConfig(
  base,
  defineConfig({
    plugins: [
      fakeApi(),
      {
        name: 'modules-to-look-at',
        enforce: 'pre',
        resolveId: (source) => (source === './modules.ts' ? `${import.meta.dirname}/modules.tsx` : null),
      },
    ],
    server: { port: 4651, strictPort: true, proxy: {} },
    cacheDir: '../../node_modules/.vite-look',
  }),
)
