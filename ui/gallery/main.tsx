import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import '../style.css'
import { dressPage, UiProvider } from '../index.ts'
import { FormPage } from './form-page.tsx'
import { GridPage } from './grid-page.tsx'
import { JournalPage } from './journal-page.tsx'
import { PaperPage } from './paper-page.tsx'
import { PartsPage } from './parts-page.tsx'

const pages = { journal: JournalPage, form: FormPage, grid: GridPage, parts: PartsPage, paper: PaperPage }

function Gallery() {
  const [name] = useState(location.hash.slice(1))
  const Page = Object.entries(pages).find(([key]) => key === name)?.[1] ?? JournalPage
  return (
    <div style={{ display: 'flex', height: '100dvh' }}>
      <Page />
    </div>
  )
}

dressPage()
const root = document.getElementById('root')
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <UiProvider>
        <Gallery />
      </UiProvider>
    </StrictMode>,
  )
