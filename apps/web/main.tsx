import { addWords, dressPage, language, UiProvider } from '@ennoshita/ui'
import '@ennoshita/ui/style.css'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { modules } from './modules.ts'
import { routerOf } from './router.tsx'
import { english } from './shell/english.ts'

addWords(english)
for (const module of modules) addWords(module.words)
dressPage()
document.documentElement.lang = language()

const router = routerOf(modules)
const place = document.getElementById('root')
if (place === null) throw new Error('index.html has no #root')
createRoot(place).render(
  <StrictMode>
    <UiProvider>
      <RouterProvider router={router} />
    </UiProvider>
  </StrictMode>,
)
