import React from 'react';
import type { SectionProps } from '../routes';
import { UnknownPage } from '../UnknownPage';
import { OverviewPage } from './OverviewPage';
import { ReportsPage } from './reports/ReportsPage';

/** `overview`, and `overview/reports`. */
export function OverviewSection({ path }: SectionProps) {
  const [place, ...more] = path;
  if (place === undefined) return <OverviewPage />;
  return place === 'reports' && more.length === 0 ? <ReportsPage /> : <UnknownPage />;
}
