import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The gallery of parts: `npx vite ui/gallery`. Only for those who build the parts; no build contains it. */
export default defineConfig({ plugins: [react()], server: { host: '127.0.0.1', port: 4650, strictPort: true } })
