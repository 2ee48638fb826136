import { Pagination } from '@forge/react';
import React from 'react';

/** Entries of one page of a list. The back end pages all lists alike (src/contract/resolvers.ts). */
export const PAGE_SIZE = 25;

interface PagesProps {
  /** Entries of all pages. */
  total: number;
  /** From 0. */
  page: number;
  onPage: (page: number) => void;
  label: string;
}

/** The way through the pages of a list; nothing where one page holds it all. */
export function Pages({ total, page, onPage, label }: PagesProps) {
  if (total <= PAGE_SIZE) return null;
  const numbers = Array.from({ length: Math.ceil(total / PAGE_SIZE) }, (_, index) => index + 1);
  return (
    <Pagination
      label={label}
      pages={numbers}
      selectedIndex={page}
      // Numbers of three digits would not fit a narrow page.
      max={numbers.length > 99 ? 5 : 7}
      onChange={(_event, chosen) => onPage(Number(chosen) - 1)}
    />
  );
}
