import { expect, test } from 'vitest'
import { paperKindOf } from './paper-kind.ts'
import { placeOnPage, turned } from './place-on-page.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('a paper is told by how its bytes begin, not by its name', () => {
  expect(paperKindOf(bytes('%PDF-1.7\n'))).toBe('pdf')
  expect(paperKindOf(bytes('\n\n%PDF-1.4'))).toBe('pdf')
  expect(paperKindOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]))).toBe('png')
  expect(paperKindOf(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe('jpeg')
  expect(paperKindOf(bytes('﻿<?xml version="1.0"?><Invoice/>'))).toBe('xml')
  expect(paperKindOf(bytes('<Invoice xmlns="x"/>'))).toBe('xml')
  expect(paperKindOf(bytes('PK'))).toBe('other')
  expect(paperKindOf(new Uint8Array())).toBe('other')
})

test('a mark stays on its words while the page is turned', () => {
  const page = { width: 200, height: 400 }
  const mark = { x: 20, y: 40, width: 60, height: 20 }
  expect(turned(page, 1)).toEqual({ width: 400, height: 200 })
  expect(placeOnPage(mark, page, 0)).toEqual({ x: 0.1, y: 0.1, width: 0.3, height: 0.05 })
  expect(placeOnPage(mark, page, 1)).toEqual({ x: 0.85, y: 0.1, width: 0.05, height: 0.3 })
  expect(placeOnPage(mark, page, 2)).toEqual({ x: 0.6, y: 0.85, width: 0.3, height: 0.05 })
  expect(placeOnPage(mark, page, 3)).toEqual({ x: 0.1, y: 0.6, width: 0.05, height: 0.3 })
})
