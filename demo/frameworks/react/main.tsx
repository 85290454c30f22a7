import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { findPlace, readPageData } from '../page-data.ts';
import { Page } from './page.tsx';

const place = findPlace();
createRoot(place).render(
  <StrictMode>
    <Page {...readPageData(place)} />
  </StrictMode>,
);
