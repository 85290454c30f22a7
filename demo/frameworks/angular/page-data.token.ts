import { InjectionToken } from '@angular/core';
import type { PageData } from '../page-data';

export const PAGE_DATA = new InjectionToken<PageData>('PAGE_DATA');
